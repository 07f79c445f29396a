import { z } from 'zod'
import { id, instant, language, type Language, type Stored } from '../values/fields'
import { byId, read, write } from './procedure'
import type { BriefChange } from '../brief/changes'
import { audiences, type Audience } from '../brief/audience'
import type { BriefModel } from '../brief/types'

const audience = z.enum(audiences)
const paper = z.enum(['a4', 'letter'])

/** A brief as it was on one day: its words and figures are kept, whatever changes later. */
export interface BriefVersion extends Stored {
  caseId: string
  /** Counts within its case. */
  number: number
  /** "CASE-4 v2", as the journal and the trash name it. */
  title: string
  language: Language
  paper: 'a4' | 'letter'
  audience: Audience
  madeBy: string
}
export interface BriefVersionRow extends BriefVersion {
  /** What a brief made now would say differently. */
  changes: BriefChange[]
  /** Why it cannot be shown, and the way out; null when it can. */
  problem: string | null
}

export const briefProcedures = {
  /** Everything that the brief of a case prints, in one language, ready to be set; of a frozen version what was frozen. Errors: conflict, a newer Redress froze it; corrupt. */
  'brief.model': read<BriefModel>()(
    z.strictObject({
      caseId: id,
      language,
      audience: audience.optional(),
      paper: paper.optional(),
      asOf: instant.optional(),
      versionId: id.optional()
    })
  ),
  /** Keeps the brief as it is now. */
  'brief.freeze': write<{ id: string; number: number }>()(z.strictObject({ caseId: id, language, paper, audience })),
  /** The frozen versions of a case, newest first, each with what has changed since. */
  'brief.versions': read<BriefVersionRow[]>()(z.strictObject({ caseId: id })),
  'briefVersions.trash': write<{ id: string }>()(byId),
  'briefVersions.restore': write<{ id: string }>()(byId)
}
