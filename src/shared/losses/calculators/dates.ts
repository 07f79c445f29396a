import { addDays } from '../../values/zones'
import type { Day } from '../../values/flavours'

const DAY = 86_400_000

// a simulation asks for the same few dates in every draw
const known = new Map<string, number | undefined>()

/** Takes an ISO date, gives its day number, or undefined when it is not a date of the calendar. */
export function dayNumber(date: Day): number | undefined {
  if (known.has(date)) return known.get(date)
  if (known.size > 1_000) known.clear()
  const number = read(date)
  known.set(date, number)
  return number
}

function read(date: Day): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!found) return undefined
  // Date.UTC takes the years 0 to 99 for 1900 to 1999
  const time = new Date(0).setUTCFullYear(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  return new Date(time).toISOString().startsWith(date) ? time / DAY : undefined
}

/** Takes a day number, gives its ISO date. */
export function isoDate(day: number): Day {
  return addDays('1970-01-01', day)
}

/** Days from one date to another: the first day does not count, the last does. Undefined when either is not a date. */
export function daysBetween(from: Day, to: Day): number | undefined {
  const start = dayNumber(from)
  const end = dayNumber(to)
  return start === undefined || end === undefined ? undefined : end - start
}

/** Days from one date to another with both counted. */
export function daysInclusive(from: Day, to: Day): number | undefined {
  const between = daysBetween(from, to)
  return between === undefined ? undefined : between + 1
}
