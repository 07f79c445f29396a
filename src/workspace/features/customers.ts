import { elapsedDue } from '../../shared/values/zones'
import type { Contact, Customer, CustomerRow, CustomerView, Gesture } from '../../shared/records/customers'
import { orderState } from '../../shared/records/orders'
import { promiseState } from '../../shared/records/promises'
import type { HandlersOf, Room } from '../handlers'
import { mustFind, recordHandlers } from '../records'
import { refOf } from '../store/tables'

async function waiting(room: Room, customerId?: string) {
  const rows = await room.read
    .selectFrom('interaction')
    .innerJoin('customer', 'customer.id', 'interaction.customerId')
    .select(['interaction.id', 'interaction.customerId', 'interaction.at', 'customer.replyHours'])
    .where('interaction.needsReply', '=', 1)
    .where('interaction.repliedAt', 'is', null)
    .where('interaction.trashedAt', 'is', null)
    .$if(customerId !== undefined, (query) => query.where('interaction.customerId', '=', customerId!))
    .execute()
  const earliest = new Map<string, { due: string; id: string }>()
  for (const row of rows) {
    const due = elapsedDue(row.at, row.replyHours)
    const known = earliest.get(row.customerId)
    if (!known || due < known.due) earliest.set(row.customerId, { due, id: row.id })
  }
  return earliest
}

async function list(room: Room): Promise<CustomerRow[]> {
  const { read, now } = room
  const [customers, promises, incidents, last, replies] = await Promise.all([
    read.selectFrom('customer').selectAll().where('trashedAt', 'is', null).execute(),
    read
      .selectFrom('promise')
      .select(['customerId', 'dueAt', 'closedAt', 'outcome', 'zone'])
      .where('closedAt', 'is', null)
      .where('outcome', 'is', null)
      .where('trashedAt', 'is', null)
      .execute(),
    read
      .selectFrom('incident')
      .select(({ fn }) => ['customerId', fn.countAll<number>().as('count')])
      .where('state', 'in', ['open', 'contained'])
      .where('trashedAt', 'is', null)
      .groupBy('customerId')
      .execute(),
    read
      .selectFrom('interaction')
      .select(({ fn }) => ['customerId', fn.max('at').as('at')])
      .where('trashedAt', 'is', null)
      .where('direction', '!=', 'internal')
      .groupBy('customerId')
      .execute(),
    waiting(room)
  ])
  const open = new Map<string, { open: number; overdue: number }>()
  for (const promise of promises) {
    const count = open.get(promise.customerId) ?? { open: 0, overdue: 0 }
    count.open++
    if (promiseState(promise, now) === 'overdue') count.overdue++
    open.set(promise.customerId, count)
  }
  const incidentsOf = new Map(incidents.map((row) => [row.customerId, row.count]))
  const lastOf = new Map(last.map((row) => [row.customerId, row.at]))
  const names = new Intl.Collator(room.settings.language)
  return customers
    .map((customer) => ({
      id: customer.id,
      ref: refOf('customer', customer.number),
      name: customer.name,
      kind: customer.kind,
      industry: customer.industry,
      country: customer.country,
      openPromises: open.get(customer.id)?.open ?? 0,
      overduePromises: open.get(customer.id)?.overdue ?? 0,
      openIncidents: incidentsOf.get(customer.id) ?? 0,
      lastInteractionAt: lastOf.get(customer.id) ?? null,
      replyDueAt: replies.get(customer.id)?.due ?? null,
      clock: customer.timeZone
    }))
    .sort((a, b) => names.compare(a.name, b.name))
}

async function get(room: Room, { id }: { id: string }): Promise<CustomerView> {
  const { read, now, today } = room
  const customer = await mustFind<Customer>(read, 'customer', id)
  const of = <T extends 'contact' | 'gesture' | 'promise' | 'incident' | 'case' | 'order' | 'interaction'>(table: T) =>
    read
      .selectFrom(table as 'contact')
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
  const [contacts, gestures, promises, incidents, cases, orders, last, replies] = await Promise.all([
    of('contact').selectAll().orderBy('main', 'desc').orderBy('name').execute(),
    read
      .selectFrom('gesture')
      .selectAll()
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('givenOn', 'desc')
      .execute(),
    read.selectFrom('promise').selectAll().where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read.selectFrom('incident').select('state').where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read.selectFrom('case').select('state').where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read.selectFrom('order').selectAll().where('customerId', '=', id).where('trashedAt', 'is', null).execute(),
    read
      .selectFrom('interaction')
      .select(({ fn }) => fn.max('at').as('at'))
      .where('customerId', '=', id)
      .where('trashedAt', 'is', null)
      .where('direction', '!=', 'internal')
      .executeTakeFirst(),
    waiting(room, id)
  ])
  const states = promises.map((promise) => promiseState(promise, now))
  const count = (state: string) => states.filter((found) => found === state).length
  return {
    customer,
    ref: refOf('customer', customer.number),
    contacts: contacts as Contact[],
    gestures: gestures as Gesture[],
    promises: {
      kept: count('kept'),
      keptLate: count('kept-late'),
      open: count('open'),
      overdue: count('overdue'),
      broken: count('broken')
    },
    openIncidents: incidents.filter(({ state }) => state === 'open' || state === 'contained').length,
    openCases: cases.filter(({ state }) => state === 'draft' || state === 'ready').length,
    lateOrders: orders.filter((order) => orderState(order, today) === 'late').length,
    lastInteractionAt: last?.at ?? null,
    replyDueAt: replies.get(id)?.due ?? null,
    replyTo: replies.get(id)?.id ?? null
  }
}

export const customerHandlers: HandlersOf<'customers' | 'contacts' | 'gestures'> = {
  ...recordHandlers('customers', 'customer'),
  ...recordHandlers('contacts', 'contact'),
  ...recordHandlers('gestures', 'gesture'),
  'customers.list': list,
  'customers.get': get
}
