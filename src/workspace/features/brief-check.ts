import { agreeing, changesSince } from '../../shared/brief/changes'
import { dataOf } from '../../shared/brief/data'
import type { BriefModel } from '../../shared/brief/model'
import type { BriefCheck, BriefVersion } from '../../shared/contract/brief'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { Context } from '../handlers'
import { paperOf } from '../imports/outside'
import { briefNow, thawed } from './brief-now'

/** What the attached data of a brief say. Errors: corrupt, damaged; conflict, a newer Redress made it. */
function briefIn(data: string) {
  const found = dataOf(data)
  if (found === 'newer') throw new Refusal('conflict', m.brief_check_newer())
  if (found === 'damaged') throw new Refusal('corrupt', m.brief_check_damaged())
  return found
}

/** Whether two briefs say the same, but for the day and the head of the journal, which move with every change. */
export function sameWords(one: BriefModel, other: BriefModel): boolean {
  const words = ({ page, appendix, fileName: _name, footer: _footer, ...rest }: BriefModel) =>
    JSON.stringify({
      ...rest,
      page: { ...page, frozen: null, byline: '' },
      appendix: {
        ...appendix,
        method: appendix.method && { ...appendix.method, facts: [] },
        timeline: appendix.timeline && { ...appendix.timeline, record: null }
      }
    })
  return words(one) === words(other)
}

/** What a PDF says that its frozen version did not: by name where it is a figure, else that other words differ. */
function alteredIn(file: BriefModel, frozen: BriefModel): BriefCheck['altered'] {
  const named = changesSince(frozen, file)
  return named.length || sameWords(frozen, file) ? named : [{ label: m.brief_check_other_words(), from: null, to: null }]
}

/** Takes a brief's PDF, gives whether it says what was frozen, and what a brief made now says. Errors: those of its data; not-found. */
export async function checkBrief(context: Context, { file }: { file: string }): Promise<BriefCheck> {
  const paper = await paperOf(file, context.signal)
  if (paper?.is !== 'brief') throw new Refusal('invalid', m.brief_check_no_brief())
  return checkData(context, paper.data)
}

/** Takes the data that stood in a brief's PDF, gives the same. */
export async function checkData(context: Context, data: string): Promise<BriefCheck> {
  const { caseId, versionId, model } = briefIn(data)
  const found = await context.read
    .selectFrom('case')
    .select('id')
    .where('id', '=', caseId)
    .where('trashedAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', m.brief_check_no_case({ title: model.title }))
  const version = versionId
    ? ((await context.read.selectFrom('briefVersion').selectAll().where('id', '=', versionId).executeTakeFirst()) as
        (BriefVersion & { model: string }) | undefined)
    : undefined
  const frozen = version && thawed(version)
  if (frozen instanceof Refusal) throw frozen
  const { language, paper, audience } = model
  const present = await briefNow(context, { caseId, language, paper, audience, shape: frozen?.shape })
  return {
    caseId,
    title: model.title,
    version: version?.number ?? null,
    altered: frozen ? alteredIn(model, frozen.model) : [],
    changes: changesSince(model, present),
    agree: agreeing(model, present)
  }
}
