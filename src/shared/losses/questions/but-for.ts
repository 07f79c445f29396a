import { normalQuantile } from '../sampling/math'
import { invert } from './least-squares'
import type { ButForNumbers } from './questions'

/** How the months before were carried on: with trend and season, with a trend alone, or as their mean. */
export type ButForMethod = 'trend-season' | 'trend' | 'mean'

/** What would have been without the incident over the months of the harm, in what the months count. */
export interface ButFor {
  method: ButForMethod
  /** Months before the harm that it rests on, and months of the harm that are held against it. */
  before: number
  during: number
  expected: number
  actual: number
  /** Expected less actual, with what it lies between in 8 of 10. */
  gap: { low: number; middle: number; high: number }
  /** The same in major units of money; null where it is not said what one unit contributes. */
  money: { low: number; middle: number; high: number } | null
}

/** Fewer months say nothing of what is usual. */
export const LEAST_MONTHS = 3
/** From here on a trend is told from chance. */
const TREND = 6
/** Every month of the year twice: a season is told from a trend. */
const SEASON = 24

/** Takes "2026-03", gives the number of that month since the year 0. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/**
 * Takes a customer's months, gives what the months of the harm would have been and by how much they fell short. Ordinary
 * least squares on a straight trend, with an effect for each month of the year where every month is there twice; the range
 * is the prediction interval of the sum over the months of the harm (Student's t, 10 % beyond at each end). Null where
 * there are fewer than three months before, or none of the harm.
 * Source: before-and-after method, Reference Guide on Estimation of Economic Damages (National Academies 13163), III.
 */
export function butForOf({ counts, each, months, from, to }: ButForNumbers): ButFor | null {
  const sorted = [...new Map(months.map((one) => [one.month, one])).values()].sort((a, b) => (a.month < b.month ? -1 : 1))
  const before = sorted.filter(({ month }) => month < from)
  const during = sorted.filter(({ month }) => month >= from && month <= to)
  if (before.length < LEAST_MONTHS || during.length === 0) return null
  const method = methodFor(before.map(({ month }) => month))
  const origin = monthNumber(before[0]!.month)
  const row = (month: string): number[] => rowOf(method, monthNumber(month), origin)
  const { expected, error } = forecast(
    before.map(({ month, value }) => ({ x: row(month), y: value })),
    during.map(({ month }) => row(month))
  )
  const actual = during.reduce((sum, { value }) => sum + value, 0)
  const middle = expected - actual
  const gap = { low: middle - error, middle, high: middle + error }
  const factor = counts === 'margin' ? 1 : each
  const money = factor === null ? null : { low: gap.low * factor, middle: gap.middle * factor, high: gap.high * factor }
  return { method, before: before.length, during: during.length, expected, actual, gap, money }
}

function methodFor(months: readonly string[]): ButForMethod {
  const perMonth = new Map<string, number>()
  for (const month of months) perMonth.set(month.slice(5), (perMonth.get(month.slice(5)) ?? 0) + 1)
  if (months.length >= SEASON && perMonth.size === 12 && [...perMonth.values()].every((count) => count >= 2)) return 'trend-season'
  return months.length >= TREND ? 'trend' : 'mean'
}

/** One month as the method sees it: a constant, years since the first month, and which month of the year it is. */
function rowOf(method: ButForMethod, month: number, origin: number): number[] {
  if (method === 'mean') return [1]
  const trend = [1, (month - origin) / 12]
  return method === 'trend' ? trend : [...trend, ...Array.from({ length: 11 }, (_, k) => (month % 12 === k + 1 ? 1 : 0))]
}

/** Takes months before (y by x) and those to come; gives their expected sum and half the width of its range. */
function forecast(before: readonly { x: number[]; y: number }[], ahead: readonly number[][]): { expected: number; error: number } {
  const size = before[0]!.x.length
  const product = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => before.reduce((sum, { x }) => sum + x[i]! * x[j]!, 0))
  )
  const inverse = invert(product)
  const moments = Array.from({ length: size }, (_, i) => before.reduce((sum, { x, y }) => sum + x[i]! * y, 0))
  const effects = inverse.map((line) => dot(line, moments))
  const squares = before.reduce((sum, { x, y }) => sum + (y - dot(x, effects)) ** 2, 0)
  const free = before.length - size
  const whole = Array.from({ length: size }, (_, i) => ahead.reduce((sum, x) => sum + x[i]!, 0))
  // of the sum: what each month differs by chance, and what is not known of trend and season
  const spread =
    ahead.length +
    dot(
      whole,
      inverse.map((line) => dot(line, whole))
    )
  return { expected: dot(whole, effects), error: studentQuantile(0.9, free) * Math.sqrt((squares / free) * spread) }
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/**
 * Takes a probability above one half and degrees of freedom (1 or more), gives the quantile of Student's t: exact for one
 * and two, else by the expansion of Fisher and Cornish (Abramowitz and Stegun 26.7.5), which is right to 0.1 % from three on.
 */
export function studentQuantile(p: number, free: number): number {
  if (free === 1) return Math.tan(Math.PI * (p - 0.5))
  if (free === 2) return ((2 * p - 1) * Math.SQRT2) / Math.sqrt(1 - (2 * p - 1) ** 2)
  const z = normalQuantile(p)
  const power = (n: number): number => z ** n
  return (
    z +
    (power(3) + z) / (4 * free) +
    (5 * power(5) + 16 * power(3) + 3 * z) / (96 * free ** 2) +
    (3 * power(7) + 19 * power(5) + 17 * power(3) - 15 * z) / (384 * free ** 3)
  )
}
