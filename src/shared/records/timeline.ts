import { z } from 'zod'
import { flag, id, instant, maybe, maybeText, moment, text, timeZone, type RowOf } from '../values/fields'
import { byId, read, recordProcedures, write } from '../contract/procedure'

export const interactionFields = z.strictObject({
  customerId: id,
  contactId: maybe(id),
  channel: z.enum(['call', 'mail', 'meeting', 'chat', 'letter', 'visit', 'note']),
  direction: z.enum(['in', 'out', 'internal']),
  at: instant,
  zone: timeZone.optional(),
  subject: text(300),
  notes: maybeText(100_000),
  needsReply: flag.optional(),
  repliedAt: maybe(instant),
  pinned: flag.optional()
})
export type Interaction = RowOf<typeof interactionFields>

/** The customer's words, apart from our reading of them. */
export const voiceFields = z.strictObject({
  customerId: id,
  contactId: maybe(id),
  interactionId: maybe(id),
  incidentId: maybe(id),
  kind: z.enum(['need', 'wish', 'concern', 'praise']),
  words: text(10_000),
  reading: maybeText(10_000),
  saidAt: moment,
  state: z.enum(['open', 'met', 'declined']).optional()
})
export type Voice = RowOf<typeof voiceFields>

export const timelineKinds = ['interaction', 'voice', 'promise', 'order', 'incident', 'case', 'gesture', 'evidence'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** One thing that happened, on the customer's timeline. `at` is as precise as it is known, empty when nobody knows. */
export interface TimelineEvent {
  id: string
  kind: TimelineKind
  /** What happened to the record: a promise is made, due, closed; an order is promised, needed, received. */
  step: string
  at: string
  title: string
  detail: string | null
  /** Channel, voice kind, promise or order state, incident state … */
  state: string | null
  direction: 'in' | 'out' | 'internal' | null
  contact: string | null
  pinned: 0 | 1
}

export const timelineProcedures = {
  ...recordProcedures('interactions', interactionFields),
  ...recordProcedures('voice', voiceFields),
  /** Says that an inbound interaction has its answer: now, or when it was given. */
  'interactions.answered': write<{ id: string }>()(z.strictObject({ id, at: instant.optional() })),
  'interactions.get': read<Interaction>()(byId),
  'voice.list': read<(Voice & { contact: string | null })[]>()(z.strictObject({ customerId: id })),
  'timeline.list': read<{ events: TimelineEvent[]; total: number; months: { month: string; count: number }[] }>()(
    z.strictObject({
      customerId: id,
      kinds: z.array(z.enum(timelineKinds)).optional(),
      from: maybe(moment),
      to: maybe(moment),
      text: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(5_000).optional()
    })
  )
}
