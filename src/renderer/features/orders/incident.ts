import type { OrderRow } from '../../../shared/records/orders'
import { cut } from '../../../shared/values/truncate'
import { m } from '../../../shared/messages/messages.js'
import type { IncidentStart } from '../incidents/IncidentDialog.svelte'
import { showMoment } from '../../ui/format'

/** Takes a late order, gives what the incident begins with that came of it: since the day it was due, and tied to it. */
export function incidentOf(order: OrderRow): IncidentStart {
  const dates = [
    [m.orders_promised(), order.promisedOn],
    [m.orders_needed(), order.neededBy],
    [m.orders_shipped(), order.shippedOn],
    [m.orders_received(), order.receivedOn]
  ] as const
  return {
    title: cut(m.orders_incident_title({ title: order.title }), 300),
    kind: 'late-delivery',
    began: order.due,
    known: dates.flatMap(([label, on]) => (on ? [`${label}: ${showMoment(on, order.clock)}`] : [])).join('\n'),
    tied: [order.ref],
    promiseIds: [],
    orderIds: [order.id]
  }
}
