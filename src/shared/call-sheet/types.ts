import type { Figure } from '../losses/engine/incident-loss'
import type { Contact, Customer, Gesture } from '../records/customers'
import type { Incident } from '../records/incidents'
import type { OrderRow } from '../records/orders'
import type { PromiseRow } from '../records/promises'
import type { Signal } from '../records/signal'
import type { Interaction, Voice } from '../records/timeline'
import type { Clock } from '../values/clock'
import type { Language } from '../values/languages'
import type { Day, Id, Instant } from '../values/flavours'

/** The last word of one side, as far as one is on record. */
export type LastWord = Pick<Interaction, 'at' | 'channel' | 'subject' | 'notes'> & { contact: string | null }

/** An incident that is not over, with what it costs the customer by today. */
export interface RunningIncident {
  incident: Pick<Incident, 'id' | 'title' | 'began' | 'currency' | 'harmEnds' | 'harmEndsOrderId' | 'harmEndsPromiseId'>
  ref: string
  /** Null where nothing is counted yet. */
  soFar: Figure | null
  /** What each further day costs; null where nothing grows. */
  perDay: Figure | null
  /** Lines that the customer has not confirmed. */
  unconfirmed: number
}

/** What the workspace knows of a customer before a call. */
export interface CallFacts {
  paper: 'a4' | 'letter'
  home: Clock
  today: Day
  now: Instant
  ref: string
  customer: Customer
  contacts: Contact[]
  gestures: Gesture[]
  theirs: LastWord | null
  ours: LastWord | null
  /** Those that are still to be kept, in both directions. */
  promises: PromiseRow[]
  /** Those that were kept and are not asked after yet, the newest first. */
  keptLately: PromiseRow[]
  /** Late, at risk and open. */
  orders: OrderRow[]
  voices: (Voice & { contact: string | null })[]
  incidents: RunningIncident[]
  signals: Signal[]
}

export type CallPartKey = 'who' | 'theirs' | 'ours' | 'promised' | 'expected' | 'orders' | 'wishes' | 'losses' | 'avoid' | 'ask'

/** One thing on the sheet. */
export interface CallRow {
  text: string
  /** When, of whom, how it stands. */
  detail: string
  /** The customer's own words, set as such. */
  quoted?: boolean
  /** What is late or overdue stands out, by its word and by its weight. */
  pressing?: boolean
}

export interface CallPart {
  key: CallPartKey
  heading: string
  rows: CallRow[]
  /** What is said where there is nothing. */
  none: string
}

/** One page to have at hand on a call: final texts in its language. It is ours: it holds opinions and costs, and is not sent. */
export interface CallSheet {
  is: 'call-sheet'
  customerId: Id<'customer'>
  language: Language
  locale: string
  paper: 'a4' | 'letter'
  title: string
  /** What they are, in a line. */
  sub: string
  fileName: string
  parts: CallPart[]
  /** Before and after the number of rows for which there is no room. */
  more: [before: string, after: string]
  footer: { left: string; page: [string, string, string] }
}
