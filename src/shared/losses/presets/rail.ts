import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** Shares of the fare by minutes of delay (from the given minute on), and the least amount that is paid out. */
export interface RailEu {
  steps: { fromMinutes: number; share: number }[]
  leastPaid: number
}

export const railEu: PresetTable<RailEu> = {
  id: 'rail-eu',
  title: m.preset_rail_eu,
  rows: [
    recalled('2023-06-07', {
      source: 'Regulation (EU) 2021/782, article 19 (recalled)',
      url: 'https://eur-lex.europa.eu/eli/reg/2021/782/oj',
      values: {
        steps: [
          { fromMinutes: 60, share: 0.25 },
          { fromMinutes: 120, share: 0.5 }
        ],
        leastPaid: 4
      }
    })
  ]
}

/** Shares by minutes of delay for a single and a return fare, and journeys that a season ticket's price is divided by. */
export interface DelayRepay {
  steps: { fromMinutes: number; single: number; return: number; fifteenOnly?: boolean }[]
  divisors: { annual: number; quarterly: number; monthly: number; weekly: number }
}

export const delayRepayUk: PresetTable<DelayRepay> = {
  id: 'delay-repay-uk',
  title: m.preset_delay_repay_uk,
  rows: [
    checked('2016-10-01', {
      source:
        'Delay Repay: CrossCountry passenger charter; MoneySavingExpert (first day not known; from 15 minutes on since the day each operator chose)',
      values: {
        steps: [
          { fromMinutes: 15, single: 0.25, return: 0.125, fifteenOnly: true },
          { fromMinutes: 30, single: 0.5, return: 0.25 },
          { fromMinutes: 60, single: 1, return: 0.5 },
          { fromMinutes: 120, single: 1, return: 1 }
        ],
        divisors: { annual: 464, quarterly: 130, monthly: 40, weekly: 10 }
      }
    })
  ]
}
