import { Temporal } from 'temporal-polyfill'
import type { Day, Instant, Zone } from '../values/flavours'

/** When a team works: open intervals by weekday (1 Monday to 7 Sunday) as wall-clock times in a zone, less holidays. */
export interface Schedule {
  /** IANA zone of the wall clock. */
  zone: Zone
  /** For each weekday its intervals in order, such as [["09:00", "12:30"], ["13:30", "17:00"]]; "24:00" ends a day. */
  hours: Partial<Record<number, readonly (readonly [string, string])[]>>
  /** Calendar dates that count as closed. */
  holidays?: readonly Day[]
}

/** Until somebody says otherwise: Monday to Friday from nine to five. Hours of a day do not depend on the zone but where clocks change. */
export const standardHours: Schedule = {
  zone: 'UTC',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [['09:00', '17:00']]] as const))
}

/** Takes a schedule and a calendar date; gives the hours that are worked on it, and in how many spans: each is a shift. */
export function workedOn(schedule: Schedule, date: Day): { hours: number; shifts: number } {
  const on = Temporal.PlainDate.from(date)
  const worked = hoursOn(schedule, on)
  if (worked.length === 0) return { hours: 0, shifts: 0 }
  const begin = wallClock(schedule, on, '00:00')
  const instants = [begin, wallClock(schedule, on, '24:00')].map(instant) as [string, string]
  return { hours: workingTimeBetween(schedule, ...instants) / 3_600_000, shifts: worked.length }
}

/** What happens to a deadline that falls exactly on closing time: it stays there, or rolls to the next opening. */
export type AtClose = 'stay' | 'roll'

interface Span {
  from: number
  to: number
}

/** How far ahead an opening is looked for before a schedule is taken to have none. */
const farthest = 3_660

/**
 * Takes a schedule and two instants, gives the milliseconds of working time between them; 0 when the second lies before
 * the first. Rule as in Zendesk's biz: intervals of each local date, a gap or repeat of summer time taken as it falls.
 */
export function workingTimeBetween(schedule: Schedule, from: Instant, to: Instant): number {
  const start = Date.parse(from)
  const end = Date.parse(to)
  let sum = 0
  for (const span of spans(schedule, start)) {
    if (span.from >= end) break
    sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start))
  }
  return sum
}

/**
 * Takes a schedule, an instant and working hours, gives the instant at which they are used up. No hours at all while
 * closed gives the next opening. Error: RangeError, the schedule never opens.
 */
export function afterWorkingHours(schedule: Schedule, at: Instant, hours: number, atClose: AtClose = 'stay'): Instant {
  const start = Date.parse(at)
  let left = hours * 3_600_000
  for (const span of spans(schedule, start)) {
    const from = Math.max(span.from, start)
    if (from >= span.to) continue
    const room = span.to - from
    if (left < room || (left === room && atClose === 'stay')) return instant(from + left)
    left -= room
  }
  throw new RangeError('the schedule has no working time')
}

/** The open spans from the local date of an instant on, in milliseconds of the epoch. */
function* spans(schedule: Schedule, from: number): Generator<Span> {
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(schedule.zone).toPlainDate()
  for (let looked = 0; looked < farthest; looked++) {
    for (const [open, close] of hoursOn(schedule, date)) {
      yield { from: wallClock(schedule, date, open), to: wallClock(schedule, date, close) }
    }
    date = date.add({ days: 1 })
  }
}

function hoursOn(schedule: Schedule, date: Temporal.PlainDate): readonly (readonly [string, string])[] {
  return schedule.holidays?.includes(date.toString()) ? [] : (schedule.hours[date.dayOfWeek] ?? [])
}

/** A time that summer time skips moves forward; one that comes twice is its first occurrence. */
function wallClock(schedule: Schedule, date: Temporal.PlainDate, time: string): number {
  const on = time === '24:00' ? date.add({ days: 1 }) : date
  const plain = on.toPlainDateTime(time === '24:00' ? '00:00' : time)
  return plain.toZonedDateTime(schedule.zone, { disambiguation: 'compatible' }).epochMilliseconds
}

function instant(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString()
}
