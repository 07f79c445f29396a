import type { Care } from '../../../shared/records/care'
import { m } from '../../../shared/messages/messages.js'

/** One thing a customer needs. */
export interface Need {
  kind: 'late' | 'at-risk' | 'open'
  label: string
}

/** Takes what a customer needs, gives it in words, the most urgent first. */
export function needsOf(care: Care): Need[] {
  const said: [Need['kind'], number, (count: number) => string][] = [
    ['late', care.repliesOverdue, () => m.customers_care_reply_overdue()],
    ['late', care.overduePromises, (count) => m.customers_care_promises({ count })],
    ['late', care.lateOrders, (count) => m.customers_care_late_orders({ count })],
    ['at-risk', care.graveSignals, (count) => m.customers_care_grave({ count })],
    ['at-risk', care.replyDueAt && care.repliesOverdue === 0 ? 1 : 0, () => m.customers_care_reply_due()],
    ['at-risk', care.theirsOverdue, (count) => m.customers_care_theirs({ count })],
    ['open', care.undatedPromises, (count) => m.customers_care_undated({ count })],
    ['open', care.openIncidents, (count) => m.customers_care_incidents({ count })]
  ]
  return said.flatMap(([kind, count, label]) => (count > 0 ? [{ kind, label: label(count) }] : []))
}
