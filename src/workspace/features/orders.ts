import { sql } from 'kysely'
import { addDays } from '../../shared/values/zones'
import {
  afterNeed,
  daysAtRisk,
  lateness,
  orderDue,
  orderState,
  type Order,
  type OrderRow,
  type OrderState
} from '../../shared/records/orders'
import type { HandlersOf, Room } from '../handlers'
import { mustFind, recordHandlers } from '../records'
import { refOf } from '../store/tables'

interface Asked {
  customerId?: string
  incidentId?: string
  id?: string
  /** Only these: what is neither here nor cancelled is found without the others. */
  states?: readonly OrderState[]
}

const unsettled: readonly OrderState[] = ['late', 'at-risk', 'open']
const pressing: readonly OrderState[] = ['late', 'at-risk']

/** Orders with the clock of their customer: by it a day is kept at any hour. */
export const clockedOrders = (read: Pick<Room['read'], 'selectFrom'>) =>
  read
    .selectFrom('order')
    .innerJoin('customer', 'customer.id', 'order.customerId')
    .selectAll('order')
    .select('customer.timeZone as clock')

/** Gives orders with where they stand now, on each customer's clock: late first, then by when they are due, then by number. */
export async function orderRows(room: Pick<Room, 'read' | 'now' | 'today'>, asked: Asked = {}): Promise<OrderRow[]> {
  let query = clockedOrders(room.read).select('customer.name as customer')
  if (asked.customerId) query = query.where('order.customerId', '=', asked.customerId)
  if (asked.incidentId) {
    query = query
      .innerJoin('incidentOrder', 'incidentOrder.orderId', 'order.id')
      .where('incidentOrder.incidentId', '=', asked.incidentId)
  }
  query = asked.id ? query.where('order.id', '=', asked.id) : query.where('order.trashedAt', 'is', null)
  // the database leaves fewer; where each stands, the rule alone says
  if (asked.states?.every((state) => unsettled.includes(state))) {
    query = query
      .where('order.receivedOn', 'is', null)
      .where('order.cancelledOn', 'is', null)
      .where((is) => is.or([is('order.standing', 'is', null), is('order.standing', 'not in', ['delivered', 'cancelled'])]))
  }
  if (asked.states?.every((state) => pressing.includes(state))) {
    // more than a customer's clock may part from the workspace's; the end of that day, for instants
    const soon = `${addDays(room.today, daysAtRisk + 1)}~`
    query = query.where((is) =>
      is.or([
        is(is.fn.coalesce('order.promisedOn', 'order.neededBy'), '<=', soon),
        is('order.promisedOn', '>=', sql<string>`substr(${is.ref('order.neededBy')}, 1, 10)`)
      ])
    )
  }
  const rank: OrderState[] = ['late', 'at-risk', 'open', 'received-late', 'received', 'cancelled']
  return (await query.execute())
    .map((order) => {
      const present = { now: room.now, clock: order.clock }
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
    .sort(
      (a, b) => rank.indexOf(a.state) - rank.indexOf(b.state) || (b.due ?? '').localeCompare(a.due ?? '') || a.number - b.number
    )
}

export const orderHandlers: HandlersOf<'orders'> = {
  ...recordHandlers('orders', 'order', async (change, fields, id) => {
    // a value without a currency would be read in whichever is usual that day
    const order = { ...(id ? await mustFind<Order>(change.db, 'order', id) : {}), ...fields } as Partial<Order>
    if (typeof fields.value !== 'number' || order.currency || !order.customerId) return fields
    const owner = await change.db.selectFrom('customer').select('currency').where('id', '=', order.customerId).executeTakeFirst()
    return { ...fields, currency: owner?.currency ?? null }
  }),
  'orders.list': (room, { customerId, states }) => orderRows(room, { customerId, states }),
  'orders.get': async (room, { id }) => {
    await mustFind<Order>(room.read, 'order', id)
    return (await orderRows(room, { id }))[0]!
  },
  'orders.incidents': async ({ read }, { id }) =>
    (await read.selectFrom('incidentOrder').select('incidentId').where('orderId', '=', id).execute()).map((row) => row.incidentId)
}
