import type { BriefFacts, IncidentFacts } from '../../shared/brief/facts'
import type { Audience } from '../../shared/brief/audience'
import type { BriefVersion } from '../../shared/contract/brief'
import { changesSince } from '../../shared/brief/changes'
import { frozenModel } from '../../shared/brief/frozen'
import { briefModel, type BriefModel } from '../../shared/brief/model'
import { frozenText, thaw } from '../../shared/brief/stored'
import { invalidField, Refusal } from '../../shared/values/errors'
import type { Case, CaseView } from '../../shared/records/cases'
import { m } from '../../shared/messages/messages.js'
import type { Customer } from '../../shared/records/customers'
import { dayIn } from '../../shared/values/zones'
import type { EvidenceRow } from '../../shared/records/incidents'
import type { HandlersOf, Room } from '../handlers'
import { add, moveToTrash, mustFind } from '../records'
import { alteredOf } from '../store/evidence'
import { packId, unpackId } from '../store/packed'
import { refOf } from '../store/tables'
import { inLanguage } from './brief-language'
import { caseView } from './cases'
import { evidenceRows, incidentView } from './incidents'
import { lossSheet } from './loss-sheet'
import { waitingOf } from './losses'
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

/** Who changed the records last that a brief's figures rest on; an answer to the guard by the id of its incident or case, and its key. */
async function changesOf({ read }: Room, view: CaseView, incidents: readonly IncidentFacts[]): Promise<BriefFacts['changed']> {
  const own = incidents.map(({ view }) => view.incident.id)
  const answers = await read
    .selectFrom('guardAnswer')
    .select(['id', 'incidentId', 'caseId', 'key'])
    .where(({ or, eb }) => or([eb('caseId', '=', view.case.id), ...(own.length ? [eb('incidentId', 'in', own)] : [])]))
    .execute()
  const ids = [
    ...incidents.flatMap(({ sheet, view }) => [...sheet.lines, ...sheet.drivers, ...sheet.examined, ...view.cliffs]),
    ...view.options.flatMap((option) => [option, ...option.remedies]),
    ...answers
  ].map(({ id }) => id)
  const rows = ids.length
    ? await read
        .selectFrom('journalRow')
        .innerJoin('journalEntry', 'journalEntry.seq', 'journalRow.seq')
        .select(['journalRow.rowId', 'journalEntry.actor as by', 'journalEntry.at'])
        .where('journalRow.rowId', 'in', ids.map(packId))
        .orderBy('journalRow.seq')
        .execute()
    : []
  // the last one stands
  const last: BriefFacts['changed'] = Object.fromEntries(rows.map(({ rowId, by, at }) => [unpackId(rowId), { by, at }]))
  for (const { id, incidentId, caseId, key } of answers) if (last[id]) last[`${incidentId ?? caseId}:${key}`] = last[id]
  return last
}

/** A brief prints digests of kept files, so each file is read again: what is not as it was attached is marked. */
async function marking({ read }: Room, rows: readonly EvidenceRow[]): Promise<(some: EvidenceRow[]) => EvidenceRow[]> {
  // the brief of a case names what is tied to something, and nothing else
  const used = rows.filter(({ links }) => links.length > 0).flatMap(({ sha256 }) => sha256 ?? [])
  const altered = await alteredOf(read, used)
  return (some) => some.map((row) => (row.sha256 && altered.has(row.sha256) ? { ...row, altered: true } : row))
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
  const marked = await marking(room, [...evidence, ...incidents.flatMap(({ view }) => view.evidence)])
  return {
    view,
    customer,
    incidents: incidents.map((one) => ({ ...one, view: { ...one.view, evidence: marked(one.view.evidence) } })),
    changed,
    orders,
    promises,
    evidence: marked(evidence),
    voices,
    organisation: settings.organisation ?? null,
    timeZone: settings.timeZone,
    now,
    today: room.today,
    journal: { head: entries?.hash ?? store.journal?.head() ?? '', entries: entries?.seq ?? 0 }
  }
}

interface Asked {
  caseId: string
  language: BriefModel['language']
  paper: 'a4' | 'letter'
  audience: Audience
}

const made = async (room: Room, { caseId, language, paper, audience }: Asked): Promise<BriefModel> => {
  const facts = await gather(room, caseId)
  return briefModel({ ...inLanguage(facts, language), paper, audience }, language)
}

/** Takes a stored version, gives the brief that it holds, or the error that names it and the way out. */
function thawed({ model, title }: { model: string; title: string }): BriefModel | Refusal {
  const found = thaw(model)
  if ('model' in found) return found.model
  return found.problem === 'newer'
    ? new Refusal('conflict', m.brief_frozen_newer({ title }))
    : new Refusal('corrupt', m.brief_frozen_damaged({ title }))
}

/** Gives a version as it was frozen, with what a brief made now would say differently. Errors: not-found, invalid, conflict, corrupt. */
async function frozen(room: Room, caseId: string, id: string): Promise<BriefModel> {
  const version = await mustFind<BriefVersion & { model: string }>(room.read, 'briefVersion', id)
  if (version.caseId !== caseId) throw invalidField('versionId', m.error_not_found())
  const model = thawed(version)
  if (model instanceof Refusal) throw model
  return frozenModel(version, model, await made(room, version), room.now, room.settings.timeZone)
}

async function versions(room: Room, caseId: string) {
  const rows = await room.read
    .selectFrom('briefVersion')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('number', 'desc')
    .execute()
  // versions of one language, paper and reader are held against the same brief
  const present = new Map<string, Promise<BriefModel>>()
  return Promise.all(
    rows.map(async ({ model: stored, ...version }) => {
      // one that cannot be shown stands in the list beside the others
      const model = thawed({ model: stored, title: version.title })
      if (model instanceof Refusal) return { ...version, changes: [], problem: model.message }
      const key = [version.language, version.paper, version.audience].join()
      if (!present.has(key)) present.set(key, made(room, version))
      return { ...version, changes: changesSince(model, await present.get(key)!), problem: null }
    })
  )
}

export const briefHandlers: HandlersOf<'brief' | 'briefVersions'> = {
  'brief.model': async (room, { caseId, language, audience = 'leadership', paper = room.settings.paper, asOf, versionId }) => {
    if (versionId) return frozen(room, caseId, versionId)
    // a brief may be asked for as of an earlier day: what was due then is judged by that day
    const then = asOf ? { ...room, now: asOf, today: dayIn(asOf, room.settings.timeZone) } : room
    return made(then, { caseId, language, audience, paper })
  },
  'brief.freeze': async (change, asked, room) => {
    const found = await mustFind<Case>(room.read, 'case', asked.caseId)
    const model = frozenText(await made(room, asked))
    const last = await change.db
      .selectFrom('briefVersion')
      .select(({ fn }) => fn.max('number').as('top'))
      .where('caseId', '=', asked.caseId)
      .executeTakeFirst()
    const number = (last?.top ?? 0) + 1
    const { id } = await add(change, 'briefVersion', {
      ...asked,
      number,
      title: `${refOf('case', found.number)} v${number}`,
      madeBy: room.settings.advocate,
      model
    })
    return { id, number }
  },
  'brief.versions': (room, { caseId }) => versions(room, caseId),
  'briefVersions.trash': (change, { id }) => moveToTrash(change, 'briefVersion', id, change.at),
  'briefVersions.restore': (change, { id }) => moveToTrash(change, 'briefVersion', id, null)
}
