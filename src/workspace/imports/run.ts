import { basename } from 'node:path'
import type { Correction, ImportResult, MappingFields, Rewrite, RowOutcome, RowRange } from '../../shared/contract/imports'
import { OwnAddresses } from '../../shared/imports/own'
import type { FileRow, RowSource } from '../../shared/imports/row-source'
import type { Context } from '../handlers'
import { newId } from '../store/ids'
import type { Parts } from '../store/parts'
import { classifier } from './classify'
import { decide, placeColumns, undecided } from './columns'
import { Customers } from './customers'
import type { Db } from './known'
import { planOf } from './plan'
import type { Defaults } from './row-read'
import { correctedBy } from './corrections'
import { tableOf } from './header'
import { withSource } from './outside'
import { Tally } from './tally'
import { writer } from './write'

/** After so many milliseconds who waits to write has a turn; a part ends after some more where nobody waits: each costs a commit. */
const longestPart = 25
const longestAlone = 500
/** And where somebody waits, no more rows are taken at once than take some fifteen. */
const mostAtOnce = 100

export interface Given {
  file: string
  others?: string[] | null
  part?: string | null
  /** Our own addresses and domains; null where nobody has said them. */
  own: string[] | null
  mapping: MappingFields
  rewrites?: Rewrite | null
  answers?: { row: number; rewrite: Rewrite }[] | null
  range?: RowRange | null
  /** Cells as a person has corrected them; the file itself is left alone. */
  corrections?: Correction[] | null
  /** Customers of the rows who are others in another spelling. */
  sames?: { name: string; as: string }[] | null
}
/** Hears what becomes of each row, as it stands in the file. */
type Heard = (row: FileRow, outcome: RowOutcome, headers: readonly string[]) => void | Promise<void>

/**
 * Reads files row by row and makes, changes or leaves one record for each, in parts between which others may write; a dry
 * run only says what would happen. Errors: not-found; invalid (nothing that can be read, a column that is not there, dates
 * or numbers that can be read in two ways); cancelled. A row that cannot be used is an outcome, not an error.
 */
export const runImport = (parts: Parts, given: Given & { dryRun: boolean }, context: Context): Promise<ImportResult> =>
  run(given.dryRun ? null : parts, given, context)

/** Tries an import; `heard` is told of each row. */
export const tryImport = (context: Context, given: Given, heard: Heard): Promise<ImportResult> => run(null, given, context, heard)

/** Without parts to write in, it only tries. */
function run(parts: Parts | null, given: Given, context: Context, heard?: Heard): Promise<ImportResult> {
  const { file, others, part, own, mapping } = given
  const { delimiter, encoding } = mapping
  const asked = { files: [file, ...(others ?? [])], part, own, delimiter, encoding }
  const progress = (done: number, total: number | null) => context.onProgress(done, total, 'imports_step_reading')
  return withSource(asked, context.signal, progress, (source) => importSource(source, parts, given, context, heard))
}

async function importSource(
  source: RowSource,
  parts: Parts | null,
  { file, own, mapping, rewrites, answers, range, corrections, sames }: Given,
  context: Context,
  heard?: Heard
): Promise<ImportResult> {
  const { signal, settings } = context
  const defaults: Defaults = {
    zone: mapping.zone ?? settings.timeZone,
    currency: mapping.currency ?? settings.currency,
    replyHours: settings.replyHours,
    own: own && new OwnAddresses(own)
  }
  const table = await tableOf(source, { headerRow: mapping.headerRow, range }, signal)
  const reading = (step: string) => ({ signal, onBytes: (done: number) => context.onProgress(done, source.bytes, step) })
  const { headers } = table
  const corrected = correctedBy(corrections ?? [])
  const columns = placeColumns(mapping, headers)
  const open = undecided(columns)
  if (open.length > 0)
    await decide(
      open,
      headers,
      columns.flatMap(({ dates }) => dates ?? []),
      corrected(table.rows(reading('imports_step_reading')))
    )

  const read = planOf(mapping, columns, headers, defaults)
  const customers = await Customers.of(context.read, mapping.source)
  customers.areOthers(sames ?? [])
  const write = parts && writer(mapping, basename(file), headers, defaults)
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
  const step = parts ? 'imports_step_writing' : 'imports_step_checking'
  const batches = corrected(table.rows({ ...reading(step), contents: parts !== null, onHash: (hash) => (sha256 = hash) }))
  const look = async (db: Db, batch: FileRow[]) => {
    const classified = await classify(
      db,
      batch.map(read),
      batch.map(({ row }) => row)
    )
    for (const [at, outcome] of classified.outcomes.entries()) {
      tally.add(outcome)
      await heard?.(batch[at]!, outcome, headers)
    }
    return classified
  }
  if (!parts || !write) for await (const batch of batches) await look(context.read, batch)
  else {
    let rest: FileRow[] = []
    for (let last = false; !last;) {
      await parts.part(async (change) => {
        write.begin(change)
        const began = performance.now()
        const goesOn = () => performance.now() - began < (change.awaited() ? longestPart : longestAlone)
        do {
          if (rest.length === 0) {
            const next = await batches.next()
            last = next.done === true
            rest = next.done ? [] : next.value
          }
          const some = rest.splice(0, change.awaited() ? mostAtOnce : rest.length)
          if (some.length > 0) await write.put(await look(change.db, some))
        } while (!last && goesOn())
        if (last) await write.finish(tally.counts, sha256)
        return { last }
      })
    }
  }
  const importId = write?.importId() ?? null
  const newCustomers = mapping.target === 'customers' ? 0 : customers.added
  return {
    counts: tally.counts,
    rows: tally.rows,
    outcomes: tally.first(),
    repeats: tally.repeats,
    troubles: tally.troubles(),
    differs: tally.differs,
    newCustomers,
    twins: customers.twins,
    importId,
    dryRun: parts === null
  }
}
