import type { OrderState } from '../../../shared/records/orders'
import { m } from '../../../shared/messages/messages.js'
import { showMoney, showNumber } from '../../ui/format'
import type { HistoryField } from '../../records/History.svelte'

/** Takes an order's state, gives its word. */
export function orderStateWord(state: OrderState): string {
  const words: Record<OrderState, () => string> = {
    open: m.orders_state_open,
    'at-risk': m.orders_state_at_risk,
    late: m.orders_state_late,
    received: m.orders_state_received,
    'received-late': m.orders_state_received_late,
    cancelled: m.orders_state_cancelled
  }
  return words[state]()
}

/** Takes days late, gives "3 days late", or nothing at 0. */
export function lateWord(days: number): string {
  return days > 0 ? m.orders_days_late({ count: days }) : ''
}

/** Gives the fields of an order that its history shows. Takes its currency. */
export function orderHistory(currency: string): Record<string, HistoryField> {
  return {
    title: { label: m.orders_what() },
    orderNumber: { label: m.orders_number() },
    orderedOn: { label: m.orders_ordered() },
    promisedOn: { label: m.orders_promised() },
    neededBy: { label: m.orders_needed() },
    shippedOn: { label: m.orders_shipped() },
    receivedOn: { label: m.orders_received() },
    cancelledOn: { label: m.orders_cancelled() },
    quantity: { label: m.orders_quantity(), show: (value) => showNumber(Number(value)) },
    unit: { label: m.orders_unit() },
    value: { label: m.orders_value(), show: (value) => showMoney(Number(value), currency) },
    crucial: { label: m.orders_crucial(), show: (value) => (value ? m.common_yes() : m.common_no()) },
    note: { label: m.orders_note() }
  }
}
