import { Temporal } from 'temporal-polyfill'
import type { DateOrder } from '../contract/imports'
import { firstYear, lastYear } from '../values/years'

/** A date as a cell has it: a day, perhaps a wall-clock time, perhaps how far that clock is from UTC. */
export interface WrittenDate {
  day: string
  /** "13:47:00", or null when the cell has no time. */
  time: string | null
  /** Minutes east of UTC, or null when the cell does not say. */
  offset: number | null
}

const timePart =
  /(?:^|[T,\s]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?\s?m\.?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/i
const numericDate = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/
const compactDate = /^(\d{4})(\d{2})(\d{2})$/
const dayMonthName = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})\.?(?:\s+de)?[\s/-]*(\p{L}{3,})\.?,?(?:\s+de)?[\s/-]*(\d{2}|\d{4})$/u
const monthNameDay = /^(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u
const epoch = /^\d{10}(?:\d{3})?$/

/** Languages whose month names are understood. */
const monthLanguages = ['en', 'el', 'es', 'et', 'fil', 'de', 'fr', 'it', 'nl', 'pt', 'fi', 'sv']
let months: Map<string, number> | null = null

function monthNamed(name: string): number | undefined {
  if (!months) {
    months = new Map()
    for (const language of monthLanguages) {
      for (const style of ['long', 'short'] as const) {
        for (const withDay of [true, false]) {
          const format = new Intl.DateTimeFormat(language, {
            month: style,
            timeZone: 'UTC',
            ...(withDay ? { day: 'numeric' } : {})
          })
          for (let month = 1; month <= 12; month++) {
            const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find(({ type }) => type === 'month')
            if (part) months.set(plain(part.value), month)
          }
        }
      }
    }
  }
  return months.get(plain(name))
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function dayText(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

const fullYear = (digits: string) => (digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900))

interface Split {
  date: string
  time: string | null
  offset: number | null
}

/** Takes a cell, gives its date text apart from its time; null when the time is impossible. */
function split(text: string): Split | null {
  const found = timePart.exec(text)
  if (!found) return { date: text, time: null, offset: null }
  const [whole, hours, minutes, seconds, half, zone] = found
  let hour = Number(hours)
  if (half && (hour < 1 || hour > 12)) return null
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  return {
    date: text.slice(0, text.length - whole.length).trim(),
    time: `${pad(hour)}:${minutes}:${seconds ?? '00'}`,
    offset: zone ? minutesEast(zone) : null
  }
}

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) : 0
}

/** The day of a date text that can be read in one way only: the year first, or the month by name. */
function plainDay(date: string): string | null | undefined {
  const numeric = numericDate.exec(date)
  if (numeric && numeric[1]!.length === 4) return dayText(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]))
  const compact = compactDate.exec(date)
  if (compact) return dayText(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (numeric || !/\p{L}/u.test(date)) return undefined
  const dayFirst = dayMonthName.exec(date)
  const month = dayFirst && monthNamed(dayFirst[2]!)
  if (dayFirst && month) return dayText(fullYear(dayFirst[3]!), month, Number(dayFirst[1]))
  const nameFirst = monthNameDay.exec(date)
  const named = nameFirst && monthNamed(nameFirst[1]!)
  if (nameFirst && named) return dayText(Number(nameFirst[3]), named, Number(nameFirst[2]))
  return undefined
}

/** Takes a cell and the order of its column, gives its date, or null when it is none (or none that exists). */
export function readDate(cell: string, order: DateOrder): WrittenDate | null {
  const text = cell.trim()
  if (order === 'unix' && epoch.test(text)) {
    const at = new Date(text.length === 10 ? Number(text) * 1000 : Number(text)).toISOString()
    return { day: at.slice(0, 10), time: at.slice(11, 19), offset: 0 }
  }
  const parts = split(text)
  if (!parts) return null
  const { time, offset } = parts
  let day = plainDay(parts.date)
  if (day === undefined) {
    const numeric = numericDate.exec(parts.date)
    if (!numeric || order === 'iso' || order === 'unix') return null
    const [a, b, c] = [numeric[1]!, numeric[3]!, numeric[4]!]
    if (order === 'ymd' ? c.length > 2 : c.length === 3 || c.length === 1) return null
    if (order === 'dmy') day = dayText(fullYear(c), Number(b), Number(a))
    else if (order === 'mdy') day = dayText(fullYear(c), Number(a), Number(b))
    else day = a.length === 2 ? dayText(fullYear(a), Number(b), Number(c)) : null
  }
  return day ? { day, time, offset } : null
}

