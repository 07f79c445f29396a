import type { DateOrder } from '../contract/imports'
import { isBlank } from './blank'
import { epoch, numericDate, plainDay, serialDay, split, tidy } from './dates'
import { halfKnown } from './half-known'

/** Watches all cells of one column and tells in which orders its dates can be read. */
export class DateColumn {
  /** Cells that are not empty, and those of them that look like dates. */
  cells = 0
  dates = 0
  /** Letters of time zones that can mean several. */
  readonly letters = new Set<string>()
  private epochs = 0
  private serials = 0
  private open = new Set<DateOrder>(['dmy', 'mdy', 'ymd'])
  private differ = false
  private numeric = 0

  see(cell: string): void {
    if (isBlank(cell)) return
    this.cells++
    const text = tidy(cell)
    if (text === null || text.length < 4 || !/[0-9]/.test(text)) return
    if (serialDay(text) !== null) {
      this.serials++
      this.dates++
      return
    }
    if (halfKnown(text)) {
      this.dates++
      return
    }
    if (text.length < 6) return
    if (epoch.test(text) && Number(text.slice(0, 10)) < 4_102_444_800) {
      this.epochs++
      this.dates++
      return
    }
    const parts = split(text)
    if (!parts) return
    if (parts.letters && this.letters.size < 10) this.letters.add(parts.letters)
    const day = plainDay(parts.date)
    if (day !== undefined) {
      if (day === null) return
      this.dates++
      return
    }
    this.seeNumeric(parts.date)
  }

  private seeNumeric(date: string): void {
    const numeric = numericDate.exec(date)
    if (!numeric) return
    const [a, b, c] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])]
    const orders: DateOrder[] = []
    const yearLast = numeric[4]!.length === 4 || numeric[4]!.length === 2
    // whoever writes dots writes the day first; by range only: the 31st of April must be one wrong row, not a sign of another order
    if (yearLast && a >= 1 && a <= 31 && b >= 1 && b <= 12) orders.push('dmy')
    if (yearLast && numeric[2] !== '.' && a >= 1 && a <= 12 && b >= 1 && b <= 31) orders.push('mdy')
    if (numeric[1]!.length === 2 && numeric[4]!.length <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31) orders.push('ymd')
    if (orders.length === 0) return
    this.numeric++
    this.dates++
    if (a !== b) this.differ = true
    for (const order of this.open) if (!orders.includes(order)) this.open.delete(order)
  }

  /** The orders that fit all dates seen. Several: nobody can tell. None: no single order fits them all. */
  fits(): DateOrder[] {
    // a spreadsheet holds days that were typed beside those that it counts
    if (this.serials > 0) return this.numeric === 0 && this.epochs === 0 ? ['serial'] : []
    if (this.epochs > 0) return this.epochs === this.dates ? ['unix'] : []
    if (this.numeric === 0) return ['iso']
    const fits = [...this.open]
    // 03/03/2025 is the same day either way
    return !this.differ && fits.includes('dmy') ? fits.filter((order) => order !== 'mdy') : fits
  }

  /** Whether this is a column of dates: most of what it holds looks like one. */
  isDates(): boolean {
    return this.cells > 0 && this.dates >= this.cells * 0.8
  }
}

/**
 * Takes the orders that fit each column of dates in a file, gives them with those settled that one file can have in one
 * order only: whoever writes the day first in one column does so in the others.
 */
export function settledTogether<C extends { fits: DateOrder[] }>(columns: C[], said: readonly DateOrder[] = []): C[] {
  const sure = [...said, ...columns.flatMap(({ fits }) => (fits.length === 1 ? fits : []))]
  const orders = new Set(sure.filter((order) => order === 'dmy' || order === 'mdy' || order === 'ymd'))
  const [only] = orders
  if (orders.size !== 1 || !only) return columns
  return columns.map((column) => (column.fits.length > 1 && column.fits.includes(only) ? { ...column, fits: [only] } : column))
}
