import { day, idOf, instant, text } from '../values/fields'
import type { Clock } from '../values/clock'
import { read, write } from './procedure'
import type { Aside, Signal, SignalKind } from '../records/signal'
import { signalRules } from '../records/signal-rules'
import type { Span } from '../records/spans'
import type { Track } from '../records/track'
import { z } from 'zod'
import type { Day, Due, Id, Instant, Zone } from '../values/flavours'

/** An inbound interaction that waits for an answer. */
export interface DueReply {
  id: Id<'interaction'>
  customerId: Id<'customer'>
  customer: string
  contact: string | null
  subject: string
  at: Instant
  /** By the promise of elapsed time; null while its clock stands still, since we wait for them. */
  dueAt: Instant | null
  /** By our working hours, where that is looked at and comes first. */
  workDueAt: Instant | null
  zone: Zone
  /** The customer's. */
  clock: Clock
  overdue: boolean
}

export interface DuePromise {
  id: Id<'promise'>
  ref: string
  customerId: Id<'customer'>
  customer: string
  words: string
  /** Null where no date was said. */
  dueAt: Due | null
  zone: Zone
  /** The customer's. */
  clock: Clock
  overdue: boolean
}

export interface WaitingCase {
  id: Id<'case'>
  ref: string
  customerId: Id<'customer'>
  customer: string
  title: string
  decider: string | null
  decideBy: Day | null
  overdue: boolean
}

/** A case was put before somebody who has not answered. */
export interface DueAnswer {
  id: Id<'asking'>
  caseId: Id<'case'>
  ref: string
  customerId: Id<'customer'>
  customer: string
  title: string
  whom: string
  levelName: string
  askedAt: Instant
  answerBy: Instant | null
  overdue: boolean
}

/** What the desk shows, in lists of their own. */
export const deskParts = ['replies', 'promises', 'theirs', 'cases', 'askings', 'signals', 'aside'] as const
export type DeskPart = (typeof deskParts)[number]

/** The first of each list, however many there are; `counts` and `tally` are of all. */
export interface Desk {
  at: Instant
  counts: Record<DeskPart, number>
  tally: {
    /** What wants something today: replies, promises and decisions that are over or end within a day. */
    today: number
    overdue: number
    /** Promises in either direction that were given without a date. */
    undated: number
    graveSignals: number
  }
  replies: DueReply[]
  /** Ours that are due within a week or over, then those without a date. */
  promises: DuePromise[]
  /** The same of what the customer promised us. */
  theirs: DuePromise[]
  cases: WaitingCase[]
  /** What those who decide have been asked and not answered, the longest overdue first. */
  askings: DueAnswer[]
  /** What customers are probably thinking before they say it, the gravest first. */
  signals: Signal[]
  aside: Aside[]
}

/** How it stood with a customer between two days, on their clock: each thing that pressed, with when it came and went. */
export interface StandingLine {
  from: Day
  to: Day
  spans: Span[]
}

const key = z.string().min(1).max(300)

export const deskProcedures = {
  'desk.today': read<Desk>()(z.strictObject({ asOf: instant.optional(), first: z.number().int().min(1).max(10_000).default(100) })),
  /** What one customer is probably thinking before they say it, as far as it was not set aside. */
  'signals.of': read<Signal[]>()(z.strictObject({ customerId: idOf('customer') })),
  /** How many signals of each kind there are by the rules of the workspace, and how many there would be by others. */
  'signals.preview': read<Record<SignalKind, { now: number; then: number }>>()(z.strictObject({ rules: signalRules })),
  /** How often each rule was right within the last year: acted on, or come true. */
  'signals.track': read<Record<SignalKind, Track>>()(z.strictObject({})),
  /** How it stood with a customer on each day of the last year. */
  'signals.line': read<StandingLine>()(z.strictObject({ customerId: idOf('customer') })),
  /** Sets a signal aside until a day, for a reason that stays in the journal. Error: invalid, a day that is not ahead. */
  'signals.snooze': write<{ id: Id<'signal'> }>()(
    z.strictObject({ key, customerId: idOf('customer'), until: day, reason: text(2_000) })
  ),
  /** Shows a signal again that was set aside. */
  'signals.wake': write<{ id: Id<'signal'> }>()(z.strictObject({ key }))
}
