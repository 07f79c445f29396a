import { fieldsOf, textOf, type Fields } from './row-text'

/** What the journal stores of one change of one record. */
export interface Stored {
  /** How many columns the record had after it; 0 when it was removed. */
  width: number
  /** The old values of the fields that changed; all fields when the record was removed; null when it was made. */
  before: string | null
  /** The whole record afterwards, where that does not follow from the record as it is and from the later changes. */
  after: string | null
}

/**
 * Goes back through the changes of one record, the newest first. A change stores only what was before it: what was after it
 * is the record as it is now, with all later changes taken back.
 */
export class Backwards {
  private fields: Fields | null = null

  /** Takes the record as it is now, as JSON; null when it is not there. */
  constructor(private text: string | null) {}

  /** Takes the next older change. Gives the JSON of the record after it; null when there was none, or none that is known. */
  step({ width, before, after: kept }: Stored): string | null {
    const after = width === 0 ? null : (kept ?? this.first(width))
    if (before === null) this.set(null)
    else if (width === 0) this.set(before)
    else {
      const fields = after === null ? null : fieldsOf(after)
      const was = fieldsOf(before)
      if (fields && was) for (const [name, value] of was) fields.set(name, value)
      this.text = null
      this.fields = was && fields
    }
    return after
  }

  private set(text: string | null): void {
    this.text = text
    this.fields = null
  }

  /** The first columns of the record: those that migrations have added since are left out. */
  private first(width: number): string | null {
    this.fields ??= this.text === null ? null : fieldsOf(this.text)
    if (!this.fields || this.fields.size < width) return null
    return this.text !== null && this.fields.size === width ? this.text : textOf(this.fields, width)
  }
}
