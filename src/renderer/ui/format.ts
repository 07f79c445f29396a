import { formatMoney, type MoneyStyle } from '../../shared/values/money'
import { written, writtenDay, writtenMoment, type DateStyle } from '../../shared/values/format'
import { formatLocale } from './language.svelte'

/** Keeps a date on one line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Takes a date-only ISO string (2025-03-04), gives "4 Mar 2025" in the screen's language; the day never shifts. */
export function showDate(iso: string, style: DateStyle = 'short'): string {
  return whole(writtenDay(iso, formatLocale(), style))
}

/** Takes an instant (ISO, UTC) and an IANA zone, gives "4 Mar 2025, 14:05" as the clock in that zone read. */
export function showInstant(instant: string, zone?: string): string {
  return whole(writtenMoment(instant, formatLocale(), zone))
}

/** Takes a moment as precisely as it is known (instant, day, month or year), gives "4 Mar 2025, 14:05", "4 Mar 2025", "March 2025" or "2025". */
export function showMoment(moment: string, zone?: string | null): string {
  const text = writtenMoment(moment, formatLocale(), zone ?? undefined)
  return moment.length > 7 ? whole(text) : text
}

/** Gives today as an ISO date in a zone, or on this computer's clock. */
export function today(zone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format()
}

/** Takes milliseconds since the epoch and an IANA zone, gives the time of day there, else on this computer, "14:05". */
export function showTime(at: number, zone?: string): string {
  return written(at, formatLocale(), 'time', zone)
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
export function showMoney(minor: number, currency: string, style: MoneyStyle = 'exact'): string {
  return formatMoney({ minor, currency }, formatLocale(), style)
}
