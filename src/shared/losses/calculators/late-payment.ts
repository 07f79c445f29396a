import { m } from '../../messages/messages.js'
import type { Calculator, DatedAmount, Message } from '../model/calculator'
import {
  bankRate,
  ecbRate,
  euFixedSum,
  nationalRules,
  ukFixedSum,
  ukMargin,
  type RateRule,
  type ReferenceRate
} from '../presets/late-payment'
import { notConfirmed, presetOn, type Found, type PresetTable } from '../presets/preset'
import { choiceField, dateField, endField, exactly, flagField, money, sharePerYear, source } from './build'
import { beside, given, number, part, percent, plain, result, text, flag } from './compute'
import { dayNumber, isoDate } from './dates'

interface Stretch {
  days: number
  rate: number
}

/** Takes the days that bear interest (day numbers, both counted) and a rule; gives each stretch with its yearly rate. */
function stretches(table: PresetTable<ReferenceRate>, margin: number, rule: RateRule, first: number, last: number) {
  const warnings: Message[] = []
  const used: DatedAmount[] = []
  const found: Stretch[] = []
  const said = new Set<string>()
  const rateOn = (date: string) => {
    const preset = presetOn(table, date)
    // a rate that holds for several half-years, or is all that is known, is named once
    const key = `${preset.row.id} ${preset.warnings.length}`
    if (!said.has(key)) {
      said.add(key)
      warnings.push(...preset.warnings)
      used.push(preset.used)
    }
    return preset.row.values.rate + margin
  }
  if (last < first) return { found, warnings, used }
  if (rule !== 'accrual-split') {
    found.push({ days: last - first + 1, rate: rateOn(isoDate(rule === 'rate-at-payment' ? last : first)) })
    return { found, warnings, used }
  }
  for (let start = first; start <= last;) {
    const date = isoDate(start)
    const year = Number(date.slice(0, 4))
    const next = dayNumber(date.slice(5) < '07-01' ? `${year}-07-01` : `${year + 1}-01-01`) ?? last + 1
    const end = Math.min(last, next - 1)
    found.push({ days: end - start + 1, rate: rateOn(date) })
    start = end + 1
  }
  return { found, warnings, used }
}

const YEARS_AT_MOST = 100

/** The first and last day that bear interest, or none when the dates are missing or payment was in time. */
function span(due: string, paid: string): [number, number] {
  const from = dayNumber(due)
  const to = dayNumber(paid)
  if (from === undefined || to === undefined) return [1, 0]
  return [from + 1, Math.min(to, from + YEARS_AT_MOST * 366)]
}

/** Interest, its parts and the sum that is owed at once; `own` is a contract's rate instead of the law's. */
function owed(o: {
  principal: number
  own: number | undefined
  due: string
  paid: string
  table: PresetTable<ReferenceRate>
  margin: number
  rule: RateRule
  /** The fixed sum, and where it is from; none when it is not asked for. */
  fixed: { amount: number; from: Found<unknown> } | undefined
  /** A state's own rule. */
  national?: DatedAmount
  warnings?: Message[]
}) {
  const [first, last] = span(o.due, o.paid)
  const length = Math.max(0, last - first + 1)
  const { found, warnings, used } =
    o.own === undefined
      ? stretches(o.table, o.margin, o.rule, first, last)
      : { found: [{ days: length, rate: o.own }], warnings: [], used: [] }
  const interest = found.reduce((sum, stretch) => sum + (o.principal * stretch.rate * stretch.days) / 365, 0)
  // of nothing nothing is owed
  const fixed = length > 0 && o.principal > 0 ? (o.fixed?.amount ?? 0) : 0
  // a contract's own rate needs no law
  const ruled = o.national && o.own === undefined ? [o.national] : []
  const show = () =>
    found.map((stretch) => `${plain(o.principal)} × ${percent(stretch.rate)} × ${stretch.days} ÷ 365`).join(' + ') || '0'
  return result(
    [
      beside('days', m.calc_part_days_of_interest, length, () => `${o.due} … ${o.paid} = ${length}`, 'days'),
      part('interest', m.calc_part_interest, interest, show),
      part('fixed-sum', m.calc_part_fixed_sum, fixed, () => plain(fixed))
    ],
    length > 0
      ? [...ruled.flatMap(unchecked), ...warnings, ...(o.fixed?.from.warnings ?? []), ...(o.warnings ?? [])]
      : [m.calc_warn_not_due],
    length > 0 ? [...ruled, ...used, ...(o.fixed ? [o.fixed.from.used] : [])] : undefined
  )
}

