import type { ImportTarget, RepeatMode } from '../../contract/imports'

/**
 * An export as its system writes it. Headers are as they stand in it, in every language that is known; capitals, blanks
 * and signs do not matter.
 */
export interface Preset {
  /** The system, as people call it; the records' origin. */
  name: string
  target: ImportTarget
  /** Sets of headers that together are in no other export: one for each shape or language. */
  signs: string[][]
  /** For each field its headers, the best first. */
  columns: Partial<Record<string, string[]>>
  /** Fields that take all of their headers that are there: the first one that says something in a row counts. */
  firstOf?: string[]
  /** Fields that stay empty though a header of the file sounds like them. */
  leaves?: string[]
  /** What all rows have, where no column says it. */
  fixed?: Record<string, string>
  /** Whether a number is one record, or that of the whole that several rows are of. */
  repeats?: RepeatMode
  /** What words of a column mean in this system only, by the word in small letters. */
  words?: Record<string, Record<string, string>>
}
