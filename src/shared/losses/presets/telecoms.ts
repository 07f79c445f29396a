import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** GBP: each day of a delayed repair, each day of a delayed start, each missed appointment. */
export interface Telecoms {
  repairDay: number
  startDay: number
  appointment: number
}

export const telecomsUk: PresetTable<Telecoms> = {
  id: 'telecoms-uk',
  title: m.preset_telecoms_uk,
  currency: 'GBP',
  rows: [
    checked('2019-04-01', {
      effectiveTo: '2020-03-31',
      source: 'Ofcom automatic compensation scheme, first amounts',
      values: { repairDay: 8, startDay: 5, appointment: 25 }
    }),
    checked('2024-04-01', {
      source: 'Ofcom automatic compensation, as published by EE',
      url: 'https://ee.co.uk/help/automatic-compensation',
      values: { repairDay: 9.76, startDay: 6.1, appointment: 30.49 }
    }),
    recalled('2025-04-01', {
      source: 'Ofcom automatic compensation, April 2025 (recalled)',
      values: { repairDay: 9.98, startDay: 6.24, appointment: 31.19 }
    }),
    checked('2026-04-01', {
      source: 'Ofcom automatic compensation from 1 April 2026 (linkspeed.co.uk, kaeltripton.com)',
      values: { repairDay: 10.34, startDay: 6.46, appointment: 32.31 }
    })
  ]
}
