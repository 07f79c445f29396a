import { z } from 'zod'
import { day, flag, id, maybe, maybeText, text, type RowOf } from '../values/fields'
import { currency, minorUnits } from '../values/currency'
import { byId, read, recordProcedures } from '../contract/procedure'
import { daysBetween } from '../values/zones'

export const orderFields = z.strictObject({
  customerId: id,
  /** The number on the customer's or our paper. */
  orderNumber: maybeText(100),
  title: text(300),
  orderedOn: maybe(day),
  promisedOn: maybe(day),
  /** When the customer needs it, which may differ from what was promised. */
  neededBy: maybe(day),
  shippedOn: maybe(day),
  receivedOn: maybe(day),
  cancelledOn: maybe(day),
  /** How it stands by its source where no day of it is known: delivered or cancelled, nobody knows when. */
  standing: maybe(z.enum(['shipped', 'delivered', 'cancelled'])),
  quantity: maybe(z.number().min(0).max(1e12)),
  unit: maybeText(40),
  value: maybe(minorUnits.min(0)),
  currency: maybe(currency),
  crucial: flag.optional(),
  note: maybeText(20_000)
})
export type Order = RowOf<typeof orderFields> & { number: number }

export const orderStates = ['open', 'at-risk', 'late', 'received', 'received-late', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

type Dates = Pick<Order, 'promisedOn' | 'neededBy' | 'shippedOn' | 'receivedOn' | 'cancelledOn' | 'standing'>

/** Takes an order's dates, gives the day it is due: the earlier of promised and needed, or null. */
export function orderDue(order: Pick<Dates, 'promisedOn' | 'neededBy'>): string | null {
  const dates = [order.promisedOn, order.neededBy].filter((date): date is string => date !== null)
  return dates.sort()[0] ?? null
}

/** So many days before it is due an order that is not shipped is at risk. */
export const daysAtRisk = 3

/**
 * Takes an order's dates and today's date (in the customer's zone), gives where it stands. At risk: not shipped
 * with at most three days left, or promised for later than it is needed.
 */
export function orderState(order: Dates, today: string): OrderState {
  if (isCancelled(order)) return 'cancelled'
  const due = heldTo(order)
  if (order.receivedOn) return due && order.receivedOn > due ? 'received-late' : 'received'
  if (order.standing === 'delivered') return 'received'
  if (!due) return 'open'
  if (today > due) return 'late'
  if (order.promisedOn && order.neededBy && order.promisedOn > order.neededBy) return 'at-risk'
  return !order.shippedOn && order.standing !== 'shipped' && daysBetween(today, due) <= daysAtRisk ? 'at-risk' : 'open'
}

/** Takes an order's dates and today's date, gives how many days late it is or was against its promise; 0 when in time or undated. */
export function daysLate(order: Dates, today: string): number {
  return daysPast(heldTo(order), order, today)
}

/** The same against the day on which it was needed, apart from any promise. */
export function daysAfterNeed(order: Dates, today: string): number {
  return daysPast(order.neededBy, order, today)
}

/** What lateness is held against: the promise; without one, the day it was needed. */
const heldTo = ({ promisedOn, neededBy }: Pick<Dates, 'promisedOn' | 'neededBy'>): string | null => promisedOn ?? neededBy

function daysPast(day: string | null, order: Dates, today: string): number {
  const arrived = order.standing === 'delivered' && !order.receivedOn
  return !day || isCancelled(order) || arrived ? 0 : Math.max(0, daysBetween(day, order.receivedOn ?? today))
}

/** Cancelled on a day, or by its source, which knows none. */
const isCancelled = ({ cancelledOn, standing, receivedOn }: Dates) =>
  Boolean(cancelledOn) || (standing === 'cancelled' && !receivedOn)

export interface OrderRow extends Order {
  ref: string
  state: OrderState
  /** Against the promise. */
  daysLate: number
  /** Against the day on which it was needed. */
  daysAfterNeed: number
  customer: string
}

export const orderProcedures = {
  ...recordProcedures('orders', orderFields),
  'orders.list': read<OrderRow[]>()(
    z.strictObject({ customerId: id.optional(), states: z.array(z.enum(orderStates)).max(orderStates.length).optional() })
  ),
  'orders.get': read<OrderRow>()(byId),
  /** The ids of the incidents that an order is tied to. */
  'orders.incidents': read<string[]>()(byId)
}
