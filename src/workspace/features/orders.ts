import { sql } from 'kysely'
import type { Parsed, Result } from '../../shared/contract/table'
import { localeOf } from '../../shared/values/format'
import { compare, inOrder } from '../../shared/values/in-order'
import { addDays } from '../../shared/values/zones'
import {
  afterNeed,
  daysAtRisk,
  lateness,
  orderDue,
  orderState,
  unsettledOrders,
  type Order,
  type OrderRow,
  type OrderState
} from '../../shared/records/orders'
import type { HandlersOf, Context } from '../handlers'
import { mustFind, recordHandlers } from '../records'
import { refOf } from '../store/descriptions'
import { picking } from './pick'
import type { Id } from '../../shared/values/flavours'

interface Asked {
  customerId?: Id<'customer'>
  incidentId?: Id<'incident'>
  id?: string
  ids?: readonly string[]
  /** Only these: what is neither here nor cancelled is found without the others. */
  states?: readonly OrderState[]
}

const pressing: readonly OrderState[] = ['late', 'at-risk']

/** Orders with the clock of their customer: by it a day is kept at any hour. */
export const clockedOrders = (read: Pick<Context['read'], 'selectFrom'>) =>
  read
    .selectFrom('order')
    .innerJoin('customer', 'customer.id', 'order.customerId')
    .selectAll('order')
    .select('customer.timeZone as clock')

/** Gives orders with where they stand now, on each customer's clock: late first, then by when they are due, then by number. */
export async function orderRows(context: Pick<Context, 'read' | 'now' | 'today'>, asked: Asked = {}): Promise<OrderRow[]> {
  let query = clockedOrders(context.read).select('customer.name as customer')
  if (asked.customerId) query = query.where('order.customerId', '=', asked.customerId)
  if (asked.incidentId) {
    query = query
      .innerJoin('incidentOrder', 'incidentOrder.orderId', 'order.id')
      .where('incidentOrder.incidentId', '=', asked.incidentId)
  }
  if (asked.ids) query = query.where('order.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(asked.ids)}))`)
  query = asked.id ? query.where('order.id', '=', asked.id) : query.where('order.trashedAt', 'is', null)
  // the database leaves fewer; where each stands, the rule alone says
  if (asked.states?.every((state) => unsettledOrders.includes(state))) {
    query = query
      .where('order.receivedOn', 'is', null)
      .where('order.cancelledOn', 'is', null)
      .where((is) => is.or([is('order.standing', 'is', null), is('order.standing', 'not in', ['delivered', 'cancelled'])]))
  }
  if (asked.states?.every((state) => pressing.includes(state))) {
    // more than a customer's clock may part from the workspace's; the end of that day, for instants
    const soon = `${addDays(context.today, daysAtRisk + 1)}~`
    query = query.where((is) =>
      is.or([
        is(is.fn.coalesce('order.promisedOn', 'order.neededBy'), '<=', soon),
        is('order.promisedOn', '>=', sql<string>`substr(${is.ref('order.neededBy')}, 1, 10)`)
      ])
    )
  }
  return (await query.execute())
    .map((order) => {
      const present = { now: context.now, clock: order.clock }
      return {
        ...order,
        ref: refOf('order', order.number),
        state: orderState(order, present),
        late: lateness(order, present),
        afterNeed: afterNeed(order, present),
        due: orderDue(order, order.clock)
      }
    })
    .filter(({ state }) => !asked.states || asked.states.includes(state))
    .sort(byStanding)
}

const rank: OrderState[] = ['late', 'at-risk', 'open', 'received-late', 'received', 'cancelled']
type Ranked = Pick<OrderRow, 'state' | 'due' | 'number'>
const byStanding = (a: Ranked, b: Ranked): number =>
  rank.indexOf(a.state) - rank.indexOf(b.state) || compare(b.due ?? '', a.due ?? '') || a.number - b.number

/** Gives the first orders of a customer as a list of them shows them; no more of the others is read than sorting needs. */
async function page(context: Context, { customerId, show, sort, first }: Parsed<'orders.page'>): Promise<Result<'orders.page'>> {
  const { read, now, settings } = context
  const light = await read
    .selectFrom('order')
    .innerJoin('customer', 'customer.id', 'order.customerId')
    .select(['order.id', 'order.number', 'promisedOn', 'neededBy', 'shippedOn', 'receivedOn', 'cancelledOn', 'standing'])
    .select('customer.timeZone as clock')
    .$if(sort?.id === 'what', (query) => query.select('order.title'))
    .where('order.customerId', '=', customerId)
    .where('order.trashedAt', 'is', null)
    .execute()
  const all = light.map((row) => {
    const present = { now, clock: row.clock }
    return Object.assign(row, { state: orderState(row, present), due: orderDue(row, row.clock) })
  })
  const late = all.filter(({ state }) => state === 'late')
  const open = show === 'open' ? all.filter(({ state }) => unsettledOrders.includes(state)) : all
  const shown = (show === 'late' && late.length > 0 ? late : open).toSorted(byStanding)
  const lateBy = (row: (typeof all)[number]) => {
    const { minutes, days } = lateness(row, { now, clock: row.clock })
    return minutes ?? days * 1_440
  }
  const by = (row: (typeof all)[number]) =>
    sort!.id === 'state'
      ? lateBy(row)
      : row[({ what: 'title', promised: 'promisedOn', needed: 'neededBy', received: 'receivedOn' } as const)[sort!.id]]
  const sorted = sort ? inOrder(shown, by, sort.down, localeOf(settings.language, settings.paper)) : shown
  const ids = sorted.slice(0, first).map(({ id }) => id)
  const rows = new Map((await orderRows(context, { ids })).map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), total: shown.length, late: late.length }
}

export const orderHandlers: HandlersOf<'orders'> = {
  ...recordHandlers('orders', 'order', async (change, fields, id) => {
    // a value without a currency would be read in whichever is usual that day
    const order = { ...(id ? await mustFind<Order>(change.db, 'order', id) : {}), ...fields } as Partial<Order>
    if (typeof fields.value !== 'number' || order.currency || !order.customerId) return fields
    const owner = await change.db.selectFrom('customer').select('currency').where('id', '=', order.customerId).executeTakeFirst()
    return { ...fields, currency: owner?.currency ?? null }
  }),
  'orders.list': (context, { customerId, states }) => orderRows(context, { customerId, states }),
  'orders.page': page,
  'orders.pick': picking('order'),
  'orders.get': async (context, { id }) => {
    await mustFind<Order>(context.read, 'order', id)
    return (await orderRows(context, { id }))[0]!
  },
  'orders.incidents': async ({ read }, { id }) =>
    (await read.selectFrom('incidentOrder').select('incidentId').where('orderId', '=', id).execute()).map((row) => row.incidentId)
}
