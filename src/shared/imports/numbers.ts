import { isSeveralNumbers } from '../values/digits'
import { isBlank } from './blank'
import type { NumberMark } from '../contract/imports'

/** No number that people write is longer. */
const longest = 60
const blanks = /[\s\u00a0\u202f\u2009'’]/g

/** Takes a cell, gives it with one kind of minus and without blanks; (12) and 12- are minus 12. */
function tidy(cell: string): string {
  const text = cell.replace(/[−–]/g, '-').replace(blanks, '')
  if (text.startsWith('(') && text.endsWith(')') && text.length > 2) return `-${text.slice(1, -1)}`
  return /[0-9]-$/.test(text) ? `-${text.slice(0, -1)}` : text
}

/** Whether a text is digits, perhaps in groups of three (or two, as in India) with a mark between them. */
function isWhole(text: string, mark: string): boolean {
  const groups = text.split(mark)
  if (groups.length === 1) return /^[0-9]+$/.test(text)
  const [first, ...rest] = groups
  const last = rest.pop()!
  return /^[0-9]{1,3}$/.test(first!) && /^[0-9]{3}$/.test(last) && rest.every((group) => /^[0-9]{2,3}$/.test(group))
}

/** Takes a cell and the mark before the decimals in its column, gives the number, or null when it is none. */
export function readNumber(cell: string, mark: NumberMark): number | null {
  if (isSeveralNumbers(cell)) return null
  const text = tidy(cell)
  if (text.length > longest) return null
  const [, sign, number, power] = /^([+-]?)([0-9.,]+)(e[+-]?[0-9]{1,2})?$/i.exec(text) ?? []
  if (number === undefined) return null
  const [point, group] = mark === 'point' ? ['.', ','] : [',', '.']
  const [whole = '', part, ...more] = number.split(point!)
  if (more.length > 0 || (whole !== '' && !isWhole(whole, group!)) || (part !== undefined && !/^[0-9]+$/.test(part))) return null
  if (whole === '' && !part) return null
  const value = Number(`${sign}${whole.replaceAll(group!, '') || '0'}.${part ?? 0}${power ?? ''}`)
  return Number.isFinite(value) ? value : null
}

const locales = ['en', 'en-CA', 'en-AU', 'el', 'es', 'es-MX', 'et', 'fil', 'de', 'fr', 'pt-BR', 'sv', 'nb', 'da', 'pl', 'cs', 'hu']
const signs = new Map<string, string[]>()

/** The code and every sign of a currency that people write before or behind an amount, the longest first. */
function signsOf(currency: string): string[] {
  let known = signs.get(currency)
  if (!known) {
    const found = new Set([currency, ...(currency === 'USD' ? ['US$', 'U$S'] : [])])
    for (const locale of locales) {
      for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
        const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(1)
        const sign = parts.find(({ type }) => type === 'currency')?.value
        if (sign) found.add(sign)
      }
    }
    known = [...found, ...[...found].filter((sign) => /\p{L}$/u.test(sign)).map((sign) => `${sign}.`)].sort(
      (a, b) => b.length - a.length
    )
    signs.set(currency, known)
  }
  return known
}

/** Takes a cell with an amount and its currency, gives the cell without that currency's code or sign. */
export function withoutCurrency(cell: string, currency: string): string {
  if (cell.length > 4 * longest) return cell
  const text = cell.trim()
  const minus = /^[-−–(] ?/.exec(text)?.[0] ?? ''
  const bare = text.slice(minus.length)
  const small = bare.toLowerCase()
  for (const sign of signsOf(currency)) {
    if (small.startsWith(sign.toLowerCase())) return minus + bare.slice(sign.length)
    if (small.endsWith(sign.toLowerCase())) return minus + bare.slice(0, -sign.length)
    if (minus.startsWith('(') && small.endsWith(`${sign.toLowerCase()})`)) return `${minus}${bare.slice(0, -sign.length - 1)})`
  }
  return cell
}

/** Takes a cell, gives it without a code or sign of any currency at its ends. */
export function withoutAnyCurrency(cell: string): string {
  const text = cell.trim()
  const start = /^([-−–(]?) ?(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc}|\p{L}{1,3}\.?) ?(?=[0-9.,(-])/u.exec(text)
  const begun = start ? start[1] + text.slice(start[0].length) : text
  const end = /(?:[A-Z]{3}|\p{Sc}|\p{L}{1,3}\.?)$/u.exec(begun.slice(-5))
  return end && /[0-9]/.test(begun) ? begun.slice(0, -end[0].length) : begun
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
    if (cell.length > 4 * longest) return
    // most amounts carry at most a code or a sign of their currency
    const text = withoutAnyCurrency(cell)
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

  /** Whether a number of it can be read with one mark only. */
  isSure(): boolean {
    return this.open.size === 1
  }

  isNumbers(): boolean {
    return this.cells > 0 && this.numbers >= this.cells * 0.8
  }
}

/**
 * Takes the marks that fit each column of numbers in a file, gives them with those settled that one file can have in one
 * way only: whoever writes 1.250,50 in one column writes two thousand as 2.000 in another.
 */
export function settledMarks<C extends { fits: NumberMark[]; sure: boolean }>(columns: C[]): C[] {
  const marks = new Set(columns.flatMap(({ fits, sure }) => (sure ? fits : [])))
  const [only] = marks
  if (marks.size !== 1 || !only) return columns
  return columns.map((column) => (column.fits.length > 1 ? { ...column, fits: [only] } : column))
}
