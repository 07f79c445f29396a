import type {
  Correction,
  ImportResult,
  ImportTarget,
  Inspection,
  Mapping,
  Rewrite,
  RowRange,
  Twin
} from '../../../shared/contract/imports'
import type { ChosenFile } from '../../../shared/contract/workspace'
import { homeZone } from '../../ui/clock.svelte'
import { notify } from '../../ui/notices.svelte'
import { call, onOpened } from '../../api'
import { workspace } from '../../records/here.svelte'
import { draftOf, mappingOf, type Draft } from './draft'
import { nextWaiting, waiting } from './waiting.svelte'
import { watched } from './watched.svelte'
import { m } from '../../../shared/messages/messages.js'

/** How a file is read, as a person has changed it. */
type Written = Partial<Pick<Draft, 'delimiter' | 'encoding' | 'headerRow' | 'own'>> & { range?: RowRange; part?: string }
const tokens = (of: readonly ChosenFile[]) => ({ file: of[0]!.token, others: of.slice(1).map(({ token }) => token) })

/**
 * The import that is under way: its file, what was said of its columns and rows, and how it went. It outlasts the page, so
 * that whoever looks something up meanwhile, or reads it in another language, finds it as it was left.
 */
class Importing {
  /** What a person says that the rows are; null: as the file tells. */
  target = $state<ImportTarget | null>(null)
  /** What came together; the tables in it are imported one after the other. */
  files = $state.raw<readonly ChosenFile[]>([])
  private finished = $state.raw<readonly string[]>([])
  seen = $state.raw<Inspection | null>(null)
  draft = $state<Draft | null>(null)
  /** The mapping that filled the form in, if one did. */
  used = $state.raw<Mapping | null>(null)
  result = $state.raw<ImportResult | null>(null)
  trouble = $state('')
  /** What is done with words that the source has changed since; they are kept until somebody says otherwise. */
  rewrites = $state<Rewrite | undefined>()
  /** The same for single rows, and cells that were corrected, by row and column. */
  answers = $state.raw<Record<number, Rewrite>>({})
  corrections = $state.raw<Record<string, Correction>>({})
  /** Customers who may be others in another spelling, and of whom that was said. */
  twins = $state.raw<readonly Twin[]>([])
  areOne = $state.raw<Readonly<Record<string, boolean>>>({})
  /** The customer on whose page the file came in: its rows are theirs where no column names one. */
  private forCustomer: string | null = null
  private long = watched((text) => (this.trouble = text))

  get work() {
    return this.long.work
  }
  /** Tables that came with it and are not imported yet; what was joined to another one goes with that. */
  // not $derived: that ends with the page on which it was first read, and an import outlasts its page
  get others() {
    return (this.seen?.parts ?? []).filter(
      ({ name, joinedTo, hidden }) => !joinedTo && !hidden && name !== this.seen?.part && !this.finished.includes(name)
    )
  }
  /** Of several tables, the one that is being looked at. */
  get name(): string {
    return this.seen ? (this.seen.parts.length > 1 ? this.seen.part : this.seen.name) : ''
  }
  get then(): string | null {
    return this.others[0]?.name ?? waiting()[0]?.files[0]?.name ?? null
  }

  next(): void {
    const first = nextWaiting()
    if (!first) return
    this.again()
    this.forCustomer = first.customer
    void this.inspect(first.files)
  }
  goOn(): void {
    const part = this.others[0]?.name
    if (!part) return this.next()
    this.finished = [...this.finished, this.seen!.part]
    this.target = null
    this.draft = this.result = null
    this.rewrites = undefined
    this.twins = []
    this.areOne = {}
    void this.inspect(this.files, { part })
  }

  async inspect(chosen: readonly ChosenFile[], written: Written = {}): Promise<void> {
    this.result = null
    this.answers = this.corrections = {}
    const before = this.draft
    const { target } = this
    const found = await this.long.run((watch) => call('imports.inspect', { ...tokens(chosen), target, ...written }, watch))
    if (!found) return
    const { seen } = this
    const same = seen && found.target === seen.target && JSON.stringify(found.headers) === JSON.stringify(seen.headers)
    this.files = chosen
    this.seen = found
    this.used = found.mapping
    // other rows of the same table: what was said of its columns still holds
    if (same && before) {
      const { delimiter, encoding, headerRow } = found
      this.draft = { ...before, delimiter, encoding, headerRow }
    } else this.fill(found.mapping)
    if (this.draft) this.draft = { ...this.draft, range: written.range ?? {}, own: written.own ?? null }
  }
  /** Reads the same file anew, with what a person changed of how it is read. */
  anew(change: Written): void {
    if (this.files.length > 0) void this.inspect(this.files, { ...this.asIs(), ...change })
  }
  private asIs(): Written {
    if (!this.draft || !this.seen) return {}
    const { delimiter, encoding, headerRow, range, own } = this.draft
    return { delimiter, encoding, ...(headerRow > 0 ? { headerRow } : {}), range, own, part: this.seen.part }
  }

  fill(mapping: Mapping | null): void {
    if (!this.seen) return
    this.used = mapping
    this.result = null
    this.draft = draftOf(this.seen, this.seen.target, mapping, {
      zone: homeZone(),
      currency: workspace()?.settings.currency ?? 'EUR',
      customerName: this.forCustomer ?? ''
    })
  }

  /** Everything that a run takes but whether it only tries. */
  private given() {
    const mapping = mappingOf(this.draft!, this.seen!, this.used?.name ?? '')
    const { range, own } = this.draft!
    return {
      ...tokens(this.files),
      part: this.seen!.part,
      own,
      target: mapping.target,
      mapping,
      rewrites: this.rewrites ?? null,
      answers: Object.entries(this.answers).map(([row, rewrite]) => ({ row: Number(row), rewrite })),
      range,
      corrections: Object.values(this.corrections),
      sames: this.twins.filter(({ name }) => this.areOne[name]).map(({ name, like }) => ({ name, as: like }))
    }
  }
  async run(dryRun: boolean, quiet = false): Promise<void> {
    if (this.files.length === 0 || !this.seen || !this.draft) return
    const done = await this.long.run((watch) => call('imports.run', { ...this.given(), dryRun }, watch), quiet)
    if (!done) return
    this.result = done
    const known = new Set(this.twins.map(({ name }) => name))
    this.twins = [...this.twins, ...done.twins.filter(({ name }) => !known.has(name))]
  }
  async saveLeftOut(): Promise<void> {
    const done = await this.long.run((watch) => call('shell.saveLeftOut', this.given(), watch), true)
    if (done?.saved) notify(m.imports_left_saved({ count: done.rows, file: done.saved }))
  }

  /** Forgets it all, for another file. */
  again(): void {
    this.seen = this.draft = this.used = this.result = this.target = null
    this.forCustomer = null
    this.files = this.finished = []
    this.rewrites = undefined
    this.answers = this.corrections = {}
    this.twins = []
    this.areOne = {}
    this.trouble = ''
  }
}

let one: Importing | undefined

/** Gives the import that is under way in this workspace. */
export function importing(): Importing {
  if (one) return one
  const made = new Importing()
  onOpened(() => {
    made.work?.stop.abort()
    made.again()
  })
  return (one = made)
}
