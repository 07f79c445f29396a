import type { TimelineEvent, TimelineKind } from '../../../shared/records/timeline'
import type { OrderState } from '../../../shared/records/orders'
import type { PromiseState } from '../../../shared/records/promises'
import { m } from '../../../shared/messages/messages.js'
import { orderStateWord } from '../orders/words'
import { promiseStateWord } from '../promises/words'
import type { HistoryField } from '../../records/History.svelte'

type Words = Record<string, () => string>

export const channels = ['call', 'mail', 'meeting', 'chat', 'letter', 'visit', 'note'] as const
export const directions = ['in', 'out', 'internal'] as const
export const voiceKinds = ['need', 'wish', 'concern', 'praise'] as const
export const voiceStates = ['open', 'met', 'declined'] as const

const channelWords: Words = {
  call: m.timeline_channel_call,
  mail: m.timeline_channel_mail,
  meeting: m.timeline_channel_meeting,
  chat: m.timeline_channel_chat,
  letter: m.timeline_channel_letter,
  visit: m.timeline_channel_visit,
  note: m.timeline_channel_note
}
const directionWords: Words = {
  in: m.timeline_direction_in,
  out: m.timeline_direction_out,
  internal: m.timeline_direction_internal
}
const voiceWords: Words = {
  need: m.timeline_voice_need,
  wish: m.timeline_voice_wish,
  concern: m.timeline_voice_concern,
  praise: m.timeline_voice_praise
}
const voiceStateWords: Words = {
  open: m.timeline_voice_open,
  met: m.timeline_voice_met,
  declined: m.timeline_voice_declined
}
const kindWords: Record<TimelineKind, () => string> = {
  interaction: m.timeline_kind_interaction,
  voice: m.timeline_kind_voice,
  promise: m.timeline_kind_promise,
  order: m.timeline_kind_order,
  incident: m.timeline_kind_incident,
  case: m.timeline_kind_case,
  gesture: m.timeline_kind_gesture,
  evidence: m.timeline_kind_evidence
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
const word = (words: Words, key: string): string => words[key]?.() ?? key

/** Each takes a stored word, gives it in the language of the screen. */
export const channelWord = (channel: string): string => word(channelWords, channel)
export const directionWord = (direction: string): string => word(directionWords, direction)
export const voiceWord = (kind: string): string => word(voiceWords, kind)
export const voiceStateWord = (state: string): string => word(voiceStateWords, state)
export const kindWord = (kind: TimelineKind): string => kindWords[kind]()

/** Takes an event, gives what it is in words: "Call, from the customer", "Promise due", "Wish". */
export function eventWord({ kind, step, state, direction }: TimelineEvent): string {
  if (kind === 'voice') return word(voiceWords, state ?? '')
  if (kind === 'interaction') {
    return m.timeline_interaction_word({ channel: channelWord(state ?? 'note'), direction: directionWord(direction ?? 'internal') })
  }
  if (kind === 'promise' && step === 'closed') return m.timeline_promise_word({ state: promiseStateWord(state as PromiseState) })
  return word(stepWords, `${kind}.${step}`)
}

/** Takes an event, gives how its record stands where that is not said already; else an empty text. */
export function standing({ kind, step, state }: TimelineEvent): string {
  if (kind === 'promise' && step === 'due' && state !== 'open') return promiseStateWord(state as PromiseState)
  if (kind === 'order' && (step === 'promised' || step === 'needed') && (state === 'late' || state === 'at-risk'))
    return orderStateWord(state as OrderState)
  return ''
}

/** Gives the fields of an interaction that its history shows. */
export function interactionHistory(contact: (id: string) => string): Record<string, HistoryField> {
  return {
    subject: { label: m.timeline_subject() },
    channel: { label: m.timeline_channel(), show: (value) => channelWord(String(value)) },
    direction: { label: m.timeline_direction(), show: (value) => directionWord(String(value)) },
    contactId: { label: m.timeline_contact(), show: (value) => contact(String(value)) },
    at: { label: m.timeline_when() },
    notes: { label: m.timeline_notes() },
    needsReply: { label: m.timeline_needs_reply(), show: (value) => (value ? m.common_yes() : m.common_no()) },
    repliedAt: { label: m.timeline_replied_at() },
    pinned: { label: m.timeline_pinned(), show: (value) => (value ? m.common_yes() : m.common_no()) }
  }
}

/** Gives the fields of the customer's words that their history shows. */
export function voiceHistory(contact: (id: string) => string): Record<string, HistoryField> {
  return {
    kind: { label: m.timeline_voice_kind(), show: (value) => voiceWord(String(value)) },
    words: { label: m.timeline_voice_words() },
    reading: { label: m.timeline_voice_reading() },
    contactId: { label: m.timeline_contact(), show: (value) => contact(String(value)) },
    saidAt: { label: m.timeline_voice_said() },
    state: { label: m.timeline_voice_state(), show: (value) => voiceStateWord(String(value)) }
  }
}
