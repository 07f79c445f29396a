import { dayNumber } from '../losses/calculators/dates'
import type { Day } from './flavours'
import { inYears } from './years'

/** Whether a value is a real calendar date as "2026-03-29", of a year that records are about. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && dayNumber(value) !== undefined && inYears(value)
}
