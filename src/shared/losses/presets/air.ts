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
  rows: [
    // a reform was reported in June 2026 (250/400, 300 and 600); no date of application was found, so it has no row yet
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
