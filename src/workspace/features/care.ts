import { sql } from 'kysely'
import { careOf, type CareFound, type Snooze } from '../../shared/records/care'
import { titleOf } from '../../shared/records/interactions'
import type { Interaction } from '../../shared/records/timeline'
import { isOpen, type PromiseRow } from '../../shared/records/promises'
import type { CareRecords } from '../../shared/records/care-records'
import type { Seen } from '../../shared/records/how-often'
import { replyDue } from '../../shared/records/reply-clock'
import { addDays } from '../../shared/values/zones'
import type { Context } from '../handlers'
import { heardOf, seenOfAll } from './heard'
import { orderRows } from './orders'
import { promiseRows } from './promises'
import { answerable } from './replies'
import type { Id } from '../../shared/values/flavours'

/** What every customer needs, or one; with the promises that it was told from, those not settled among them. */
export interface CareOfAll {
  of: Map<string, CareFound>
  promises: PromiseRow[]
}

/** Gives what customers need now, by the rules of the workspace or others: the one reckoning that the desk, the customers' list and the customer's page show. */
export async function careFor(context: Context, customerId?: Id<'customer'>, rules = context.settings.signals): Promise<CareOfAll> {
  const { read, now, today } = context
  const promises = await promiseRows(context, { customerId, since: addDays(today, -rules.slipping - 1) })
  const [records, rows] = await Promise.all([
    recordsOf(context, promises, customerId),
    read
      .selectFrom('signal')
      .select(['key', 'until', 'reason'])
      .where('until', '>', today)
      .where('trashedAt', 'is', null)
      .$if(customerId !== undefined, (query) => query.where('customerId', '=', customerId!))
      .execute()
  ])
  const snoozed = new Map<string, Snooze>(rows.map((row) => [row.key, row]))
  return { promises, of: new Map(records.map((each) => [each.customer.id, careOf(each, snoozed, { now, today, rules })])) }
}

/** The last day on which something was decided about each incident and each order tied to one. */
async function decisions({ read }: Context): Promise<{ incident: Map<string, string>; order: Map<string, string> }> {
  const rows = await read
    .selectFrom('decision')
    .innerJoin('case', 'case.id', 'decision.caseId')
    .innerJoin('caseIncident', 'caseIncident.caseId', 'decision.caseId')
    .leftJoin('incidentOrder', 'incidentOrder.incidentId', 'caseIncident.incidentId')
    .select(['decision.decidedOn', 'caseIncident.incidentId', 'incidentOrder.orderId'])
    .where('decision.trashedAt', 'is', null)
    .where('case.trashedAt', 'is', null)
    .orderBy('decision.decidedOn')
    .execute()
  return {
    incident: new Map(rows.map((row) => [row.incidentId, row.decidedOn])),
    order: new Map(rows.flatMap((row) => (row.orderId ? [[row.orderId, row.decidedOn] as const] : [])))
  }
}

/** The last word of each customer and the last to them, each found at once by an index, so that long histories cost nothing. */
async function lastWords({ read }: Context, customerId?: Id<'customer'>) {
  const whose = customerId === undefined ? sql`c.trashedAt IS NULL` : sql`c.id = ${customerId}`
  const { rows } = await sql<Pick<Interaction, 'id' | 'customerId' | 'direction' | 'subject' | 'notes' | 'at'>>`
    SELECT i.id, i.customerId, i.direction, i.subject, i.notes, i.at
    FROM customer c, (VALUES ('in'), ('out')) AS way, interaction i
    WHERE ${whose} AND i.rowid = CASE way.column1
      WHEN 'out' THEN (SELECT rowid FROM interaction INDEXED BY interactionToThem
        WHERE customerId = c.id AND direction = 'out' AND trashedAt IS NULL ORDER BY at DESC LIMIT 1)
      ELSE (SELECT rowid FROM interaction
        WHERE customerId = c.id AND direction = 'in' AND trashedAt IS NULL ORDER BY at DESC LIMIT 1) END`.execute(read)
  return rows
}

