import { isSeveralNumbers } from '../../shared/values/digits'
import { minorDigits, toMinor } from '../../shared/values/money'
import type { Minor } from '../../shared/values/flavours'

/** What reading a text as a number gave: nothing, a value, or the reason why not. */
export type Read = { kind: 'empty' } | { kind: 'value'; value: number } | { kind: 'wrong'; why: 'not-a-number' | 'too-precise' }

const separators = new Map<string, { group: string; decimal: string }>()

/** Takes a BCP 47 locale, gives how it groups digits and parts decimals. */
function marks(locale: string): { group: string; decimal: string } {
  let found = separators.get(locale)
  if (!found) {
    const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5)
    const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
    found = { group: part('group'), decimal: part('decimal') || '.' }
    separators.set(locale, found)
  }
  return found
}

/** Is the text before the decimal mark well grouped by this mark: 1.234.567, and not 12.34? */
function grouped(whole: string, mark: string): boolean {
  const [first = '', ...rest] = whole.split(mark)
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))
}

/**
 * Takes what someone typed or pasted and a locale, reads it as a number. Both 1.234,5 and 1,234.5 are understood
 * wherever only one reading is possible; where two are (1.234), the locale decides. Spaces, apostrophes, a percent
 * sign and the given affixes (a currency's sign or code) are allowed; two numbers side by side (10 20) are none.
 */
export function readNumber(text: string, locale: string, affixes: string[] = []): Read {
  let rest = text.trim()
  for (const affix of affixes) if (affix) rest = rest.split(affix).join('')
  if (isSeveralNumbers(rest)) return { kind: 'wrong', why: 'not-a-number' }
  rest = rest.replace(/[\s'’%]/g, '').replace(/[\u2212\u2013]/g, '-')
  if (rest === '') return text.trim() === '' ? { kind: 'empty' } : { kind: 'wrong', why: 'not-a-number' }
  const negative = rest.startsWith('-')
  const body = rest.replace(/^[-+]/, '')
  if (!/^[\d.,]+$/.test(body) || !/\d/.test(body)) return { kind: 'wrong', why: 'not-a-number' }

  const { group, decimal } = marks(locale)
  const lastDot = body.lastIndexOf('.')
  const lastComma = body.lastIndexOf(',')
  let point = ''
  let thousands = ''
  if (lastDot >= 0 && lastComma >= 0) {
    point = lastDot > lastComma ? '.' : ','
    thousands = point === '.' ? ',' : '.'
  } else if (lastDot >= 0 || lastComma >= 0) {
    const only = lastDot >= 0 ? '.' : ','
    const several = body.split(only).length > 2
    if (several || (only === group && only !== decimal && grouped(body, only))) thousands = only
    // 1,2345 and 1234,567 are a number whose thousands came out of place, or a fraction from elsewhere: nobody can tell
    else if (only === group && only !== decimal && /^(?!0[.,]).*[.,]\d{3}/.test(body)) return { kind: 'wrong', why: 'not-a-number' }
    else point = only
  }
  const cut = point ? body.lastIndexOf(point) : body.length
  const whole = body.slice(0, cut)
  const fraction = body.slice(cut + 1)
  if (/[.,]/.test(fraction)) return { kind: 'wrong', why: 'not-a-number' }
  if (thousands && whole.includes(thousands) && !grouped(whole, thousands)) return { kind: 'wrong', why: 'not-a-number' }
  if (point && whole.includes(point)) return { kind: 'wrong', why: 'not-a-number' }
  const value = Number(`${negative ? '-' : ''}${(thousands ? whole.split(thousands).join('') : whole) || '0'}.${fraction || '0'}`)
  return Number.isFinite(value) ? { kind: 'value', value: value === 0 ? 0 : value } : { kind: 'wrong', why: 'not-a-number' }
}

/** What an input event says of itself. */
type Edit = Pick<InputEvent, 'inputType' | 'data'>

/**
 * Takes an edit, the locale, and whether the marks of thousands in the text were written by us before; gives whether they
 * still are. Then they mean nothing: 1,234 with a 5 typed after it is 12345, and with its last digit deleted 123.
 */
export function marksAreOurs(before: boolean, { inputType, data }: Edit, locale: string): boolean {
  if (/^(delete|history)/.test(inputType)) return before
  return before && /^insert(Composition)?Text$/.test(inputType) && !data?.includes(marks(locale).group)
}

/** Takes a text and a locale, gives the text without its marks of thousands. */
export const ungrouped = (text: string, locale: string): string => text.replaceAll(marks(locale).group, '')

/** Takes a number and a locale, gives the text a person would edit; `readNumber` gives the same number back. */
export function writeNumber(value: number, locale: string, digits = 10): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: true }).format(value)
}

/** Takes a locale and an ISO 4217 code, gives the signs a person may have typed with an amount. */
function moneySigns(locale: string, currency: string): string[] {
  const sign = (display: 'symbol' | 'narrowSymbol'): string =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display })
      .formatToParts(1)
      .find((part) => part.type === 'currency')?.value ?? ''
  return [currency, currency.toLowerCase(), sign('symbol'), sign('narrowSymbol')]
}

/** Takes what someone typed, a locale and an ISO 4217 code, reads integer minor units; more decimals than the currency has are refused. */
export function readMoney(text: string, locale: string, currency: string): Read {
  const read = readNumber(text, locale, moneySigns(locale, currency))
  if (read.kind !== 'value') return read
  const minor = toMinor(read.value, currency)
  if (!Number.isSafeInteger(minor)) return { kind: 'wrong', why: 'not-a-number' }
  const scale = 10 ** minorDigits(currency)
  if (Math.abs(minor / scale - read.value) > Math.abs(read.value) * 1e-12 + 1e-9) return { kind: 'wrong', why: 'too-precise' }
  return { kind: 'value', value: minor }
}

/** Takes integer minor units, gives the text a person would edit, without the currency. */
export function writeMoney(minor: Minor, locale: string, currency: string): string {
  const digits = minorDigits(currency)
  const major = minor / 10 ** digits
  const shown = Number.isInteger(major) ? 0 : digits
  return new Intl.NumberFormat(locale, { minimumFractionDigits: shown, maximumFractionDigits: digits }).format(major)
}
