import { z } from 'zod'
import type { AnsweredSheet, QuestionSheet } from '../inquiry/types'
import { day, idOf, language, text } from '../values/fields'
import type { BriefCheck } from './brief'
import { read, write } from './procedure'
import type { Id } from '../values/flavours'

const file = z.string().max(4_096)

/** What of ours is in a file that came back: a brief, held against the workspace; an answered question sheet; or nothing. */
export type Looked = { is: 'brief'; check: BriefCheck } | { is: 'answers'; answered: AnsweredSheet } | { is: 'other' }

export const inquiryProcedures = {
  /** The questions to a case's customer. Error: conflict, there is nothing left to ask. */
  'inquiry.sheet': read<QuestionSheet>()(z.strictObject({ caseId: idOf('case'), language, paper: z.enum(['a4', 'letter']) })),
  /**
   * What of ours is in a file. `caseId`: whose answers are expected. Errors: invalid, its layout or a unit was changed; conflict, it
   * is another case's, or we assume otherwise by now; not-found, its case is not here; corrupt.
   */
  'inquiry.look': read<Looked>()(z.strictObject({ file, caseId: idOf('case').optional() }), { files: ['file'] }),
  /**
   * Takes figures as the customer's in one change, with the file as their evidence: a line of which every figure is taken is
   * confirmed by them. The file must have been looked at. Errors: those of looking; conflict, it was not looked at.
   */
  'inquiry.accept': write<{ evidenceId: Id<'evidence'>; figures: number; lines: number }>()(
    z.strictObject({ file, caseId: idOf('case'), keys: z.array(z.string().max(200)).min(1).max(5_000), by: text(200), on: day }),
    { files: ['file'] }
  )
}
