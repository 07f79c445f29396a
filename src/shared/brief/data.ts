import { z } from 'zod'
import { idOf } from '../values/fields'
import { frozenForm, thaw } from './stored'
import type { BriefModel } from './types'
import type { Id } from '../values/flavours'

/** The name under which a brief's data stands in its PDF. Its form is described in docs/brief-data.md. */
export const dataName = 'redress-brief.json'

/** What travels in a brief's PDF, so that a machine can tell whether it is still true. */
export interface BriefData {
  caseId: Id<'case'>
  /** The frozen version that it is; null for a draft. */
  versionId: Id<'briefVersion'> | null
  model: BriefModel
}

const stored = z.object({
  redress: z.literal('brief'),
  form: z.number(),
  caseId: idOf('case'),
  versionId: idOf('briefVersion').nullable(),
  model: z.unknown()
})

/** Takes a brief and whose it is, gives the text that is attached to its PDF; the same brief gives the same text. */
export function dataText({ caseId, versionId, model }: BriefData): string {
  return JSON.stringify({ redress: 'brief', form: frozenForm, caseId, versionId, model })
}

/** Takes a text that stood in a PDF, gives the brief that it holds, or what is wrong with it. */
export function dataOf(text: string): BriefData | 'newer' | 'damaged' {
  let held: unknown
  try {
    held = JSON.parse(text)
  } catch {
    return 'damaged'
  }
  const found = stored.safeParse(held)
  if (!found.success) return 'damaged'
  const { form, caseId, versionId, model } = found.data
  const whole = thaw(JSON.stringify({ form, model }))
  return 'model' in whole ? { caseId, versionId, model: whole.model } : whole.problem
}
