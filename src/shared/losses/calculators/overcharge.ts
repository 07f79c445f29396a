import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, exactly, money, moneyPerUnit, source } from './build'
import { beside, number, part, plain, result } from './compute'

/** More was charged than agreed. The time it took the customer is a line of its own. */
export const overcharge: Calculator = {
  id: 'overcharge',
  version: 1,
  group: 'money',
  title: m.calc_overcharge_title,
  formula: m.calc_overcharge_formula,
  sources: [source('Difference between what was charged and what was agreed; bank charges it caused are separate lines')],
  harms: ['overcharge'],
  fields: [
    count('units', m.calc_units, m.calc_units_charged_meaning, { start: 1 }),
    moneyPerUnit('charged', m.calc_charged, m.calc_charged_meaning),
    moneyPerUnit('agreed', m.calc_agreed, m.calc_agreed_meaning),
    money('refunded', m.calc_refunded, m.calc_refunded_meaning, { optional: true, start: 0 }),
    money('bankCharges', m.calc_bank_charges, m.calc_bank_charges_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_overcharge_example,
      inputs: exactly({ units: 640, charged: 12.9, agreed: 11.4, refunded: 200, bankCharges: 35 }),
      expected: 795
    }
  ],
  compute(draw) {
    const units = number(draw, 'units', 1)
    const charged = number(draw, 'charged')
    const agreed = number(draw, 'agreed')
    const refunded = number(draw, 'refunded')
    const bank = number(draw, 'bankCharges')
    const over = units * Math.max(0, charged - agreed)
    return result([
      beside(
        'before-refund',
        m.calc_part_before_refund,
        over,
        () => `${plain(units)} × max(0, ${plain(charged)} − ${plain(agreed)})`
      ),
      part(
        'overcharge',
        m.calc_overcharge_title,
        Math.max(0, over - refunded),
        () => `max(0, ${plain(over)} − ${plain(refunded)})`
      ),
      part('bank-charges', m.calc_bank_charges, bank, () => plain(bank))
    ])
  }
}
