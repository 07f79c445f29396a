import { m } from '../../../shared/messages/messages.js'
import { dueEnd } from '../../../shared/records/promises'
import { addDays, dayIn, daysBetween, lastDay } from '../../../shared/values/zones'

/** How long is left until something is due, or how long it is over. */
export interface Left {
  overdue: boolean
  /** Less than a day is left. */
  soon: boolean
  /** Milliseconds until it is due, or since it was. */
  ms: number
  /** For a due day without a time: whole days from today, in the zone it was said in; below zero when it is over. */
  days: number | null
}

/** Takes what is due (instant or day), its IANA zone and the present instant, gives what is left of it. */
export function left(dueAt: string, zone: string, now: string): Left {
  const exact = dueAt.includes('T')
  const ms = dueEnd(dueAt, zone) - Date.parse(now)
  const days = exact ? null : daysBetween(dayIn(now, zone), lastDay(dueAt))
  return { overdue: ms < 0, soon: ms >= 0 && ms < 86_400_000, ms: Math.abs(ms), days }
}

const units = new Map<string, Intl.NumberFormat>()

function shortUnit(locale: string, unit: 'day' | 'hour' | 'minute'): Intl.NumberFormat {
  const key = `${locale} ${unit}`
  let format = units.get(key)
  if (!format) units.set(key, (format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })))
  return format
}

/**
 * Takes milliseconds and the screen's BCP 47 locale, gives a duration in the two largest units: "3 hr 20 min",
 * "2 days 4 hr", "12 days" from a week on.
 */
export function duration(ms: number, locale: string): string {
  const minutes = Math.floor(ms / 60_000)
  const days = Math.floor(minutes / 1_440)
  const hours = Math.floor(minutes / 60) % 24
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    // CLDR's Estonian day is a day and a night, which nobody says of a deadline
    name === 'day' ? m.brief_days({ count: value }) : shortUnit(locale, name).format(value)
  if (days >= 7) return unit(days, 'day')
  if (days > 0) return hours > 0 ? `${unit(days, 'day')} ${unit(hours, 'hour')}` : unit(days, 'day')
  if (hours > 0)
    return minutes % 60 > 0 && hours < 12 ? `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}` : unit(hours, 'hour')
  return unit(Math.max(minutes, 1), 'minute')
}

/** Takes an IANA zone, gives the place it is named after: "Athens". */
export function zonePlace(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Takes the present instant, an IANA zone and days to add, gives that calendar day there. */
export function dayFrom(now: string, zone: string, days: number): string {
  return addDays(dayIn(now, zone), days)
}

/**
 * Takes what is due (instant, day or null), its IANA zone and the present instant, gives whether it has been over for more
 * than a day: whoever says then that it was kept is asked when.
 */
export function longOverdue(dueAt: string | null, zone: string, now: string): boolean {
  const of = dueAt && left(dueAt, zone, now)
  return Boolean(of && of.overdue && of.ms > 86_400_000)
}
