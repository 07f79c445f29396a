import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { exactly, money, share, source } from './build'
import { beside, given, number, part, percent, plain, result } from './compute'

/** Loss of gross profit in the UK and Indian form, with trend and the average clause for under-insurance. */
export const grossProfit: Calculator = {
  id: 'gross-profit',
  version: 1,
  group: 'late',
  title: m.calc_gross_profit_title,
  formula: m.calc_gross_profit_formula,
  sources: [
    source('Loss of profits policy, worked solution', 'https://shop.teheca.com/page/61499484'),
    source('Insurance claims for loss of profit', 'https://catejwani.com/insurance-claim')
  ],
  harms: ['lost-contribution', 'extra-expense'],
  covers: () => 'whole',
  fields: [
    money('netProfit', m.calc_net_profit, m.calc_net_profit_meaning, { min: -1e12 }),
    money('standingCharges', m.calc_standing_charges, m.calc_standing_charges_meaning),
    money('turnover', m.calc_turnover, m.calc_turnover_meaning, { min: 0.01 }),
    money('standardTurnover', m.calc_standard_turnover, m.calc_standard_turnover_meaning),
    share('trend', m.calc_trend, m.calc_trend_meaning, { min: -1, max: 5, optional: true, start: 0 }),
    money('actualTurnover', m.calc_actual_turnover, m.calc_actual_turnover_meaning),
    money('increasedCost', m.calc_increased_cost, m.calc_increased_cost_meaning, { optional: true, start: 0 }),
    money('salesSaved', m.calc_sales_saved, m.calc_sales_saved_meaning, { optional: true, start: 0 }),
    money('savedCharges', m.calc_saved_charges, m.calc_saved_charges_meaning, { optional: true, start: 0 }),
    money('sumInsured', m.calc_sum_insured, m.calc_sum_insured_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_gross_profit_example,
      inputs: exactly({
        netProfit: 65009,
        standingCharges: 85000,
        turnover: 600000,
        standardTurnover: 250000,
        trend: 0.1,
        actualTurnover: 100000,
        increasedCost: 0,
        salesSaved: 0,
        savedCharges: 0
      }),
      expected: 43752.625
    }
  ],
  compute(draw) {
    const net = number(draw, 'netProfit')
    const standing = number(draw, 'standingCharges')
    const turnover = number(draw, 'turnover')
    const standard = number(draw, 'standardTurnover')
    const trend = number(draw, 'trend')
    const actual = number(draw, 'actualTurnover')
    const spent = number(draw, 'increasedCost')
    const salesSaved = number(draw, 'salesSaved')
    const saved = number(draw, 'savedCharges')
    const insured = given(draw, 'sumInsured')
    const rate = turnover > 0 ? Math.max(0, (net + standing) / turnover) : 0
    const short = Math.max(0, standard * (1 + trend) - actual)
    const working = Math.min(spent, salesSaved * rate)
    const loss = Math.max(0, short * rate + working - saved)
    const insurable = rate * turnover * (1 + trend)
    const average = insured === undefined || insurable <= 0 ? 1 : Math.min(1, insured / insurable)
    return result(
      [
        beside('rate', m.calc_part_gp_rate, rate, () => `(${plain(net)} + ${plain(standing)}) ÷ ${plain(turnover)}`, 'share'),
        beside(
          'short-sales',
          m.calc_part_short_sales,
          short,
          () => `max(0, ${plain(standard)} × (1 + ${percent(trend)}) − ${plain(actual)})`
        ),
        beside(
          'increased-cost',
          m.calc_part_increased_cost,
          working,
          () => `min(${plain(spent)}, ${plain(salesSaved)} × ${percent(rate)})`
        ),
        beside(
          'before-average',
          m.calc_part_before_average,
          loss,
          () => `${plain(short)} × ${percent(rate)} + ${plain(working)} − ${plain(saved)}`
        ),
        part('gross-profit', m.calc_part_gross_profit, loss * average, () =>
          insured === undefined ? plain(loss) : `${plain(loss)} × min(1, ${plain(insured)} ÷ ${plain(insurable)})`
        )
      ],
      [...(working < spent ? [m.calc_warn_increased_cost] : []), ...(average < 1 ? [m.calc_warn_average] : [])]
    )
  }
}
