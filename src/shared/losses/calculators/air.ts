import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { airEu, deniedBoardingUs, flightRefundUs } from '../presets/air'
import { presetOn } from '../presets/preset'
import { choiceField, count, dateField, exactly, flagField, hours, kilometres, money, source } from './build'
import { beside, flag, number, part, percent, plain, result, text } from './compute'

const passengers = count('passengers', m.calc_passengers, m.calc_passengers_meaning, { min: 1, max: 1000, start: 1 })
const flightDate = dateField('date', m.calc_flight_date, m.calc_flight_date_meaning)

/** Compensation by Regulation (EC) 261/2004. */
export const flightEu: Calculator = {
  id: 'flight-eu',
  version: 1,
  group: 'statutory',
  title: m.calc_flight_eu_title,
  formula: m.calc_flight_eu_formula,
  sources: [source('Regulation (EC) 261/2004, article 7; CJEU C-402/07 Sturgeon', 'https://eur-lex.europa.eu/eli/reg/2004/261/oj')],
  harms: ['statutory'],
  currency: 'EUR',
  fields: [
    flightDate,
    choiceField(
      'event',
      m.calc_flight_event,
      m.calc_flight_event_meaning,
      {
        delay: m.calc_flight_delay,
        rerouted: m.calc_flight_rerouted,
        stranded: m.calc_flight_stranded
      },
      'delay'
    ),
    kilometres('distance', m.calc_distance, m.calc_distance_meaning),
    flagField('withinEu', m.calc_within_eu, m.calc_within_eu_meaning),
    hours('delayHours', m.calc_arrival_delay, m.calc_arrival_delay_meaning, { max: 1000 }),
    passengers
  ],
  examples: [
    {
      title: m.calc_flight_eu_example,
      inputs: exactly({ date: '2026-02-14', event: 'delay', distance: 5000, withinEu: false, delayHours: 3.5, passengers: 2 }),
      expected: 600
    },
    {
      title: m.calc_flight_eu_example_short,
      inputs: exactly({ date: '2026-02-14', event: 'delay', distance: 1400, withinEu: true, delayHours: 3, passengers: 1 }),
      expected: 250
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(airEu, text(draw, 'date'))
    const rule = row.values
    const km = number(draw, 'distance')
    const delay = number(draw, 'delayHours')
    const who = number(draw, 'passengers', 1)
    const event = text(draw, 'event', 'delay')
    const band = km <= rule.shortKm ? 0 : flag(draw, 'withinEu') || km <= rule.longKm ? 1 : 2
    const amount = [rule.short, rule.medium, rule.long][band]!
    const halved =
      event === 'delay'
        ? band === 2 && delay < rule.longHalvedBelowHours
        : event === 'rerouted' && delay <= rule.rerouteWithinHours[band]!
    const due = event === 'delay' && delay < rule.fromHours ? 0 : halved ? amount / 2 : amount
    return result(
      [
        beside('band', m.calc_part_full_amount, amount, () => `${plain(km)} km: ${plain(amount)}`),
        part(
          'compensation',
          m.calc_part_compensation,
          due * who,
          () => `${plain(who)} × ${plain(amount)}${halved ? ' ÷ 2' : ''}${due === 0 ? ' × 0' : ''}`
        )
      ],
      warnings,
      [used]
    )
  }
}

/** Denied boarding by 14 CFR part 250. */
export const deniedBoarding: Calculator = {
  id: 'denied-boarding-us',
  version: 1,
  group: 'statutory',
  title: m.calc_denied_boarding_title,
  formula: m.calc_denied_boarding_formula,
  sources: [source('14 CFR 250.5; 89 FR 84815, effective 22 January 2025', 'https://www.ecfr.gov/current/title-14/section-250.5')],
  harms: ['statutory'],
  currency: 'USD',
  fields: [
    flightDate,
    money('fare', m.calc_fare, m.calc_fare_meaning, { max: 1e6 }),
    hours('delayHours', m.calc_arrival_delay, m.calc_arrival_delay_meaning, { max: 1000 }),
    flagField('international', m.calc_international, m.calc_international_meaning),
    passengers
  ],
  examples: [
    {
      title: m.calc_denied_boarding_example,
      inputs: exactly({ date: '2025-06-01', fare: 700, delayHours: 2.5, international: false, passengers: 1 }),
      expected: 2150
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(deniedBoardingUs, text(draw, 'date'))
    const fare = number(draw, 'fare')
    const delay = number(draw, 'delayHours')
    const who = number(draw, 'passengers', 1)
    const long = delay >= (flag(draw, 'international') ? 4 : 2)
    const multiple = delay <= 1 ? 0 : long ? 4 : 2
    const cap = long ? row.values.secondCap : row.values.firstCap
    return result(
      [
        part(
          'compensation',
          m.calc_part_compensation,
          who * Math.min(multiple * fare, cap),
          () => `${plain(who)} × min(${percent(multiple)} × ${plain(fare)}, ${plain(cap)})`
        )
      ],
      warnings,
      [used]
    )
  }
}

/** Refund of a US flight that was changed significantly. */
export const flightRefund: Calculator = {
  id: 'flight-refund-us',
  version: 1,
  group: 'statutory',
  title: m.calc_flight_refund_title,
  formula: m.calc_flight_refund_formula,
  sources: [source('US Department of Transportation, rule of 2024: significant change is 3 h domestic, 6 h international')],
  harms: ['statutory', 'overcharge'],
  currency: 'USD',
  fields: [
    flightDate,
    money('fare', m.calc_unused_fare, m.calc_unused_fare_meaning, { max: 1e6 }),
    hours('delayHours', m.calc_arrival_delay, m.calc_arrival_delay_meaning, { max: 1000 }),
    flagField('international', m.calc_international, m.calc_international_meaning),
    passengers
  ],
  examples: [
    {
      title: m.calc_flight_refund_example,
      inputs: exactly({ date: '2025-06-01', fare: 310, delayHours: 3.5, international: false, passengers: 1 }),
      expected: 310
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(flightRefundUs, text(draw, 'date'))
    const limit = flag(draw, 'international') ? row.values.internationalHours : row.values.domesticHours
    const delay = number(draw, 'delayHours')
    const fare = number(draw, 'fare')
    const who = number(draw, 'passengers', 1)
    const due = delay >= limit ? who * fare : 0
    return result(
      [part('refund', m.calc_part_refund, due, () => `${plain(delay)} h ${due > 0 ? '≥' : '<'} ${plain(limit)} h: ${plain(due)}`)],
      warnings,
      [used]
    )
  }
}
