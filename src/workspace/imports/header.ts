import { Refusal } from '../../shared/values/errors'
import { headerIn, mostAbove } from '../../shared/imports/header'
import type { RowRange } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import { beginning } from '../../shared/values/truncate'
import type { FileRow, Reading, RowSource } from '../../shared/imports/row-source'

/** So many cells of the first rows are shown. */
const mostShown = 200

/** A source with its header found. */
export interface Table {
  source: RowSource
  headers: string[]
  /** The row of the header, and in how many it stands; 0 where the names stand in no row. */
  headerRow: number
  headerRows: 0 | 1 | 2
  /** The first rows as they stand there, cut. */
  top: string[][]
  /** The rows that are taken; `onAll` hears of all others, too. */
  rows(reading: Reading, onAll?: (rows: FileRow[]) => void): AsyncGenerator<FileRow[]>
}

/** What a person says of where the table stands: the row of its header, the rows that are taken. */
export interface Place {
  headerRow?: number | null
  range?: RowRange | null
}

/** Takes a source and what a person says of its place; gives it with its header. Error: invalid, it has none. */
export async function tableOf(source: RowSource, place: Place, signal: AbortSignal): Promise<Table> {
  const said = place.headerRow ?? null
  const within = (first: number): Table['rows'] => {
    const from = Math.max(first, place.range?.from ?? 0)
    return (reading, onAll) => rowsWithin(source.rows(reading), from, place.range?.to ?? Infinity, onAll)
  }
  const rows: FileRow[] = []
  for await (const batch of source.rows({ signal })) {
    rows.push(...batch)
    if (rows.length >= Math.max(mostAbove, (said ?? 0) + 2)) break
  }
  const top = rows.slice(0, mostAbove).map(({ cells }) => cells.slice(0, mostShown).map((cell) => beginning(cell, 300)))
  // its columns have names of their own: each of its rows is a record
  if (source.headers) return { source, headers: source.headers, headerRow: 0, headerRows: 0, top, rows: within(0) }
  const header = headerIn(rows, said)
  if (!header) throw new Refusal('invalid', m.imports_no_header({ file: source.name }))
  const last = rows[header.at + header.rows - 1]!.row
  return {
    source,
    headers: header.names,
    headerRow: rows[header.at]!.row,
    headerRows: header.rows,
    top,
    rows: within(last + 1)
  }
}

async function* rowsWithin(
  batches: AsyncGenerator<FileRow[]>,
  first: number,
  last: number,
  onAll?: (rows: FileRow[]) => void
): AsyncGenerator<FileRow[]> {
  for await (const batch of batches) {
    onAll?.(batch)
    const inside = batch[0]!.row >= first && batch.at(-1)!.row <= last
    const rows = inside ? batch : batch.filter(({ row }) => row >= first && row <= last)
    if (rows.length > 0) yield rows
  }
}
