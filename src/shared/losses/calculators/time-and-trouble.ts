import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { inconvenienceBands } from '../presets/inconvenience'
import { presetOn } from '../presets/preset'
import { choiceField, count, exactly, hours, minutes, money, moneyPerHour, source } from './build'
import { beside, number, part, plain, result, text } from './compute'

const bands = presetOn(inconvenienceBands, '').row.values.bands

/** The customer's own hours, contacts and waiting at their loaded rate. Published bands are shown beside it and never added. */
export const timeAndTrouble: Calculator = {
  id: 'time-and-trouble',
  version: 1,
  group: 'time',
  title: m.calc_time_title,
  formula: m.calc_time_formula,
  sources: [
    source('Loaded rate × hours, as for lost productivity', 'https://thin-nology.com/calculating-cost-downtime'),
    { text: 'UK Financial Ombudsman Service, awards for distress or inconvenience (bands as a reference only)', confirmed: false }
  ],
  harms: ['customer-time'],
  fields: [
    hours('hoursSpent', m.calc_hours_spent, m.calc_hours_spent_meaning),
    count('contacts', m.calc_contacts, m.calc_contacts_meaning, { max: 100000, optional: true, start: 0 }),
    minutes('minutesPerContact', m.calc_minutes_per_contact, m.calc_minutes_per_contact_meaning, {
      max: 10000,
      optional: true,
      start: 0
    }),
    minutes('minutesWaiting', m.calc_minutes_waiting, m.calc_minutes_waiting_meaning, { optional: true, start: 0 }),
    moneyPerHour('loadedRate', m.calc_loaded_rate, m.calc_loaded_rate_meaning),
    money('outOfPocket', m.calc_out_of_pocket, m.calc_out_of_pocket_meaning, { optional: true, start: 0 }),
    choiceField(
      'band',
      m.calc_band,
      m.calc_band_meaning,
      {
        none: m.calc_band_none,
        ...Object.fromEntries(bands.map((band) => [band.id, band.title]))
      },
      'none'
    )
  ],
  examples: [
    {
      title: m.calc_time_example,
      inputs: exactly({
        hoursSpent: 6,
        contacts: 9,
        minutesPerContact: 12,
        minutesWaiting: 72,
        loadedRate: 45,
        outOfPocket: 18,
        band: 'none'
      }),
      expected: 423
    }
  ],
  compute(draw) {
    const spent = number(draw, 'hoursSpent')
    const contacts = number(draw, 'contacts')
    const each = number(draw, 'minutesPerContact')
    const waiting = number(draw, 'minutesWaiting')
    const rate = number(draw, 'loadedRate')
    const pocket = number(draw, 'outOfPocket')
    const all = spent + (contacts * each + waiting) / 60
    const lines = [
      beside(
        'hours',
        m.calc_part_hours_in_all,
        all,
        () => `${plain(spent)} + (${plain(contacts)} × ${plain(each)} + ${plain(waiting)}) ÷ 60`,
        'hours'
      ),
      part('time', m.calc_part_customer_time, all * rate, () => `${plain(all)} × ${plain(rate)}`),
      part('out-of-pocket', m.calc_out_of_pocket, pocket, () => plain(pocket))
    ]
    const band = bands.find((known) => known.id === text(draw, 'band', 'none'))
    if (!band) return result(lines)
    lines.push(
      beside('band-low', m.calc_part_band_low, band.low, () => `GBP ${plain(band.low)}`, 'number'),
      beside('band-high', m.calc_part_band_high, band.high, () => `GBP ${plain(band.high)}`, 'number')
    )
    const { warnings, used } = presetOn(inconvenienceBands, '')
    return result(lines, [m.calc_warn_band_reference, ...warnings], [{ ...used, reference: true }])
  }
}
