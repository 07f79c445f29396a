import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { expectedLeftOver, expectedShortage, newsvendor, POISSON_MAX, type Demand } from '../model/inventory'
import { choiceField, count, exactly, moneyPerUnit, needed, share, source } from './build'
import { beside, by, number, part, percent, plain, result, text } from './compute'

/**
 * Goods for a season that came after it. With the late units the customer would have met more of an uncertain demand;
 * without them sales are missed, and the late units must be cleared.
 */
export const seasonalStock: Calculator = {
  id: 'seasonal-stock',
  version: 2,
  group: 'late',
  title: m.calc_seasonal_title,
  formula: m.calc_seasonal_formula,
  sources: [
    source(
      'Newsvendor model: Snyder & Shen, Fundamentals of Supply Chain Theory; stockpyl',
      'https://github.com/LarrySnyder/stockpyl'
    )
  ],
  harms: ['lost-contribution', 'stock-lost'],
  fields: [
    choiceField(
      'demand',
      m.calc_demand,
      m.calc_demand_meaning,
      { normal: m.calc_demand_normal, poisson: m.calc_demand_poisson },
      'normal'
    ),
    count('meanDemand', m.calc_mean_demand, m.calc_mean_demand_meaning, { max: 1e7 }),
    count('sdDemand', m.calc_sd_demand, m.calc_sd_demand_meaning, { max: 1e7, optional: true }),
    count('stockAvailable', m.calc_stock_available, m.calc_stock_available_meaning, { max: 1e7 }),
    count('unitsLate', m.calc_units_late, m.calc_units_late_meaning, { max: 1e7 }),
    moneyPerUnit('contributionPerUnit', m.calc_contribution_per_unit, m.calc_contribution_per_unit_meaning),
    moneyPerUnit('clearanceLoss', m.calc_clearance_loss, m.calc_clearance_loss_meaning, { optional: true, start: 0 }),
    share('shareKept', m.calc_share_kept, m.calc_share_kept_meaning, { optional: true, start: 1 })
  ],
  examples: [
    {
      title: m.calc_seasonal_example,
      inputs: exactly({
        demand: 'poisson',
        meanDemand: 40,
        stockAvailable: 0,
        unitsLate: 25,
        contributionPerUnit: 32,
        clearanceLoss: 11,
        shareKept: 1
      }),
      expected: 1074.576315318681
    }
  ],
  check: (inputs) => (inputs.demand === 'poisson' ? [] : needed(inputs, 'sdDemand')),
  compute(draw) {
    const mean = number(draw, 'meanDemand')
    const demand: Demand =
      text(draw, 'demand', 'normal') === 'poisson'
        ? { kind: 'poisson', mean }
        : { kind: 'normal', mean, sd: number(draw, 'sdDemand') }
    const stock = number(draw, 'stockAvailable')
    const late = number(draw, 'unitsLate')
    const each = number(draw, 'contributionPerUnit')
    const clearance = number(draw, 'clearanceLoss')
    const kept = number(draw, 'shareKept', 1)
    const without = expectedShortage(demand, stock)
    const withLate = expectedShortage(demand, stock + late)
    const missed = Math.max(0, without - withLate)
    // units that would have been left over anyway are no loss of this delay
    const wouldRemain = Math.max(0, expectedLeftOver(demand, stock + late) - expectedLeftOver(demand, stock))
    const cleared = Math.max(0, late * kept - wouldRemain)
    const lines = [
      beside('shortage', m.calc_part_shortage, without, () => `E[max(0, D − ${plain(stock)})] = ${plain(without)}`, 'count'),
      beside('missed', m.calc_part_missed_sales, missed, () => `${plain(without)} − ${plain(withLate)}`, 'count'),
      part('lost-contribution', m.calc_part_lost_contribution, missed * each, () => `${plain(missed)} × ${plain(each)}`),
      part(
        'clearance',
        m.calc_part_clearance,
        cleared * clearance,
        () => `max(0, ${plain(late)} × ${percent(kept)} − ${plain(wouldRemain)}) × ${plain(clearance)}`
      )
    ]
    const ratio = by(each, each + clearance)
    if (ratio > 1e-9 && ratio < 1 - 1e-9) {
      const best = newsvendor(demand, clearance, each)
      lines.push(
        beside(
          'best-stock',
          m.calc_part_best_stock,
          Math.max(0, best.stock),
          () => `${plain(each)} ÷ (${plain(each)} + ${plain(clearance)}) = ${percent(best.criticalRatio)}`,
          'count'
        )
      )
    }
    const asNormal = demand.kind === 'poisson' && mean > POISSON_MAX
    return result(lines, asNormal ? [m.calc_warn_poisson_normal] : undefined)
  }
}
