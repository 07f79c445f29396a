import { z } from 'zod'
import { entities, type Entity } from '../values/entities'
import { id, instant } from '../values/fields'
import type { Clock } from '../values/clock'
import { noInput, read, write } from './procedure'
import type { AnyId, Instant } from '../values/flavours'

export { entities, type Entity }

/** What a change did, for its label: "New", "Change", "To trash" … with the entity and a name. */
export const deeds = [
  'create',
  'change',
  'trash',
  'restore',
  'close',
  'reopen',
  'renegotiate',
  'tie',
  'untie',
  'answer',
  'confirm',
  'decide',
  'escalate',
  'import',
  'attach',
  'order',
  'configure',
  'build',
  'erase',
  'snooze',
  'merge'
] as const
export type Deed = (typeof deeds)[number]

export interface Label {
  deed: Deed
  entity: Entity
  name: string
}

/** One change in the journal. `kind`: done by a person, an undo or redo of `ofSeq`, or by Redress itself. */
export interface JournalEntry {
  seq: number
  at: Instant
  actor: string
  kind: 'do' | 'undo' | 'redo' | 'system'
  ofSeq: number | null
  label: Label
  rows: number
}

/** One field of a record as a change left it. */
export interface FieldChange {
  field: string
  from: unknown
  to: unknown
}

export interface HistoryEntry extends JournalEntry {
  change: 'created' | 'changed' | 'removed'
  /** The clock of the customer whose record it is; null when it is nobody's. */
  clock: Clock | null
  fields: FieldChange[]
}

export interface Verification {
  ok: boolean
  entries: number
  rows: number
  head: string
  /** The search did not find what it should; it was built anew from the records, which were not touched. */
  mended: boolean
  /**
   * What does not agree: the chain, a payload, a stored row that differs from its last journaled state, a kept file that is
   * not what was attached, a draft, the search, or the database itself.
   */
  problems: {
    seq: number | null
    entity: string | null
    id: string | null
    problem: 'chain' | 'payload' | 'row' | 'evidence' | 'draft' | 'search' | 'database'
  }[]
}

export interface TrashRow {
  entity: Entity
  id: AnyId
  title: string
  customer: string | null
  trashedAt: Instant
}

export const journalProcedures = {
  /** Takes back the newest change; with `only`, only if that is the one. */
  'journal.undo': write<{ label: Label } | { label: null }>()(
    z.strictObject({
      only: z.strictObject({ deed: z.enum(deeds), entity: z.enum(entities), name: z.string().max(10_000) }).optional()
    }),
    { long: true }
  ),
  'journal.redo': write<{ label: Label } | { label: null }>()(noInput, { long: true }),
  'journal.recent': read<JournalEntry[]>()(z.strictObject({ limit: z.number().int().min(1).max(1_000).optional() })),
  'journal.history': read<HistoryEntry[]>()(z.strictObject({ entity: z.enum(entities), id })),
  'journal.verify': read<Verification>()(noInput, { long: true }),
  'trash.list': read<TrashRow[]>()(noInput),
  /** Text that a person was typing when it was not yet recorded. */
  'drafts.list': read<{ key: string; body: string; at: Instant }[]>()(noInput),
  'drafts.get': read<{ body: string; at: Instant } | { body: null; at: null }>()(z.strictObject({ key: z.string().max(200) })),
  'drafts.put': write<{ at: Instant }>()(z.strictObject({ key: z.string().max(200), body: z.string().max(500_000) })),
  'drafts.drop': write<{ key: string }>()(z.strictObject({ key: z.string().max(200) })),
  'journal.since': read<JournalEntry[]>()(z.strictObject({ at: instant }))
}
