import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, days, exactly, moneyPerUnit, share, source } from './build'
import { beside, given, number, part, percent, plain, result } from './compute'

/** Lost contribution of goods that came late: what could not be sold after the customer's own stock ran out. */
export const lateDelivery: Calculator = {
  id: 'late-delivery',
  version: 1,
  group: 'late',
  title: m.calc_late_delivery_title,
  formula: m.calc_late_delivery_formula,
  sources: [
    source(
      "AICPA practice aid 'Calculating Lost Profits' (2020), p. 25-27",
      'http://online.flipbuilder.com/trainbyus/rhnt/files/basic-html/page27.html'
    ),
    source(
      'Contingent business interruption: exposed days after the inventory buffer (same arithmetic, trigger moved to the supplier)'
    )
  ],
  harms: ['lost-contribution'],
  fields: [
    count('unitsLate', m.calc_units_late, m.calc_units_late_meaning),
    count('unitsPerDay', m.calc_units_per_day, m.calc_units_per_day_meaning, { optional: true }),
    days('daysLate', m.calc_days_late, m.calc_days_late_meaning, { max: 3660, growsDaily: true }),
    days('daysOfCover', m.calc_days_of_cover, m.calc_days_of_cover_meaning, { max: 3660, optional: true, start: 0 }),
    moneyPerUnit('contributionPerUnit', m.calc_contribution_per_unit, m.calc_contribution_per_unit_meaning),
    share('shareRecaptured', m.calc_share_recaptured, m.calc_share_recaptured_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_late_delivery_example,
      inputs: exactly({
        unitsLate: 1200,
        unitsPerDay: 80,
        daysLate: 9,
        daysOfCover: 4,
        contributionPerUnit: 18.5,
        shareRecaptured: 0.35
      }),
      expected: 4810
    }
  ],
  compute(draw) {
    const late = number(draw, 'unitsLate')
    const perDay = given(draw, 'unitsPerDay')
    const delay = number(draw, 'daysLate')
    const cover = number(draw, 'daysOfCover')
    const each = number(draw, 'contributionPerUnit')
    const recaptured = number(draw, 'shareRecaptured')
    const exposed = Math.max(0, delay - cover)
    // without a daily rate the late units are taken as spread evenly over the delay
    const spread = delay > 0 ? late * (exposed / delay) : 0
    const units = perDay === undefined ? spread : Math.min(late, perDay * exposed)
    const lost = units * each * (1 - recaptured)
    return result([
      beside('exposed-days', m.calc_part_exposed_days, exposed, () => `max(0, ${plain(delay)} − ${plain(cover)})`, 'days'),
      beside(
        'units-lost',
        m.calc_part_units_lost,
        units,
        () =>
          perDay === undefined
            ? `${plain(late)} × ${plain(exposed)} ÷ ${plain(delay)}`
            : `min(${plain(late)}, ${plain(perDay)} × ${plain(exposed)})`,
        'count'
      ),
      part(
        'lost-contribution',
        m.calc_part_lost_contribution,
        lost,
        () => `${plain(units)} × ${plain(each)} × (1 − ${percent(recaptured)})`
      )
    ])
  }
}
