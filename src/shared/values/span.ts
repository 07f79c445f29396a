import { m } from '../messages/messages.js'
import type { Language } from './languages'

const units = new Map<string, Intl.NumberFormat>()

function shortUnit(locale: string, unit: 'day' | 'hour' | 'minute'): Intl.NumberFormat {
  const key = `${locale} ${unit}`
  let format = units.get(key)
  if (!format) units.set(key, (format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })))
  return format
}

/**
 * Takes milliseconds, a BCP 47 locale and the language of the words (the screen's without one), gives a duration in the two largest units: "3 hr 20 min",
 * "2 days 4 hr", "12 days" from a week on.
 */
export function duration(ms: number, locale: string, language: { locale?: Language } = {}): string {
  const minutes = Math.floor(ms / 60_000)
  const days = Math.floor(minutes / 1_440)
  const hours = Math.floor(minutes / 60) % 24
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    // CLDR's Estonian day is a day and a night, which nobody says of a deadline
    name === 'day' ? m.brief_days({ count: value }, language) : shortUnit(locale, name).format(value)
  if (days >= 7) return unit(days, 'day')
  if (days > 0) return hours > 0 ? `${unit(days, 'day')} ${unit(hours, 'hour')}` : unit(days, 'day')
  if (hours > 0)
    return minutes % 60 > 0 && hours < 12 ? `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}` : unit(hours, 'hour')
  return unit(Math.max(minutes, 1), 'minute')
}
