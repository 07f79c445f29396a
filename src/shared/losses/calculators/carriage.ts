import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { baggageUs } from '../presets/air'
import { cmr, montreal } from '../presets/carriage'
import { presetOn } from '../presets/preset'
import { choiceField, count, dateField, exactly, kilograms, money, needed, plainNumber, source } from './build'
import { beside, given, number, part, plain, result, text } from './compute'

/** What a carrier owes at most: the smaller of the proven loss and the limit of the convention. */
export const carriageLimit: Calculator = {
  id: 'carriage-limit',
  version: 1,
  group: 'statutory',
  title: m.calc_carriage_limit_title,
  formula: m.calc_carriage_limit_formula,
  sources: [
    source('Montreal Convention, limits from 28 December 2024 (forwarderlaw.com, 2024-11-01)', 'https://forwarderlaw.com'),
    { text: 'CMR, article 23(5)', confirmed: false }
  ],
  harms: ['statutory'],
  fields: [
    choiceField(
      'mode',
      m.calc_carriage_mode,
      m.calc_carriage_mode_meaning,
      {
        cargo: m.calc_carriage_cargo,
        baggage: m.calc_carriage_baggage,
        road: m.calc_carriage_road
      },
      'cargo'
    ),
    dateField('date', m.calc_event_date, m.calc_event_date_meaning),
    kilograms('weight', m.calc_weight, m.calc_weight_meaning, { optional: true }),
    count('passengers', m.calc_passengers, m.calc_passengers_meaning, { min: 1, max: 1000, optional: true, start: 1 }),
    plainNumber('sdrRate', m.calc_sdr_rate, m.calc_sdr_rate_meaning, { min: 1e-4, max: 1e6, optional: true }),
    money('carriageCharges', m.calc_carriage_charges, m.calc_carriage_charges_meaning, { optional: true }),
    money('provenLoss', m.calc_proven_loss, m.calc_proven_loss_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_carriage_limit_example,
      inputs: exactly({ mode: 'cargo', date: '2025-03-04', weight: 120, sdrRate: 1.31, provenLoss: 9500 }),
      expected: 4087.2
    }
  ],
  check(inputs) {
    if (inputs.mode === 'road') return needed(inputs, 'carriageCharges')
    return needed(inputs, inputs.mode === 'baggage' ? 'passengers' : 'weight', 'sdrRate')
  },
  compute(draw) {
    const mode = text(draw, 'mode', 'cargo')
    const date = text(draw, 'date')
    const proven = given(draw, 'provenLoss')
    const road = mode === 'road'
    const air = presetOn(montreal, date)
    const times = mode === 'baggage' ? number(draw, 'passengers', 1) : number(draw, 'weight')
    const each = mode === 'baggage' ? air.row.values.baggage : air.row.values.cargoPerKg
    const sdr = times * each
    const rate = number(draw, 'sdrRate', 1)
    const charges = number(draw, 'carriageCharges')
    const truck = presetOn(cmr, date)
    const limit = road ? charges * truck.row.values.carriageCharges : sdr * rate
    const owed = Math.min(limit, proven ?? Infinity)
    const lines = [
      beside('limit', m.calc_part_limit, limit, () =>
        road ? plain(charges) : `${plain(times)} × ${plain(each)} × ${plain(rate)}`
      ),
      part('owed', m.calc_part_compensation, owed, () =>
        proven === undefined ? plain(limit) : `min(${plain(proven)}, ${plain(limit)})`
      )
    ]
    if (!road) lines.unshift(beside('sdr', m.calc_part_sdr, sdr, () => `${plain(times)} × ${plain(each)}`, 'number'))
    const warnings = [...(road ? truck : air).warnings]
    if (!road && given(draw, 'sdrRate') === undefined) warnings.unshift(m.calc_warn_sdr_rate)
    if (proven !== undefined && proven > limit) warnings.unshift(m.calc_warn_limit_hit)
    return result(lines, warnings, [(road ? truck : air).used])
  }
}

/** Lost, damaged or late baggage on a flight within the United States: the proven loss, up to what the airline must allow. */
export const baggage: Calculator = {
  id: 'baggage-us',
  version: 1,
  group: 'statutory',
  title: m.calc_baggage_us_title,
  formula: m.calc_baggage_us_formula,
  sources: [source('14 CFR 254.4; 89 FR 84815, effective 22 January 2025', 'https://www.ecfr.gov/current/title-14/section-254.4')],
  harms: ['statutory'],
  currency: 'USD',
  fields: [
    dateField('date', m.calc_flight_date, m.calc_flight_date_meaning),
    count('passengers', m.calc_passengers, m.calc_passengers_meaning, { min: 1, max: 1000, start: 1 }),
    money('provenLoss', m.calc_proven_loss, m.calc_proven_loss_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_baggage_us_example,
      inputs: exactly({ date: '2026-05-02', passengers: 2, provenLoss: 11200 }),
      expected: 9400
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(baggageUs, text(draw, 'date'))
    const who = number(draw, 'passengers', 1)
    const proven = given(draw, 'provenLoss')
    const limit = who * row.values.limit
    return result(
      [
        beside('limit', m.calc_part_limit, limit, () => `${plain(who)} × ${plain(row.values.limit)}`),
        part('owed', m.calc_part_compensation, Math.min(limit, proven ?? Infinity), () =>
          proven === undefined ? plain(limit) : `min(${plain(proven)}, ${plain(limit)})`
        )
      ],
      proven !== undefined && proven > limit ? [m.calc_warn_limit_hit, ...warnings] : warnings,
      [used]
    )
  }
}
