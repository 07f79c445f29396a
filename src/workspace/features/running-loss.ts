import { figureOf } from '../../shared/losses/sampling/quantiles'
import { netDrawsOf } from '../../shared/losses/engine/simulate'
import type { RunningLoss } from '../../shared/contract/losses'
import type { Customer } from '../../shared/records/customers'
import type { Incident } from '../../shared/records/incidents'
import { addDays, dayOf, daysBetween, firstDay } from '../../shared/values/zones'
import type { Context } from '../handlers'
import { mustFind } from '../records'
import { timesOf } from './harm'
import { lossSheet, readyFor, simulation } from './loss-sheet'
import type { Id } from '../../shared/values/flavours'

/** As many as a curve a finger high can show. */
const most = 8
const draws = 2_000

/** Gives how an incident's loss ran from its beginning until today, or until it ended; null where nothing is counted. */
export async function runningLoss(context: Context, incidentId: Id<'incident'>): Promise<RunningLoss | null> {
  const { read, today } = context
  const incident = await mustFind<Incident>(read, 'incident', incidentId)
  const [times, sheet, { timeZone }] = await Promise.all([
    timesOf(context, incident),
    lossSheet(read, incidentId),
    mustFind<Customer>(read, 'customer', incident.customerId)
  ])
  if (sheet.lines.length === 0) return null
  await readyFor(sheet.lines)
  const began = firstDay(dayOf(incident.began, timeZone))
  const ended = incident.ended && firstDay(dayOf(incident.ended, timeZone))
  const last = ended && ended < today ? ended : today
  const length = Math.max(0, daysBetween(began, last))
  const count = Math.min(most, length)
  const days = Array.from({ length: count + 1 }, (_, i) => addDays(began, count === 0 ? 0 : Math.round((length * i) / count)))
  return {
    currency: incident.currency,
    points: days.map((on) => {
      const input = simulation({ ...incident, ...times }, sheet, on)
      return { on, loss: figureOf(netDrawsOf(input, draws), incident.currency, input.exact) }
    })
  }
}