async function recordsOf(context: Context, promises: readonly PromiseRow[], customerId?: Id<'customer'>): Promise<CareRecords[]> {
  const { read } = context
  const theirs = <Q extends { where(column: 'customerId', is: '=', id: string): Q }>(query: Q): Q =>
    customerId === undefined ? query : query.where('customerId', '=', customerId)
  const [customers, orders, incidents, voices, words, gestures, waiting, decided, heard] = await Promise.all([
    read
      .selectFrom('customer')
      .select(['id', 'name', 'timeZone as clock', 'renewalOn', 'replyHours'])
      .$if(customerId === undefined, (query) => query.where('trashedAt', 'is', null))
      .$if(customerId !== undefined, (query) => query.where('id', '=', customerId!))
      .execute(),
    orderRows(context, { customerId, states: ['late', 'at-risk'] }),
    theirs(
      read
        .selectFrom('incident')
        .select(['id', 'customerId', 'title', 'kind', 'began', 'state', 'nearMiss'])
        .where('trashedAt', 'is', null)
    ).execute(),
    theirs(
      read
        .selectFrom('voice')
        .select(['id', 'customerId', 'kind', 'words', 'saidAt', 'interactionId', 'incidentId', 'askedAgain', 'cameBackAfter'])
        .where('kind', '!=', 'praise')
        .where('state', '=', 'open')
        .where('trashedAt', 'is', null)
    ).execute(),
    lastWords(context, customerId),
    theirs(
      read
        .selectFrom('gesture')
        .select(({ fn }) => ['customerId', fn.max('givenOn').as('on')])
        .where('trashedAt', 'is', null)
        .groupBy('customerId')
    ).execute(),
    theirs(
      read
        .selectFrom('interaction')
        .select(['id', 'customerId', 'at', 'repliedAt', 'replyEvents'])
        .where('needsReply', '=', 1)
        .where('repliedAt', 'is', null)
        .where('trashedAt', 'is', null)
    ).execute(),
    decisions(context),
    heardOf(context, customerId)
  ])
  // one customer alone is asked about for what is counted; how often things repeat is told on the desk
  const others = customerId === undefined ? await seenOfAll(context, heard) : new Map<string, Seen>()
  const given = new Map(gestures.map(({ customerId: whose, on }) => [whose, on]))
  const of = {
    orders: byCustomer(orders),
    promises: byCustomer(promises),
    incidents: byCustomer(incidents),
    voices: byCustomer(voices),
    words: byCustomer(words.map(({ notes, ...row }) => ({ ...row, subject: titleOf({ ...row, notes }) }))),
    waiting: byCustomer(waiting)
  }
  return customers.map((customer): CareRecords => {
    const said = of.words.get(customer.id) ?? []
    return {
      customer,
      lastWord: said.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
      lastToThem: said.find(({ direction }) => direction === 'out')?.at ?? null,
      lastGesture: given.get(customer.id) ?? null,
      rhythm: heard.get(customer.id)?.rhythm ?? null,
      watchedSince: heard.get(customer.id)?.since ?? null,
      others,
      replies: (of.waiting.get(customer.id) ?? []).flatMap((row) => {
        const dueAt = replyDue(answerable(row), customer.replyHours)
        return dueAt ? [{ id: row.id, dueAt }] : []
      }),
      orders: (of.orders.get(customer.id) ?? []).map((order) => ({
        ...order,
        decidedOn: decided.order.get(order.id) ?? null
      })),
      promises: (of.promises.get(customer.id) ?? []).map((promise) => ({ ...promise, open: isOpen(promise) })),
      incidents: (of.incidents.get(customer.id) ?? []).map(({ state, nearMiss, ...incident }) => ({
        ...incident,
        nearMiss: nearMiss === 1,
        open: state === 'open' || state === 'contained',
        decidedOn: decided.incident.get(incident.id) ?? null
      })),
      voices: (of.voices.get(customer.id) ?? []).map(({ askedAgain, cameBackAfter, ...voice }) => ({
        ...voice,
        backOn: cameBackAfter === 'met' && askedAgain ? ((JSON.parse(askedAgain) as string[]).at(-1) ?? null) : null,
        kind: voice.kind as 'need' | 'wish' | 'concern',
        decidedOn: decided.incident.get(voice.incidentId ?? '') ?? null
      }))
    }
  })
}

function byCustomer<T extends { customerId: Id<'customer'> }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row.customerId)
    if (own) own.push(row)
    else found.set(row.customerId, [row])
  }
  return found
}
