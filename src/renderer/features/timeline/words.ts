import type { TimelineEvent, TimelineKind, Voice } from '../../../shared/records/timeline'
import type { OrderState } from '../../../shared/records/orders'
import type { PromiseState } from '../../../shared/records/promises'
import { channelWords, directionWords, eventWord, voiceWords } from '../../../shared/records/events'
import { kindWords } from '../../../shared/records/picture-labels'
import { m } from '../../../shared/messages/messages.js'
import { showDate } from '../../ui/format'
import { orderStateWord } from '../orders/words'
import { promiseStateWord } from '../promises/words'
import type { HistoryField } from '../../records/History.svelte'

export { eventWord }

type Words = Record<string, () => string>

export const channels = ['call', 'mail', 'meeting', 'chat', 'letter', 'visit', 'note'] as const
export const directions = ['in', 'out', 'internal'] as const
export const voiceKinds = ['need', 'wish', 'concern', 'praise'] as const
export const voiceStates = ['open', 'met', 'declined'] as const

const voiceStateWords: Words = {
  open: m.timeline_voice_open,
  met: m.timeline_voice_met,
  declined: m.timeline_voice_declined
}
const word = (words: Words, key: string): string => words[key]?.() ?? key

/** Each takes a stored word, gives it in the language of the screen. */
export const channelWord = (channel: string): string => word(channelWords, channel)
export const directionWord = (direction: string): string => word(directionWords, direction)
export const voiceWord = (kind: string): string => word(voiceWords, kind)
export const voiceStateWord = (state: string): string => word(voiceStateWords, state)
/** Takes the customer's words, gives what became of them; of praise nothing has to. */
export const stands = ({ kind, state }: Pick<Voice, 'kind' | 'state'>): string =>
  kind === 'praise' && state === 'open' ? '' : voiceStateWord(state)
export const kindWord = (kind: TimelineKind): string => kindWords[kind]()

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

/** Takes the days on which they said it again, as they are stored; gives them in words. */
export function saidAgainOn(days: unknown): string {
  const all = typeof days === 'string' ? (JSON.parse(days) as string[]) : ((days ?? []) as string[])
  return all.map((day) => showDate(day)).join(', ')
}

/** Gives the fields of the customer's words that their history shows. */
export function voiceHistory(contact: (id: string) => string): Record<string, HistoryField> {
  return {
    kind: { label: m.timeline_voice_kind(), show: (value) => voiceWord(String(value)) },
    words: { label: m.timeline_voice_words() },
    reading: { label: m.timeline_voice_reading() },
    contactId: { label: m.timeline_contact(), show: (value) => contact(String(value)) },
    saidAt: { label: m.timeline_voice_said() },
    state: { label: m.timeline_voice_state(), show: (value) => voiceStateWord(String(value)) },
    answer: { label: m.timeline_voice_answer() },
    release: { label: m.wishes_release() },
    askedAgain: { label: m.wishes_again_on(), show: (value) => saidAgainOn(value) },
    answeredOn: { label: m.wishes_answered_on() },
    toldOn: { label: m.wishes_told_on() }
  }
}
