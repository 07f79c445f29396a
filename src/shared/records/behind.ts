import type { Entity } from '../contract/journal'
import { m } from '../messages/messages.js'
import type { Disagreement, Fields } from './agreement'
import { kinds } from './kinds'

const said = (value: unknown): boolean => value !== undefined && value !== null && String(value).trim() !== ''

/**
 * Takes a record as it is to be and the fields of it that are new. Gives the first state in it that has nothing behind it:
 * at that state, or at what is taken away from under it; null when each has. What was stored before is not held against
 * what does not touch it.
 */
export function nothingBehind(entity: Entity, record: Fields, given: readonly string[]): Disagreement | null {
  for (const { says, states, rests, text, at } of kinds[entity].states) {
    if (![says, ...rests].some((field) => given.includes(field))) continue
    if (!states.includes(String(record[says])) || rests.some((field) => said(record[field]))) continue
    return given.includes(says)
      ? { field: at ?? says, text: text() }
      : { field: rests.find((field) => given.includes(field))!, text: at ? text() : m.error_state_rests() }
  }
  return null
}
