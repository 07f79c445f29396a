import type { BriefFacts, IncidentFacts } from '../../shared/brief/facts'
import { waitingOf } from '../../shared/brief/daily'
import { briefModel } from '../../shared/brief/model'
import type { CaseView } from '../../shared/cases'
import type { Customer } from '../../shared/customers'
import { calculatorFor } from '../../shared/losses/calculators'
import { LossRefusal } from '../../shared/losses/input-error'
import type { IncidentLoss } from '../../shared/losses/incident-loss'
import { simulateIncident } from '../../shared/losses/simulate'
import type { HandlersOf, Room } from '../handlers'
import { mustFind } from '../records'
import { caseView } from './cases'
import { evidenceRows, incidentView } from './incidents'
import { lossSheet } from './losses'
import { orderRows } from './orders'
import { promiseRows } from './promises'

async function incidentFacts(room: Room, view: CaseView): Promise<IncidentFacts[]> {
  return Promise.all(
    view.incidents.map(async ({ id, loss }) => {
      const [found, sheet] = await Promise.all([incidentView(room, id), lossSheet(room.read, id)])
      return { view: found, loss, sheet, waiting: waitingOf(found.incident, sheet, found.cliffs, room.today) }
    })
  )
}

/**
 * The loss of all incidents together in the case's currency: simulated as a whole, as the sum of their P90s would be
 * too much. One incident in that currency is its own figure. Null when there is none, or a rate is missing.
 */
function lossTogether(view: CaseView, incidents: readonly IncidentFacts[]): IncidentLoss | null {
  const lossy = incidents.filter(({ loss }) => loss)
  const [first] = lossy
  if (!first) return null
  const { currency } = view.case
  if (lossy.length === 1 && first.loss!.currency === currency) return first.loss
  try {
    return simulateIncident({
      lines: lossy.flatMap(({ sheet }) => sheet.lines),
      drivers: lossy.flatMap(({ sheet }) => sheet.drivers),
      rates: first.sheet.rates,
      currency,
      seed: lossy.length === 1 ? first.view.incident.id : view.case.id,
      calculators: (id, line) => calculatorFor(id, line.inputs)
    })
  } catch (error) {
    // without a rate each incident still shows its own range in its own currency
    if (error instanceof LossRefusal) return null
    throw error
  }
}

async function gather(room: Room, caseId: string): Promise<Omit<BriefFacts, 'paper' | 'audience'>> {
  const { read, now, settings, store } = room
  const view = await caseView(room, caseId)
  const customerId = view.customer.id
  const incidents = await incidentFacts(room, view)
  const [customer, orders, promises, evidence, voices, entries] = await Promise.all([
    mustFind<Customer>(read, 'customer', customerId),
    orderRows(room, { customerId }),
    promiseRows(room, { customerId }),
    evidenceRows(room, { customerId }),
    read
      .selectFrom('voice')
      .leftJoin('contact', 'contact.id', 'voice.contactId')
      .selectAll('voice')
      .select('contact.name as contact')
      .where('voice.customerId', '=', customerId)
      .where('voice.trashedAt', 'is', null)
      .orderBy('voice.saidAt', 'desc')
      .execute(),
    read.selectFrom('journalEntry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  ])
  return {
    view, loss: lossTogether(view, incidents), customer, incidents, orders, promises, evidence, voices,
    organisation: settings.organisation ?? null, timeZone: settings.timeZone, now, today: room.today,
    journal: { head: entries?.hash ?? store.journal?.head() ?? '', entries: entries?.seq ?? 0 }
  }
}

export const briefHandlers: HandlersOf<'brief'> = {
  'brief.model': async (room, { caseId, language, audience = 'leadership', paper = room.settings.paper, asOf }) => {
    // a brief may be asked for as of an earlier day: what was due then is judged by that day
    const then = asOf ? { ...room, now: asOf, today: asOf.slice(0, 10) } : room
    return briefModel({ ...(await gather(then, caseId)), paper, audience }, language)
  }
}
