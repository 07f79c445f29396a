import { isKnownHeader } from './fields'
import { bareHeader } from './header-names'
import { readNumber } from './numbers'
import type { FileRow } from './row-source'

/** So many rows are looked at for a header: reports begin with a title, a period, who made them. */
export const mostAbove = 40

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

/** What surveys write below a question: of what sort its answers are. */
const answers = new Set(
  'response openendedresponse otherpleasespecify respuesta respuestaabierta απάντηση ανοικτήαπάντηση vastus avatudvastus sagot antwort offeneantwort réponse réponselibre'.split(
    ' '
  )
)

/** Takes the row of the header and the one below, gives the questions where the row below says only how they are answered. */
function questionsOver(above: string[], below: string[]): string[] | null {
  const said = filled(below)
  return said.length > 0 && said.every((cell) => answers.has(bareHeader(cell))) ? above : null
}

/** The row that names the columns, by its place among the first rows; in how many rows the names stand. */
export interface Header {
  at: number
  rows: 1 | 2
  names: string[]
}

/** Takes the first rows and the row that a person says is the header (from 1); gives it, or null when there is none. */
export function headerIn(top: FileRow[], said: number | null): Header | null {
  const at = said ? top.findIndex(({ row }) => row === said) : headerAt(top.slice(0, mostAbove))
  const header = at === null ? undefined : top[at]
  if (at === null || !header || header.trouble || filled(header.cells).length === 0) return null
  const below = top[at + 1]
  const two =
    below && !below.trouble
      ? (twoRows(header.cells, below.cells, top[at + 2]?.cells) ?? questionsOver(header.cells, below.cells))
      : null
  return { at, rows: two ? 2 : 1, names: (two ?? header.cells).map((name) => name.trim()) }
}
