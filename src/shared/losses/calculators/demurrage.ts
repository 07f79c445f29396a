import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, dateField, datesOrDays, days, endField, exactly, moneyPerDay, needed, source } from './build'
import { beside, given, number, part, plain, result, text } from './compute'
import { daysInclusive } from './dates'

/** Charges for a container held beyond its free days, in up to three tiers; both end days count. */
export const demurrage: Calculator = {
  id: 'demurrage',
  version: 1,
  group: 'late',
  title: m.calc_demurrage_title,
  formula: m.calc_demurrage_formula,
  sources: [source('Demurrage with inclusive days', 'https://gtran.net/news/show/76')],
  harms: ['extra-expense'],
  fields: [
    dateField('from', m.calc_held_from, m.calc_held_from_meaning, true),
    endField('to', 'from', m.calc_held_to, m.calc_held_to_meaning),
    days('daysHeld', m.calc_days_held, m.calc_days_held_meaning, { max: 3660, optional: true, growsDaily: true }),
    days('freeDays', m.calc_free_days, m.calc_free_days_meaning, { max: 3660, start: 7 }),
    count('containers', m.calc_containers, m.calc_containers_meaning, { max: 100000, start: 1 }),
    moneyPerDay('rate1', m.calc_rate_tier1, m.calc_rate_tier1_meaning),
    days('tier1Days', m.calc_tier1_days, m.calc_tier1_days_meaning, { max: 3660, optional: true }),
    moneyPerDay('rate2', m.calc_rate_tier2, m.calc_rate_tier2_meaning, { optional: true }),
    days('tier2Days', m.calc_tier2_days, m.calc_tier2_days_meaning, { max: 3660, optional: true }),
    moneyPerDay('rate3', m.calc_rate_tier3, m.calc_rate_tier3_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_demurrage_example,
      inputs: exactly({ from: '2025-12-05', to: '2025-12-15', freeDays: 7, containers: 2, rate1: 85, tier1Days: 3, rate2: 140 }),
      expected: 790
    }
  ],
  check: (inputs) => [
    ...datesOrDays(inputs, 'from', 'to', 'daysHeld'),
    // a tier without an end would never give way to the rate after it
    ...(inputs.rate2 || inputs.rate3 ? needed(inputs, 'tier1Days') : []),
    ...(inputs.rate3 ? needed(inputs, 'tier2Days') : [])
  ],
  compute(draw) {
    const from = text(draw, 'from')
    const to = text(draw, 'to')
    const dated = from && to ? daysInclusive(from, to) : undefined
    const held = Math.max(0, dated ?? number(draw, 'daysHeld'))
    const free = number(draw, 'freeDays')
    const containers = number(draw, 'containers', 1)
    const charged = Math.max(0, held - free)
    const rate1 = number(draw, 'rate1')
    const first = Math.min(charged, given(draw, 'tier1Days') ?? Infinity)
    const rate2 = number(draw, 'rate2', rate1)
    const second = Math.min(charged - first, given(draw, 'tier2Days') ?? Infinity)
    const rate3 = number(draw, 'rate3', rate2)
    const third = charged - first - second
    return result([
      beside('days-held', m.calc_days_held, held, () => (dated === undefined ? plain(held) : `${from} … ${to} + 1`), 'days'),
      beside('days-charged', m.calc_part_days_charged, charged, () => `max(0, ${plain(held)} − ${plain(free)})`, 'days'),
      part(
        'demurrage',
        m.calc_demurrage_title,
        containers * (first * rate1 + second * rate2 + third * rate3),
        () =>
          `${plain(containers)} × (${plain(first)} × ${plain(rate1)} + ${plain(second)} × ${plain(rate2)} + ${plain(third)} × ${plain(rate3)})`
      )
    ])
  }
}
