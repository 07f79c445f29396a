import { beyondCapacity, type BeyondCapacity, type CapacityBound } from '../losses/questions/capacity'
import { numbersOf } from '../losses/questions/questions'
import { m } from '../messages/messages.js'
import { dayOf, firstDay, lastDay } from '../values/zones'
import type { IncidentFacts } from './facts'
import type { Words } from './words'
import type { Day } from '../values/flavours'

type Label = typeof m.question_beyond_units

const beyond: Record<CapacityBound, { unlikely: Label; impossible: Label }> = {
  'yearly-margin': { unlikely: m.question_beyond_margin as Label, impossible: m.question_cannot_margin as Label },
  'yearly-revenue': { unlikely: m.question_beyond_revenue as Label, impossible: m.question_cannot_revenue as Label },
  'yearly-units': { unlikely: m.question_beyond_units, impossible: m.question_cannot_units as Label },
  'weekly-hours': { unlikely: m.question_beyond_hours, impossible: m.question_beyond_hours },
  clock: { unlikely: m.question_cannot_hours as Label, impossible: m.question_cannot_hours as Label }
}

/** The first day of an incident's harm, and the day until which it is counted now; of a month or year its first and its last. */
function spanOf({ view }: IncidentFacts, today: Day): { from: Day; until: Day } {
  const { began, ended } = view.incident
  const { zone } = view.calendar
  const over = ended && lastDay(dayOf(ended, zone))
  return { from: firstDay(dayOf(began, zone)), until: over && over < today ? over : today }
}

/** What goes beyond the customer's capacity, sentence by sentence; or that it all fits what is known, or that nothing is known. */
export function capacityTexts(one: IncidentFacts, today: Day, w: Words): string[] {
  const { sheet, loss, view } = one
  if (!loss) return []
  const numbers = numbersOf(sheet.examined, 'capacity')
  const { customer } = view
  const rows = beyondCapacity({
    loss,
    lines: sheet.lines,
    drivers: sheet.drivers,
    customer,
    numbers,
    ...spanOf(one, today),
    calendar: view.calendar
  })
  if (rows.length) return rows.map((row) => textOf(row, one, w))
  const here = customer.currency === loss.currency
  const known = [
    here &&
      customer.yearlyMargin &&
      m.question_known_margin({ amount: w.money(customer.yearlyMargin, loss.currency, 'estimate') }, w.in),
    numbers?.yearlyRevenue && m.question_known_revenue({ amount: w.money(numbers.yearlyRevenue, loss.currency, 'estimate') }, w.in),
    numbers?.yearlyUnits && m.question_known_units({ count: w.number(numbers.yearlyUnits) }, w.in),
    numbers?.weeklyHours && m.question_known_hours({ count: w.number(numbers.weeklyHours) }, w.in)
  ].flatMap((text) => text || [])
  return [known.length ? m.question_fits({ known: known.join(', ') }, w.in) : m.question_nothing_known({}, w.in)]
}

function textOf(
  { bound, impossible, lineId, claimed, most, days }: BeyondCapacity,
  { sheet, loss }: IncidentFacts,
  w: Words
): string {
  const amount = (value: number): string =>
    lineId === null ? w.money(value, loss!.currency, 'estimate') : w.number(Math.round(value), 0)
  const line = sheet.lines.find(({ id }) => id === lineId)?.title ?? ''
  return beyond[bound][impossible ? 'impossible' : 'unlikely'](
    { line, claimed: amount(claimed), most: amount(most), days: w.number(days) },
    w.in
  )
}
