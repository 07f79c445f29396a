import { orderStateWords } from '../../../shared/records/events'
import type { Lateness, OrderState } from '../../../shared/records/orders'
import { duration } from '../../../shared/values/span'
import { m } from '../../../shared/messages/messages.js'
import { showMoney, showNumber } from '../../ui/format'
import { formatLocale } from '../../ui/language.svelte'
import type { HistoryField } from '../../records/History.svelte'

/** Takes an order's state, gives its word. */
export function orderStateWord(state: OrderState): string {
  return orderStateWords[state]()
}

/** Takes how late an order is, gives "3 days late", "5 hr 20 min late" where the hours are known, or nothing when it is in time. */
export function lateWord({ days, minutes }: Lateness): string {
  if (minutes !== null) return m.orders_late_by({ span: spanOf(minutes) })
  return days > 0 ? m.orders_days_late({ count: days }) : ''
}

/** The same against when it was needed. */
export function afterNeedWord({ days, minutes }: Lateness): string {
  if (minutes !== null) return m.orders_after_need_by({ span: spanOf(minutes) })
  return days > 0 ? m.orders_days_after_need({ count: days }) : ''
}

const spanOf = (minutes: number): string => duration(minutes * 60_000, formatLocale())

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
