import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { inParallel } from '../model/availability'
import { choiceField, count, exactly, hours, money, moneyPerHour, people, share, source } from './build'
import { beside, given, number, part, percent, plain, result, text } from './compute'

/** A service that was down: revenue, people who could not work, and putting things right. */
export const outage: Calculator = {
  id: 'outage',
  version: 1,
  group: 'outage',
  title: m.calc_outage_title,
  formula: m.calc_outage_formula,
  sources: [
    source('Cost of downtime: revenue × dependence, people × impact, recovery', 'https://thin-nology.com/calculating-cost-downtime')
  ],
  harms: ['lost-sales', 'lost-contribution', 'idle-labour', 'recovery-work'],
  fields: [
    hours('hoursDown', m.calc_hours_down, m.calc_hours_down_service_meaning),
    moneyPerHour('revenuePerHour', m.calc_revenue_per_hour, m.calc_revenue_per_hour_meaning),
    share('shareDependent', m.calc_share_dependent, m.calc_share_dependent_meaning, { start: 1 }),
    share('contributionRatio', m.calc_contribution_ratio, m.calc_contribution_ratio_meaning, { optional: true }),
    share('shareRecaptured', m.calc_share_recaptured, m.calc_share_recaptured_meaning, { optional: true, start: 0 }),
    people('people', m.calc_people, m.calc_people_outage_meaning, { optional: true, start: 0 }),
    moneyPerHour('loadedRate', m.calc_loaded_rate, m.calc_loaded_rate_meaning, { optional: true, start: 0 }),
    share('impact', m.calc_impact, m.calc_impact_meaning, { optional: true, start: 1 }),
    choiceField(
      'labourInMargin',
      m.calc_labour_in_margin,
      m.calc_labour_in_margin_meaning,
      {
        variable: m.calc_labour_variable,
        fixed: m.calc_labour_fixed
      },
      'fixed'
    ),
    money('recoveryCost', m.calc_recovery_cost, m.calc_recovery_cost_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_outage_example,
      inputs: exactly({
        hoursDown: 3.5,
        revenuePerHour: 4200,
        shareDependent: 0.8,
        contributionRatio: 0.35,
        shareRecaptured: 0.25,
        people: 40,
        loadedRate: 36,
        impact: 0.5,
        labourInMargin: 'variable',
        recoveryCost: 900
      }),
      expected: 6507
    }
  ],
  compute(draw) {
    const down = number(draw, 'hoursDown')
    const hourly = number(draw, 'revenuePerHour')
    const dependent = number(draw, 'shareDependent', 1)
    const ratio = given(draw, 'contributionRatio')
    const recaptured = number(draw, 'shareRecaptured')
    const who = number(draw, 'people')
    const rate = number(draw, 'loadedRate')
    const impact = number(draw, 'impact', 1)
    const recovery = number(draw, 'recoveryCost')
    const lost = hourly * down * dependent * (ratio ?? 1) * (1 - recaptured)
    const idle = who * rate * down * impact
    // people who both sell and idle are counted once: with fixed labour the lost contribution holds their wages
    const once = lost > 0 && idle > 0 && text(draw, 'labourInMargin', 'fixed') === 'fixed'
    const warnings = []
    if (ratio === undefined && lost > 0) warnings.push(m.calc_warn_revenue_not_profit)
    if (once) warnings.push(m.calc_warn_labour_once)
    return result(
      [
        (once && lost < idle ? beside : part)(
          'revenue',
          m.calc_part_lost_contribution,
          lost,
          () => `${plain(hourly)} × ${plain(down)} × ${percent(dependent)} × ${percent(ratio ?? 1)} × (1 − ${percent(recaptured)})`
        ),
        (once && idle <= lost ? beside : part)(
          'people',
          m.calc_part_idle_labour,
          idle,
          () => `${plain(who)} × ${plain(rate)} × ${plain(down)} × ${percent(impact)}`
        ),
        part('recovery', m.calc_recovery_cost, recovery, () => plain(recovery))
      ],
      warnings
    )
  }
}

/** What unavailability is to be expected to cost, from parts in series and copies in parallel. */
export const availability: Calculator = {
  id: 'availability',
  version: 1,
  group: 'outage',
  title: m.calc_availability_title,
  formula: m.calc_availability_formula,
  sources: [
    source(
      'Availability: parts in series multiply; copies in parallel 1 − ∏(1 − a). Two zones of 99.5 % give 99.9975 %, not 99.0025 %'
    )
  ],
  harms: ['lost-sales'],
  fields: [
    share('partAvailability', m.calc_part_availability, m.calc_part_availability_meaning),
    count('copies', m.calc_copies, m.calc_copies_meaning, { min: 1, max: 20, start: 1 }),
    count('inSeries', m.calc_in_series, m.calc_in_series_meaning, { min: 1, max: 200, start: 1 }),
    hours('hoursInPeriod', m.calc_hours_in_period, m.calc_hours_in_period_meaning, { start: 730.5 }),
    moneyPerHour('lossPerHour', m.calc_loss_per_hour, m.calc_loss_per_hour_meaning)
  ],
  examples: [
    {
      title: m.calc_availability_example,
      inputs: exactly({ partAvailability: 0.995, copies: 1, inSeries: 3, hoursInPeriod: 720, lossPerHour: 500 }),
      expected: 5373.045
    }
  ],
  compute(draw) {
    const each = number(draw, 'partAvailability')
    const copies = Math.max(1, Math.round(number(draw, 'copies', 1)))
    const series = Math.max(1, Math.round(number(draw, 'inSeries', 1)))
    const period = number(draw, 'hoursInPeriod')
    const hourly = number(draw, 'lossPerHour')
    const group = inParallel(Array<number>(copies).fill(each))
    const whole = group ** series
    const down = Math.max(0, 1 - whole) * period
    return result([
      beside('whole', m.calc_part_whole_availability, whole, () => `(1 − (1 − ${percent(each)})^${copies})^${series}`, 'share'),
      beside('hours-down', m.calc_hours_down, down, () => `(1 − ${percent(whole)}) × ${plain(period)}`, 'hours'),
      part('expected-loss', m.calc_part_expected_loss, down * hourly, () => `${plain(down)} × ${plain(hourly)}`)
    ])
  }
}
