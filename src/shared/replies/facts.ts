import { z } from 'zod'
import { read, write } from '../contract/procedure'
import { idOf, text } from '../values/fields'
import type { Clock } from '../values/clock'
import type { Language } from '../values/languages'
import type { Daytime, Due, Id, Zone } from '../values/flavours'

/** What an answer is mainly about. */
export const replyKinds = ['answer', 'late', 'update', 'sorry', 'decided', 'thanks', 'decline'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** A promise of ours that is not settled, as an answer tells it. */
export interface ReplyPromise {
  words: string
  dueAt: Due | null
  zone: Zone
}

/** What the records know that an answer to a customer may say. */
export interface ReplyFacts {
  customerId: Id<'customer'>
  customer: string
  /** In which it is written: theirs, else the workspace's. */
  language: Language
  /** After which its dates are written (BCP 47). */
  locale: string
  clock: Clock
  /** Who is written to; null where nobody is known. */
  name: string | null
  email: string | null
  /** What their letter was called, or what the case is about. */
  subject: string
  /** Their own words; empty where nothing is answered. */
  letter: string
  /** The Message-ID of their mail, so that the answer joins its thread. */
  thread: string | null
  order: { title: string; promisedOn: Daytime | null; late: boolean } | null
  /** What is decided for them, where the answer tells that: remedies of the option that was chosen. */
  decided: string[] | null
  promises: ReplyPromise[]
  /** Who writes. */
  me: string
  organisation: string | null
  /** What an answer may begin with, in their language: one of each kind, and one's own templates filled in. */
  beginnings: { kind: ReplyKind; body: string }[]
  own: { id: string; name: string; body: string }[]
}

/** What is answered: an interaction that waits, or the decision of a case, which the customer is to be told. */
export const replyAbout = z.union([
  z.strictObject({ interactionId: idOf('interaction') }),
  z.strictObject({ caseId: idOf('case') })
])
export type ReplyAbout = z.infer<typeof replyAbout>

/** What an answer is drafted from, before it is. */
export type ReplyKnown = Omit<ReplyFacts, 'beginnings' | 'own'>

export const replyProcedures = {
  /** What an answer is drafted from. Errors: not-found. */
  'replies.facts': read<ReplyFacts>()(z.strictObject({ about: replyAbout })),
  /**
   * Writes down that an answer went out: its words as an interaction of ours. `answered`: the letter waited for it; `told`:
   * the outcome of the case, which now knows when the customer was told.
   */
  'replies.sent': write<{ id: string; answered: boolean; told: string | null }>()(
    z.strictObject({ about: replyAbout, subject: z.string().trim().max(300), body: text(100_000) })
  )
}
