import { m } from '../../messages/messages.js'
import { checked, recalled, type PresetTable } from './preset'

/** GBP for each standard missed, and again when it is not paid in time. */
export interface EnergyStandards {
  each: number
  paidWithinWorkingDays: number
}

export const energyStandardsGb: PresetTable<EnergyStandards> = {
  id: 'energy-standards-gb',
  title: m.preset_energy_standards_gb,
  currency: 'GBP',
  rows: [
    checked('2015-12-31', {
      source: 'Ofgem guaranteed standards for suppliers: GBP 30 since 2015',
      values: { each: 30, paidWithinWorkingDays: 10 }
    }),
    recalled('2025-01-02', {
      source: 'Ofgem guaranteed standards for suppliers: GBP 40 (British Gas Business; first day recalled)',
      values: { each: 40, paidWithinWorkingDays: 10 }
    })
  ]
}

/** GBP for a first span without power, then for each further span, up to a cap. */
export interface PowerCutRule {
  fromHours: number
  home: number
  business: number
  furtherHours: number
  further: number
  cap: number
}
export interface PowerCut {
  normal: PowerCutRule
  storm1: PowerCutRule
  storm2: PowerCutRule
}

function storms(first: number) {
  const rule = { home: first, business: first, furtherHours: 6, further: 40, cap: 2000 }
  return { storm1: { ...rule, fromHours: 24 }, storm2: { ...rule, fromHours: 48 } }
}

export const powerCutGb: PresetTable<PowerCut> = {
  id: 'power-cut-gb',
  title: m.preset_power_cut_gb,
  currency: 'GBP',
  rows: [
    recalled('2023-04-01', {
      source: 'Ofgem guaranteed standards for network operators: 90/175, 40 per 12 h, cap 300; storms 80 (first day not known)',
      values: { normal: { fromHours: 12, home: 90, business: 175, furtherHours: 12, further: 40, cap: 300 }, ...storms(80) }
    }),
    recalled('2025-04-01', {
      source:
        'Guaranteed standards as reported from the ENA: 95/180, 40 per 12 h, cap about 360; storms 85 (first day not known)',
      values: { normal: { fromHours: 12, home: 95, business: 180, furtherHours: 12, further: 40, cap: 360 }, ...storms(85) }
    })
  ]
}
