import { dayNumber } from '../losses/calculators/dates'

/** Whether a value is a real calendar date as "2026-03-29". */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && dayNumber(value) !== undefined
}
