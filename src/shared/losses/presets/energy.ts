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
  /** Owed for a cut that is longer than this. */
  fromHours: number
  home: number
  business: number
  furtherHours: number
  further: number
  cap: number
}
export interface PowerCut {
  /** One fault with fewer than 5,000 premises without power. */
  normal: PowerCutRule
  /** One fault with 5,000 or more. */
  large: PowerCutRule
  storm1: PowerCutRule
  storm2: PowerCutRule
}

/** The same amounts in normal weather: over 12 hours, or over 24 where one fault hits 5,000 premises or more. */
function normal(home: number, business: number, cap: number) {
  const rule = { home, business, furtherHours: 12, further: 40, cap }
  return { normal: { ...rule, fromHours: 12 }, large: { ...rule, fromHours: 24 } }
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
      values: { ...normal(90, 175, 300), ...storms(80) }
    }),
    recalled('2025-04-01', {
      source:
        'Ofgem guaranteed standards for network operators: 95/180 after 12 h, or 24 h from 5,000 premises on, 40 per 12 h, cap 360; storms 85 (first day not known)',
      url: 'https://www.ofgem.gov.uk/consumers/household-gas-and-electricity-guide/extra-help-energy-services/power-cuts-help-and-compensation-under-guaranteed-standards',
      values: { ...normal(95, 180, 360), ...storms(85) }
    })
  ]
}
