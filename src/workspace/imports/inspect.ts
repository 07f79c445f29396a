import { completedByContent } from '../../shared/imports/by-content'
import { DateColumn, settledTogether } from '../../shared/imports/date-column'
import { AccountSeen, originOf } from '../../shared/imports/account'
import { formatNamed, guessedColumns, guessTarget, rankedTargets } from '../../shared/imports/formats'
import { importFields, placeOf } from '../../shared/imports/fields'
import { addressIn, SidesSeen } from '../../shared/imports/own'
import { NumberColumn, settledMarks } from '../../shared/imports/numbers'
import type { ColumnSource, Delimiter, Encoding, Inspection, ImportTarget, Mapping, SeenRow } from '../../shared/contract/imports'
import { beginning } from '../../shared/values/truncate'
import type { FileRow, RowSource } from '../../shared/imports/row-source'
import { TextSeen } from '../../shared/imports/text-seen'
import { WordsSeen } from '../../shared/imports/words-seen'
import { mappingFor } from './columns'
import { tableOf, type Place } from './header'
import { withSource } from './outside'

interface Given extends Place {
  file: string
  others?: string[] | null
  part?: string | null
  /** Our own addresses and domains; null where nobody has said them. */
  own: string[] | null
  target?: ImportTarget | null
  delimiter?: Delimiter | null
  encoding?: Encoding | null
}
interface Watch {
  signal: AbortSignal
  onProgress(done: number, total: number | null, step: string): void
}

const sampleRows = 20
const sampleCell = 300
/** So many rows tell how long the texts of a column are. */
const looked = 500
/** So many rows are shown from the end. */
const shownLast = 3

/**
 * Reads a whole file and tells what it is: delimiter, encoding, headers, first rows, and how the dates and numbers of
 * each column are written. Errors: not-found; invalid, when it is not a table of text; cancelled.
 */
export function inspectFile(given: Given, mappings: Mapping[], { signal, onProgress }: Watch): Promise<Inspection> {
  const progress = (done: number, total: number | null) => onProgress(done, total, 'imports_step_reading')
  const { file, others, ...said } = given
  return withSource({ ...said, files: [file, ...(others ?? [])] }, signal, progress, (source) =>
    inspectSource(source, given, mappings, { signal, onProgress })
  )
}

async function inspectSource(
  source: RowSource,
  given: Given,
  mappings: Mapping[],
  { signal, onProgress }: Watch
): Promise<Inspection> {
  const { bytes } = source
  const table = await tableOf(source, given, signal)
  const { headers } = table
  const columns = headers.map((_, column) => ({
    column,
    dates: new DateColumn() as DateColumn | null,
    numbers: new NumberColumn() as NumberColumn | null
  }))
  const sample: string[][] = []
  const known = told(given.target ?? null, mappings, headers, source.part)
  const senders = source.own ? [] : sendersIn(known, headers)
  const sides = new SidesSeen()
  const account = new AccountSeen()
  const words = headers.map(() => new WordsSeen())
  const texts = headers.map(() => new TextSeen())
  let rows = 0
  let tail: FileRow[] = []
  const onAll = (batch: FileRow[]) => (tail = [...tail, ...batch].slice(-shownLast))
  const onBytes = (done: number) => onProgress(done, bytes, 'imports_step_reading')
  for await (const batch of table.rows({ signal, onBytes }, onAll)) {
    for (const { cells } of batch) {
      rows++
      if (sample.length < sampleRows) sample.push(headers.map((_, at) => beginning(cells[at] ?? '', sampleCell)))
      for (const [at, cell] of cells.entries()) {
        account.see(cell)
        words[at]?.see(cell)
        if (rows <= looked) texts[at]?.see(cell)
      }
      for (const column of senders) {
        const address = addressIn(cells[column] ?? '')
        if (address) sides.see([address], [])
      }
      for (const { column, dates, numbers } of columns) {
        const cell = cells[column]
        if (!cell) continue
        dates?.see(cell)
        numbers?.see(cell)
      }
    }
    // a column that plainly holds something else is not watched on
    for (const column of columns) {
      if (column.dates && column.dates.cells >= 200 && column.dates.dates < column.dates.cells / 2) column.dates = null
      if (column.numbers && column.numbers.cells >= 200 && column.numbers.numbers < column.numbers.cells / 2) column.numbers = null
    }
  }
  const facts = columns.map(({ column, dates }) => ({
    dates: dates?.isDates() ?? false,
    words: words[column]!.few()?.map(({ word }) => word) ?? null,
    length: texts[column]!.length(),
    spans: texts[column]!.isSpans(),
    full: texts[column]!.full()
  }))
  const guess = completedByContent(known.target, known.guess, headers, facts)
  const amounts = amountColumns({ ...known, guess }, headers)
  const numbersIn = columns.flatMap(({ column, numbers }) =>
    numbers?.isNumbers() ? [{ column, fits: numbers.fits(), sure: numbers.isSure() && amounts.has(column) }] : []
  )
  return {
    name: source.name,
    bytes,
    kind: source.kind,
    parts: source.parts.map((part) => (part.name === source.part ? { ...part, rows } : part)),
    part: source.part,
    joins: source.joins,
    own: source.own ?? ownIn(sides, given.own),
    ...source.written,
    headerRow: table.headerRow,
    headerRows: table.headerRows,
    top: table.top,
    headers,
    rows,
    sample,
    tail: tail.map(shown),
    letters: columns.flatMap(({ column, dates }) => (dates?.letters.size ? [{ column, letters: [...dates.letters] }] : [])),
    dates: settledTogether(columns.flatMap(({ column, dates }) => (dates?.isDates() ? [{ column, fits: dates.fits() }] : []))),
    numbers: settledMarks(numbersIn).map(({ column, fits }) => ({ column, fits })),
    words: words.flatMap((seen, column) => (seen.few() ? [{ column, words: seen.few()! }] : [])),
    source: originOf(formatNamed(headers), account.account(), known.guess, known.target),
    ...known,
    guess
  }
}

