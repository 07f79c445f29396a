import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { presetOn } from '../presets/preset'
import { delayRepayUk, railEu, type DelayRepay } from '../presets/rail'
import { choiceField, count, dateField, exactly, flagField, minutes, money, source } from './build'
import { beside, flag, number, part, percent, plain, result, text } from './compute'

const travelDate = dateField('date', m.calc_travel_date, m.calc_travel_date_meaning)
const arrivalDelay = minutes('delayMinutes', m.calc_delay_minutes, m.calc_delay_minutes_meaning, { max: 100000 })

/** Compensation for a late train by Regulation (EU) 2021/782. */
export const railDelayEu: Calculator = {
  id: 'rail-eu',
  version: 2,
  group: 'statutory',
  title: m.calc_rail_eu_title,
  formula: m.calc_rail_eu_formula,
  sources: [
    { text: 'Regulation (EU) 2021/782, article 19', url: 'https://eur-lex.europa.eu/eli/reg/2021/782/oj', confirmed: false }
  ],
  harms: ['statutory'],
  fields: [
    travelDate,
    money('fare', m.calc_ticket_price, m.calc_ticket_price_meaning, { max: 1e6 }),
    arrivalDelay,
    flagField('forceMajeure', m.calc_force_majeure, m.calc_force_majeure_meaning),
    money('leastPaid', m.calc_least_paid, m.calc_least_paid_meaning, { max: 100, optional: true })
  ],
  examples: [
    {
      title: m.calc_rail_eu_example,
      inputs: exactly({ date: '2026-03-02', fare: 84, delayMinutes: 95, forceMajeure: false, leastPaid: 4 }),
      expected: 21
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(railEu, text(draw, 'date'))
    const fare = number(draw, 'fare')
    const delay = number(draw, 'delayMinutes')
    const step = flag(draw, 'forceMajeure') ? undefined : row.values.steps.findLast((known) => delay >= known.fromMinutes)
    const rate = step?.share ?? 0
    const amount = rate * fare
    // the law lets a railway keep amounts below a threshold of its own; the line may be in any currency
    const due = amount >= number(draw, 'leastPaid') ? amount : 0
    return result(
      [part('compensation', m.calc_part_compensation, due, () => `${percent(rate)} × ${plain(fare)}${due < amount ? ' × 0' : ''}`)],
      due < amount ? [m.calc_warn_least_paid, ...warnings] : warnings,
      [used]
    )
  }
}

const seasons = ['annual', 'quarterly', 'monthly', 'weekly'] as const

/** British Delay Repay, for a single, a return or a season ticket. */
export const delayRepay: Calculator = {
  id: 'delay-repay-uk',
  version: 1,
  group: 'statutory',
  title: m.calc_delay_repay_title,
  formula: m.calc_delay_repay_formula,
  sources: [source('Delay Repay as published by CrossCountry and MoneySavingExpert')],
  harms: ['statutory'],
  currency: 'GBP',
  fields: [
    travelDate,
    choiceField(
      'ticket',
      m.calc_ticket,
      m.calc_ticket_meaning,
      {
        single: m.calc_ticket_single,
        return: m.calc_ticket_return,
        annual: m.calc_ticket_annual,
        quarterly: m.calc_ticket_quarterly,
        monthly: m.calc_ticket_monthly,
        weekly: m.calc_ticket_weekly
      },
      'single'
    ),
    money('fare', m.calc_ticket_price, m.calc_ticket_price_meaning, { max: 1e6 }),
    arrivalDelay,
    flagField('fifteen', m.calc_fifteen, m.calc_fifteen_meaning, true),
    count('journeys', m.calc_journeys, m.calc_journeys_meaning, { min: 1, max: 1000, start: 1 })
  ],
  examples: [
    {
      title: m.calc_delay_repay_example,
      inputs: exactly({ date: '2026-01-19', ticket: 'annual', fare: 4640, delayMinutes: 45, fifteen: true, journeys: 1 }),
      expected: 5
    }
  ],
  compute(draw) {
    const { row, warnings, used } = presetOn(delayRepayUk, text(draw, 'date'))
    const ticket = text(draw, 'ticket', 'single')
    const fare = number(draw, 'fare')
    const delay = number(draw, 'delayMinutes')
    const journeys = number(draw, 'journeys', 1)
    const season = seasons.find((known) => known === ticket)
    const divisor = season ? row.values.divisors[season] : 1
    const rate = shareFor(row.values, delay, ticket === 'return', flag(draw, 'fifteen', true))
    return result(
      [
        beside('journey', m.calc_part_journey, fare / divisor, () => `${plain(fare)} ÷ ${divisor}`),
        part(
          'compensation',
          m.calc_part_compensation,
          (fare / divisor) * rate * journeys,
          () => `${plain(fare / divisor)} × ${percent(rate)} × ${plain(journeys)}`
        )
      ],
      season && delay >= row.values.steps.at(-1)!.fromMinutes ? [m.calc_warn_season_whole_day, ...warnings] : warnings,
      [used]
    )
  }
}

function shareFor(table: DelayRepay, delay: number, isReturn: boolean, fifteen: boolean): number {
  const step = table.steps.findLast((known) => delay >= known.fromMinutes && (fifteen || !known.fifteenOnly))
  return step ? (isReturn ? step.return : step.single) : 0
}
