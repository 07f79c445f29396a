import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, exactly, money, moneyPerUnit, share, source } from './build'
import { number, part, percent, plain, result } from './compute'

/** A stock-out: part of the sales is lost, part is served late, and some costs do not depend on the number. */
export const lostSales: Calculator = {
  id: 'lost-sales',
  version: 1,
  group: 'late',
  title: m.calc_lost_sales_title,
  formula: m.calc_lost_sales_formula,
  sources: [
    source('mfgcalcs.com (reviewed 2026-05-12), stock-out cost', 'https://mfgcalcs.com'),
    source(
      'What shoppers do when an item is missing: Zinszer & Lesser, grocery survey (other brand 20.5 %, other variety 17.5 %, other store 13.7 %)'
    )
  ],
  harms: ['lost-sales', 'lost-contribution'],
  fields: [
    count('unitsShort', m.calc_units_short, m.calc_units_short_meaning),
    moneyPerUnit('contributionPerUnit', m.calc_contribution_per_unit, m.calc_contribution_per_unit_meaning),
    share('shareRecaptured', m.calc_share_recaptured, m.calc_share_recaptured_meaning, { optional: true, start: 0 }),
    count('unitsBackordered', m.calc_units_backordered, m.calc_units_backordered_meaning, { optional: true, start: 0 }),
    moneyPerUnit('backorderCost', m.calc_backorder_cost, m.calc_backorder_cost_meaning, { optional: true, start: 0 }),
    money('fixedCost', m.calc_goodwill_cost, m.calc_goodwill_cost_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_lost_sales_example,
      inputs: exactly({
        unitsShort: 100,
        contributionPerUnit: 45,
        shareRecaptured: 0.08,
        unitsBackordered: 0,
        backorderCost: 0,
        fixedCost: 250
      }),
      expected: 4390
    }
  ],
  compute(draw) {
    const short = number(draw, 'unitsShort')
    const each = number(draw, 'contributionPerUnit')
    const recaptured = number(draw, 'shareRecaptured')
    const backordered = number(draw, 'unitsBackordered')
    const backorderCost = number(draw, 'backorderCost')
    const fixed = number(draw, 'fixedCost')
    return result([
      part(
        'lost-sales',
        m.calc_part_lost_contribution,
        short * each * (1 - recaptured),
        () => `${plain(short)} × ${plain(each)} × (1 − ${percent(recaptured)})`
      ),
      part(
        'backorders',
        m.calc_part_backorders,
        backordered * backorderCost,
        () => `${plain(backordered)} × ${plain(backorderCost)}`
      ),
      part('fixed', m.calc_goodwill_cost, fixed, () => plain(fixed))
    ])
  }
}
