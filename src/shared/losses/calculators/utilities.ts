import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { energyStandardsGb, powerCutGb, type PowerCut } from '../presets/energy'
import { presetOn } from '../presets/preset'
import { telecomsUk } from '../presets/telecoms'
import { choiceField, count, dateField, days, exactly, hours, source } from './build'
import { number, part, plain, result, text } from './compute'

const eventDate = dateField('date', m.calc_event_date, m.calc_event_date_meaning)

/** Ofcom's automatic compensation for telephone and broadband. */
export const telecoms: Calculator = {
  id: 'telecoms-uk',
  version: 1,
  group: 'statutory',
  title: m.calc_telecoms_title,
  formula: m.calc_telecoms_formula,
  sources: [source('Ofcom automatic compensation scheme, as published by EE', 'https://ee.co.uk/help/automatic-compensation')],
  harms: ['statutory'],
  currency: 'GBP',
  fields: [
    eventDate,
    days('repairDays', m.calc_repair_days, m.calc_repair_days_meaning, { max: 3660, optional: true, start: 0 }),
    days('startDays', m.calc_start_days, m.calc_start_days_meaning, { max: 3660, optional: true, start: 0 }),
    count('appointments', m.calc_appointments, m.calc_appointments_meaning, { max: 1000, optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_telecoms_example,
      inputs: exactly({ date: '2024-09-04', repairDays: 0, startDays: 2, appointments: 1 }),
      expected: 42.69
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(telecomsUk, text(draw, 'date'))
    const line = (id: string, label: typeof m.calc_repair_days, each: number) => {
      const times = number(draw, id)
      return part(id, label, times * each, () => `${plain(times)} × ${plain(each)}`)
    }
    return result(
      [
        line('repairDays', m.calc_repair_days, row.values.repairDay),
        line('startDays', m.calc_start_days, row.values.startDay),
        line('appointments', m.calc_appointments, row.values.appointment)
      ],
      warnings,
      [used]
    )
  }
}

/** Guaranteed standards that an energy supplier in Great Britain missed. */
export const energyStandards: Calculator = {
  id: 'energy-standards-gb',
  version: 1,
  group: 'statutory',
  title: m.calc_energy_title,
  formula: m.calc_energy_formula,
  sources: [{ text: 'Ofgem guaranteed standards for suppliers, as on the British Gas Business page', confirmed: false }],
  harms: ['statutory'],
  currency: 'GBP',
  fields: [
    eventDate,
    count('missed', m.calc_standards_missed, m.calc_standards_missed_meaning, { max: 1000, start: 1 }),
    count('unpaid', m.calc_standards_unpaid, m.calc_standards_unpaid_meaning, { max: 1000, optional: true, start: 0 })
  ],
  examples: [{ title: m.calc_energy_example, inputs: exactly({ date: '2025-05-12', missed: 2, unpaid: 1 }), expected: 120 }],
  compute(draw) {
    const { row, warnings, used } = presetOn(energyStandardsGb, text(draw, 'date'))
    const each = row.values.each
    const missed = number(draw, 'missed')
    const unpaid = Math.min(missed, number(draw, 'unpaid'))
    return result(
      [
        part('missed', m.calc_standards_missed, missed * each, () => `${plain(missed)} × ${plain(each)}`),
        part('unpaid', m.calc_standards_unpaid, unpaid * each, () => `${plain(unpaid)} × ${plain(each)}`)
      ],
      warnings,
      [used]
    )
  }
}

/** A power cut in Great Britain. */
export const powerCut: Calculator = {
  id: 'power-cut-gb',
  version: 3,
  group: 'statutory',
  title: m.calc_power_cut_title,
  formula: m.calc_power_cut_formula,
  sources: [{ text: 'Ofgem guaranteed standards for network operators; sources differ by year', confirmed: false }],
  harms: ['statutory'],
  currency: 'GBP',
  fields: [
    eventDate,
    choiceField(
      'weather',
      m.calc_weather,
      m.calc_weather_meaning,
      {
        normal: m.calc_weather_normal,
        large: m.calc_weather_large,
        storm1: m.calc_weather_storm1,
        storm2: m.calc_weather_storm2
      },
      'normal'
    ),
    choiceField(
      'premises',
      m.calc_premises,
      m.calc_premises_meaning,
      { home: m.calc_premises_home, business: m.calc_premises_business },
      'home'
    ),
    hours('hoursOff', m.calc_hours_off, m.calc_hours_off_meaning, { max: 2000 })
  ],
  examples: [
    {
      title: m.calc_power_cut_example,
      inputs: exactly({ date: '2026-01-10', weather: 'normal', premises: 'business', hoursOff: 30 }),
      expected: 220
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(powerCutGb, text(draw, 'date'))
    const weather = text(draw, 'weather', 'normal')
    const rule = row.values[Object.hasOwn(row.values, weather) ? (weather as keyof PowerCut) : 'normal']
    const off = number(draw, 'hoursOff')
    const first = text(draw, 'premises', 'home') === 'business' ? rule.business : rule.home
    const further = Math.floor(Math.max(0, off - rule.fromHours) / rule.furtherHours + 1e-9)
    // owed where the supply is not restored within the time: back after exactly 12 hours is in time
    const due = off > rule.fromHours ? Math.min(rule.cap, first + further * rule.further) : 0
    return result(
      [
        part('compensation', m.calc_part_compensation, due, () =>
          off <= rule.fromHours
            ? `${plain(off)} h ≤ ${rule.fromHours} h: 0`
            : `min(${plain(rule.cap)}, ${plain(first)} + ${plain(further)} × ${plain(rule.further)})`
        )
      ],
      warnings,
      [used]
    )
  }
}
