import { headerIn, mostAbove } from '../../shared/imports/header'
import type { FileRow } from '../../shared/imports/row-source'
import type { Table } from '../source'

const never = new AbortController().signal

/** Takes a table, gives the names of its columns and the row in which they end; 0 where they stand in no row. */
export async function headerOf(table: Table): Promise<{ headers: string[]; last: number }> {
  if (table.headers) return { headers: table.headers, last: 0 }
  const top: FileRow[] = []
  for await (const rows of table.rows({ signal: never })) {
    top.push(...rows)
    if (top.length >= mostAbove) break
  }
  const header = headerIn(top, null)
  return header ? { headers: header.names, last: top[header.at + header.rows - 1]!.row } : { headers: [], last: 0 }
}
