import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { exactly, money } from './build'
import { number, part, plain, result } from './compute'

/** An amount that needs no formula: an invoice, a receipt, or what the customer says it was. */
export const plainAmount: Calculator = {
  id: 'plain-amount',
  version: 1,
  group: 'own',
  title: m.calc_plain_amount_title,
  formula: m.calc_plain_amount_formula,
  sources: [],
  harms: ['other'],
  fields: [
    money('amount', m.calc_amount, m.calc_amount_meaning),
    { kind: 'text', id: 'basis', label: m.calc_basis, meaning: m.calc_basis_meaning, max: 500, optional: true }
  ],
  examples: [{ title: m.calc_plain_amount_example, inputs: exactly({ amount: 2450, basis: '' }), expected: 2450 }],
  compute(draw) {
    const amount = number(draw, 'amount')
    return result([part('amount', m.calc_amount, amount, () => plain(amount))])
  },
  // the commonest line of all: a hundred thousand draws of it make no garbage
  total: (draw) => Math.max(0, number(draw, 'amount'))
}
