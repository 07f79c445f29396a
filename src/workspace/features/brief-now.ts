import type { BriefFacts, IncidentFacts } from '../../shared/brief/facts'
import type { Audience } from '../../shared/brief/audience'
import type { BriefShape } from '../../shared/brief/shape'
import { briefModel, type BriefModel } from '../../shared/brief/model'
import { thaw } from '../../shared/brief/stored'
import { Refusal } from '../../shared/values/errors'
import type { CaseView } from '../../shared/records/cases'
import { m } from '../../shared/messages/messages.js'
import type { Customer } from '../../shared/records/customers'
import type { EvidenceRow } from '../../shared/records/incidents'
import type { Context } from '../handlers'
import type { Voice } from '../../shared/records/timeline'
import { mustFind, parsed } from '../records'
import { alteredOf } from '../store/evidence'
import { packId, unpackId } from '../store/packed'
import { inLanguage } from './brief-language'
import { caseView } from './case-view'
import { evidenceRows, incidentView } from './incidents'
import { lossSheet } from './loss-sheet'
import { waitingOf } from './losses'
import { orderRows } from './orders'
import { promiseRows } from './promises'
import type { Id } from '../../shared/values/flavours'

async function incidentFacts(context: Context, view: CaseView): Promise<IncidentFacts[]> {
  return Promise.all(
    view.incidents.map(async ({ id, loss }) => {
      const [found, sheet, waiting] = await Promise.all([
        incidentView(context, id),
        lossSheet(context.read, id),
        waitingOf(context, id)
      ])
      return { view: found, loss, sheet, waiting }
    })
  )
}

/** Who changed the records last that a brief's figures rest on; an answer to the guard by the id of its incident or case, and its key. */
async function changesOf({ read }: Context, view: CaseView, incidents: readonly IncidentFacts[]): Promise<BriefFacts['changed']> {
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

/** In whose hands each piece of evidence was, as the journal and its uses tell. */
async function keptOf({ read }: Context, evidence: readonly EvidenceRow[]): Promise<BriefFacts['kept']> {
  if (evidence.length === 0) return {}
  const ids = evidence.map(({ id }) => id)
  const rows = await read
    .selectFrom('journalRow')
    .innerJoin('journalEntry', 'journalEntry.seq', 'journalRow.seq')
    .select(['journalRow.rowId', 'journalEntry.actor as by', 'journalEntry.at'])
    .where('journalRow.rowId', 'in', ids.map(packId))
    .orderBy('journalRow.seq')
    .execute()
  const uses = await read
    .selectFrom('evidenceUse')
    .select(({ fn }) => ['evidenceId', 'how', fn.countAll<number>().as('count')])
    .where('evidenceId', 'in', ids)
    .groupBy(['evidenceId', 'how'])
    .execute()
  const kept: BriefFacts['kept'] = {}
  for (const { rowId, by, at } of rows) {
    const own = kept[unpackId(rowId)]
    if (own) own.changed = { by, at }
    else kept[unpackId(rowId)] = { added: { by, at }, changed: null, uses: { seen: 0, exported: 0, opened: 0 } }
  }
  for (const { evidenceId, how, count } of uses) if (kept[evidenceId]) kept[evidenceId].uses[how] = count
  return kept
}

/** A brief prints digests of kept files, so each file is read again: what is not as it was attached is marked. */
async function marking({ read }: Context, rows: readonly EvidenceRow[]): Promise<(some: EvidenceRow[]) => EvidenceRow[]> {
  // the brief of a case names what is tied to something, and nothing else
  const used = rows.filter(({ links }) => links.length > 0).flatMap(({ sha256 }) => sha256 ?? [])
  const altered = await alteredOf(read, used)
  return (some) => some.map((row) => (row.sha256 && altered.has(row.sha256) ? { ...row, altered: true } : row))
}

async function gather(context: Context, caseId: Id<'case'>): Promise<Omit<BriefFacts, 'paper' | 'audience' | 'shape'>> {
  const { read, now, settings, store } = context
  const view = await caseView(context, caseId)
  const customerId = view.customer.id
  const incidents = await incidentFacts(context, view)
  const changed = await changesOf(context, view, incidents)
  const [customer, orders, promises, evidence, voices, entries] = await Promise.all([
    mustFind<Customer>(read, 'customer', customerId),
    orderRows(context, { customerId }),
    promiseRows(context, { customerId }),
    evidenceRows(context, { customerId }),
    read
      .selectFrom('voice')
      .leftJoin('contact', 'contact.id', 'voice.contactId')
      .selectAll('voice')
      .select('contact.name as contact')
      .where('voice.customerId', '=', customerId)
      .where('voice.trashedAt', 'is', null)
      .orderBy('voice.saidAt', 'desc')
      .execute()
      .then((rows) => rows.map((row) => parsed<Voice & { contact: string | null }>('voice', row))),
    read.selectFrom('journalEntry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  ])
  const named = [...evidence, ...incidents.flatMap(({ view }) => view.evidence)]
  const [marked, kept] = await Promise.all([marking(context, named), keptOf(context, named)])
  return {
    view,
    customer,
    incidents: incidents.map((one) => ({ ...one, view: { ...one.view, evidence: marked(one.view.evidence) } })),
    changed,
    kept,
    orders,
    promises,
    evidence: marked(evidence),
    voices,
    organisation: settings.organisation ?? null,
    timeZone: settings.timeZone,
    now,
    today: context.today,
    journal: { head: entries?.hash ?? store.journal?.head() ?? '', entries: entries?.seq ?? 0 }
  }
}

export interface Asked {
  caseId: Id<'case'>
  language: BriefModel['language']
  paper: 'a4' | 'letter'
  audience: Audience
  /** What is left out for its reader. */
  shape?: BriefShape
}

/** Takes which brief of which case, gives what it is made from. Error: not-found. */
export async function briefFacts(context: Context, { caseId, language, paper, audience, shape }: Asked): Promise<BriefFacts> {
  const facts = await gather(context, caseId)
  return { ...inLanguage(facts, language), paper, audience, ...(shape ? { shape } : {}) }
}

/** Takes which brief of which case, gives it as it is now. Error: not-found. */
export const briefNow = async (context: Context, asked: Asked): Promise<BriefModel> =>
  briefModel(await briefFacts(context, asked), asked.language)

/** Takes a stored version, gives the brief that it holds with what it leaves out, or the error that names it and the way out. */
export function thawed({ model, title }: { model: string; title: string }): { model: BriefModel; shape?: BriefShape } | Refusal {
  const found = thaw(model)
  if ('model' in found) return found
  return found.problem === 'newer'
    ? new Refusal('conflict', m.brief_frozen_newer({ title }))
    : new Refusal('corrupt', m.brief_frozen_damaged({ title }))
}
