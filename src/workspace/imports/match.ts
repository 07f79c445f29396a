import type { Entity } from '../../shared/contract/journal'
import type { RepeatMode } from '../../shared/contract/imports'
import { nameKey } from '../../shared/imports/origin'
import { htmlToText } from '../../shared/imports/html'
import type { Known } from './known'
import type { Raw } from './raw'
import type { Said, Values } from './row-read'
import { Seen } from './seen'

/** A row, its place among those with its number, and the record that it is already. */
export interface Slot {
  said: Said
  /** How often its number came before. */
  times: number
  /** The first row with its number, and the first that says the same under it; its own row where there is none before. */
  first: number
  same: number
  known: Known | undefined
  /** It says what it said at the last import. */
  unchanged: boolean
  /** All that is known under its number. */
  siblings: readonly Known[]
}

/** What somebody said or wrote: an import never changes it without being told to. */
const words: Partial<Record<Entity, readonly string[]>> = {
  interaction: ['at', 'subject', 'notes', 'direction', 'channel'],
  voice: ['words', 'reading', 'saidAt'],
  promise: ['words', 'madeBy', 'maker', 'madeAt']
}

/** Takes a kind of record, gives the fields that hold what somebody said. */
export const wordsOf = (entity: Entity): readonly string[] => words[entity] ?? []

/** The field by which one of several records under one number is known again: when it was said, what the line is of. */
const own: Partial<Record<Entity, string>> = { interaction: 'at', voice: 'saidAt', order: 'title', promise: 'words' }

/**
 * Gives the function that finds for each row of a batch the record that it is already. A record is one row's only. What
 * says the same goes first, so that it does not matter in which order the rows of a ticket or an order stand.
 */
export function matcher(entity: Entity, repeats: RepeatMode) {
  const claims = new Seen()

  return (slots: Slot[]): void => {
    const claim = (fits: (known: Known, slot: Slot) => boolean, unchanged: boolean) => {
      for (const slot of slots) {
        if (slot.known) continue
        const known = slot.siblings.find((known) => fits(known, slot) && !claims.has(known.id))
        if (!known) continue
        claims.again(known.id, slot.said.row)
        Object.assign(slot, { known, unchanged })
      }
    }
    claim((known, { said }) => known.fingerprint === said.fingerprint && sameOther(known.raw, said), true)
    claim((known, { said }) => known.fingerprint === said.fingerprint, true)
    claim((known, { said }) => saysTheSame(known.raw, said), true)
    claim((known, { said }) => isKin(entity, known, said), false)
    const single = repeats === 'one' || entity === 'order'
    claim(
      (known, { siblings, times }) => single && !known.elsewhere && (repeats === 'one' || (siblings.length === 1 && times === 0)),
      false
    )
  }
}

const sameOther = (raw: Raw | null, { other }: Said) => JSON.stringify(raw?.other ?? []) === JSON.stringify(other)

/** Whether a row says what an earlier Redress kept of it, which read cells less well than this one. */
function saysTheSame(raw: Raw | null, { values, customer }: Said): boolean {
  if (!raw || nameKey(raw.customer ?? '') !== nameKey(customer ?? '')) return false
  const fields = Object.keys(values)
  return (
    fields.some((field) => values[field] !== null) &&
    fields.every((field) => field in raw.values && alike(raw.values[field] ?? null, values[field] ?? null))
  )
}

const alike = (was: Values[string], is: Values[string]) =>
  was === is || (typeof was === 'string' && typeof is === 'string' && htmlToText(was) === is)

/** Whether a row is of the same thing as one that is known, though it says something else of it. */
function isKin(entity: Entity, { raw, elsewhere }: Known, { values, customer, numbered }: Said): boolean {
  const field = own[entity]
  if (!raw || !numbered) return false
  if (entity === 'customer') return elsewhere && nameKey(String(raw.values.name)) === nameKey(String(values.name))
  if (!field || values[field] === null || values[field] === undefined || !alike(raw.values[field] ?? null, values[field]!))
    return false
  return !elsewhere || nameKey(raw.customer ?? '') === nameKey(customer ?? '')
}
