import type { CustomerRow } from '../../../shared/records/customers'
import { m } from '../../../shared/messages/messages.js'

/** One thing a customer needs care for. */
export interface Care {
  kind: 'late' | 'at-risk' | 'open'
  label: string
}

/** Takes a customer of the list and the present instant, gives what needs care, the most urgent first. */
export function careOf(row: CustomerRow, now: string): Care[] {
  const found: Care[] = []
  if (row.replyDueAt) {
    const over = row.replyDueAt < now
    found.push({ kind: over ? 'late' : 'at-risk', label: over ? m.customers_care_reply_overdue() : m.customers_care_reply_due() })
  }
  if (row.overduePromises > 0) found.push({ kind: 'late', label: m.customers_care_promises({ count: row.overduePromises }) })
  if (row.openIncidents > 0) found.push({ kind: 'open', label: m.customers_care_incidents({ count: row.openIncidents }) })
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
const order = ['late', 'at-risk', 'open']

/** Takes a customer of the list and the present instant, gives how much care it needs, to sort by; more is more urgent. */
export function careWeight(row: CustomerRow, now: string): number {
  const reply = row.replyDueAt ? (row.replyDueAt < now ? 1_000 : 100) : 0
  return reply + row.overduePromises * 200 + row.openIncidents * 10 + row.openPromises
}
