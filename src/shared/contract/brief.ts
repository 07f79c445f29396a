import { z } from 'zod'
import { idOf, instant, language, type Language, type Stored } from '../values/fields'
import { byId, read, write } from './procedure'
import type { BriefChange } from '../brief/changes'
import { audiences, type Audience } from '../brief/audience'
import { shape } from '../brief/shape'
import type { Book } from '../brief/workbook/types'
import type { BriefModel } from '../brief/types'
import type { Id } from '../values/flavours'

const audience = z.enum(audiences)
const paper = z.enum(['a4', 'letter'])

/** A brief as it was on one day: its words and figures are kept, whatever changes later. */
export interface BriefVersion extends Stored<'briefVersion'> {
  caseId: Id<'case'>
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
  /** Whom it was made for, by name. */
  reader: string | null
  /** What a brief made now would say differently. */
  changes: BriefChange[]
  /** Why it cannot be shown, and the way out; null when it can. */
  problem: string | null
}

const whichBrief = z.strictObject({ caseId: idOf('case'), language, paper, audience, shape: shape.optional() })

/** What was found of a brief's PDF. */
export interface BriefCheck {
  caseId: Id<'case'>
  /** "CASE-4: Get the freezer running". */
  title: string
  /** The number of the frozen version that it is; null for a draft, or a version that was deleted. */
  version: number | null
  /** What the file says that was frozen otherwise: the file was changed, or the version. */
  altered: BriefChange[]
  /** What a brief made now would say differently. */
  changes: BriefChange[]
  /** What it would say alike. */
  agree: { label: string; text: string }[]
}

export const briefProcedures = {
  /** Everything that the brief of a case prints, in one language, ready to be set; of a frozen version what was frozen. Errors: conflict, a newer Redress froze it; corrupt. */
  'brief.model': read<BriefModel>()(
    z.strictObject({
      caseId: idOf('case'),
      language,
      audience: audience.optional(),
      paper: paper.optional(),
      asOf: instant.optional(),
      versionId: idOf('briefVersion').optional(),
      shape: shape.optional()
    })
  ),
  /** The number of the version that an export would bear. */
  'brief.next': read<{ number: number }>()(whichBrief),
  /** Keeps the brief as it is now, unless the newest version of that language, paper and reader says the same. */
  'brief.keep': write<{ id: string; number: number }>()(whichBrief),
  /** Whether the brief in a PDF says what the workspace says. Errors: not-found, another workspace's or no brief's PDF; corrupt. */
  'brief.check': read<BriefCheck>()(z.strictObject({ file: z.string().max(4_096) }), { files: ['file'] }),
  /** Its workbook: inputs, formulas and draws as cells. Errors: not-found; invalid, its amounts are to be left out. */
  'brief.book': read<Book>()(whichBrief),
  /** The files behind its exhibits, under the numbers that it prints; none of a copy that leaves anything out: they would say it. */
  'brief.exhibits': read<{ number: number; evidenceId: Id<'evidence'>; name: string }[]>()(whichBrief),
  /** Keeps the brief as it is now. */
  'brief.freeze': write<{ id: string; number: number }>()(whichBrief),
  /** The frozen versions of a case, newest first, each with what has changed since. */
  'brief.versions': read<BriefVersionRow[]>()(z.strictObject({ caseId: idOf('case') })),
  'briefVersions.trash': write<{ id: Id<'briefVersion'> }>()(byId('briefVersion')),
  'briefVersions.restore': write<{ id: Id<'briefVersion'> }>()(byId('briefVersion'))
}
