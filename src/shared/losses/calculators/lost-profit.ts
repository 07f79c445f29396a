import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { choiceField, count, exactly, money, moneyPerUnit, needed, source } from './build'
import { beside, given, number, part, plain, result, text, withShare } from './compute'

/** Beyond this the two routes are said to differ. */
const FEW_PERCENT = 0.05

/** Lost profit by unit and by the whole business; both are shown, one counts. */
export const lostProfit: Calculator = {
  id: 'lost-profit',
  version: 2,
  group: 'late',
  title: m.calc_lost_profit_title,
  formula: m.calc_lost_profit_formula,
  sources: [
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 25-27",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page26.html'
    )
  ],
  harms: ['lost-contribution', 'extra-expense'],
  covers: (inputs) => (inputs.route === 'business' ? 'whole' : undefined),
  fields: [
    choiceField(
      'route',
      m.calc_route,
      m.calc_route_meaning,
      {
        unit: m.calc_route_unit,
        business: m.calc_route_business
      },
      'unit'
    ),
    count('unitsLost', m.calc_part_units_lost, m.calc_units_lost_meaning, { optional: true }),
    moneyPerUnit('pricePerUnit', m.calc_price_per_unit, m.calc_price_per_unit_meaning, { optional: true }),
    moneyPerUnit('avoidedCostPerUnit', m.calc_avoided_cost, m.calc_avoided_cost_meaning, { optional: true }),
    money('extraExpense', m.calc_extra_expense, m.calc_extra_expense_meaning, { optional: true, start: 0 }),
    money('mitigationProfit', m.calc_mitigation_profit, m.calc_mitigation_profit_meaning, { optional: true, start: 0 }),
    money('profitButFor', m.calc_profit_but_for, m.calc_profit_but_for_meaning, { optional: true, min: -1e12 }),
    money('profitActual', m.calc_profit_actual, m.calc_profit_actual_meaning, { optional: true, min: -1e12 })
  ],
  examples: [
    {
      title: m.calc_lost_profit_example,
      inputs: exactly({
        route: 'unit',
        unitsLost: 1500,
        pricePerUnit: 3,
        avoidedCostPerUnit: 1,
        extraExpense: 0,
        mitigationProfit: 0,
        profitButFor: 35500,
        profitActual: 33500
      }),
      expected: 3000
    },
    {
      title: m.calc_lost_profit_example_business,
      inputs: exactly({
        route: 'business',
        unitsLost: 1500,
        pricePerUnit: 3,
        avoidedCostPerUnit: 1,
        extraExpense: 0,
        mitigationProfit: 1000,
        profitButFor: 35500,
        profitActual: 33500
      }),
      expected: 2000
    }
  ],
  check: (inputs) =>
    inputs.route === 'business'
      ? needed(inputs, 'profitButFor', 'profitActual')
      : needed(inputs, 'unitsLost', 'pricePerUnit', 'avoidedCostPerUnit'),
  compute(draw) {
    const units = given(draw, 'unitsLost')
    const price = given(draw, 'pricePerUnit')
    const avoided = given(draw, 'avoidedCostPerUnit')
    const extra = number(draw, 'extraExpense')
    const mitigated = number(draw, 'mitigationProfit')
    const butFor = given(draw, 'profitButFor')
    const actual = given(draw, 'profitActual')
    const byUnit = Math.max(0, (units ?? 0) * ((price ?? 0) - (avoided ?? 0)) + extra - mitigated)
    const showUnit = () =>
      `${plain(units ?? 0)} × (${plain(price ?? 0)} − ${plain(avoided ?? 0)}) + ${plain(extra)} − ${plain(mitigated)}`
    if (butFor === undefined || actual === undefined) {
      return result([part('by-unit', m.calc_part_by_unit, byUnit, showUnit)], [m.calc_warn_one_route])
    }
    const byBusiness = Math.max(0, butFor - actual)
    const showBusiness = () => `${plain(butFor)} − (${plain(actual)})`
    if (units === undefined || price === undefined || avoided === undefined) {
      return result([part('by-business', m.calc_part_by_business, byBusiness, showBusiness)], [m.calc_warn_no_units])
    }
    const larger = Math.max(byUnit, byBusiness)
    const gap = larger > 0 ? Math.abs(byUnit - byBusiness) / larger : 0
    const warnings = gap > FEW_PERCENT ? [withShare(m.calc_warn_routes_differ, gap)] : undefined
    const business = text(draw, 'route', 'unit') === 'business'
    return result(
      [
        (business ? beside : part)('by-unit', m.calc_part_by_unit, byUnit, showUnit),
        (business ? part : beside)('by-business', m.calc_part_by_business, byBusiness, showBusiness)
      ],
      warnings
    )
  }
}
