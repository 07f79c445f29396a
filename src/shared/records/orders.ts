import { z } from 'zod'
import { daytime, flag, idOf, maybe, maybeText, type RowOf, text } from '../values/fields'
import { amount, currency } from '../values/currency'
import { page, type Page } from '../contract/page'
import { byId, read, recordProcedures } from '../contract/procedure'
import type { Clock } from '../values/clock'
import { dayIn, dayOf, daysBetween } from '../values/zones'
import type { Daytime, Instant } from '../values/flavours'

export const orderFields = z.strictObject({
  customerId: idOf('customer'),
  /** The number on the customer's or our paper. */
  orderNumber: maybeText(100),
  title: text(300),
  orderedOn: maybe(daytime),
  promisedOn: maybe(daytime),
  /** When the customer needs it, which may differ from what was promised. */
  neededBy: maybe(daytime),
  shippedOn: maybe(daytime),
  receivedOn: maybe(daytime),
  cancelledOn: maybe(daytime),
  /** How it stands by its source where no day of it is known: delivered or cancelled, nobody knows when. */
  standing: maybe(z.enum(['shipped', 'delivered', 'cancelled'])),
  quantity: maybe(z.number().min(0).max(1e12)),
  unit: maybeText(40),
  value: maybe(amount),
  currency: maybe(currency),
  crucial: flag.optional(),
  note: maybeText(20_000)
})
export type Order = RowOf<'order', typeof orderFields> & { number: number }

export const orderStates = ['open', 'at-risk', 'late', 'received', 'received-late', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

type Dates = Pick<Order, 'promisedOn' | 'neededBy' | 'shippedOn' | 'receivedOn' | 'cancelledOn' | 'standing'>

/** The present, and the customer's clock, on which a day begins and ends. */
export interface Present {
  /** Instant, ISO, UTC. */
  now: Instant
  clock: Clock
}

/** Takes an order's dates and the customer's clock, gives when it is due: the earlier of promised and needed, or null. */
export function orderDue({ promisedOn, neededBy }: Pick<Dates, 'promisedOn' | 'neededBy'>, clock: Clock): Daytime | null {
  if (!promisedOn || !neededBy) return promisedOn ?? neededBy
  return isAfter(promisedOn, neededBy, clock) ? neededBy : promisedOn
}

/** So many days before it is due an order that is not shipped is at risk. */
export const daysAtRisk = 3

/**
 * Takes two moments, each a day or an instant, gives whether the first is certainly after the second: by the hour where
 * both have one, else by the day on the customer's clock. What is for a day is in time at any hour of it.
 */
function isAfter(one: string, other: string, clock: Clock): boolean {
  const exact = one.includes('T') && other.includes('T')
  return exact ? Date.parse(one) > Date.parse(other) : dayOf(one, clock) > dayOf(other, clock)
}

/**
 * Takes an order's dates and the present, gives where it stands. At risk: not shipped with at most three days left, or
 * promised for later than it is needed.
 */
export function orderState(order: Dates, { now, clock }: Present): OrderState {
  if (isCancelled(order)) return 'cancelled'
  const due = heldTo(order)
  if (order.receivedOn) return due && isAfter(order.receivedOn, due, clock) ? 'received-late' : 'received'
  if (order.standing === 'delivered') return 'received'
  if (!due) return 'open'
  if (isAfter(now, due, clock)) return 'late'
  if (order.promisedOn && order.neededBy && isAfter(order.promisedOn, order.neededBy, clock)) return 'at-risk'
  const left = daysBetween(dayIn(now, clock), dayOf(due, clock))
  return !order.shippedOn && order.standing !== 'shipped' && left <= daysAtRisk ? 'at-risk' : 'open'
}

/** How late an order is or was. */
export interface Lateness {
  /** Whole days between the days on the customer's calendar; 0 where it was no later than on its day. */
  days: number
  /** Minutes that went by, where the hour is known on both sides; else null. */
  minutes: number | null
}
const inTime: Lateness = { days: 0, minutes: null }

/** Takes an order's dates and the present, gives how late it is or was against its promise; nothing when in time or undated. */
export function lateness(order: Dates, present: Present): Lateness {
  return past(heldTo(order), order, present)
}

/** The same against the day on which it was needed, apart from any promise. */
export function afterNeed(order: Dates, present: Present): Lateness {
  return past(order.neededBy, order, present)
}

/** What lateness is held against: the promise; without one, when it was needed. */
const heldTo = ({ promisedOn, neededBy }: Pick<Dates, 'promisedOn' | 'neededBy'>): Daytime | null => promisedOn ?? neededBy

function past(due: Daytime | null, order: Dates, { now, clock }: Present): Lateness {
  if (!due || isCancelled(order) || (order.standing === 'delivered' && !order.receivedOn)) return inTime
  const at = order.receivedOn ?? now
  if (!isAfter(at, due, clock)) return inTime
  const exact = at.includes('T') && due.includes('T')
  return {
    days: daysBetween(dayOf(due, clock), dayOf(at, clock)),
    minutes: exact ? Math.ceil((Date.parse(at) - Date.parse(due)) / 60_000) : null
  }
}

/** Cancelled on a day, or by its source, which knows none. */
const isCancelled = ({ cancelledOn, standing, receivedOn }: Dates) =>
  Boolean(cancelledOn) || (standing === 'cancelled' && !receivedOn)

export interface OrderRow extends Order {
  ref: string
  state: OrderState
  /** Against the promise. */
  late: Lateness
  /** Against when it was needed. */
  afterNeed: Lateness
  /** When it is due: the earlier of promised and needed. */
  due: Daytime | null
  customer: string
  /** The customer's, on which its instants are told and its days end. */
  clock: Clock
}

/** Those that something may still be done about. */
export const unsettledOrders: readonly OrderState[] = ['late', 'at-risk', 'open']

/** The columns by which the list of a customer's orders can be sorted. */
export const orderColumns = ['what', 'promised', 'needed', 'received', 'state'] as const

export const orderProcedures = {
  ...recordProcedures('orders', orderFields),
  'orders.list': read<OrderRow[]>()(
    z.strictObject({
      customerId: idOf('customer').optional(),
      states: z.array(z.enum(orderStates)).max(orderStates.length).optional()
    })
  ),
  /** The first orders of a customer, in the order of a column, all, those not settled, or those late; `late` counts these. */
  'orders.page': read<Page<OrderRow> & { late: number }>()(
    z.strictObject({ customerId: idOf('customer'), show: z.enum(['late', 'open', 'all']), ...page(orderColumns) })
  ),
  'orders.get': read<OrderRow>()(byId('order')),
  /** The ids of the incidents that an order is tied to. */
  'orders.incidents': read<string[]>()(byId('order'))
}
