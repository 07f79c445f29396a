import { Temporal } from 'temporal-polyfill'
import type { DateOrder } from '../contract/imports'
import { monthNamed } from './months'
import { minutesEast } from './offsets'
import { firstYear } from '../values/years'

/** A date as a cell has it: a day, perhaps a wall-clock time, perhaps how far that clock is from UTC. */
export interface WrittenDate {
  day: string
  /** "13:47:00", or null when the cell has no time. */
  time: string | null
  /** Minutes east of UTC, or null when the cell does not say. */
  offset: number | null
}

const longest = 60
const clockPart = /([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?/
/** Halves of a day: a.m. and p.m., also with blanks in between, and the Greek π.μ. and μ.μ. */
const halfPart = /^([apπμ])\.? ?[mμ]\.?(?=$| )/
export const numericDate = /^([0-9]{1,4}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})\.?$/
/** As most exports write a moment: nothing in it needs tidying. */
const plainMoment = /^([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/
const compactDate = /^([0-9]{4})([0-9]{2})([0-9]{2})$/
const dayMonthName =
  /^([0-9]{1,2})(?:\.|st|nd|rd|th)?(?: de| of)?[ /-]{0,3}(\p{L}{3,20})\.?,?(?: de)?[ /-]{0,3}([0-9]{4}|[0-9]{2})\.?$/u
const monthNameDay = /^(\p{L}{3,20})\.?[ -]([0-9]{1,2})(?:(?:st|nd|rd|th)?,? ([0-9]{4})|-([0-9]{4}|[0-9]{2}))$/u
const weekday = /^\p{L}{2,20}\.?,? /u
export const epoch = /^[0-9]{10}(?:[0-9]{3})?$/
const serial = /^([0-9]{5})(?:[.,]([0-9]{1,15}))?$/
/** Days since 1900 as a spreadsheet counts them, from 1954 to 2119: what else has five digits is rather a number. */
export const serialDay = (text: string): number | null => {
  const day = Number(serial.exec(text)?.[1])
  return day >= 20_000 && day <= 80_000 ? day : null
}

/** Takes a cell, gives it with one kind of blank and sign; null when it is too long to be a date. */
export function tidy(cell: string): string | null {
  if (cell.length > 200) return null
  const text = cell
    .replace(/[\s\u00a0\u202f]/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return text.length > longest ? null : text
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function dayText(year: number, month: number, day: number): string | null {
  if (year < firstYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

const fullYear = (digits: string) => (digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900))

interface Split {
  date: string
  time: string | null
  offset: number | null
  /** Letters of a zone that can mean several. */
  letters?: string
}

/** "Mon 09/14/2026": the day of the week in front of a day in numbers says nothing more. */
const numericAlone = (date: string): string => date.replace(/^\p{L}{2,12}\.?,? (?=[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9])/u, '')

/** Takes a tidy cell, gives its date text apart from its time; null when the time is impossible. */
export function split(text: string): Split | null {
  const found = clockPart.exec(text)
  const before = found ? text.slice(0, found.index) : text
  if (!found || !(before === '' || /[T, ]$/.test(before))) return { date: numericAlone(text), time: null, offset: null }
  const [whole, hours, minutes, seconds] = found
  let rest = text.slice(found.index + whole.length).trim()
  const half = halfPart.exec(rest.toLowerCase().replaceAll('µ', 'μ'))
  if (half) rest = rest.slice(half[0].length).trim()
  // the year behind the clock, as a Unix date has it; a day behind it
  const year = /(?:^| )([0-9]{4})$/.exec(rest)
  let date = before.replace(/[T, ]{1,4}$/, '')
  if (date === '' && /[0-9]/.test(rest)) [date, rest] = [rest, '']
  else if (year && !/^[+-−]/.test(rest)) {
    date = `${date} ${year[1]}`
    rest = rest.slice(0, -4).trim()
  }
  // "+0200 (CEST)": what stands in brackets says it again
  const named = /^(\S{1,12}) \([^()]{1,50}\)$/.exec(rest)
  if (named) rest = named[1]!
  const offset = rest ? minutesEast(rest) : undefined
  if (offset === null) return { date: text, time: null, offset: null }
  let hour = Number(hours)
  if (half && (hour < 1 || hour > 12)) return null
  if (half) hour = (hour % 12) + (half[1] === 'p' || half[1] === 'μ' ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  const time = `${pad(hour)}:${minutes}:${seconds ?? '00'}`
  date = numericAlone(date)
  return offset === 'several'
    ? { date, time, offset: null, letters: rest.replace(/[()]/g, '').toUpperCase() }
    : { date, time, offset: offset ?? null }
}

/** Takes a cell, gives the letters of its zone where they can mean several, as CST does; else null. */
export function severalLetters(cell: string): string | null {
  const text = tidy(cell)
  return (text && split(text)?.letters) ?? null
}

/** The day of a date text that can be read in one way only: the year first, or the month by name. */
export function plainDay(text: string): string | null | undefined {
  const date = /^\p{L}/u.test(text) && /[0-9] ?\p{L}|\p{L}.{0,30}[0-9].{0,30}[0-9]{2}/u.test(text) ? withoutWeekday(text) : text
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
  if (nameFirst && named) return dayText(fullYear(nameFirst[3] ?? nameFirst[4]!), named, Number(nameFirst[2]))
  return undefined
}

/** "Mon, 14 Sep 2026" and "Mon Sep 14 2026" begin with a day of the week, "Sep 14, 2026" does not. */
function withoutWeekday(text: string): string {
  const begun = weekday.exec(text)
  if (!begun) return text
  const rest = text.slice(begun[0].length)
  return monthNamed(begun[0].replace(/[., ]/g, '')) && !/^\p{L}/u.test(rest) ? text : rest
}

/**
 * Takes a cell and the order of its column, gives its date, or null when it is none (or none that exists). `letters`
 * says what letters of a zone mean that can mean several, as "-06:00".
 */
export function readDate(cell: string, order: DateOrder, letters: Readonly<Record<string, string>> = {}): WrittenDate | null {
  const plain = plainMoment.exec(cell)
  if (plain) return momentOf(plain)
  const text = tidy(cell)
  if (text === null) return null
  if (order === 'unix' && epoch.test(text)) {
    const at = new Date(text.length === 10 ? Number(text) * 1000 : Number(text)).toISOString()
    return { day: at.slice(0, 10), time: at.slice(11, 19), offset: 0 }
  }
  const parts = split(text)
  if (!parts) return null
  const days = order === 'serial' ? serialDay(parts.date) : null
  if (days !== null) {
    const part = Math.round(Number(`0.${serial.exec(parts.date)![2] ?? 0}`) * 86_400)
    const at = new Date((days - 25_569) * 86_400_000 + part * 1000).toISOString()
    return { day: at.slice(0, 10), time: parts.time ?? (part > 0 ? at.slice(11, 19) : null), offset: parts.offset }
  }
  const said = parts.letters ? minutesEast(letters[parts.letters] ?? '') : parts.offset
  if (parts.letters && typeof said !== 'number') return null
  const { time } = parts
  const offset = said as number | null
  let day = plainDay(parts.date)
  if (day === undefined) {
    const numeric = numericDate.exec(parts.date)
    if (!numeric || order === 'iso' || order === 'unix' || order === 'serial') return null
    const [a, b, c] = [numeric[1]!, numeric[3]!, numeric[4]!]
    if (order === 'ymd' ? c.length > 2 : c.length === 3 || c.length === 1) return null
    if (order === 'dmy') day = dayText(fullYear(c), Number(b), Number(a))
    else if (order === 'mdy') day = dayText(fullYear(c), Number(a), Number(b))
    else day = a.length === 2 ? dayText(fullYear(a), Number(b), Number(c)) : null
  }
  return day ? { day, time, offset } : null
}

function momentOf([, year, month, day, hours, minutes, seconds = '00']: readonly string[]): WrittenDate | null {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const text = dayText(Number(year), Number(month), Number(day))
  return text === null ? null : { day: text, time: `${hours}:${minutes}:${seconds}`, offset: null }
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
