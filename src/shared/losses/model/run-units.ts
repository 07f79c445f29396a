import { dayNumber, isoDate } from '../calculators/dates'
import { standardHours, workedOn, type Schedule } from '../../records/clocks'
import type { Calculator } from './calculator'
import { runningField } from './growth'
import type { Running } from './later'
import type { Runs } from './runs'
import type { Day } from '../../values/flavours'

/** Runs that go on longer than a person lives are a slip of the hand. */
const LONGEST = 36_500

/** Takes a line, its calculator, the day until which it counts now and when the customer works; gives how it runs, or undefined when it does not. */
export function runningOf(
  { runs }: { runs?: Runs | null | undefined },
  calculator: Calculator,
  until: Day | undefined,
  calendar?: Schedule
): Running | undefined {
  if (!runs) return undefined
  const counted = until ?? runs.from
  return { runs, field: runningField(calculator, runs), units: runUnits(runs, counted, calendar), counted }
}

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
