import { invalidField } from '../../shared/values/errors'
import type { EvidenceRow, Incident, IncidentView } from '../../shared/records/incidents'
import type { Case } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import { inputErrorText } from '../../shared/losses/model/input-error'
import { scheduleOf } from '../../shared/records/calendar'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import type { Voice } from '../../shared/records/timeline'
import { add, mustFind, name, parsed, recordHandlers, tie } from '../records'
import type { Change } from '../store/journal'
import { refOf } from '../store/descriptions'
import { harmEndOf } from './harm'
import { chainHandlers } from './evidence-chain'
import { keepFile } from './kept-file'
import { currencyErrors } from './loss-checks'
import { incidentPage, incidentRows } from './incident-rows'
import { orderRows } from './orders'
import { picking } from './pick'
import { promiseRows, tieIncident } from './promises'
import type { AnyId, Id } from '../../shared/values/flavours'

/** All of evidence but the words in its file, which a list has no use for. */
const listed = [
  ...(['id', 'createdAt', 'updatedAt', 'trashedAt', 'number', 'customerId', 'title', 'note', 'link'] as const),
  ...(['collectedAt', 'sha256', 'fileName', 'mediaType', 'bytes'] as const)
]

/** Gives evidence with what it is tied to; of one customer, or of one record. */
export async function evidenceRows(
  context: Pick<Context, 'read'>,
  asked: { customerId?: Id<'customer'>; recordIds?: AnyId[] }
): Promise<EvidenceRow[]> {
  let query = context.read.selectFrom('evidence').select(listed).where('trashedAt', 'is', null).orderBy('number')
  if (asked.customerId) query = query.where('customerId', '=', asked.customerId)
  if (asked.recordIds) {
    const ids = asked.recordIds
    query = query.where('id', 'in', (inner) => inner.selectFrom('evidenceLink').select('evidenceId').where('recordId', 'in', ids))
  }
  const rows = await query.execute()
  if (rows.length === 0) return []
  const links = await context.read
    .selectFrom('evidenceLink')
    .selectAll()
    .where(
      'evidenceId',
      'in',
      rows.map((row) => row.id)
    )
    .execute()
  const tied = new Map(rows.map(({ id }): [string, EvidenceRow['links']] => [id, []]))
  for (const { evidenceId, entity, recordId } of links) tied.get(evidenceId)!.push({ entity, id: recordId })
  return rows.map((row) => ({ ...row, ref: refOf('evidence', row.number), links: tied.get(row.id)! }))
}

