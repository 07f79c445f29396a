import type { Entity } from '../contract/journal'
import { m } from '../messages/messages.js'
import type { Disagreement, Fields } from './agreement'

/** A state that somebody may say of a record, and what must be on record for it to be true. */
interface Need {
  /** The field that says it, and the values of it that need something. */
  says: string
  states: readonly string[]
  /** Any one of these does. */
  rests: readonly string[]
  text: () => string
  /** Where it is asked for; else at the state. */
  at?: string
}

const needs: Partial<Record<Entity, readonly Need[]>> = {
  incident: [
    { says: 'state', states: ['contained'], rests: ['containment'], text: m.incident_state_needs_containment },
    { says: 'state', states: ['resolved', 'closed'], rests: ['ended'], text: m.incident_state_needs_end },
    { says: 'state', states: ['closed'], rests: ['cause'], text: m.incident_state_needs_cause },
    { says: 'causeState', states: ['suspected', 'confirmed'], rests: ['cause'], text: m.incident_cause_needs_words }
  ],
  voice: [
    { says: 'state', states: ['met'], rests: ['answer', 'metId'], text: m.timeline_voice_needs_answer },
    { says: 'state', states: ['declined'], rests: ['answer'], text: m.timeline_voice_needs_why }
  ],
  promise: [{ says: 'outcome', states: ['kept'], rests: ['closedAt'], text: m.promises_closed_needed, at: 'closedAt' }]
}

const said = (value: unknown): boolean => value !== undefined && value !== null && String(value).trim() !== ''

/**
 * Takes a record as it is to be and the fields of it that are new. Gives the first state in it that has nothing behind it:
 * at that state, or at what is taken away from under it; null when each has. What was stored before is not held against
 * what does not touch it.
 */
export function nothingBehind(entity: Entity, record: Fields, given: readonly string[]): Disagreement | null {
  for (const { says, states, rests, text, at } of needs[entity] ?? []) {
    if (![says, ...rests].some((field) => given.includes(field))) continue
    if (!states.includes(String(record[says])) || rests.some((field) => said(record[field]))) continue
    return given.includes(says)
      ? { field: at ?? says, text: text() }
      : { field: rests.find((field) => given.includes(field))!, text: at ? text() : m.error_state_rests() }
  }
  return null
}
