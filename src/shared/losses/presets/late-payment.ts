import { m } from '../../messages/messages.js'
import type { Message } from '../model/calculator'
import { CHECKED, checked, recalled, type PresetTable } from './preset'
import type { Day } from '../../values/flavours'

/** Which half-year's rate applies: each half-year's to its own days, the one on the day of payment, or the one of the default. */
export type RateRule = 'accrual-split' | 'rate-at-payment' | 'half-year-of-default'

/** A reference rate as a share per year (0.0425 for 4.25 %), in force for a half-year. */
export interface ReferenceRate {
  rate: number
}

const irish = {
  source: 'ECB main refinancing rate, as listed by the Irish Department of Enterprise',
  url: 'https://enterprise.gov.ie/en/What-We-Do/Supports-for-SMEs/Late-Payments/Late-Payment-Interest-Rate-'
}

export const ecbRate: PresetTable<ReferenceRate> = {
  id: 'ecb-rate',
  title: m.preset_ecb_rate,
  rows: [
    checked('2013-03-16', { ...irish, values: { rate: 0.0075 } }),
    checked('2013-07-01', { ...irish, values: { rate: 0.005 } }),
    checked('2014-01-01', { ...irish, values: { rate: 0.0025 } }),
    checked('2014-07-01', { ...irish, values: { rate: 0.0015 } }),
    checked('2015-01-01', { ...irish, values: { rate: 0.0005 } }),
    checked('2016-07-01', { ...irish, values: { rate: 0 } }),
    checked('2023-01-01', { ...irish, values: { rate: 0.025 } }),
    checked('2023-07-01', { ...irish, values: { rate: 0.04 } }),
    checked('2024-01-01', { ...irish, values: { rate: 0.045 } }),
    checked('2024-07-01', { ...irish, values: { rate: 0.0425 } }),
    checked('2025-01-01', { source: 'ECB rate + 8 = 11.15 % (latecalc.com)', values: { rate: 0.0315 } }),
    checked('2025-07-01', { source: 'ECB rate + 8 = 10.15 % (latecalc.com)', values: { rate: 0.0215 } }),
    recalled('2026-01-01', { source: 'ECB rate + 8 = 10.15 % (getinvoicepdf.com, one source)', values: { rate: 0.0215 } }),
    recalled('2026-07-01', {
      effectiveTo: '2026-12-31',
      source: 'ECB rate + 8 = 10.40 % (getinvoicepdf.com, one source)',
      values: { rate: 0.024 }
    })
  ]
}

const payOnTime = {
  source: 'Bank Rate on 30 June or 31 December, as listed by payontime.co.uk',
  url: 'https://www.payontime.co.uk'
}

export const bankRate: PresetTable<ReferenceRate> = {
  id: 'bank-rate',
  title: m.preset_bank_rate,
  rows: [
    checked('2011-01-01', { ...payOnTime, values: { rate: 0.005 } }),
    checked('2017-01-01', { ...payOnTime, values: { rate: 0.0025 } }),
    checked('2018-01-01', { ...payOnTime, values: { rate: 0.005 } }),
    checked('2019-01-01', { ...payOnTime, values: { rate: 0.0075 } }),
    checked('2020-07-01', { ...payOnTime, values: { rate: 0.001 } }),
    checked('2022-01-01', { ...payOnTime, values: { rate: 0.0025 } }),
    checked('2022-07-01', { ...payOnTime, values: { rate: 0.0125 } }),
    checked('2023-01-01', { ...payOnTime, values: { rate: 0.035 } }),
    checked('2023-07-01', { ...payOnTime, values: { rate: 0.05 } }),
    checked('2024-01-01', { ...payOnTime, values: { rate: 0.0525 } }),
    recalled('2024-07-01', { source: 'Bank Rate on 30 June 2024 (recalled)', values: { rate: 0.0525 } }),
    recalled('2025-01-01', { source: 'Bank Rate on 31 December 2024 (recalled)', values: { rate: 0.0475 } }),
    recalled('2025-07-01', { source: 'Bank Rate on 30 June 2025 (recalled)', values: { rate: 0.0425 } }),
    recalled('2026-01-01', { source: 'Bank Rate on 31 December 2025 (recalled)', values: { rate: 0.0375 } }),
    recalled('2026-07-01', {
      effectiveTo: '2026-12-31',
      source: 'Bank Rate on 30 June 2026: 3.75 % (usewolfx.com, one source)',
      values: { rate: 0.0375 }
    })
  ]
}

/** A state's rule: percentage points over the ECB rate, which rate counts, since when, and when it was checked; null when it was not. */
export interface NationalRule {
  id: string
  title: Message
  margin: number
  rateRule: RateRule
  source: string
  effectiveFrom: Day
  verifiedOn: Day | null
}

/** Germany adds 9 points to its own base rate, which stands 0.88 below the ECB rate. */
const GERMAN_OFFSET = 0.0088

export const nationalRules: NationalRule[] = [
  {
    id: 'eu',
    title: m.preset_rule_eu,
    margin: 0.08,
    rateRule: 'accrual-split',
    source: 'Directive 2011/7/EU, articles 2, 3 and 6',
    effectiveFrom: '2013-03-16',
    verifiedOn: CHECKED
  },
  {
    id: 'ie',
    title: m.preset_rule_ie,
    margin: 0.08,
    rateRule: 'rate-at-payment',
    source: 'S.I. 580/2012',
    effectiveFrom: '2013-03-16',
    verifiedOn: CHECKED
  },
  {
    id: 'de',
    title: m.preset_rule_de,
    margin: 0.09 - GERMAN_OFFSET,
    rateRule: 'accrual-split',
    source: 'BGB § 288 (2): base rate + 9 points (base rate taken as ECB rate − 0.88, first day, recalled)',
    effectiveFrom: '2014-07-29',
    verifiedOn: null
  },
  {
    id: 'fr',
    title: m.preset_rule_fr,
    margin: 0.1,
    rateRule: 'accrual-split',
    source: 'Code de commerce L441-10: ECB rate + 10 points (split by half-years, first day, recalled)',
    effectiveFrom: '2013-03-16',
    verifiedOn: null
  }
]

/** EUR that are owed at once for recovery costs. */
export const euFixedSum: PresetTable<{ amount: number }> = {
  id: 'eu-fixed-sum',
  title: m.preset_eu_fixed_sum,
  currency: 'EUR',
  rows: [checked('2013-03-16', { source: 'Directive 2011/7/EU, article 6', values: { amount: 40 } })]
}

/** GBP that are owed at once, by the size of the debt. */
export const ukFixedSum: PresetTable<{ tiers: { from: number; amount: number }[] }> = {
  id: 'uk-fixed-sum',
  title: m.preset_uk_fixed_sum,
  currency: 'GBP',
  rows: [
    checked('2002-08-07', {
      source: 'Late Payment of Commercial Debts (Interest) Act 1998, s. 5A',
      url: 'https://www.legislation.gov.uk/ukpga/1998/20/section/5A',
      values: {
        tiers: [
          { from: 0, amount: 40 },
          { from: 1000, amount: 70 },
          { from: 10000, amount: 100 }
        ]
      }
    })
  ]
}

/** The points that the United Kingdom adds to Bank Rate. */
export const ukMargin = 0.08
