import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { ldClauses } from '../presets/ld-clauses'
import { choiceField, days, exactly, money, share, source } from './build'
import { beside, given, number, part, percent, plain, result, text } from './compute'

const daysIn: Record<string, number> = { day: 1, week: 7, month: 30 }

/** How a working writes that a part counts as a whole, or not at all. */
const rounded: Record<string, (quotient: string) => string> = {
  part: (quotient) => `⌈${quotient}⌉`,
  full: (quotient) => `⌊${quotient}⌋`
}

/** Takes days late after grace, the days in a period and how a part counts; gives the periods owed. */
function periodsOf(late: number, length: number, counting: string): number {
  const exact = late / length
  // a delay of exactly three weeks must not become four by a float error
  if (counting === 'part') return Math.ceil(exact - 1e-9)
  return counting === 'full' ? Math.floor(exact + 1e-9) : exact
}

/** What the contract itself says a late delivery costs. */
export const liquidatedDamages: Calculator = {
  id: 'liquidated-damages',
  version: 1,
  group: 'late',
  title: m.calc_liquidated_damages_title,
  formula: m.calc_liquidated_damages_formula,
  sources: [
    source('Clause 0.5% per week, cap 10%', 'https://shankce.in/liquidated_damages.html'),
    source('Clause 2.5% per week or part, cap 15%: Buckinghamshire Council, clause 17')
  ],
  harms: ['liquidated-damages'],
  fields: [
    money('price', m.calc_contract_price, m.calc_contract_price_meaning),
    share('ratePerPeriod', m.calc_rate_per_period, m.calc_rate_per_period_meaning),
    choiceField(
      'period',
      m.calc_period,
      m.calc_period_meaning,
      {
        day: m.calc_period_day,
        week: m.calc_period_week,
        month: m.calc_period_month
      },
      'week'
    ),
    choiceField(
      'counting',
      m.calc_counting,
      m.calc_counting_meaning,
      {
        part: m.calc_counting_part,
        full: m.calc_counting_full,
        'pro-rata': m.calc_counting_pro_rata
      },
      'part'
    ),
    days('daysLate', m.calc_days_late, m.calc_days_late_meaning, { max: 3660, growsDaily: true }),
    days('graceDays', m.calc_grace_days, m.calc_grace_days_meaning, { max: 3660, optional: true, start: 0 }),
    share('capShare', m.calc_cap_share, m.calc_cap_share_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_liquidated_damages_example_capped,
      inputs: exactly({
        price: 400000,
        ratePerPeriod: 0.005,
        period: 'week',
        counting: 'part',
        daysLate: 210,
        graceDays: 0,
        capShare: 0.1
      }),
      expected: 40000
    },
    // clauses that were seen, each for the same 24 days of delay: the contract at hand decides
    ...ldClauses.map((clause, index) => ({
      title: clause.title,
      inputs: exactly({ price: 400000, daysLate: 24, ...clause.rows[0]!.values }),
      expected: [6000, 40000, 14400, 5400][index]!
    }))
  ],
  compute(draw) {
    const price = number(draw, 'price')
    const rate = number(draw, 'ratePerPeriod')
    const length = daysIn[text(draw, 'period', 'week')] ?? 7
    const delay = number(draw, 'daysLate')
    const grace = number(draw, 'graceDays')
    const cap = given(draw, 'capShare')
    const counting = text(draw, 'counting', 'part')
    const periods = periodsOf(Math.max(0, delay - grace), length, counting)
    const quotient = () => `max(0, ${plain(delay)} − ${plain(grace)}) ÷ ${length}`
    const uncapped = rate * periods * price
    const limit = cap === undefined ? Infinity : cap * price
    const owed = Math.min(uncapped, limit)
    const warnings = [m.calc_warn_damages_replace_loss]
    if (uncapped > limit) warnings.unshift(m.calc_warn_cap_hit)
    return result(
      [
        beside('periods', m.calc_part_periods, periods, () => rounded[counting]?.(quotient()) ?? quotient(), 'count'),
        beside('before-cap', m.calc_part_before_cap, uncapped, () => `${percent(rate)} × ${plain(periods)} × ${plain(price)}`),
        part('liquidated-damages', m.calc_part_liquidated_damages, owed, () =>
          cap === undefined ? plain(uncapped) : `min(${plain(uncapped)}, ${percent(cap)} × ${plain(price)})`
        )
      ],
      owed > 0 ? warnings : undefined
    )
  }
}
