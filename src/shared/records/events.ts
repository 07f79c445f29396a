// What an event of a customer's timeline is, in words: on the timeline, and where it was taken as a fact of a case.
import { z } from 'zod'
import { m } from '../messages/messages.js'
import type { Locale } from '../messages/runtime.js'
import type { OrderState } from './orders'
import type { PromiseState } from './promises'

type Word = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string
type Words = Record<string, Word>

/** What Redress knows of a fact that was taken from the timeline: kept as data, told in the reader's language. */
export const toldFields = z.strictObject({
  kind: z.enum(['interaction', 'voice', 'promise', 'order', 'incident', 'case', 'gesture', 'evidence']),
  step: z.string().max(40),
  state: z.string().max(40).nullable(),
  direction: z.enum(['in', 'out', 'internal']).nullable()
})
export type Told = z.output<typeof toldFields>

export const channelWords: Words = {
  call: m.timeline_channel_call,
  mail: m.timeline_channel_mail,
  meeting: m.timeline_channel_meeting,
  chat: m.timeline_channel_chat,
  letter: m.timeline_channel_letter,
  visit: m.timeline_channel_visit,
  note: m.timeline_channel_note
}
export const directionWords: Words = {
  in: m.timeline_direction_in,
  out: m.timeline_direction_out,
  internal: m.timeline_direction_internal
}
export const voiceWords: Words = {
  need: m.timeline_voice_need,
  wish: m.timeline_voice_wish,
  concern: m.timeline_voice_concern,
  praise: m.timeline_voice_praise
}
export const promiseStateWords: Record<PromiseState, Word> = {
  open: m.promises_state_open,
  overdue: m.promises_state_overdue,
  kept: m.promises_state_kept,
  'kept-late': m.promises_state_kept_late,
  broken: m.promises_state_broken,
  withdrawn: m.promises_state_withdrawn,
  undated: m.promises_state_undated
}
export const orderStateWords: Record<OrderState, Word> = {
  open: m.orders_state_open,
  'at-risk': m.orders_state_at_risk,
  late: m.orders_state_late,
  received: m.orders_state_received,
  'received-late': m.orders_state_received_late,
  cancelled: m.orders_state_cancelled
}
const stepWords: Words = {
  'promise.made': m.timeline_step_promise_made,
  'promise.due': m.timeline_step_promise_due,
  'promise.closed': m.timeline_step_promise_closed,
  'order.ordered': m.timeline_step_order_ordered,
  'order.promised': m.timeline_step_order_promised,
  'order.needed': m.timeline_step_order_needed,
  'order.shipped': m.timeline_step_order_shipped,
  'order.received': m.timeline_step_order_received,
  'order.cancelled': m.timeline_step_order_cancelled,
  'order.undated': m.timeline_step_order_undated,
  'incident.began': m.timeline_step_incident_began,
  'incident.ended': m.timeline_step_incident_ended,
  'case.opened': m.timeline_step_case_opened,
  'gesture.given': m.timeline_step_gesture_given,
  'evidence.collected': m.timeline_step_evidence_collected
}

/** Takes an event, gives what it is in words: "Call, from the customer", "Promise due", "Wish". In the current language without a locale. */
export function eventWord({ kind, step, state, direction }: Told, locale?: Locale): string {
  const given = locale && { locale }
  const word = (words: Words, key: string): string => words[key]?.({}, given) ?? key
  if (kind === 'voice') return word(voiceWords, state ?? '')
  if (kind === 'interaction') {
    const parts = { channel: word(channelWords, state ?? 'note'), direction: word(directionWords, direction ?? 'internal') }
    return m.timeline_interaction_word(parts, given)
  }
  if (kind === 'promise' && step === 'closed')
    return m.timeline_promise_word({ state: word(promiseStateWords, state ?? 'kept') }, given)
  return word(stepWords, `${kind}.${step}`)
}

/** Takes a fact of a case, gives it in words: what it is, where it came from the timeline, and what was said. */
export function factText({ told, words }: { told: Told | null; words: string }, locale?: Locale): string {
  if (!told) return words
  const said = told.kind === 'voice' ? m.ui_quoted({ text: words }, locale && { locale }) : words
  return `${eventWord(told, locale)}: ${said}`
}
