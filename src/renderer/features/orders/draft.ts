import type { Order } from '../../../shared/records/orders'
import type { Daytime } from '../../../shared/values/flavours'

/** An order as its form holds it. */
export interface OrderDraft {
  title: string
  orderNumber: string
  orderedOn: Daytime | null
  promisedOn: Daytime | null
  neededBy: string | null
  shippedOn: Daytime | null
  receivedOn: Daytime | null
  cancelledOn: Daytime | null
  quantity: number | null
  unit: string
  value: number | null
  currency: string
  crucial: boolean
  note: string
}

/** Gives an empty form. Takes the customer's currency, ISO 4217. */
export function newOrder(currency: string): OrderDraft {
  return {
    title: '',
    orderNumber: '',
    orderedOn: null,
    promisedOn: null,
    neededBy: null,
    shippedOn: null,
    receivedOn: null,
    cancelledOn: null,
    quantity: null,
    unit: '',
    value: null,
    currency,
    crucial: false,
    note: ''
  }
}

/** Takes a stored order and its customer's currency, gives it as its form holds it. */
export function orderDraft(order: Order, currency: string): OrderDraft {
  const { title, orderedOn, promisedOn, neededBy, shippedOn, receivedOn, cancelledOn, quantity, value } = order
  return {
    title,
    orderedOn,
    promisedOn,
    neededBy,
    shippedOn,
    receivedOn,
    cancelledOn,
    quantity,
    value,
    orderNumber: order.orderNumber ?? '',
    unit: order.unit ?? '',
    currency: order.currency ?? currency,
    crucial: order.crucial === 1,
    note: order.note ?? ''
  }
}
