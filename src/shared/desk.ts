import { instant } from './fields'
import { read } from './procedure'
import { z } from 'zod'

/** An inbound interaction that waits for an answer. */
export interface DueReply {
  id: string
  customerId: string
  customer: string
  contact: string | null
  subject: string
  at: string
  dueAt: string
  zone: string
  overdue: boolean
}

export interface DuePromise {
  id: string
  ref: string
  customerId: string
  customer: string
  words: string
  dueAt: string
  zone: string
  overdue: boolean
}

export interface LateOrder {
  id: string
  ref: string
  customerId: string
  customer: string
  title: string
  due: string
  daysLate: number
  state: 'at-risk' | 'late'
  crucial: 0 | 1
}

export interface WaitingCase {
  id: string
  ref: string
  customerId: string
  customer: string
  title: string
  decider: string | null
  decideBy: string | null
  overdue: boolean
}

export interface Desk {
  at: string
  replies: DueReply[]
  promises: DuePromise[]
  orders: LateOrder[]
  cases: WaitingCase[]
  /** Customers with no word in either direction for a month or more. */
  quiet: { customerId: string; customer: string; since: string }[]
  renewals: { customerId: string; customer: string; on: string }[]
}

export const deskProcedures = {
  'desk.today': read<Desk>()(z.strictObject({ asOf: instant.optional() }))
}
