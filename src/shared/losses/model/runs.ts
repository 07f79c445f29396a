import { day, maybe } from '../../values/fields'
import { dayNumber, isoDate } from '../calculators/dates'
import { standardHours, workedOn, type Schedule } from '../../records/clocks'
import { z } from 'zod'

/** How time is counted while a line runs: around the clock or by the days of the calendar, or by the customer's working time. */
export const runsPer = ['hour', 'working-hour', 'shift', 'day', 'working-day', 'week'] as const
export type RunsPer = (typeof runsPer)[number]

/**
 * A line that goes on: what was given is so much per hour, day …, from a day until the end of harm or an end of its own.
 * The first and the last day both count, and today as a whole.
 */
export const runsFields = z.strictObject({
  per: z.enum(runsPer),
  from: day,
  /** Its own last day, when it does not go on until the end of the harm. */
  until: maybe(day),
  /** What it comes to at most, in major units of the line's currency. */
  most: maybe(z.number().positive().max(1e12)),
  /** The input that is so much per time, where the calculator leaves it open; else the calculator's own. */
  field: maybe(z.string().max(64))
})
export type Runs = z.infer<typeof runsFields>

/** Runs that go on longer than a person lives are a slip of the hand. */
const LONGEST = 36_500

/**
 * Takes how a line runs, the day until which it counts now, and the customer's working time; gives how many hours, days …
 * it has run so many days later.
 */
export function runUnits(runs: Runs, counted: string, schedule: Schedule = standardHours): (later: number) => number {
  const first = dayNumber(runs.from) ?? 0
  const now = dayNumber(counted) ?? 0
  const own = runs.until ? dayNumber(runs.until) : undefined
  const days = (later: number): number => Math.max(0, Math.min(own ?? Infinity, now + later) - first + 1)
  switch (runs.per) {
    case 'hour':
      return (later) => 24 * days(later)
    case 'day':
      return days
    case 'week':
      return (later) => days(later) / 7
    default:
      return worked(first, runs.per, schedule, days)
  }
}

/** Working time is added up day by day, as far as it is asked for. */
function worked(
  first: number,
  per: 'working-hour' | 'shift' | 'working-day',
  schedule: Schedule,
  days: (later: number) => number
): (later: number) => number {
  const sums = [0]
  return (later) => {
    const asked = Math.min(days(later), LONGEST)
    while (sums.length <= asked) {
      const { hours, shifts } = workedOn(schedule, isoDate(first + sums.length - 1))
      const more = per === 'working-hour' ? hours : per === 'shift' ? shifts : shifts > 0 ? 1 : 0
      sums.push(sums.at(-1)! + more)
    }
    return sums[asked]!
  }
}
