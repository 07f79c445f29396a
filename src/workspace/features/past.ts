import type { StandingLine } from '../../shared/contract/desk'
import type { Past } from '../../shared/records/past'
import { daysAtRisk } from '../../shared/records/orders'
import { titleOf } from '../../shared/records/interactions'
import { spansOf, type Span } from '../../shared/records/spans'
import { addDays, dayIn } from '../../shared/values/zones'
import type { Voice } from '../../shared/records/timeline'
import type { Context } from '../handlers'
import { parsed } from '../records'
import { heardOf } from './heard'
import type { Id } from '../../shared/values/flavours'

/** An order is at risk for three days: none is overlooked. */
const lookEvery = daysAtRisk
/** Days that are looked back on. */
const lookBack = 365

/** Gives all dated records of each customer, or of one. */
export async function pastOf(context: Context, customerId?: Id<'customer'>): Promise<Past[]> {
  const { read } = context
  const theirs = <Q extends { where(column: 'customerId', is: '=', id: string): Q }>(query: Q): Q =>
    customerId === undefined ? query : query.where('customerId', '=', customerId)
  const [customers, words, orders, promises, moved, incidents, voices, gestures, decisions, heard] = await Promise.all([
    read
      .selectFrom('customer')
      .select(['id', 'name', 'timeZone as clock', 'renewalOn'])
      .where('trashedAt', 'is', null)
      .$if(customerId !== undefined, (query) => query.where('id', '=', customerId!))
      .execute(),
    theirs(
      read
        .selectFrom('interaction')
        .select(['id', 'customerId', 'subject', 'notes', 'at', 'direction'])
        .where('trashedAt', 'is', null)
        .where('direction', '!=', 'internal')
        .orderBy('at')
    ).execute(),
    theirs(read.selectFrom('order').selectAll().where('trashedAt', 'is', null)).execute(),
    theirs(read.selectFrom('promise').selectAll().where('trashedAt', 'is', null)).execute(),
    read.selectFrom('promiseDate').select(['promiseId', 'dueAt', 'until']).orderBy('until').execute(),
    theirs(
      read
        .selectFrom('incident')
        .select(['id', 'customerId', 'title', 'kind', 'began', 'ended', 'state', 'nearMiss'])
        .where('trashedAt', 'is', null)
    ).execute(),
    theirs(read.selectFrom('voice').selectAll().where('kind', '!=', 'praise').where('trashedAt', 'is', null)).execute(),
    theirs(read.selectFrom('gesture').select(['customerId', 'givenOn']).where('trashedAt', 'is', null)).execute(),
    read
      .selectFrom('decision')
      .innerJoin('case', 'case.id', 'decision.caseId')
      .leftJoin('caseIncident', 'caseIncident.caseId', 'decision.caseId')
      .leftJoin('incidentOrder', 'incidentOrder.incidentId', 'caseIncident.incidentId')
      .select(['case.customerId', 'decision.decidedOn', 'caseIncident.incidentId', 'incidentOrder.orderId'])
      .where('decision.trashedAt', 'is', null)
      .where('case.trashedAt', 'is', null)
      .orderBy('decision.decidedOn')
      .execute(),
    heardOf(context, customerId)
  ])
  const of = {
    words: grouped(words, 'customerId'),
    orders: grouped(orders, 'customerId'),
    promises: grouped(promises, 'customerId'),
    moved: grouped(moved, 'promiseId'),
    incidents: grouped(incidents, 'customerId'),
    voices: grouped(voices, 'customerId'),
    gestures: grouped(gestures, 'customerId'),
    decisions: grouped(decisions, 'customerId')
  }
  return customers.map((customer) => ({
    customer,
    since: heard.get(customer.id)?.since ?? null,
    words: (of.words.get(customer.id) ?? []).map(({ notes, subject, direction, ...row }) => ({
      ...row,
      direction: direction as 'in' | 'out',
      subject: titleOf({ subject, notes })
    })),
    orders: of.orders.get(customer.id) ?? [],
    promises: (of.promises.get(customer.id) ?? []).map((row) => ({ ...row, moved: of.moved.get(row.id) ?? [] })),
    incidents: of.incidents.get(customer.id) ?? [],
    voices: (of.voices.get(customer.id) ?? []).map((row) => parsed<Voice>('voice', row)),
    gestures: of.gestures.get(customer.id) ?? [],
    decisions: of.decisions.get(customer.id) ?? []
  }))
}

/** Gives how it stood with a customer on each day of a year, by what pressed on it. */
export async function standingLine(context: Context, customerId: Id<'customer'>): Promise<StandingLine> {
  const [past] = await pastOf(context, customerId)
  if (!past) return { from: context.today, to: context.today, spans: [] }
  const to = dayIn(context.now, past.customer.clock)
  const from = addDays(to, -lookBack)
  return { from, to, spans: spansOf(past, context.settings.signals, { from, to }) }
}

/** Gives each customer's records with the signals of the year, looked at every third day: an order is at risk for no less. */
export async function yearOf(context: Context): Promise<{ past: Past; spans: Span[] }[]> {
  const all: { past: Past; spans: Span[] }[] = []
  for (const past of await pastOf(context)) {
    const to = dayIn(context.now, past.customer.clock)
    all.push({ past, spans: spansOf(past, context.settings.signals, { from: addDays(to, -lookBack), to, step: lookEvery }) })
    // others may ask in between
    await new Promise((done) => setImmediate(done))
  }
  return all
}

function grouped<K extends string, T extends { [key in K]: string }>(rows: readonly T[], key: K): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row[key])
    if (own) own.push(row)
    else found.set(row[key], [row])
  }
  return found
}