const unchecked = ({ verifiedOn, source }: DatedAmount): Message[] => (verifiedOn === null ? [notConfirmed(source)] : [])

const debt = [
  money('principal', m.calc_principal, m.calc_principal_meaning),
  dateField('due', m.calc_due_date, m.calc_due_date_meaning),
  endField('paid', 'due', m.calc_paid_date, m.calc_paid_date_meaning),
  sharePerYear('ownRate', m.calc_own_rate, m.calc_own_rate_meaning, { optional: true })
]

/** Interest on late payment between businesses by the law of an EU state. */
export const latePaymentEu: Calculator = {
  id: 'late-payment-eu',
  version: 2,
  group: 'money',
  title: m.calc_late_payment_eu_title,
  formula: m.calc_late_payment_eu_formula,
  sources: [
    source('Directive 2011/7/EU', 'https://eur-lex.europa.eu/eli/dir/2011/7/oj'),
    source('Irish Department of Enterprise, late payment interest rate', 'https://enterprise.gov.ie')
  ],
  harms: ['interest'],
  currency: 'EUR',
  fields: [
    choiceField(
      'country',
      m.calc_country,
      m.calc_country_meaning,
      Object.fromEntries(nationalRules.map((rule) => [rule.id, rule.title])),
      'eu'
    ),
    ...debt,
    flagField('fixedSum', m.calc_fixed_sum, m.calc_fixed_sum_eu_meaning, true)
  ],
  examples: [
    {
      title: m.calc_late_payment_eu_example,
      inputs: exactly({ country: 'eu', principal: 4500, due: '2025-03-01', paid: '2025-03-31', ownRate: 0.11, fixedSum: true }),
      expected: 80.68493150684931
    },
    {
      title: m.calc_late_payment_eu_example_split,
      inputs: exactly({ country: 'eu', principal: 10000, due: '2025-05-31', paid: '2025-07-30', fixedSum: true }),
      expected: (10000 * (0.1115 * 30 + 0.1015 * 30)) / 365 + 40
    }
  ],
  compute(draw) {
    const rule = nationalRules.find((known) => known.id === text(draw, 'country', 'eu')) ?? nationalRules[0]!
    const sum = presetOn(euFixedSum, text(draw, 'due'))
    const own = given(draw, 'ownRate')
    return owed({
      principal: number(draw, 'principal'),
      own,
      due: text(draw, 'due'),
      paid: text(draw, 'paid'),
      table: ecbRate,
      margin: rule.margin,
      rule: rule.rateRule,
      fixed: flag(draw, 'fixedSum', true) ? { amount: sum.row.values.amount, from: sum } : undefined,
      national: { title: rule.title, effectiveFrom: rule.effectiveFrom, source: rule.source, verifiedOn: rule.verifiedOn }
    })
  }
}

/** Interest on late payment between businesses by the law of the United Kingdom. */
export const latePaymentUk: Calculator = {
  id: 'late-payment-uk',
  version: 2,
  group: 'money',
  title: m.calc_late_payment_uk_title,
  formula: m.calc_late_payment_uk_formula,
  sources: [
    source('Late Payment of Commercial Debts (Interest) Act 1998', 'https://www.legislation.gov.uk/ukpga/1998/20'),
    source('SI 2002/1675: the rate on the 30 June or 31 December before interest starts to run')
  ],
  harms: ['interest'],
  currency: 'GBP',
  fields: [...debt, flagField('fixedSum', m.calc_fixed_sum, m.calc_fixed_sum_uk_meaning, true)],
  examples: [
    {
      title: m.calc_late_payment_uk_example,
      inputs: exactly({ principal: 1000, due: '2018-01-31', paid: '2019-01-31', fixedSum: true }),
      expected: 155
    }
  ],
  compute(draw) {
    const principal = number(draw, 'principal')
    const tiers = presetOn(ukFixedSum, text(draw, 'due'))
    const tier = tiers.row.values.tiers.findLast((step) => principal >= step.from)
    const own = given(draw, 'ownRate')
    // s. 5A: the fixed sum goes with statutory interest, which a contract's own remedy takes the place of (s. 8)
    const asked = flag(draw, 'fixedSum', true)
    return owed({
      principal,
      own,
      due: text(draw, 'due'),
      paid: text(draw, 'paid'),
      table: bankRate,
      margin: ukMargin,
      rule: 'half-year-of-default',
      fixed: asked && own === undefined ? { amount: tier?.amount ?? 0, from: tiers } : undefined,
      ...(asked && own !== undefined ? { warnings: [m.calc_warn_contract_no_fixed] } : {})
    })
  }
}
