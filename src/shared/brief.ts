import { z } from 'zod'
import { id, instant, language } from './fields'
import { read } from './procedure'
import type { BriefModel } from './brief/model'

export const audiences = ['leadership', 'customer'] as const
export type Audience = (typeof audiences)[number]

export const briefProcedures = {
  /** Everything that the brief of a case prints, in one language, ready to be set. */
  'brief.model': read<BriefModel>()(
    z.strictObject({ caseId: id, language, audience: z.enum(audiences).optional(), paper: z.enum(['a4', 'letter']).optional(), asOf: instant.optional() })
  )
}
