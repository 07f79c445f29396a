import { z } from 'zod'
import { id } from '../values/fields'
import type { Clock } from '../values/clock'
import type { Deed, Entity, FieldChange, JournalEntry } from './journal'
import { read } from './procedure'
import type { AnyId, Instant } from '../values/flavours'

/** Figures whose history can be asked for: all that has moved them since they were first there. */
export const figureKinds = ['lossLine', 'incident', 'case', 'option'] as const
export type FigureKind = (typeof figureKinds)[number]

/** One change of a record that a figure is made of. */
export interface FigureChange {
  seq: number
  at: Instant
  actor: string
  kind: JournalEntry['kind']
  entity: Entity
  id: AnyId
  /** What the record was called after the change. */
  title: string
  deed: Deed
  /** The clock of the customer whose record it is; null when it is nobody's. */
  clock: Clock | null
  /** What moved the figure; nothing for a new record, which is whole in itself. */
  fields: FieldChange[]
  /** What its values are read by: a line's calculator, a shared quantity's unit, the currency of its amounts. */
  about: { calculator?: string; unit?: string; currency?: string }
}

export const explainProcedures = {
  /**
   * Who changed a figure, the newest first. A line: itself, its shared quantities and rates. An incident: its lines, shared
   * quantities, rates, dated steps and answers to the guard, removed ones too. A case: its incidents with theirs. An
   * option: itself and its actions.
   */
  'explain.changes': read<FigureChange[]>()(
    z.strictObject({
      of: z
        .array(z.strictObject({ is: z.enum(figureKinds), id }))
        .min(1)
        .max(10),
      limit: z.number().int().min(1).max(1_000).optional()
    })
  )
}