/** The columns that tell the direction; who wrote stands in them where they hold addresses. */
const sendersIn = ({ mapping, guess }: Pick<Inspection, 'mapping' | 'guess'>, headers: string[]): number[] =>
  (mapping?.columns ?? guess).flatMap((source) => {
    const at = source.field === 'direction' ? placeOf(source, headers) : null
    return typeof at === 'number' ? [at] : []
  })

/** The columns that hold amounts, as far as is known: other numbers may be written otherwise. */
function amountColumns({ target, mapping, guess }: Pick<Inspection, 'target' | 'mapping' | 'guess'>, headers: string[]) {
  const kinds = new Map(importFields(target).map(({ id, kind }) => [id, kind]))
  const sources = (mapping?.columns ?? guess).filter(({ field }) => kinds.get(field) === 'number' || kinds.get(field) === 'money')
  return new Set(sources.map((source) => placeOf(source, headers)))
}

/** Whose addresses stand where the direction is told; null where none do. */
function ownIn(sides: SidesSeen, said: string[] | null): Inspection['own'] {
  const seen = sides.seen()
  return seen.length === 0 ? null : { told: said !== null, domains: said ?? sides.commonest(), seen }
}

const shown = ({ row, cells }: FileRow): SeenRow => ({ row, cells: cells.map((cell) => beginning(cell, sampleCell)) })

/** What is known of the rows: their kind, the mapping that fits and what each column holds. A mapping that fits tells most. */
function told(
  said: ImportTarget | null,
  mappings: Mapping[],
  headers: string[],
  part: string
): Pick<Inspection, 'target' | 'toldBy' | 'format' | 'mapping' | 'guess' | 'kinds'> {
  const guess = guessTarget(headers, part)
  const kinds = rankedTargets(headers)
    .filter(({ weight }) => weight > 0.5)
    .map(({ target, by }) => ({ target, by: by.slice(0, 8) }))
  const mapping = said
    ? mappingFor(
        mappings.filter(({ target }) => target === said),
        headers
      )
    : likelyMapping(mappings, headers, guess.target)
  const target = said ?? mapping?.target ?? guess.target ?? 'interactions'
  const toldBy = said ? 'person' : mapping ? 'mapping' : guess.format ? 'format' : guess.target ? 'headers' : 'nothing'
  return {
    target,
    toldBy,
    format: toldBy === 'format' ? guess.format : null,
    mapping,
    guess: guessedColumns(target, headers),
    kinds
  }
}

/** The mapping that takes most of a file; none where one of few columns also fits a file of another kind. */
function likelyMapping(mappings: Mapping[], headers: string[], guess: ImportTarget | null): Mapping | null {
  const taken = (columns: ColumnSource[]) => new Set(columns.map(({ column, header }) => header ?? column)).size
  const mapping = mappingFor(
    mappings.toSorted((a, b) => taken(b.columns) - taken(a.columns)),
    headers
  )
  const chance = mapping && guess && mapping.target !== guess && taken(mapping.columns) < taken(guessedColumns(guess, headers))
  return chance ? null : mapping
}
