import { basename } from 'node:path'
import type { ImportResult, MappingFields, Rewrite, RowOutcome } from '../../shared/contract/imports'
import type { FileRow, RowSource } from '../../shared/imports/row-source'
import type { Room } from '../handlers'
import { newId } from '../store/ids'
import type { Parts } from '../store/parts'
import { classifier } from './classify'
import { decide, placeColumns, undecided } from './columns'
import { Customers } from './customers'
import type { Db } from './known'
import { planOf } from './plan'
import type { Defaults } from './row-read'
import { tableOf } from './header'
import { withSource } from './outside'
import { writer } from './write'

const mostOutcomes = 200
/** After so many milliseconds others have a turn to write. */
const longestPart = 40
const order: RowOutcome['outcome'][] = ['error', 'skipped', 'update', 'create', 'unchanged']

interface Given {
  file: string
  others?: string[] | null
  part?: string | null
  /** Our own addresses and domains; null where nobody has said them. */
  own: string[] | null
  mapping: MappingFields
  dryRun: boolean
  rewrites?: Rewrite | null
  answers?: { row: number; rewrite: Rewrite }[] | null
}

/**
 * Reads files row by row and makes, changes or leaves one record for each, in parts between which others may write; a dry
 * run only says what would happen. Errors: not-found; invalid (nothing that can be read, a column that is not there, dates
 * or numbers that can be read in two ways); cancelled. A row that cannot be used is an outcome, not an error.
 */
export function runImport(parts: Parts, given: Given, room: Room): Promise<ImportResult> {
  const { file, others, part, own, mapping } = given
  const { delimiter, encoding } = mapping
  const asked = { files: [file, ...(others ?? [])], part, own, delimiter, encoding }
  const progress = (done: number, total: number | null) => room.onProgress(done, total, 'imports_step_reading')
  return withSource(asked, room.signal, progress, (source) => importSource(source, parts, given, room))
}

async function importSource(
  source: RowSource,
  parts: Parts,
  { file, mapping, dryRun, rewrites, answers }: Given,
  room: Room
): Promise<ImportResult> {
  const { signal, settings } = room
  const defaults: Defaults = {
    zone: mapping.zone ?? settings.timeZone,
    currency: mapping.currency ?? settings.currency,
    replyHours: settings.replyHours
  }
  const table = await tableOf(source, mapping.headerRow ?? null, signal)
  const reading = (step: string) => ({ signal, onBytes: (done: number) => room.onProgress(done, source.bytes, step) })
  const { headers } = table
  const columns = placeColumns(mapping, headers)
  const open = undecided(columns)
  if (open.length > 0)
    await decide(
      open,
      headers,
      columns.flatMap(({ dates }) => dates ?? []),
      table.rows(reading('imports_step_reading'))
    )

  const read = planOf(mapping, columns, headers, defaults)
  const customers = await Customers.of(room.read, mapping.source)
  const write = dryRun ? null : writer(mapping, basename(file), defaults)
  const answered = new Map((answers ?? []).map(({ row, rewrite }) => [row, rewrite]))
  const classify = classifier({
    mapping,
    customers,
    newId,
    rewrites: (row) => answered.get(row) ?? rewrites ?? null,
    own: () => write?.importId() ?? null
  })
  const tally = new Tally()
  let sha256 = ''
  const step = dryRun ? 'imports_step_checking' : 'imports_step_writing'
  const batches = table.rows({ ...reading(step), contents: !dryRun, onHash: (hash) => (sha256 = hash) })
  const look = async (db: Db, batch: FileRow[]) => {
    const classified = await classify(
      db,
      batch.map(read),
      batch.map(({ row }) => row)
    )
    classified.outcomes.forEach((outcome) => tally.add(outcome))
    return classified
  }
  if (!write) for await (const batch of batches) await look(room.read, batch)
  else
    for (let last = false; !last;) {
      await parts.part(async (change) => {
        write.begin(change)
        const until = performance.now() + longestPart
        do {
          const next = await batches.next()
          last = next.done === true
          if (!next.done) await write.put(await look(change.db, next.value))
        } while (!last && performance.now() < until)
        if (last) await write.finish(tally.counts, sha256)
        return { last }
      })
    }
  const importId = write?.importId() ?? null
  const newCustomers = mapping.target === 'customers' ? 0 : customers.added
  return {
    counts: tally.counts,
    rows: tally.rows,
    outcomes: tally.first(),
    repeats: tally.repeats,
    differs: tally.differs,
    newCustomers,
    importId,
    dryRun
  }
}

/** Counts outcomes and keeps the first of each kind. */
class Tally {
  rows = 0
  /** Rows whose source says something else now than the words that are kept here. */
  differs = 0
  readonly counts: ImportResult['counts'] = { create: 0, update: 0, unchanged: 0, skipped: 0, error: 0 }
  readonly repeats: ImportResult['repeats'] = { left: 0, own: 0, refused: 0, alike: 0 }
  private kept: Record<RowOutcome['outcome'], RowOutcome[]> = { create: [], update: [], unchanged: [], skipped: [], error: [] }
  /** Kept apart: a repeat far down the file must not be lost among plain rows. */
  private repeated: typeof this.kept = { create: [], update: [], unchanged: [], skipped: [], error: [] }

  add(outcome: RowOutcome): void {
    this.rows++
    this.counts[outcome.outcome]++
    if (outcome.differs) this.differs++
    if (outcome.again) this.repeats[outcome.again]++
    const kept = (outcome.again || outcome.differs ? this.repeated : this.kept)[outcome.outcome]
    if (kept.length < mostOutcomes) kept.push(outcome)
  }

  first(): RowOutcome[] {
    return order.flatMap((kind) => [...this.repeated[kind], ...this.kept[kind]].slice(0, mostOutcomes))
  }
}
