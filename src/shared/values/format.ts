// How dates are written, on the screen and in a brief alike.
import type { Clock } from './clock'
import type { Language } from './languages'
import type { Moment, Zone } from './flavours'

/** A workspace's paper: it also says on which side of the Atlantic its dates and numbers are at home. */
export type Paper = 'a4' | 'letter'

const regions: Record<Paper, Record<Language, string>> = {
  a4: { en: 'en-GB', el: 'el-GR', es: 'es-ES', et: 'et-EE', fil: 'fil-PH' },
  letter: { en: 'en-US', el: 'el-GR', es: 'es-MX', et: 'et-EE', fil: 'fil-PH' }
}

/**
 * Takes a language and the paper, gives the BCP 47 tag after which dates, numbers and money are written. Not after the
 * computer's region: a brief would be written otherwise than the screen it was made on, and otherwise on each computer.
 */
export function localeOf(language: Language, paper: Paper): string {
  return regions[paper][language]
}

const styles = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  dayName: { weekday: 'long' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Where the year goes without saying. */
  bare: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  /** Where it stands alone, on an axis or over a month. */
  shortMonth: { month: 'short', year: 'numeric' },
  instant: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
} satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof styles

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, style: DateStyle, timeZone: Zone): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`
  let format = formats.get(key)
  // to make one takes many times as long as to use it
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone })))
  return format
}

/** Takes a point in time, a locale, a style and the clock that tells it, gives it as it is written there. */
export function written(at: Date | number, locale: string, style: DateStyle, clock: Clock): string {
  return formatOf(locale, style, clock).format(at)
}

/**
 * Takes a date without a time as precisely as it is known (day, month or year) and a locale, gives "4 Mar 2025",
 * "March 2025" or "2025"; the day never shifts. What is no date stays as it is.
 */
export function writtenDay(iso: string, locale: string, style: DateStyle = 'short'): string {
  if (iso.length === 7) return writtenDay(`${iso}-01`, locale, style === 'shortMonth' ? style : 'month')
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)?.map(Number) ?? []
  if (year === undefined) return iso
  const at = new Date(0)
  at.setUTCFullYear(year, month! - 1, day)
  return formatOf(locale, style, 'UTC').format(at)
}

/** Takes a moment as precisely as it is known, a locale and the clock that tells an instant; gives "4 Mar 2025, 14:05", "4 Mar 2025", "March 2025" or "2025". */
export function writtenMoment(moment: Moment, locale: string, clock: Clock): string {
  if (moment.length <= 10) return writtenDay(moment, locale)
  const at = new Date(moment)
  return Number.isNaN(at.getTime()) ? moment : written(at, locale, 'instant', clock)
}
