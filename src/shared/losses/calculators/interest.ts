import { m } from '../../messages/messages.js'
import type { Calculator, Draw, LineInputs } from '../model/calculator'
import { choiceField, dateField, datesOrDays, days, endField, exactly, money, sharePerYear, source } from './build'
import { beside, number, part, percent, plain, result, text } from './compute'
import { daysBetween } from './dates'

/** Days in the year by the convention that is chosen. */
export const yearDays: Record<string, number> = { 'actual-365': 365, 'actual-360': 360, 'actual-36525': 365.25 }
export const dayCounts = {
  'actual-365': m.calc_day_count_365,
  'actual-360': m.calc_day_count_360,
  'actual-36525': m.calc_day_count_36525
}

const period = [
  dateField('from', m.calc_due_date, m.calc_due_date_meaning, true),
  endField('to', 'from', m.calc_paid_date, m.calc_paid_date_meaning),
  days('days', m.calc_days, m.calc_days_interest_meaning, { optional: true, growsDaily: true })
]

const check = (inputs: LineInputs) => datesOrDays(inputs, 'from', 'to', 'days')

/** Days of interest: from the day after the due date to the day of payment, or as given. */
function daysOf(draw: Draw): number {
  const from = text(draw, 'from')
  const to = text(draw, 'to')
  const dated = from && to ? daysBetween(from, to) : undefined
  return Math.min(365_000, Math.max(0, dated ?? number(draw, 'days')))
}

/** Dates that leave no day between them: it is not due yet. */
const notDue = (draw: Draw) => (text(draw, 'from') && text(draw, 'to') && daysOf(draw) === 0 ? [m.calc_warn_not_due] : undefined)

/** Simple interest, with what each further day adds. */
export const simpleInterest: Calculator = {
  id: 'simple-interest',
  version: 1,
  group: 'money',
  title: m.calc_simple_interest_title,
  formula: m.calc_simple_interest_formula,
  sources: [
    source('Prejudgment interest, simple, actual/365', 'https://tools.gera.services'),
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 60: report the daily interest",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page62.html'
    )
  ],
  harms: ['interest'],
  fields: [
    money('principal', m.calc_principal, m.calc_principal_meaning),
    sharePerYear('rate', m.calc_yearly_rate, m.calc_yearly_rate_meaning),
    ...period,
    choiceField('dayCount', m.calc_day_count, m.calc_day_count_meaning, dayCounts, 'actual-365')
  ],
  examples: [
    {
      title: m.calc_simple_interest_example,
      inputs: exactly({ principal: 250000, rate: 0.06, days: 1095, dayCount: 'actual-365' }),
      expected: 45000
    }
  ],
  check,
  compute(draw) {
    const principal = number(draw, 'principal')
    const rate = number(draw, 'rate')
    const year = yearDays[text(draw, 'dayCount', 'actual-365')] ?? 365
    const length = daysOf(draw)
    return result(
      [
        part(
          'interest',
          m.calc_part_interest,
          (principal * rate * length) / year,
          () => `${plain(principal)} × ${percent(rate)} × ${plain(length)} ÷ ${year}`
        ),
        beside(
          'per-day',
          m.calc_part_per_day,
          (principal * rate) / year,
          () => `${plain(principal)} × ${percent(rate)} ÷ ${year}`,
          'money-per-day'
        )
      ],
      notDue(draw)
    )
  }
}

const compoundings: Record<string, number> = { yearly: 1, quarterly: 4, monthly: 12, daily: 365 }

/** Compound interest. */
export const compoundInterest: Calculator = {
  id: 'compound-interest',
  version: 1,
  group: 'money',
  title: m.calc_compound_interest_title,
  formula: m.calc_compound_interest_formula,
  sources: [
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 56",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page58.html'
    )
  ],
  harms: ['interest'],
  fields: [
    money('principal', m.calc_principal, m.calc_principal_meaning),
    sharePerYear('rate', m.calc_yearly_rate, m.calc_yearly_rate_meaning),
    ...period,
    choiceField('dayCount', m.calc_day_count, m.calc_day_count_meaning, dayCounts, 'actual-365'),
    choiceField(
      'compounding',
      m.calc_compounding,
      m.calc_compounding_meaning,
      {
        yearly: m.calc_compounding_yearly,
        quarterly: m.calc_compounding_quarterly,
        monthly: m.calc_compounding_monthly,
        daily: m.calc_compounding_daily
      },
      'yearly'
    )
  ],
  examples: [
    {
      title: m.calc_compound_interest_example,
      inputs: exactly({ principal: 10000, rate: 0.05, days: 1095, dayCount: 'actual-365', compounding: 'yearly' }),
      expected: 1576.25
    }
  ],
  check,
  compute(draw) {
    const principal = number(draw, 'principal')
    const rate = number(draw, 'rate')
    const year = yearDays[text(draw, 'dayCount', 'actual-365')] ?? 365
    const times = compoundings[text(draw, 'compounding', 'yearly')] ?? 1
    const years = daysOf(draw) / year
    // beyond two centuries of compounding no figure means anything; the cap keeps it finite
    const growth = (1 + rate / times) ** Math.min(times * years, times * 200)
    const daily = (1 + rate / times) ** (times / year) - 1
    return result(
      [
        beside('years', m.calc_part_years, years, () => `${plain(years * year)} ÷ ${year}`, 'number'),
        part(
          'interest',
          m.calc_part_interest,
          principal * (growth - 1),
          () => `${plain(principal)} × ((1 + ${percent(rate)} ÷ ${times})^(${times} × ${plain(years)}) − 1)`
        ),
        beside(
          'per-day',
          m.calc_part_per_day,
          principal * growth * daily,
          () => `${plain(principal * growth)} × ((1 + ${percent(rate)} ÷ ${times})^(${times} ÷ ${year}) − 1)`,
          'money-per-day'
        )
      ],
      notDue(draw)
    )
  }
}
