import { Refusal } from '../../shared/values/errors'
import { headerIn, mostAbove } from '../../shared/imports/header'
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
  /** The rows below the header. */
  rows(reading: Reading): AsyncGenerator<FileRow[]>
}

/** Takes a source and the row that a person says is the header; gives it with its header. Error: invalid, it has none. */
export async function tableOf(source: RowSource, said: number | null, signal: AbortSignal): Promise<Table> {
  const rows: FileRow[] = []
  for await (const batch of source.rows({ signal })) {
    rows.push(...batch)
    if (rows.length >= Math.max(mostAbove, (said ?? 0) + 2)) break
  }
  const top = rows.slice(0, mostAbove).map(({ cells }) => cells.slice(0, mostShown).map((cell) => beginning(cell, 300)))
  // its columns have names of their own: each of its rows is a record
  if (source.headers)
    return { source, headers: source.headers, headerRow: 0, headerRows: 0, top, rows: (reading) => source.rows(reading) }
  const header = headerIn(rows, said)
  if (!header) throw new Refusal('invalid', m.imports_no_header({ file: source.name }))
  const last = rows[header.at + header.rows - 1]!.row
  return {
    source,
    headers: header.names,
    headerRow: rows[header.at]!.row,
    headerRows: header.rows,
    top,
    rows: (reading) => rowsBelow(source.rows(reading), last)
  }
}

async function* rowsBelow(batches: AsyncGenerator<FileRow[]>, last: number): AsyncGenerator<FileRow[]> {
  for await (const batch of batches) {
    const rows = batch[0]!.row > last ? batch : batch.filter(({ row }) => row > last)
    if (rows.length > 0) yield rows
  }
}
