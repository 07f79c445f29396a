import type { Major, Minor } from './flavours'

/** An amount: integer minor units and the currency they are in. */
export interface Money {
  minor: Minor
  currency: string
}

const digits = new Map<string, number>()

/** Takes an ISO 4217 code, gives how many decimal digits its minor unit has (EUR 2, JPY 0, KWD 3). */
export function minorDigits(code: string): number {
  let found = digits.get(code)
  if (found === undefined) {
    found = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits ?? 2
    digits.set(code, found)
  }
  return found
}

/**
 * Takes an amount in major units (12.345 euros), gives integer minor units, half away from zero.
 * This is the one place where an amount is rounded.
 */
export function toMinor(major: Major, code: string): Minor {
  const scaled = major * 10 ** minorDigits(code)
  // 1.005 * 100 is 100.49999999999999: nudge by the size of the float error before rounding
  const rounded = Math.round(Math.abs(scaled) + Math.abs(scaled) * Number.EPSILON * 2)
  return rounded === 0 ? 0 : Math.sign(scaled) * rounded
}

/** Takes integer minor units, gives major units as a number. */
export function toMajor(minor: Minor, code: string): Major {
  return minor / 10 ** minorDigits(code)
}

/** How precisely an amount is shown: every cent, whole units, or three figures as fits an estimate. */
export type MoneyStyle = 'exact' | 'whole' | 'estimate'

const formats = new Map<string, Intl.NumberFormat>()

/** Takes an amount and a BCP 47 locale, gives text such as "€12,400". */
export function formatMoney(amount: Money, locale: string, style: MoneyStyle = 'exact'): string {
  const key = `${locale} ${amount.currency} ${style}`
  // to make a format takes many times as long as to use it
  let format = formats.get(key)
  if (!format) formats.set(key, (format = moneyFormat(amount, locale, style)))
  return format.format(toMajor(amount.minor, amount.currency))
}

function moneyFormat(amount: Money, locale: string, style: MoneyStyle): Intl.NumberFormat {
  const options: Intl.NumberFormatOptions = { style: 'currency', currency: amount.currency }
  if (style === 'whole') Object.assign(options, { maximumFractionDigits: 0, minimumFractionDigits: 0 })
  if (style === 'estimate') Object.assign(options, { maximumSignificantDigits: 3, minimumFractionDigits: 0 })
  return new Intl.NumberFormat(locale, options)
}
