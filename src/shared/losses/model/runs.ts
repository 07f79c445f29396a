import type { Day, Major } from '../../values/flavours'

/** How time is counted while a line runs: around the clock or by the days of the calendar, or by the customer's working time. */
export const runsPer = ['hour', 'working-hour', 'shift', 'day', 'working-day', 'week'] as const
export type RunsPer = (typeof runsPer)[number]

/**
 * A line that goes on: what was given is so much per hour, day …, from a day until the end of harm or an end of its own.
 * The first and the last day both count, and today as a whole.
 */
export interface Runs {
  per: RunsPer
  from: Day
  /** Its own last day, when it does not go on until the end of the harm. */
  until?: Day | null
  /** What it comes to at most, in major units of the line's currency. */
  most?: Major | null
  /** The input that is so much per time, where the calculator leaves it open; else the calculator's own. */
  field?: string | null
}
