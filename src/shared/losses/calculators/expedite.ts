import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, exactly, money, moneyPerUnit, share, source } from './build'
import { beside, by, number, part, percent, plain, result } from './compute'

/** Extra paid to get goods faster because of the delay. */
export const expedite: Calculator = {
  id: 'expedite',
  version: 1,
  group: 'late',
  title: m.calc_expedite_title,
  formula: m.calc_expedite_formula,
  sources: [source('mfgcalcs.com (reviewed 2026-05-12), expedite cost impact', 'https://mfgcalcs.com')],
  harms: ['extra-expense'],
  insteadOf: ['lost-sales', 'lost-contribution'],
  fields: [
    count('units', m.calc_units, m.calc_units_expedite_meaning),
    moneyPerUnit('expeditedRate', m.calc_expedited_rate, m.calc_expedited_rate_meaning),
    moneyPerUnit('normalRate', m.calc_normal_rate, m.calc_normal_rate_meaning, { optional: true, start: 0 }),
    share('shareExpedited', m.calc_share_expedited, m.calc_share_expedited_meaning, { optional: true, start: 1 }),
    money('fixedFee', m.calc_fixed_fee, m.calc_fixed_fee_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_expedite_example,
      inputs: exactly({ units: 240, expeditedRate: 21, normalRate: 4.5, shareExpedited: 0.72, fixedFee: 650 }),
      expected: 3501.2
    }
  ],
  compute(draw) {
    const units = number(draw, 'units')
    const fast = number(draw, 'expeditedRate')
    const normal = number(draw, 'normalRate')
    const sent = number(draw, 'shareExpedited', 1)
    const fee = number(draw, 'fixedFee')
    const premium = units * Math.max(0, fast - normal) * sent
    const each = by(premium + fee, units)
    return result([
      part(
        'premium',
        m.calc_part_premium,
        premium,
        () => `${plain(units)} × max(0, ${plain(fast)} − ${plain(normal)}) × ${percent(sent)}`
      ),
      part('fixed-fee', m.calc_fixed_fee, fee, () => plain(fee)),
      beside('per-unit', m.calc_part_per_unit, each, () => `${plain(premium + fee)} ÷ ${plain(units)}`, 'money-per-unit')
    ])
  }
}
