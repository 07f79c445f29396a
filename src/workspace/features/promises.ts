import { sql } from 'kysely'
import { promiseState, showsPromise, type Promised, type PromiseRow, type PromiseState } from '../../shared/records/promises'
import type { Parsed, Result } from '../../shared/contract/table'
import { localeOf } from '../../shared/values/format'
import { compare, inOrder } from '../../shared/values/in-order'
import { Refusal } from '../../shared/values/errors'
import type { Incident } from '../../shared/records/incidents'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, agreesAt, alter, mustFind, name, recordHandlers } from '../records'
import type { Change } from '../store/journal'
import { refOf } from '../store/descriptions'
import { picking } from './pick'
import { counted, hasPromises, standings } from './promise-states'
import type { Id } from '../../shared/values/flavours'

interface Asked {
  customerId?: Id<'customer'>
  incidentId?: Id<'incident'>
  interactionId?: Id<'interaction'>
  decisionId?: Id<'decision'>
  id?: string
  ids?: readonly string[]
  /** Those that are settled and were due before this day are left out. */
  since?: string
  /** Only these: what is not settled is found without the others. */
  states?: readonly PromiseState[]
}

/** The later of the first date and the one that counts now, as `promiseLastDue` has it. */
const lastDue = "max(coalesce(promise.firstDueAt, ''), coalesce(promise.dueAt, ''))"

const unsettled: readonly PromiseState[] = ['overdue', 'open', 'undated']

/** Gives promises with where they stand now: overdue first, then by due date, undated last. */
export async function promiseRows(context: Pick<Context, 'read' | 'now'>, asked: Asked = {}): Promise<PromiseRow[]> {
  let query = context.read
    .selectFrom('promise')
    .innerJoin('customer', 'customer.id', 'promise.customerId')
    .leftJoin('incident', (join) => join.onRef('incident.id', '=', 'promise.incidentId').on('incident.trashedAt', 'is', null))
    .selectAll('promise')
    .select(['customer.name as customer', 'customer.timeZone as clock', 'incident.title as incident'])
  for (const column of ['customerId', 'incidentId', 'interactionId', 'decisionId', 'id'] as const) {
    if (asked[column]) query = query.where(`promise.${column}`, '=', asked[column])
  }
  const { since, customerId, ids } = asked
  if (ids) query = query.where('promise.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  // of everybody, by the two indexes of what is open and of what was last due; of one customer, by theirs
  if (since) {
    const recent = sql<boolean>`${sql.raw(lastDue)} >= ${since}`
    query = customerId
      ? query.where((is) => is.or([is.and([is('promise.closedAt', 'is', null), is('promise.outcome', 'is', null)]), recent]))
      : query.where(
          'promise.id',
          'in',
          sql<string>`(SELECT id FROM promise INDEXED BY promiseOpen WHERE closedAt IS NULL AND outcome IS NULL
            UNION SELECT id FROM promise INDEXED BY promiseLastDue WHERE ${recent})`
        )
  }
  // the database leaves fewer; where each stands, the rule alone says
  if (asked.states?.every((state) => unsettled.includes(state)))
    query = query.where((is) => is.or([is('promise.closedAt', 'is', null), is('promise.dueAt', 'is', null)]))
  if (!asked.id) query = query.where('promise.trashedAt', 'is', null)
  const rows = await query.execute()
  return rows
    .map((row) => ({ ...row, ref: refOf('promise', row.number), state: promiseState(row, context.now) }))
    .filter(({ state }) => !asked.states || asked.states.includes(state))
    .sort(byStanding)
}

const order: PromiseState[] = ['overdue', 'open', 'broken', 'kept-late', 'kept', 'undated', 'withdrawn']
type Ranked = Pick<PromiseRow, 'state' | 'dueAt' | 'number'>
const byStanding = (a: Ranked, b: Ranked): number =>
  order.indexOf(a.state) - order.indexOf(b.state) || compare(a.dueAt ?? '~', b.dueAt ?? '~') || a.number - b.number

/** Refuses an incident of somebody else. */
async function ofThisCustomer(change: Change, customerId: unknown, incidentId: Id<'incident'>): Promise<void> {
  const incident = await mustFind<Incident>(change.db, 'incident', incidentId)
  if (incident.customerId !== customerId)
    throw new Refusal('invalid', m.promises_other_customer(), { incidentId: m.promises_other_customer() })
}

/** Says which incident a promise led to, or takes it off with null. Errors: not-found; invalid, the incident is another customer's. */
export async function tieIncident(change: Change, id: Id<'promise'>, incidentId: Id<'incident'> | null): Promise<{ id: string }> {
  const { customerId } = await mustFind<Promised>(change.db, 'promise', id)
  if (incidentId) await ofThisCustomer(change, customerId, incidentId)
  await name(change, incidentId ? 'tie' : 'untie', 'promise', id)
  return alter(change, 'promise', id, { incidentId })
}

/** What has its day was kept, unless another outcome is said. */
async function closedWhole(
  change: Change,
  fields: Record<string, unknown>,
  id: Id<'promise'> | null
): Promise<Record<string, unknown>> {
  if (fields.outcome === undefined && fields.closedAt === undefined) return fields
  const { outcome, closedAt } = {
    ...(id ? await mustFind<Promised>(change.db, 'promise', id) : {}),
    ...fields
  } as Partial<Promised>
  return closedAt && !outcome ? { ...fields, outcome: 'kept' } : fields
}

/** Gives the first promises of a customer as a list of them shows them; no more of the others is read than sorting needs. */
async function page(
  context: Context,
  { customerId, show, sort, first }: Parsed<'promises.page'>
): Promise<Result<'promises.page'>> {
  const { read, now, settings } = context
  const all = await standings(read, now, { customerId, openOnly: show === 'open', words: sort?.id === 'words' })
  const shown = all.filter((row) => showsPromise(show, row)).sort(byStanding)
  const by = { words: 'words', by: 'madeBy', due: 'dueAt', state: 'state' } as const
  const sorted = sort ? inOrder(shown, (row) => row[by[sort.id]], sort.down, localeOf(settings.language, settings.paper)) : shown
  const ids = sorted.slice(0, first).map(({ id }) => id)
  const rows = new Map((await promiseRows(context, { ids })).map((row) => [row.id, row]))
  const any = shown.length > 0 || (await hasPromises(read, customerId))
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), total: shown.length, any }
}

