import { z } from 'zod'
import { day, flag, id, idOf, instant, maybe, maybeText, moment, type RowOf, text, tiedIds, timeZone } from '../values/fields'
import { byId, read, recordProcedures, write } from '../contract/procedure'
import type { PromiseSentence } from '../imports/promise-sentences'
import type { PromiseRow } from './promises'
import { replyEvents } from './reply-clock'
import { timelineKinds, type TimelineKind } from './sides'
import type { AnyId, Id, Moment } from '../values/flavours'

export const interactionFields = z.strictObject({
  customerId: idOf('customer'),
  contactId: maybe(idOf('contact')),
  /** The order it was about. */
  orderId: maybe(idOf('order')),
  channel: z.enum(['call', 'mail', 'meeting', 'chat', 'letter', 'visit', 'note']),
  direction: z.enum(['in', 'out', 'internal']),
  at: instant,
  zone: timeZone.optional(),
  /** What a person called it; empty where they did not. */
  subject: z.string().trim().max(300).optional(),
  notes: maybeText(100_000),
  needsReply: flag.optional(),
  repliedAt: maybe(instant),
  /** What happened to the clock of its answer. */
  replyEvents: maybe(replyEvents),
  pinned: flag.optional()
})
export type Interaction = RowOf<'interaction', typeof interactionFields>

/** An interaction with what came of it: what was promised and said in it. */
export interface InteractionView extends Interaction {
  promises: Pick<PromiseRow, 'id' | 'ref' | 'words' | 'madeBy' | 'dueAt' | 'closedAt' | 'state'>[]
  voice: { id: Id<'voice'>; kind: Voice['kind']; words: string }[]
  order: { id: Id<'order'>; ref: string; title: string } | null
  /** What came with it: the mail itself, and the files in it. */
  cameWith: { id: Id<'evidence'>; ref: string; title: string; fileName: string | null }[]
  /** Sentences of ours that promise something and stand in no promise yet: offered, never recorded by themselves. */
  offers: PromiseSentence[]
}

/** What may have met the customer's words. */
export const metEntities = ['promise', 'gesture', 'order', 'evidence'] as const

/** The customer's words, apart from our reading of them. */
export const voiceFields = z.strictObject({
  customerId: idOf('customer'),
  contactId: maybe(idOf('contact')),
  interactionId: maybe(idOf('interaction')),
  incidentId: maybe(idOf('incident')),
  kind: z.enum(['need', 'wish', 'concern', 'praise']),
  words: text(10_000),
  reading: maybeText(10_000),
  saidAt: moment,
  state: z.enum(['open', 'met', 'declined']).optional(),
  /** What came of it: what met it, or why it was declined. */
  answer: maybeText(10_000),
  /** The release of a product or a service that met it, as it is called. */
  release: maybeText(200),
  /** The days on which they said it again, the earliest first. */
  askedAgain: maybe(z.array(day).max(200)),
  /** When it was met or declined, and when they were told so; days on the customer's clock. */
  answeredOn: maybe(day),
  toldOn: maybe(day),
  /** How it had been answered before they said it again. */
  cameBackAfter: maybe(z.enum(['met', 'declined'])),
  /** The record that met it. */
  metEntity: maybe(z.enum(metEntities)),
  metId: maybe(id)
})
export type Voice = RowOf<'voice', typeof voiceFields>

export { timelineKinds, type TimelineKind }

/** One thing that happened, on the customer's timeline. `at` is as precise as it is known, empty when nobody knows. */
export interface TimelineEvent {
  id: AnyId
  kind: TimelineKind
  /** What happened to the record: a promise is made, due, closed; an order is promised, needed, received. */
  step: string
  at: Moment
  title: string
  detail: string | null
  /** Channel, voice kind, promise or order state, incident state … */
  state: string | null
  direction: 'in' | 'out' | 'internal' | null
  contact: string | null
  pinned: 0 | 1
  /** The interaction that it came of, and stands with. */
  within: string | null
}

/** Which events are meant: of these kinds, between these dates on the customer's clock, with all these words, of a person or an order. */
export const timelineFilter = z.strictObject({
  customerId: idOf('customer'),
  kinds: z.array(z.enum(timelineKinds)).max(timelineKinds.length).optional(),
  from: maybe(moment),
  to: maybe(moment),
  text: z.string().max(200).optional(),
  contactId: maybe(idOf('contact')),
  orderId: maybe(idOf('order'))
})

/** Where an event stands among all of its customer. */
const timelineKey = z.strictObject({
  at: z.string().max(40),
  kind: z.enum(timelineKinds),
  step: z.string().max(20),
  id,
  within: id.nullable()
})
export type TimelineKey = z.output<typeof timelineKey>

/** A part of a timeline, newest first. */
export interface TimelinePage {
  events: TimelineEvent[]
  /** There are events before the first, and after the last one. */
  newer: boolean
  older: boolean
}

export const timelineProcedures = {
  ...recordProcedures('interactions', interactionFields),
  ...recordProcedures('voice', voiceFields),
  /** Says that an inbound interaction has its answer: now, or when it was given. */
  'interactions.answered': write<{ id: Id<'interaction'> }>()(z.strictObject({ id: idOf('interaction'), at: instant.optional() })),
  /** The clock of an answer stands still while we wait for them, and goes on. Errors: conflict, it does already, or is answered. */
  'interactions.pause': write<{ id: Id<'interaction'> }>()(byId('interaction')),
  'interactions.resume': write<{ id: Id<'interaction'> }>()(byId('interaction')),
  /** An answer was none: its clock begins anew. Error: conflict, it is not answered. */
  'interactions.reopen': write<{ id: Id<'interaction'> }>()(byId('interaction')),
  /** Writes down an interaction; what was promised and said in it is tied to it in the same change. */
  'interactions.create': write<{ id: Id<'interaction'> }>()(
    interactionFields.extend({ id: idOf('interaction').optional(), promiseIds: tiedIds('promise'), voiceIds: tiedIds('voice') })
  ),
  /** They said it again, today or on a day: what was settled is open again. Error: invalid, the day is before they first said it or ahead. */
  'voice.again': write<{ id: Id<'voice'> }>()(z.strictObject({ id: idOf('voice'), on: day.optional() })),
  'interactions.get': read<InteractionView>()(byId('interaction')),
  'voice.list': read<(Voice & { contact: string | null })[]>()(z.strictObject({ customerId: idOf('customer') })),
  'timeline.list': read<TimelinePage>()(
    timelineFilter.extend({
      /** Where the page begins: at this event … */
      at: timelineKey.optional(),
      /** … or with what happened until then … */
      until: maybe(moment),
      /** … or where it ends: before this event. */
      newerThan: timelineKey.optional(),
      limit: z.number().int().min(1).max(5_000).optional(),
      /** The whole words, not only their beginning. */
      whole: z.boolean().optional()
    })
  ),
  /** How much there is with a filter, by month of the customer's zone, the oldest first. */
  'timeline.months': read<{ total: number; months: { month: string; count: number }[] }>()(timelineFilter)
}
