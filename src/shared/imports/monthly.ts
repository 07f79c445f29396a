import type { NumberMark } from '../contract/imports'
import type { MonthValue } from '../losses/questions/questions'
import { isBlank } from './blank'
import { DateColumn } from './date-column'
import { readDate } from './dates'
import { halfKnown } from './half-known'
import { NumberColumn, readNumber, withoutAnyCurrency } from './numbers'

/** A quarter or half a year is no month. */
const partOfYear = /^[QTKHΤ][1-4]\b|[QTKΤ][1-4]$/iu

/** One column of numbers by month. */
export interface MonthlyColumn {
  name: string
  months: MonthValue[]
  /** Rows that it was read from; more than months where a month has several, which are added up. */
  rows: number
}

/**
 * Takes a table's headers and rows; gives each column of numbers beside its first column of months or days, in the order of
 * months. Rows that say no month, such as a total, are left out. Where the mark before decimals can be either, `mark` decides;
 * a column of days whose order nobody can tell (03/04/2026) is none.
 */
export function monthlyColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  mark: NumberMark
): MonthlyColumn[] {
  const columns = headers.map((_, at) => rows.map((cells) => cells[at] ?? ''))
  const readers = columns.map(monthReader)
  const at = readers.findIndex((read) => read !== null)
  const read = readers[at]
  if (!read) return []
  const months = columns[at]!.map(read)
  return columns.flatMap((cells, index) => {
    // what stands in the months' rows decides: a total below may be written otherwise
    const numbers = readers[index]
      ? null
      : numberReader(
          cells.filter((_, row) => months[row]),
          mark
        )
    if (!numbers) return []
    const sums = new Map<string, number>()
    let count = 0
    for (const [row, month] of months.entries()) {
      const value = month ? numbers(cells[row]!) : null
      if (!month || value === null) continue
      sums.set(month, (sums.get(month) ?? 0) + value)
      count++
    }
    const found = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, value]) => ({ month, value }))
    return found.length ? [{ name: headers[index]!, months: found, rows: count }] : []
  })
}

/** Takes the cells of a column, gives what reads them as months; null where they are something else. */
function monthReader(cells: readonly string[]): ((cell: string) => string | null) | null {
  const filled = cells.filter((cell) => !isBlank(cell))
  const days = new DateColumn()
  for (const cell of filled) if (!halfKnown(cell)) days.see(cell)
  const [order, ...more] = days.fits()
  // 202603 or a plain year is a number
  if (order === undefined || more.length > 0 || order === 'unix' || order === 'serial') return null
  const read = (cell: string): string | null =>
    partOfYear.test(cell.trim()) ? null : (halfKnown(cell) ?? readDate(cell, order)?.day.slice(0, 7) ?? null)
  const said = filled.filter((cell) => read(cell) !== null).length
  return said > 0 && said >= filled.length * 0.6 ? read : null
}

function numberReader(cells: readonly string[], mark: NumberMark): ((cell: string) => number | null) | null {
  const column = new NumberColumn()
  for (const cell of cells) column.see(cell)
  const fits = column.fits()
  if (!column.isNumbers() || fits.length === 0) return null
  const written = fits.length === 1 ? fits[0]! : mark
  return (cell) => (isBlank(cell) ? null : readNumber(withoutAnyCurrency(cell), written))
}
