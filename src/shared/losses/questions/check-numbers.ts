import type { InputError } from '../model/input-error'
import { checkQuantity } from '../model/validate-quantity'
import type { Checked } from '../model/validate'
import { monthlyKinds, taxBases, type MonthValue, type NumbersOf, type Question } from './questions'

type Raw = Record<string, unknown>
type Check<Q extends Question> = (raw: Raw, errors: InputError[]) => NumbersOf[Q]

/** Twelve times a month for fifty years: more is a slip of the hand. */
const MOST_MONTHS = 600
const month = /^\d{4}-(0[1-9]|1[0-2])$/

const checks: { [Q in Question]: Check<Q> } = {
  cause: (raw, errors) => ({
    share: checkQuantity(raw.share, { min: 0, max: 1, unit: 'share' }, 'numbers.share', errors) ?? { as: 'exact', value: 1 },
    lineIds: texts(raw.lineIds, 'numbers.lineIds', errors)
  }),
  'but-for': (raw, errors) => {
    const counts = choice(raw.counts, monthlyKinds, 'numbers.counts', errors) ?? 'margin'
    const most = counts === 'revenue' ? 1 : 1e12
    const each = counts === 'margin' ? null : number(raw.each, 'numbers.each', errors, { least: 0, most, percent: most === 1 })
    const [from, to] = [monthOf(raw.from, 'numbers.from', errors), monthOf(raw.to, 'numbers.to', errors)]
    if (from && to && to < from) errors.push({ path: 'numbers.to', code: 'ends-before' })
    return { counts, each, months: monthsOf(raw.months, errors), from, to }
  },
  mitigation: (raw, errors) => ({
    saved: number(raw.saved, 'numbers.saved', errors, { least: 0, most: 9e15 }),
    spent: number(raw.spent, 'numbers.spent', errors, { least: 0, most: 9e15 }),
    avoidable: number(raw.avoidable, 'numbers.avoidable', errors, { least: 0, most: 9e15 }),
    spentLineIds: texts(raw.spentLineIds, 'numbers.spentLineIds', errors)
  }),
  capacity: (raw, errors) => ({
    yearlyRevenue: number(raw.yearlyRevenue, 'numbers.yearlyRevenue', errors, { least: 0, most: 9e15 }),
    yearlyUnits: number(raw.yearlyUnits, 'numbers.yearlyUnits', errors, { least: 0, most: 1e12 }),
    weeklyHours: number(raw.weeklyHours, 'numbers.weeklyHours', errors, { least: 0, most: 168 })
  }),
  'money-time': (raw, errors) => ({
    tax: raw.tax === null || raw.tax === undefined ? null : (choice(raw.tax, taxBases, 'numbers.tax', errors) ?? null),
    discount: number(raw.discount, 'numbers.discount', errors, { least: 0, most: 1, percent: true })
  }),
  dependence: (raw, errors) => ({ apart: texts(raw.apart, 'numbers.apart', errors) })
}

/** Takes a question and its numbers as typed or sent; gives them typed, null where none were given, or each error at its place. */
export function checkNumbers(question: Question, raw: unknown): Checked<NumbersOf[Question] | null> {
  if (raw === null || raw === undefined) return { ok: true, value: null }
  if (typeof raw !== 'object' || Array.isArray(raw)) return { ok: false, errors: [{ path: 'numbers', code: 'shape' }] }
  const errors: InputError[] = []
  const value = checks[question](raw as Raw, errors)
  return errors.length ? { ok: false, errors } : { ok: true, value }
}

function number(
  raw: unknown,
  path: string,
  errors: InputError[],
  { least, most, percent }: { least: number; most: number; percent?: boolean }
): number | null {
  if (raw === null || raw === undefined) return null
  const limits = percent ? { percent } : {}
  if (typeof raw !== 'number' || !Number.isFinite(raw)) errors.push({ path, code: 'not-a-number' })
  else if (raw < least) errors.push({ path, code: 'negative' })
  else if (raw > most) errors.push({ path, code: 'above', limit: most, ...limits })
  else return raw
  return null
}

function choice<T extends string>(raw: unknown, of: readonly T[], path: string, errors: InputError[]): T | undefined {
  const found = of.find((one) => one === raw)
  if (found === undefined) errors.push({ path, code: 'unknown-choice' })
  return found
}

function monthOf(raw: unknown, path: string, errors: InputError[]): string {
  if (typeof raw === 'string' && month.test(raw)) return raw
  errors.push({ path, code: raw ? 'bad-date' : 'required' })
  return ''
}

function monthsOf(raw: unknown, errors: InputError[]): MonthValue[] {
  const path = 'numbers.months'
  if (!Array.isArray(raw)) {
    errors.push({ path, code: 'required' })
    return []
  }
  if (raw.length > MOST_MONTHS) errors.push({ path, code: 'above', limit: MOST_MONTHS })
  const seen = new Set<string>()
  return raw.slice(0, MOST_MONTHS).flatMap((one: unknown): MonthValue[] => {
    const { month: name, value } = (one ?? {}) as Partial<MonthValue>
    if (typeof name !== 'string' || !month.test(name)) errors.push({ path, code: 'bad-date' })
    else if (seen.has(name)) errors.push({ path, code: 'twice', name })
    else if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 1e12)
      errors.push({ path, code: 'not-a-number' })
    else {
      seen.add(name)
      return [{ month: name, value }]
    }
    return []
  })
}

function texts(raw: unknown, path: string, errors: InputError[]): string[] {
  if (raw === null || raw === undefined) return []
  if (Array.isArray(raw) && raw.length <= 1_000 && raw.every((one) => typeof one === 'string' && one.length <= 300))
    return [...new Set(raw as string[])]
  errors.push({ path, code: 'shape' })
  return []
}