/** Watches all cells of one column and tells in which orders its dates can be read. */
export class DateColumn {
  /** Cells that are not empty, and those of them that look like dates. */
  cells = 0
  dates = 0
  private plainDates = 0
  private epochs = 0
  private open = new Set<DateOrder>(['dmy', 'mdy', 'ymd'])
  private differ = false
  private numeric = 0

  see(cell: string): void {
    const text = cell.trim()
    if (isBlank(text)) return
    this.cells++
    if (text.length < 6 || text.length > 40 || !/\d/.test(text)) return
    if (epoch.test(text) && Number(text.slice(0, 10)) < 4_102_444_800) {
      this.epochs++
      this.dates++
      return
    }
    const parts = split(text)
    if (!parts) return
    const day = plainDay(parts.date)
    if (day !== undefined) {
      if (day === null) return
      this.plainDates++
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
    // by range only: the 31st of April must be one wrong row, not a sign of another order
    if (yearLast && a >= 1 && a <= 31 && b >= 1 && b <= 12) orders.push('dmy')
    if (yearLast && a >= 1 && a <= 12 && b >= 1 && b <= 31) orders.push('mdy')
    if (numeric[1]!.length === 2 && numeric[4]!.length <= 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31) orders.push('ymd')
    if (orders.length === 0) return
    this.numeric++
    this.dates++
    if (a !== b) this.differ = true
    for (const order of this.open) if (!orders.includes(order)) this.open.delete(order)
  }

  /** The orders that fit all dates seen. Several: nobody can tell. None: no single order fits them all. */
  fits(): DateOrder[] {
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

/** Whether a cell holds nothing; exports also write a lone dash. */
export function isBlank(cell: string): boolean {
  const text = cell.trim()
  return text === '' || text === '-' || text === '–' || text === '—'
}

/** Turns wall-clock times of zones into instants; remembers a day's distance from UTC, since most days have only one. */
export class Clock {
  private offsets = new Map<string, number | null>()

  /** Takes a written date and an IANA zone, gives the instant, ISO, UTC; a day alone begins at its midnight there. */
  instant(date: WrittenDate, zone: string): string {
    const time = date.time ?? '00:00:00'
    const offset = date.offset ?? this.offsetOf(date.day, zone)
    if (offset === null) {
      return Temporal.PlainDateTime.from(`${date.day}T${time}`)
        .toZonedDateTime(zone, { disambiguation: 'compatible' })
        .toInstant()
        .toString()
    }
    return new Date(Date.parse(`${date.day}T${time}Z`) - offset * 60_000).toISOString().replace('.000Z', 'Z')
  }

  /** Takes a written date and a zone, gives the calendar day it is there; a day without a time never shifts. */
  day(date: WrittenDate, zone: string): string {
    if (date.time === null || date.offset === null) return date.day
    return Temporal.Instant.from(this.instant(date, zone)).toZonedDateTimeISO(zone).toPlainDate().toString()
  }

  /** Minutes east of UTC on that day, or null on a day when the clocks change (or were not whole minutes from UTC). */
  private offsetOf(day: string, zone: string): number | null {
    const key = `${zone} ${day}`
    let offset = this.offsets.get(key)
    if (offset === undefined) {
      if (this.offsets.size > 20_000) this.offsets.clear()
      const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
      const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)
      const minutes = start.offsetNanoseconds / 60e9
      offset = start.offsetNanoseconds === next.offsetNanoseconds && Number.isInteger(minutes) ? minutes : null
      this.offsets.set(key, offset)
    }
    return offset
  }
}
