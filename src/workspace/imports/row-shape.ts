import type { Odd } from '../../shared/contract/imports'
import { mostCharacters, mostColumns, mostInRow, type FileRow } from '../../shared/imports/row-source'
import { m } from '../../shared/messages/messages.js'

/** What is wrong with a row before anything is read in it. */
export function shapeOf({ row, line, cells, trouble }: FileRow, headers: string[]): Odd | null {
  const at = String(line ?? row)
  const whole = (text: string, problem: string): Odd => ({ field: null, text, problem })
  if (trouble === 'quote') return whole(m.imports_row_quote({ line: at }), m.imports_trouble_quote())
  if (trouble === 'wide') return whole(m.imports_row_wide({ line: at, maximum: String(mostColumns) }), m.imports_trouble_wide())
  if (trouble === 'long') return whole(m.imports_row_long({ line: at, maximum: String(mostInRow) }), m.imports_trouble_long())
  if (trouble === 'broken') return whole(m.imports_row_broken({ line: at }), m.imports_trouble_broken())
  // a row that is too long shifts what stands in it; one that is short lacks empty cells at its end
  if (cells.length > headers.length && cells.slice(headers.length).every((cell) => cell.trim() === ''))
    cells.length = headers.length
  if (cells.length > headers.length)
    return whole(m.imports_bad_width({ cells: String(cells.length), headers: String(headers.length) }), m.imports_trouble_width())
  const long = cells.findIndex((cell) => cell.length > mostCharacters)
  if (long < 0) return null
  const text = m.imports_cell_too_long({ column: headers[long]!, maximum: String(mostCharacters) })
  return { field: headers[long]!, text, problem: m.imports_trouble_cell() }
}

/** Whether a row has nothing but lines drawn with signs: "-----", "=====", "_____". */
export const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^\s*(?:[-=_*─]{3,}\s*)?$/.test(cell))

/** Whether a row bears the header again, as lists do that were printed in pages or put together of groups. */
export function isHeaderAgain(cells: readonly string[], headers: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  return said.length > 1 && cells.every((cell, at) => cell.trim() === '' || cell.trim() === headers[at])
}
