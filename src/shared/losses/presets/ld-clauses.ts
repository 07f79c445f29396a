import { m } from '../../messages/messages.js'
import type { Draw } from '../model/calculator'
import { checked, type PresetTable } from './preset'

/** Values for the fields of `liquidated-damages`, which has them as examples; the contract at hand decides. */
export const ldClauses: PresetTable<Draw>[] = [
  {
    id: 'week-half-percent',
    title: m.preset_ld_week_half,
    rows: [
      checked('2000-01-01', {
        source: 'Clause seen at shankce.in',
        url: 'https://shankce.in/liquidated_damages.html',
        values: { ratePerPeriod: 0.005, period: 'week', counting: 'full', graceDays: 0, capShare: 0.1 }
      })
    ]
  },
  {
    id: 'week-or-part',
    title: m.preset_ld_week_part,
    rows: [
      checked('2000-01-01', {
        source: 'Buckinghamshire Council, terms, clause 17',
        values: { ratePerPeriod: 0.025, period: 'week', counting: 'part', graceDays: 0, capShare: 0.15 }
      })
    ]
  },
  {
    id: 'day-hundred-days',
    title: m.preset_ld_day_norwegian,
    rows: [
      checked('2000-01-01', {
        source: 'Norwegian-style clause, 0.15 % a calendar day for at most 100 days (markettransfer.info)',
        values: { ratePerPeriod: 0.0015, period: 'day', counting: 'full', graceDays: 0, capShare: 0.15 }
      })
    ]
  },
  {
    id: 'day-after-grace',
    title: m.preset_ld_day_grace,
    rows: [
      checked('2000-01-01', {
        source: 'Clause with 15 to 30 days of grace, 0.15 % a day, cap 5 % (lawinsider.com)',
        url: 'https://www.lawinsider.com',
        values: { ratePerPeriod: 0.0015, period: 'day', counting: 'full', graceDays: 15, capShare: 0.05 }
      })
    ]
  }
]