/** Gives one incident with all that is tied to it. Error: not-found. */
export async function incidentView(context: Context, id: Id<'incident'>): Promise<IncidentView> {
  const incident = await mustFind<Incident>(context.read, 'incident', id)
  const lines = await context.read
    .selectFrom('lossLine')
    .select('id')
    .where('incidentId', '=', id)
    .where('trashedAt', 'is', null)
    .execute()
  const drivers = await context.read
    .selectFrom('driver')
    .select('id')
    .where('incidentId', '=', id)
    .where('trashedAt', 'is', null)
    .execute()
  const [harmEnd, customer, orders, promises, voice, evidence, cliffs, cases] = await Promise.all([
    harmEndOf(context, incident),
    mustFind<Customer>(context.read, 'customer', incident.customerId),
    orderRows(context, { incidentId: id }),
    promiseRows(context, { incidentId: id }),
    context.read
      .selectFrom('voice')
      .selectAll()
      .where('incidentId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('saidAt')
      .execute()
      .then((rows) => rows.map((row) => parsed<Voice>('voice', row))),
    evidenceRows(context, { recordIds: [id, ...[...lines, ...drivers].map((each) => each.id)] }),
    context.read
      .selectFrom('cliff')
      .selectAll()
      .where('incidentId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('on')
      .execute(),
    context.read
      .selectFrom('caseIncident')
      .innerJoin('case', 'case.id', 'caseIncident.caseId')
      .select(['case.id', 'case.number', 'case.title'])
      .where('caseIncident.incidentId', '=', id)
      .where('case.trashedAt', 'is', null)
      .execute()
  ])
  return {
    incident,
    ref: refOf('incident', incident.number),
    customer: {
      id: customer.id,
      name: customer.name,
      currency: customer.currency,
      clock: customer.timeZone,
      yearlyMargin: customer.yearlyMargin
    },
    orders,
    promises,
    voice,
    evidence,
    cliffs,
    harmEnd,
    calendar: scheduleOf(customer.calendar ?? context.settings.calendar, customer.timeZone),
    cases: cases.map((row) => ({ id: row.id, ref: refOf('case', row.number), title: row.title }))
  }
}

async function tieOrder(change: Change, incidentId: Id<'incident'>, orderId: Id<'order'>, tied = true): Promise<void> {
  await mustFind(change.db, 'order', orderId)
  await tie(change, 'incidentOrder', { incidentId, orderId }, tied)
}

/** Says in a change that a case is about an incident, or no longer is. Errors: not-found; invalid, they are of two customers. */
export async function tieCase(change: Change, incidentId: Id<'incident'>, caseId: Id<'case'>, tied = true): Promise<void> {
  const incident = await mustFind<Incident>(change.db, 'incident', incidentId)
  const { customerId } = await mustFind<Case>(change.db, 'case', caseId)
  if (tied && incident.customerId !== customerId) throw invalidField('incidentIds', m.promises_other_customer())
  await tie(change, 'caseIncident', { caseId, incidentId }, tied)
}

/**
 * Another currency would leave the figures of dated steps and shared amounts as they stand and make other amounts of
 * them, also of those in the trash, which can be restored; lines bear a currency of their own, but need a rate.
 */
async function checkedIncident(
  change: Change,
  fields: Record<string, unknown>,
  id: string | null
): Promise<Record<string, unknown>> {
  const next = fields.currency as string | undefined
  if (!id || next === undefined) return fields
  const { currency } = await mustFind<Incident>(change.db, 'incident', id)
  if (next === currency) return fields
  const [cliffs, drivers, lines, rates] = await Promise.all([
    change.db.selectFrom('cliff').select('id').where('incidentId', '=', id).execute(),
    change.db.selectFrom('driver').select('unit').where('incidentId', '=', id).execute(),
    change.db.selectFrom('lossLine').selectAll().where('incidentId', '=', id).execute(),
    change.db.selectFrom('rate').selectAll().where('trashedAt', 'is', null).execute()
  ])
  if (cliffs.length || drivers.some(({ unit }) => unit.startsWith('money')))
    throw invalidField('currency', m.incident_currency_kept({ currency }))
  const [wrong] = lines.filter(({ trashedAt }) => trashedAt === null).flatMap((line) => currencyErrors(line, next, rates))
  if (wrong) throw invalidField('currency', inputErrorText(wrong))
  return fields
}

export const incidentHandlers: HandlersOf<'incidents' | 'cliffs' | 'evidence' | 'currencies'> = {
  ...recordHandlers('incidents', 'incident', checkedIncident),
  'incidents.create': async (change, { promiseIds = [], orderIds = [], caseIds = [], ...fields }) => {
    const incident = await add(change, 'incident', fields)
    for (const promiseId of promiseIds) await tieIncident(change, promiseId, incident.id)
    for (const orderId of orderIds) await tieOrder(change, incident.id, orderId)
    for (const caseId of caseIds) await tieCase(change, incident.id, caseId)
    return incident
  },
  ...recordHandlers('cliffs', 'cliff'),
  ...recordHandlers('evidence', 'evidence'),
  ...chainHandlers,
  'incidents.list': (context, { customerId }) => incidentRows(context, { customerId }),
  'incidents.page': incidentPage,
  'incidents.pick': picking('incident'),
  'incidents.get': (context, { id }) => incidentView(context, id),
  'incidents.tieOrder': async (change, { id, orderId, tied }) => {
    await name(change, tied ? 'tie' : 'untie', 'incident', id)
    await tieOrder(change, id, orderId, tied)
    return { id }
  },
  'evidence.pick': picking('evidence'),
  'evidence.list': (context, { customerId }) => evidenceRows(context, { customerId }),
  'evidence.attach': async (change, { customerId, file, title }, { now, taken, words }) => {
    // found by its words, as what came with a mail is
    const { id } = await keepFile(change, taken!, { customerId, file, title, at: now, words })
    return { id, sha256: taken!.sha256 }
  },
  'evidence.tie': async (change, { evidenceId, entity, id, tied }) => {
    await name(change, tied ? 'tie' : 'untie', 'evidence', evidenceId)
    await tie(change, 'evidenceLink', { evidenceId, entity, recordId: id }, tied)
    return { id: evidenceId }
  },
  'currencies.list': async () => Intl.supportedValuesOf('currency')
}
