import type { Cliff, Incident } from '../incidents'
import type { LossSheet } from '../losses'
import { calculatorFor } from '../losses/calculators'
import type { DriverInput, LossLineInput } from '../losses/incident-loss'
import type { OwnQuantity } from '../losses/quantity'
import { conversion } from '../losses/rates'
import { simulateIncident } from '../losses/simulate'
import { costOfWaiting, type DailyLoss, type WaitingCost } from '../losses/waiting'
import { toMajor } from '../money'

/** The field that says how long the harm went on, by calculator: one more day of waiting is one more of these. */
const spans = ['daysLate', 'days', 'daysDown', 'daysStopped', 'delayDays']

/** How many days are looked at when nobody has said when the harm ends. */
const ahead = 30

/**
 * Takes an incident with the stored parts of its loss, gives what each further day costs from today on: each line once
 * more with a day added to its duration, less the line as it is; and the cliffs to come. Null when the harm has ended or
 * nothing grows with time.
 */
export function waitingOf(incident: Incident, sheet: LossSheet, cliffs: readonly Cliff[], today: string): WaitingCost | null {
  if (incident.state === 'closed') return null
  const steps = cliffs.filter(({ on }) => on > today).map(({ id, on, amount }) => ({ id, on, amount: { as: 'exact' as const, value: toMajor(amount, incident.currency) } }))
  const over = (incident.ended !== null && incident.ended.slice(0, 10) <= today) || (incident.harmEnds !== null && incident.harmEnds <= today)
  const daily = over ? [] : dailyLosses(incident, sheet)
  if (!daily.length && !steps.length) return null
  const last = [incident.harmEnds, steps.map(({ on }) => on).sort().at(-1)].filter((day): day is string => !!day).sort().at(-1)
  const until = last && last > today ? dayAfter(last, 1) : dayAfter(today, ahead)
  return costOfWaiting({
    began: today, today, until, currency: incident.currency, seed: incident.id, steps,
    daily: daily.map((one) => ({ ...one, ...(incident.harmEnds ? { until: dayAfter(incident.harmEnds, 1) } : {}) }))
  })
}

function dailyLosses(incident: Incident, sheet: LossSheet): DailyLoss[] {
  return sheet.lines.flatMap((line): DailyLoss[] => {
    if (line.status === 'recovered' || line.status === 'compensated' || line.frequency) return []
    const field = calculatorFor(line.calculator, line.inputs)?.fields.find((one) => one.kind === 'quantity' && one.unit === 'days' && spans.includes(one.id))
    const given = field && line.inputs[field.id]
    if (!field || typeof given !== 'object') return []
    const own = given.as === 'driver' ? sheet.drivers.find(({ id }) => id === given.driverId)?.quantity : given
    const rate = conversion(line.currency, incident.currency, sheet.rates)
    if (!own || !rate) return []
    const now = figure(line, sheet.drivers, line.inputs)
    const later = figure(line, sheet.drivers, { ...line.inputs, [field.id]: longer(own) })
    if (!now || !later) return []
    const more = [later.p10 - now.p10, later.p50 - now.p50, later.p90 - now.p90]
      .map((minor) => Math.max(0, toMajor(minor, line.currency) * rate.factor)).sort((a, b) => a - b) as [number, number, number]
    if (more[2] <= 0) return []
    const perDay: OwnQuantity = more[0] === more[2] ? { as: 'exact', value: more[1] } : { as: 'range', low: more[0], likely: more[1], high: more[2] }
    return [{ id: line.id, perDay }]
  })
}

function figure(line: LossLineInput, drivers: readonly DriverInput[], inputs: LossLineInput['inputs']) {
  try {
    return simulateIncident({ lines: [{ ...line, inputs, status: 'estimated' }], drivers, rates: [], currency: line.currency, seed: line.id, draws: 2_000, calculators: (id, one) => calculatorFor(id, one.inputs) })
  } catch {
    return null
  }
}

function longer(given: OwnQuantity): OwnQuantity {
  if (given.as === 'exact') return { as: 'exact', value: given.value + 1 }
  if (given.as === 'range') return { ...given, low: given.low + 1, likely: given.likely + 1, high: given.high + 1 }
  return { ...given, low: given.low + 1, high: given.high + 1 }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
