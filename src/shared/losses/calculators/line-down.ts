import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { choiceField, exactly, hours, moneyPerHour, moneyPerUnit, share, source, unitsPerHour } from './build'
import { beside, number, part, percent, plain, result, text } from './compute'

/**
 * A production line that stands still. Standing labour counts only when the contribution was taken after labour:
 * where labour is treated as fixed, the lost contribution already holds it.
 */
export const lineDown: Calculator = {
  id: 'line-down',
  version: 1,
  group: 'late',
  title: m.calc_line_down_title,
  formula: m.calc_line_down_formula,
  sources: [source('mfgcalcs.com (reviewed 2026-05-12), downtime cost', 'https://mfgcalcs.com')],
  harms: ['lost-contribution', 'idle-labour'],
  fields: [
    hours('hoursDown', m.calc_hours_down, m.calc_hours_down_meaning),
    unitsPerHour('unitsPerHour', m.calc_units_per_hour, m.calc_units_per_hour_meaning),
    moneyPerUnit('contributionPerUnit', m.calc_contribution_per_unit, m.calc_contribution_per_unit_meaning),
    share('shareMadeUp', m.calc_share_made_up, m.calc_share_made_up_meaning, { optional: true, start: 0 }),
    moneyPerHour('standingLabour', m.calc_standing_labour, m.calc_standing_labour_meaning, { optional: true, start: 0 }),
    choiceField(
      'labourInMargin',
      m.calc_labour_in_margin,
      m.calc_labour_in_margin_meaning,
      {
        variable: m.calc_labour_variable,
        fixed: m.calc_labour_fixed
      },
      'fixed'
    )
  ],
  examples: [
    {
      title: m.calc_line_down_example,
      inputs: exactly({
        hoursDown: 8.75,
        unitsPerHour: 115,
        contributionPerUnit: 6.75,
        shareMadeUp: 0,
        standingLabour: 240,
        labourInMargin: 'variable'
      }),
      expected: 8892.1875
    }
  ],
  compute(draw) {
    const down = number(draw, 'hoursDown')
    const rate = number(draw, 'unitsPerHour')
    const each = number(draw, 'contributionPerUnit')
    const madeUp = number(draw, 'shareMadeUp')
    const hourly = number(draw, 'standingLabour')
    const units = down * rate * (1 - madeUp)
    const labour = down * hourly
    const counts = text(draw, 'labourInMargin', 'fixed') === 'variable'
    return result(
      [
        beside(
          'units-lost',
          m.calc_part_units_lost,
          units,
          () => `${plain(down)} × ${plain(rate)} × (1 − ${percent(madeUp)})`,
          'count'
        ),
        part('lost-contribution', m.calc_part_lost_contribution, units * each, () => `${plain(units)} × ${plain(each)}`),
        (counts ? part : beside)('standing-labour', m.calc_part_standing_labour, labour, () => `${plain(down)} × ${plain(hourly)}`)
      ],
      !counts && labour > 0 ? [m.calc_warn_labour_in_margin] : undefined
    )
  }
}
