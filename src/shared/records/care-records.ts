import type { Clock } from '../values/clock'
import type { Rhythm, Seen } from './how-often'
import type { Lateness, OrderState } from './orders'
import type { PromiseState } from './promises'
import type { Day, Daytime, Due, Id, Instant, Moment } from '../values/flavours'

/** What signals are drawn from: one customer's records, those of the last year at least. */
export interface CareRecords {
  customer: { id: Id<'customer'>; name: string; clock: Clock; renewalOn: Day | null }
  /** The last word in either direction, and the last one from us; instants. */
  lastWord: { id: Id<'interaction'>; subject: string; at: Instant } | null
  lastToThem: string | null
  lastGesture: string | null
  /** How often words pass; null while there are too few. */
  rhythm: Rhythm | null
  /** From when on anything is known of them, as precise as that is known. */
  watchedSince: string | null
  /** What was seen of all customers: incidents by kind, and in how many years of watching; empty where one alone is asked about. */
  others: ReadonlyMap<string, Seen>
  /** Interactions that wait for our reply, with when it is due. */
  replies: readonly { id: Id<'interaction'>; dueAt: Instant }[]
  orders: readonly {
    id: Id<'order'>
    title: string
    state: OrderState
    late: Lateness
    due: Daytime | null
    crucial: 0 | 1
    /** When something was decided about an incident of it. */
    decidedOn: Day | null
  }[]
  /** In both directions; those that are not settled, and the settled ones of the last months. */
  promises: readonly CarePromise[]
  incidents: readonly {
    id: Id<'incident'>
    title: string
    kind: string
    began: Moment
    open: boolean
    nearMiss: boolean
    decidedOn: Day | null
  }[]
  /** Needs, wishes and concerns that nobody has met or declined. */
  voices: readonly {
    id: Id<'voice'>
    kind: 'need' | 'wish' | 'concern'
    words: string
    saidAt: Moment
    interactionId: Id<'interaction'> | null
    incidentId: Id<'incident'> | null
    /** It was met, and on this day they said it again. */
    backOn: Day | null
    decidedOn: Day | null
  }[]
}

export interface CarePromise {
  id: Id<'promise'>
  words: string
  madeBy: 'us' | 'customer'
  madeAt: Instant
  state: PromiseState
  /** Still to be kept. */
  open: boolean
  dueAt: Due | null
  firstDueAt: Due | null
  orderId: Id<'order'> | null
  incidentId: Id<'incident'> | null
  interactionId: Id<'interaction'> | null
}
