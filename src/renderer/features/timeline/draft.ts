import { dayOf } from '../../../shared/values/zones'
import { ownSubject } from '../../../shared/records/interactions'
import type { Interaction, Voice } from '../../../shared/records/timeline'
import type { Day, Id, Instant, Moment, Zone } from '../../../shared/values/flavours'

/** An interaction as its form holds it. */
export interface InteractionDraft {
  channel: Interaction['channel']
  direction: Interaction['direction']
  contactId: Id<'contact'> | null
  /** The order it was about. */
  orderId: Id<'order'> | null
  subject: string
  notes: string
  needsReply: boolean
  at: Instant | null
  zone: Zone
}

/** Gives an empty form. Takes the customer's zone; the time is filled in when someone begins to write. */
export function newInteraction(zone: Zone): InteractionDraft {
  return {
    channel: 'call',
    direction: 'in',
    contactId: null,
    orderId: null,
    subject: '',
    notes: '',
    needsReply: false,
    at: null,
    zone
  }
}

/** Takes a stored interaction, gives it as its form holds it. */
export function interactionDraft({
  channel,
  direction,
  contactId,
  orderId,
  subject,
  notes,
  needsReply,
  at,
  zone
}: Interaction): InteractionDraft {
  return {
    channel,
    direction,
    contactId,
    orderId,
    subject: ownSubject({ subject, notes }) ?? '',
    notes: notes ?? '',
    needsReply: needsReply === 1,
    at,
    zone
  }
}

/** Is there nothing in the form that would be missed? */
export function isBlank(draft: InteractionDraft): boolean {
  return draft.subject.trim() === '' && draft.notes.trim() === ''
}

/** What came of a call while its notes are being written: it is tied to them when they are recorded. */
export interface CameOf {
  promiseIds: Id<'promise'>[]
  voiceIds: Id<'voice'>[]
}

/** What a call gives to what comes of it: itself once it is recorded, who spoke, and the order it was about. */
export interface OfCall {
  interactionId?: Id<'interaction'>
  contactId: Id<'contact'> | null
  orderId: Id<'order'> | null
}

/** Takes a kept draft, gives the form, or null when it is not one that this version understands. */
export function restored(body: string, zone: Zone): InteractionDraft | null {
  try {
    const kept = JSON.parse(body) as Partial<InteractionDraft>
    return typeof kept.notes === 'string' && typeof kept.subject === 'string' ? { ...newInteraction(zone), ...kept } : null
  } catch {
    return null
  }
}

/** The customer's words as their form holds them. */
export interface VoiceDraft {
  kind: Voice['kind']
  words: string
  reading: string
  contactId: Id<'contact'> | null
  interactionId?: Id<'interaction'>
  saidAt: Moment | null
  state: Voice['state']
  answer: string
  release: string
  answeredOn: Day | null
  toldOn: Day | null
  metEntity: Voice['metEntity']
  metId: string | null
}

/** Gives an empty form. Takes today's date. */
export function newVoice(today: Day): VoiceDraft {
  return {
    kind: 'concern',
    words: '',
    reading: '',
    contactId: null,
    saidAt: today,
    state: 'open',
    answer: '',
    release: '',
    answeredOn: null,
    toldOn: null,
    metEntity: null,
    metId: null
  }
}

/** Takes stored words and the customer's clock, gives them as their form holds them. */
export function voiceDraft(voice: Voice, clock: string): VoiceDraft {
  const { kind, words, reading, contactId, saidAt, state, answer, release, answeredOn, toldOn, metEntity, metId } = voice
  return {
    kind,
    words,
    reading: reading ?? '',
    contactId,
    saidAt: dayOf(saidAt, clock),
    state,
    answer: answer ?? '',
    release: release ?? '',
    answeredOn,
    toldOn,
    metEntity,
    metId
  }
}
