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
      source: 'Ofcom automatic compensation scheme, first amounts; raised by consumer prices each April from 2021 on',
      values: { repairDay: 8, startDay: 5, appointment: 25 }
    }),
    recalled('2021-04-01', {
      source: 'Ofcom automatic compensation until April 2022 (ispreview.co.uk, one source that is not Ofcom)',
      url: 'https://www.ispreview.co.uk/index.php/2022/04/ofcom-increase-automatic-compensation-payments-from-uk-isps.html',
      values: { repairDay: 8.06, startDay: 5.04, appointment: 25.18 }
    }),
    recalled('2022-04-01', {
      source: 'Ofcom automatic compensation from 1 April 2022 (ispreview.co.uk, one source that is not Ofcom)',
      url: 'https://www.ispreview.co.uk/index.php/2022/04/ofcom-increase-automatic-compensation-payments-from-uk-isps.html',
      values: { repairDay: 8.4, startDay: 5.25, appointment: 26.24 }
    }),
    recalled('2023-04-01', {
      source: 'Ofcom automatic compensation until April 2024 (ukfcf.org.uk, one source that is not Ofcom)',
      url: 'https://www.ukfcf.org.uk/ofcom-raise-automatic-compensation-payouts-for-uk-broadband-woes/',
      values: { repairDay: 9.33, startDay: 5.83, appointment: 29.15 }
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