export const promiseHandlers: HandlersOf<'promises'> = {
  ...recordHandlers('promises', 'promise', async (change, given, id) => {
    const fields = await closedWhole(change, given, id)
    if (fields.incidentId) {
      const customerId = fields.customerId ?? (id && (await mustFind<Promised>(change.db, 'promise', id)).customerId)
      await ofThisCustomer(change, customerId, fields.incidentId as string)
    }
    // the first date that was given stays on record, however often it moves
    if (fields.dueAt === undefined) return fields
    const first = id ? (await mustFind<Promised>(change.db, 'promise', id)).firstDueAt : null
    return first ? fields : { ...fields, firstDueAt: fields.dueAt }
  }),
  'promises.list': async (context, { customerId, decisionId, states, limit }) => {
    const rows = await promiseRows(context, { customerId, decisionId, states })
    return rows.slice(0, limit ?? 10_000)
  },
  'promises.get': async (context, { id }) => {
    await mustFind(context.read, 'promise', id)
    const [row] = await promiseRows(context, { id })
    const dates = await context.read.selectFrom('promiseDate').selectAll().where('promiseId', '=', id).orderBy('until').execute()
    return { ...row!, dates }
  },
  'promises.count': (context, { customerId, asOf }) => counted(context.read, asOf ?? context.now, customerId),
  'promises.page': page,
  'promises.pick': async (context, asked) => {
    const found = await picking('promise')(context, asked)
    const rows = await promiseRows(context, { ids: found.rows.map(({ id }) => id) })
    const states = new Map(rows.map(({ id, state }) => [id, state]))
    return { ...found, rows: found.rows.map((row) => ({ ...row, state: states.get(row.id) })) }
  },
  'promises.close': async (change, { id, outcome, at, note }, { now }) => {
    const closedAt = at ?? now
    await agreesAt(change, 'promise', id, 'closedAt', closedAt, 'at')
    await name(change, 'close', 'promise', id)
    return alter(change, 'promise', id, { outcome, closedAt, closingNote: note })
  },
  'promises.tieIncident': (change, { id, incidentId }) => tieIncident(change, id, incidentId),
  'promises.reopen': async (change, { id }) => {
    await name(change, 'reopen', 'promise', id)
    return alter(change, 'promise', id, { outcome: null, closedAt: null })
  },
  'promises.renegotiate': async (change, { id, dueAt, reason }, { now }) => {
    const promise = await mustFind<Promised>(change.db, 'promise', id)
    await name(change, 'renegotiate', 'promise', id)
    await add(change, 'promiseDate', { promiseId: id, dueAt: promise.dueAt, until: now, reason })
    return alter(change, 'promise', id, { dueAt, firstDueAt: promise.firstDueAt ?? promise.dueAt })
  }
}
