import type { Dated, Day, Daytime, Instant, Moment, Zone } from './flavours'

// What the first screen needs to know of time zones, from Intl alone: page and workspace would load the Temporal polyfill
// before it for these questions. test/unit/zone.test.ts holds each against Temporal.
const clocks = new Map<string, Intl.DateTimeFormat>()

const dayLength = 86_400_000

/** Takes an instant and an IANA zone, gives what the clock there shows, as if it were UTC; both in epoch milliseconds. */
function wallClock(at: number, zone: Zone): number {
  let clock = clocks.get(zone)
  if (!clock) {
    const numeric = 'numeric'
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
      era: 'short'
    } as const
    clocks.set(zone, (clock = new Intl.DateTimeFormat('en', { ...fields, timeZone: zone, calendar: 'gregory', hourCycle: 'h23' })))
  }
  const shown: Record<string, string> = {}
  for (const { type, value } of clock.formatToParts(at)) shown[type] = value
  const year = shown.era === 'BC' ? 1 - Number(shown.year) : Number(shown.year)
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day))
  return wall.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second))
}

/** Takes an instant (ISO, UTC) and an IANA zone, gives the calendar day there, such as "2026-03-29". */
export function dayIn(instant: Instant, zone: Zone): Day {
  return utcDay(wallClock(Date.parse(instant), zone))
}

/** Takes an instant (ISO, UTC) and an IANA zone, gives the hour that the clock there shows, 0 to 23. */
export function hourIn(instant: Instant, zone: Zone): number {
  return new Date(wallClock(Date.parse(instant), zone)).getUTCHours()
}

/** Takes an instant (ISO, UTC) and an IANA zone, gives the time that the clock there shows, such as "14:05". */
export function timeIn(instant: Instant, zone: Zone): string {
  return new Date(wallClock(Date.parse(instant), zone)).toISOString().slice(11, 16)
}

/** Whether a moment is known to the hour: then it is an instant. */
export function hasTime(moment: Moment): moment is Instant {
  return moment.includes('T')
}

/** Takes a moment as precisely as it is known and an IANA zone, gives the day of an instant there; a day, month or year as it is. */
export function dayOf(moment: Daytime, zone: Zone): Day
export function dayOf(moment: Moment, zone: Zone): Dated
export function dayOf(moment: Moment, zone: Zone): Dated {
  return hasTime(moment) ? dayIn(moment, zone) : moment
}

/** Takes epoch milliseconds at which a calendar day begins in UTC, gives that day. */
function utcDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}

/** Takes a calendar day and days to add (or take off), gives the day that it is then. */
export function addDays(day: Day, days: number): Day {
  return utcDay(Date.parse(day) + days * dayLength)
}

/** Takes a day, month or year, gives its first day; an instant as it is. */
export function firstDay(moment: Dated): Day
export function firstDay(moment: Moment): Daytime
export function firstDay(moment: Moment): Daytime {
  return moment.padEnd(10, '-01')
}

/** Takes a day, month or year, gives its last day; an instant as it is. */
export function lastDay(moment: Dated): Day
export function lastDay(moment: Moment): Daytime
export function lastDay(moment: Moment): Daytime {
  if (moment.length === 4) return `${moment}-12-31`
  if (moment.length !== 7) return moment as Daytime
  const inNext = addDays(`${moment}-28`, 4)
  return addDays(`${inNext.slice(0, 7)}-01`, -1)
}

/** Does this runtime know the IANA zone? */
export function isZone(zone: Zone): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Takes two calendar days, gives the days from the first to the second (negative when it lies before). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

/**
 * Takes a calendar day and an IANA zone, gives when that day ends there: the first instant of the next one, in epoch
 * milliseconds. Where clocks go forward at midnight, that is the instant at which they do.
 */
export function dayEnd(day: Day, zone: Zone): number {
  const midnight = Date.parse(day) + dayLength
  // what the zone was ahead a day before and a day after: only one change lies between
  const ahead = [midnight - dayLength, midnight + dayLength].map((at) => wallClock(at, zone) - at)
  const tries = ahead.map((offset) => midnight - offset).sort((a, b) => a - b)
  const found = tries.find((at) => wallClock(at, zone) === midnight)
  if (found !== undefined) return found
  // midnight does not exist there: look for the instant of the change
  let [before, after] = [tries[0]! - dayLength, tries[1]! + dayLength]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (wallClock(middle, zone) < midnight) before = middle
    else after = middle
  }
  return after
}

/** Takes epoch milliseconds, gives the instant as Temporal writes it: UTC, with no more of the second than there is. */
export function instantAt(at: number): Instant {
  return new Date(at).toISOString().replace(/(?:\.000|0{1,2})?Z$/, 'Z')
}
