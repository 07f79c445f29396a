import { isBlank } from './dates'
import type { NumberMark } from '../contract/imports'

const spaces = /[\s\u00a0\u202f\u2009'’]/g
const shapes: Record<NumberMark, RegExp> = {
  point: /^[+-]?(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)?(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i,
  comma: /^[+-]?(?:\d{1,3}(?:\.\d{2,3})*\.\d{3}|\d+)?(?:,\d+)?(?:e[+-]?\d{1,2})?$/i
}

/** Takes a cell, gives it with one kind of minus and without spaces between digits; (12) is minus 12. */
function tidy(cell: string): string {
  const text = cell
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f\u2009'’](?=\d)/g, '')
    .replace(spaces, '')
  const bracketed = /^\((.+)\)$/.exec(text)
  return bracketed ? `-${bracketed[1]}` : text.replace(/^(.*\d)-$/, '-$1')
}

/** Takes a cell and the mark before the decimals in its column, gives the number, or null when it is none. */
export function readNumber(cell: string, mark: NumberMark): number | null {
  const text = tidy(cell)
  if (!/\d/.test(text) || !shapes[mark].test(text)) return null
  const value = Number(mark === 'point' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

const symbols = new Map<string, RegExp>()

/** Takes a cell with an amount and its currency, gives the cell without that currency's code or symbol. */
export function withoutCurrency(cell: string, currency: string): string {
  let known = symbols.get(currency)
  if (!known) {
    const narrow = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(1)
    const symbol = narrow.find(({ type }) => type === 'currency')?.value ?? currency
    known = new RegExp(`${currency}|${symbol.replace(/[$.*+?^()|[\]{}\\]/g, '\\$&')}`, 'i')
    symbols.set(currency, known)
  }
  return cell.replace(known, '')
}

/** Watches all cells of one column and tells which mark its numbers have before their decimals. */
export class NumberColumn {
  cells = 0
  numbers = 0
  private open = new Set<NumberMark>(['point', 'comma'])
  private differ = false

  see(cell: string): void {
    if (isBlank(cell)) return
    this.cells++
    // most amounts carry at most a code or a sign of their currency
    const text = cell.replace(/^(-?)\s*(?:[A-Z]{3}|\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc})\s*$/gu, '$1')
    const point = readNumber(text, 'point')
    const comma = readNumber(text, 'comma')
    if (point === null && comma === null) return
    this.numbers++
    if (point === null) this.open.delete('point')
    if (comma === null) this.open.delete('comma')
    if (point !== comma) this.differ = true
  }

  /** The marks that fit all numbers seen. Several: nobody can tell; none: no single one fits them all. */
  fits(): NumberMark[] {
    const fits = [...this.open]
    return fits.length > 1 && !this.differ ? ['point'] : fits
  }

  isNumbers(): boolean {
    return this.cells > 0 && this.numbers >= this.cells * 0.8
  }
}
