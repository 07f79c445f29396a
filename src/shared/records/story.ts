import { z } from 'zod'
import { idOf } from '../values/fields'
import { read } from '../contract/procedure'
import type { Clock } from '../values/clock'
import type { Entity, FieldChange } from '../contract/journal'
import type { Instant } from '../values/flavours'

/** The kinds of record whose making and changing is the history of a case. */
export const storyKinds = [
  'case',
  'caseIncident',
  'fact',
  'evidenceLink',
  'option',
  'remedy',
  'asking',
  'objection',
  'decision',
  'outcome'
] as const satisfies readonly Entity[]
export type StoryKind = (typeof storyKinds)[number]

/** Something that one person did to records of one kind in one go. */
export interface StoryEvent {
  at: Instant
  by: string
  kind: StoryKind
  what: 'created' | 'changed' | 'trashed' | 'restored' | 'removed'
  /** What the first of them are called. */
  names: string[]
  /** How many there were. */
  count: number
  /** Of one record: its fields that changed, from what they were before to what they were afterwards. */
  fields: FieldChange[]
  clock: Clock | null
}

export const storyProcedures = {
  /** How a case came to be what it is, the newest first: what was undone is not told. */
  'cases.story': read<StoryEvent[]>()(z.strictObject({ caseId: idOf('case') }))
}
