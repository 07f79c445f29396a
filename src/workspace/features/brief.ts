import type { BriefFacts, IncidentFacts } from '../../shared/brief/facts'
import { briefModel } from '../../shared/brief/model'
import type { CaseView } from '../../shared/cases'
import type { Customer } from '../../shared/customers'
import type { HandlersOf, Room } from '../handlers'
import { mustFind } from '../records'
import { caseView } from './cases'
import { evidenceRows, incidentView } from './incidents'
import { lossSheet, waitingOf } from './losses'
import { orderRows } from './orders'
import { promiseRows } from './promises'

async function incidentFacts(room: Room, view: CaseView): Promise<IncidentFacts[]> {
  return Promise.all(
    view.incidents.map(async ({ id, loss }) => {
      const [found, sheet, waiting] = await Promise.all([incidentView(room, id), lossSheet(room.read, id), waitingOf(room, id)])
      return { view: found, loss, sheet, waiting }
    })
  )
}

/** Who changed the records last that a brief's figures rest on; an answer to the guard by its incident's id and its key. */
async function changesOf({ read }: Room, view: CaseView, incidents: readonly IncidentFacts[]): Promise<BriefFacts['changed']> {
  const answers = incidents.length
    ? await read.selectFrom('guardAnswer').select(['id', 'incidentId', 'key']).where('incidentId', 'in', incidents.map(({ view }) => view.incident.id)).execute()
    : []
  const ids = [
    ...incidents.flatMap(({ sheet, view }) => [...sheet.lines, ...sheet.drivers, ...view.cliffs]),
    ...view.options.flatMap((option) => [option, ...option.remedies]),
    ...answers
  ].map(({ id }) => id)
  const rows = ids.length
    ? await read
        .selectFrom('journalRow')
        .innerJoin('journalEntry', 'journalEntry.seq', 'journalRow.seq')
        .select(['journalRow.rowId', 'journalEntry.actor as by', 'journalEntry.at'])
        .where('journalRow.entity', 'in', ['lossLine', 'driver', 'cliff', 'guardAnswer', 'option', 'remedy'])
        .where('journalRow.rowId', 'in', ids)
        .orderBy('journalRow.seq')
        .execute()
    : []
  // the last one stands
  const last: BriefFacts['changed'] = Object.fromEntries(rows.map(({ rowId, by, at }) => [rowId, { by, at }]))
  for (const { id, incidentId, key } of answers) if (last[id]) last[`${incidentId}:${key}`] = last[id]
  return last
}

async function gather(room: Room, caseId: string): Promise<Omit<BriefFacts, 'paper' | 'audience'>> {
  const { read, now, settings, store } = room
  const view = await caseView(room, caseId)
  const customerId = view.customer.id
  const incidents = await incidentFacts(room, view)
  const changed = await changesOf(room, view, incidents)
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
    view, customer, incidents, changed, orders, promises, evidence, voices,
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
