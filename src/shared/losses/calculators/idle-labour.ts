import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { exactly, hours, moneyPerHour, people, share, source } from './build'
import { beside, number, part, percent, plain, result } from './compute'

/** People who were paid and could not work. */
export const idleLabour: Calculator = {
  id: 'idle-labour',
  version: 1,
  group: 'late',
  title: m.calc_idle_labour_title,
  formula: m.calc_idle_labour_formula,
  sources: [
    source(
      'Cost of downtime: loaded rate × hours × people; standing labour of a line that is down (mfgcalcs.com, reviewed 2026-05-12)',
      'https://mfgcalcs.com'
    )
  ],
  harms: ['idle-labour'],
  fields: [
    people('people', m.calc_people, m.calc_people_idle_meaning),
    hours('hoursIdle', m.calc_hours_idle, m.calc_hours_idle_meaning),
    moneyPerHour('loadedRate', m.calc_loaded_rate, m.calc_loaded_rate_meaning),
    share('shareRedeployed', m.calc_share_redeployed, m.calc_share_redeployed_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_idle_labour_example,
      inputs: exactly({ people: 12, hoursIdle: 6.5, loadedRate: 38, shareRedeployed: 0.25 }),
      expected: 2223
    }
  ],
  compute(draw) {
    const who = number(draw, 'people')
    const each = number(draw, 'hoursIdle')
    const rate = number(draw, 'loadedRate')
    const redeployed = number(draw, 'shareRedeployed')
    const idle = who * each
    return result([
      beside('idle-hours', m.calc_part_idle_hours, idle, () => `${plain(who)} × ${plain(each)}`, 'hours'),
      part(
        'idle-labour',
        m.calc_part_idle_labour,
        idle * rate * (1 - redeployed),
        () => `${plain(idle)} × ${plain(rate)} × (1 − ${percent(redeployed)})`
      )
    ])
  }
}
