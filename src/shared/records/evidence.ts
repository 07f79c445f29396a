import { z } from 'zod'
import { idOf } from '../values/fields'
import { read, write } from '../contract/procedure'
import type { Id, Instant } from '../values/flavours'

/** What is done with evidence that changes nothing of it: it is looked at, saved elsewhere, or opened in another program. */
export const evidenceUses = ['seen', 'exported', 'opened'] as const

/** One such use. */
export interface EvidenceUse {
  evidenceId: Id<'evidence'>
  how: (typeof evidenceUses)[number]
  byWhom: string
}

/** One link of the chain in which evidence was kept: what happened to it, when, and through whom. */
export interface ChainLink {
  at: Instant
  by: string
  what: 'added' | 'changed' | 'trashed' | 'restored' | 'tied' | 'untied' | EvidenceUse['how']
  /** The fields that changed. */
  fields: { field: string; from: unknown; to: unknown }[]
  /** What it was tied to, or taken off. */
  of: string | null
}

/**
 * What can be shown of evidence without running anything of it: a picture as base64, the beginning of a text (`more`: it
 * goes on), the first words that were read out of a paper, those of a PDF whose pages can be drawn, or nothing but its name.
 */
export type EvidencePreview =
  | { as: 'picture'; type: string; data: string }
  | { as: 'text'; text: string; more: boolean }
  | { as: 'words'; text: string }
  | { as: 'pages'; text: string | null }
  | { as: 'name' }

export const evidenceProcedures = {
  'evidence.chain': read<ChainLink[]>()(z.strictObject({ id: idOf('evidence') })),
  /** Errors: not-found, no file is kept; corrupt, it is not what was attached. */
  'evidence.preview': read<EvidencePreview>()(z.strictObject({ id: idOf('evidence') })),
  /** Keeps that evidence was used; that the same person saw it again within the hour is said once. */
  'evidence.use': write<{ kept: number }>()(
    z.strictObject({ ids: z.array(idOf('evidence')).min(1).max(1_000), how: z.enum(evidenceUses) })
  )
}
