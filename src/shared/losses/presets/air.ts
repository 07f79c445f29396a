import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** EUR by distance; hours from which a delay counts, below which the longest band is halved, and within which a re-routing halves. */
export interface AirEu {
  short: number
  medium: number
  long: number
  shortKm: number
  longKm: number
  fromHours: number
  longHalvedBelowHours: number
  rerouteWithinHours: [number, number, number]
}

export const airEu: PresetTable<AirEu> = {
  id: 'air-eu',
  title: m.preset_air_eu,
  currency: 'EUR',
  reported: {
    on: '2026-06-01',
    source:
      'compromise reported in June 2026: from 3 hours as before, EUR 250/400, 300 for 3 to 4 hours and 600 beyond 3,500 km; no day of application was found'
  },
  rows: [
    checked('2005-02-17', {
      source: 'Regulation (EC) 261/2004, article 7, with CJEU C-402/07 Sturgeon',
      url: 'https://eur-lex.europa.eu/eli/reg/2004/261/oj',
      values: {
        short: 250,
        medium: 400,
        long: 600,
        shortKm: 1500,
        longKm: 3500,
        fromHours: 3,
        longHalvedBelowHours: 4,
        rerouteWithinHours: [2, 3, 4]
      }
    })
  ]
}

/** USD caps on 200 % and 400 % of the one-way fare. */
export interface DeniedBoardingUs {
  firstCap: number
  secondCap: number
}

export const deniedBoardingUs: PresetTable<DeniedBoardingUs> = {
  id: 'denied-boarding-us',
  title: m.preset_denied_boarding_us,
  currency: 'USD',
  rows: [
    recalled('2015-08-25', {
      source: '14 CFR 250.5 (caps as in an older DOT page; first day recalled)',
      values: { firstCap: 675, secondCap: 1350 }
    }),
    recalled('2021-04-13', {
      source: '14 CFR 250.5 (caps before 2025; first day recalled)',
      values: { firstCap: 775, secondCap: 1550 }
    }),
    checked('2025-01-22', {
      source: '89 FR 84815 (24 Oct 2024); 14 CFR 250.5',
      url: 'https://www.ecfr.gov/current/title-14/section-250.5',
      values: { firstCap: 1075, secondCap: 2150 }
    })
  ]
}

/** USD: an airline may not limit what it owes for lost, damaged or late baggage below this, for each passenger. */
export interface BaggageUs {
  limit: number
}

export const baggageUs: PresetTable<BaggageUs> = {
  id: 'baggage-us',
  title: m.preset_baggage_us,
  currency: 'USD',
  rows: [
    recalled('2015-05-27', {
      source: '14 CFR 254.4; 80 FR 30147 (27 May 2015; first day taken as that of publication)',
      values: { limit: 3500 }
    }),
    recalled('2021-01-13', {
      source: '14 CFR 254.4; 86 FR 2539 (13 Jan 2021; first day taken as that of publication)',
      values: { limit: 3800 }
    }),
    checked('2025-01-22', {
      source: '14 CFR 254.4; 89 FR 84815 (24 Oct 2024)',
      url: 'https://www.ecfr.gov/current/title-14/section-254.4',
      values: { limit: 4700 }
    })
  ]
}

/** Hours of change from which a US flight counts as significantly changed, so that the fare must be refunded. */
export interface FlightRefundUs {
  domesticHours: number
  internationalHours: number
}

export const flightRefundUs: PresetTable<FlightRefundUs> = {
  id: 'flight-refund-us',
  title: m.preset_flight_refund_us,
  currency: 'USD',
  rows: [
    recalled('2024-10-28', {
      source: 'DOT rule of 2024 on automatic refunds: 3 h domestic, 6 h international (first day recalled)',
      values: { domesticHours: 3, internationalHours: 6 }
    })
  ]
}
