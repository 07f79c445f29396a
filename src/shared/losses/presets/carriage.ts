import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** Montreal Convention limits in special drawing rights: cargo per kilogram, baggage per passenger. */
export interface Montreal {
  cargoPerKg: number
  baggage: number
}

export const montreal: PresetTable<Montreal> = {
  id: 'montreal',
  title: m.preset_montreal,
  rows: [
    recalled('2019-12-28', {
      source: 'Montreal Convention 1999, limits before 28 Dec 2024 (first day recalled)',
      values: { cargoPerKg: 22, baggage: 1288 }
    }),
    checked('2024-12-28', {
      source: 'Montreal Convention 1999, limits as revised from 28 Dec 2024 (forwarderlaw.com, 2024-11-01)',
      url: 'https://forwarderlaw.com',
      values: { cargoPerKg: 26, baggage: 1519 }
    })
  ]
}

/** CMR: delay is limited to the carriage charges, times this. */
export interface Cmr {
  carriageCharges: number
}

export const cmr: PresetTable<Cmr> = {
  id: 'cmr',
  title: m.preset_cmr,
  rows: [
    recalled('1961-07-02', {
      source: 'CMR 1956, article 23(5): delay up to the carriage charges (recalled)',
      values: { carriageCharges: 1 }
    })
  ]
}
