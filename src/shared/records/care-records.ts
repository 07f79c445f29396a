import type { Clock } from '../values/clock'
import type { Rhythm, Seen } from './how-often'
import type { Lateness, OrderState } from './orders'
import type { PromiseState } from './promises'

/** What signals are drawn from: one customer's records, those of the last year at least. */
export interface CareRecords {
  customer: { id: string; name: string; clock: Clock; renewalOn: string | null }
  /** The last word in either direction, and the last one from us; instants. */
  lastWord: { id: string; subject: string; at: string } | null
  lastToThem: string | null
  lastGesture: string | null
  /** How often words pass; null while there are too few. */
  rhythm: Rhythm | null
  /** From when on anything is known of them, as precise as that is known. */
  watchedSince: string | null
  /** What was seen of all customers: incidents by kind, and in how many years of watching; empty where one alone is asked about. */
  others: ReadonlyMap<string, Seen>
  /** Interactions that wait for our reply, with when it is due. */
  replies: readonly { id: string; dueAt: string }[]
  orders: readonly {
    id: string
    title: string
    state: OrderState
    late: Lateness
    due: string | null
    crucial: 0 | 1
    /** When something was decided about an incident of it. */
    decidedOn: string | null
  }[]
  /** In both directions; those that are not settled, and the settled ones of the last months. */
  promises: readonly CarePromise[]
  incidents: readonly {
    id: string
    title: string
    kind: string
    began: string
    open: boolean
    nearMiss: boolean
    decidedOn: string | null
  }[]
  /** Needs, wishes and concerns that nobody has met or declined. */
  voices: readonly {
    id: string
    kind: 'need' | 'wish' | 'concern'
    words: string
    saidAt: string
    interactionId: string | null
    incidentId: string | null
    /** It was met, and on this day they said it again. */
    backOn: string | null
    decidedOn: string | null
  }[]
}

export interface CarePromise {
  id: string
  words: string
  madeBy: 'us' | 'customer'
  madeAt: string
  state: PromiseState
  /** Still to be kept. */
  open: boolean
  dueAt: string | null
  firstDueAt: string | null
  orderId: string | null
  incidentId: string | null
  interactionId: string | null
}
