import type { Clock } from '../../shared/values/clock'
import { formatMoney, type MoneyStyle } from '../../shared/values/money'
import { written, writtenDay, writtenMoment, type DateStyle } from '../../shared/values/format'
import { homeZone } from './clock.svelte'
import { formatLocale } from './language.svelte'
import type { Instant, Minor, Moment } from '../../shared/values/flavours'

/** Keeps a date on one line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Takes a date without a time as precisely as it is known, gives "4 Mar 2025", "March 2025" or "2025" in the screen's language; the day never shifts. */
export function showDate(iso: string, style: DateStyle = 'short'): string {
  const text = writtenDay(iso, formatLocale(), style)
  return iso.length > 7 ? whole(text) : text
}

/**
 * Takes a moment as precisely as it is known (instant, day, month or year) at which something was said or done with a
 * customer, and the customer's clock; gives "4 Mar 2025, 14:05", "4 Mar 2025", "March 2025" or "2025".
 */
export function showMoment(moment: Moment, clock: Clock): string {
  const text = writtenMoment(moment, formatLocale(), clock)
  return moment.length > 7 ? whole(text) : text
}

/** Takes an instant (ISO, UTC) at which Redress did something, gives "4 Mar 2025, 14:05" on the workspace's clock. */
export function showDone(instant: Instant): string {
  return showMoment(instant, homeZone())
}

/** Takes milliseconds since the epoch and whose clock tells them, gives the time of day, "14:05". */
export function showTime(at: number, clock: Clock): string {
  return written(at, formatLocale(), 'time', clock)
}

const numbers = new Map<string, Intl.NumberFormat>()

/** Takes a number, gives it in the screen's language with at most `digits` decimals. */
export function showNumber(value: number, digits = 2): string {
  const locale = formatLocale()
  const key = `${locale} ${digits}`
  let format = numbers.get(key)
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })))
  return format.format(value)
}

/** Takes a share of 0 to 1, gives "12.5 %" in the screen's language. */
export function showShare(value: number, digits = 1): string {
  return new Intl.NumberFormat(formatLocale(), { style: 'percent', maximumFractionDigits: digits }).format(value)
}

/** Takes integer minor units and an ISO 4217 code, gives "€12,400" in the screen's language. */
export function showMoney(minor: Minor, currency: string, style: MoneyStyle = 'exact'): string {
  return formatMoney({ minor, currency }, formatLocale(), style)
}
