import { Refusal } from '../../../shared/values/errors'
import { bareHeader, isKnownHeader } from '../../../shared/imports/fields'
import { readNumber } from '../../../shared/imports/numbers'
import { m } from '../../../shared/messages/messages.js'
import type { RowRange } from '../../../shared/contract/imports'
import { beginning } from '../../../shared/values/truncate'
import type { FileRow, Reading, RowSource } from './source'

/** So many rows are looked at for a header: reports begin with a title, a period, who made them. */
const mostAbove = 40
/** And so many of their cells are shown. */
const mostShown = 200

/** A source with its header found. */
export interface Table {
  source: RowSource
  headers: string[]
  /** The row of the header, and whether it stands in two. */
  headerRow: number
  headerRows: 1 | 2
  /** The first rows as they stand there, cut. */
  top: string[][]
  /** The rows that are taken; `onAll` hears of all others, too. */
  rows(reading: Reading, onAll?: (rows: FileRow[]) => void): AsyncGenerator<FileRow[]>
}

const filled = (cells: string[]) => cells.filter((cell) => cell.trim() !== '')

/** Whether a cell may name a column: it has a letter or a sign of its own, and is no amount, day or long text. */
function mayName(cell: string): boolean {
  const text = cell.trim()
  if (text.length > 120) return false
  if (text === '#' || text === '№') return true
  return /\p{L}/u.test(text) && readNumber(text, 'point') === null && !/^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}/.test(text)
}

/** Takes the first rows, gives the place of the one that names the columns; null when none does. */
function headerAt(rows: FileRow[]): number | null {
  const widths = rows.map(({ cells, trouble }) => (trouble ? 0 : filled(cells).length))
  const wide = Math.max(...widths)
  const names = (at: number) => filled(rows[at]!.cells).filter(mayName).length
  const first = widths.findIndex((width) => width > 0)
  if (first < 0) return null
  // an ordinary file: the first row names as many columns as the rows below have cells, or knows their names
  const ordinary = widths[first]! >= Math.min(wide, 2) && (widths[first]! >= wide * 0.5 || known(rows[first]!.cells) >= 2)
  if (ordinary && names(first) > 0 && !isPeriod(rows, first, widths)) return first
  for (let at = first; at < rows.length; at++) {
    if (widths[at]! < 2 || widths[at]! < wide * 0.6) continue
    if (names(at) >= widths[at]! * 0.8 && new Set(filled(rows[at]!.cells).map(bareHeader)).size >= widths[at]! * 0.6) return at
  }
  return names(first) > 0 ? first : null
}

const known = (cells: string[]) => filled(cells).filter(isKnownHeader).length

/** Whether a row of few cells stands above one that names more columns: a title with its period beside it. */
function isPeriod(rows: FileRow[], at: number, widths: number[]): boolean {
  if (known(rows[at]!.cells) > 0) return false
  const better = rows.findIndex((row, other) => other > at && widths[other]! > widths[at]! && known(row.cells) >= 2)
  return better > 0
}

/** Takes the row of the header and the one below, gives the names when both name columns: groups above, columns below. */
function twoRows(above: string[], below: string[], next: string[] | undefined): string[] | null {
  const width = Math.max(above.length, below.length)
  const gaps = width - filled(above).length
  if (!next || gaps === 0 || filled(above).length < 2 || filled(below).length <= gaps) return null
  if (!filled(below).every(mayName) || filled(next).every(mayName)) return null
  let group = ''
  const bare = below.map(bareHeader)
  return Array.from({ length: width }, (_, at) => {
    group = above[at]?.trim() || group
    const name = below[at]?.trim() ?? ''
    if (!name) return group
    return bare.filter((other) => other === bare[at]).length > 1 && group ? `${group} ${name}` : name
  })
}

/** What a person says of where the table stands: the row of its header, the rows that are taken. */
export interface Place {
  headerRow?: number | null
  range?: RowRange | null
}

/** Takes a source and what a person says of its place; gives it with its header. Error: invalid, it has none. */
export async function tableOf(source: RowSource, place: Place, signal: AbortSignal): Promise<Table> {
  const said = place.headerRow ?? null
  const top: FileRow[] = []
  for await (const batch of source.rows({ signal })) {
    top.push(...batch)
    if (top.length >= Math.max(mostAbove, (said ?? 0) + 2)) break
  }
  const at = said ? said - 1 : headerAt(top.slice(0, mostAbove))
  const header = at === null ? undefined : top[at]
  if (at === null || !header || header.trouble || filled(header.cells).length === 0) {
    throw new Refusal('invalid', m.imports_no_header({ file: source.name }))
  }
  const below = top[at + 1]
  const two = below && !below.trouble ? twoRows(header.cells, below.cells, top[at + 2]?.cells) : null
  const headerRows = two ? 2 : 1
  const first = Math.max(at + headerRows + 1, place.range?.from ?? 0)
  return {
    source,
    headers: (two ?? header.cells).map((name) => name.trim()),
    headerRow: at + 1,
    headerRows,
    top: top.slice(0, mostAbove).map(({ cells }) => cells.slice(0, mostShown).map((cell) => beginning(cell, 300))),
    rows: (reading, onAll) => rowsWithin(source.rows(reading), first, place.range?.to ?? Infinity, onAll)
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
