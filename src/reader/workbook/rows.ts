import type { CellObject, WorkSheet } from '@e965/xlsx'
import { mostCharacters, mostColumns, type FileRow } from '../../shared/imports/row-source'
import { textOfCell } from './cells'

/** Gaps of more empty rows are not given as rows. */
const longestGap = 20

/** Takes a sheet, gives its rows as texts, under the numbers that the spreadsheet shows. `mac` says that days count from 1904. */
export function* rowsOfSheet(sheet: WorkSheet, mac: boolean): Generator<FileRow> {
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  const merged = mergedDown(sheet)
  let empty = 0
  for (let at = 0; at < rows.length; at++) {
    const cells = rows[at] ?? []
    const texts: string[] = []
    let filled = -1
    const width = Math.min(cells.length, mostColumns + 1)
    for (let column = 0; column < width; column++) {
      const text = cells[column] ? textOfCell(cells[column]!, mac) : ''
      texts.push(text.length > mostCharacters ? text.slice(0, mostCharacters + 1) : text)
      if (text !== '') filled = column
    }
    for (const [column, from] of merged.get(at) ?? []) {
      const above = rows[from]?.[column]
      while (texts.length <= column) texts.push('')
      if (above && texts[column] === '') texts[column] = textOfCell(above, mac)
      filled = Math.max(filled, column)
    }
    texts.length = filled + 1
    if (filled < 0) {
      empty++
      continue
    }
    if (empty <= longestGap) for (let gap = at - empty; gap < at; gap++) yield { row: gap + 1, cells: [''] }
    empty = 0
    yield { row: at + 1, cells: texts, ...(cells.length > mostColumns ? { trouble: 'wide' as const } : {}) }
  }
}

/** The cells of one column that were merged downwards: each of the rows below has the value of the first. By row: column and first row. */
function mergedDown(sheet: WorkSheet): Map<number, [column: number, from: number][]> {
  const found = new Map<number, [number, number][]>()
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, 100_000)) {
    if (s.c !== e.c || s.r === e.r) continue
    for (let row = s.r + 1; row <= Math.min(e.r, s.r + 10_000); row++) {
      const list = found.get(row) ?? []
      list.push([s.c, s.r])
      found.set(row, list)
    }
  }
  return found
}
