import type { BriefVersion } from '../../shared/contract/brief'
import { changesSince } from '../../shared/brief/changes'
import { frozenModel } from '../../shared/brief/frozen'
import { briefModel, type BriefModel } from '../../shared/brief/model'
import { hider } from '../../shared/brief/redact'
import { frozenText } from '../../shared/brief/stored'
import { invalidField, Refusal } from '../../shared/values/errors'
import type { Case } from '../../shared/records/cases'
import { m } from '../../shared/messages/messages.js'
import { dayIn } from '../../shared/values/zones'
import type { HandlersOf, Context } from '../handlers'
import type { Change } from '../store/journal'
import { add, moveToTrash, mustFind } from '../records'
import { refOf } from '../store/descriptions'
import { briefBook, briefExhibits } from './brief-book'
import { checkBrief, sameWords } from './brief-check'
import { briefFacts, briefNow, thawed, type Asked } from './brief-now'
import type { Id } from '../../shared/values/flavours'

async function lastNumber(db: Context['read'], caseId: Id<'case'>): Promise<number> {
  const last = await db
    .selectFrom('briefVersion')
    .select(({ fn }) => fn.max('number').as('top'))
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return last?.top ?? 0
}

/** The newest version of that language, paper and reader if it says what the brief says now, and the brief. */
async function sameAs(
  context: Context,
  asked: Asked
): Promise<{ kept: { id: Id<'briefVersion'>; number: number } | null; model: BriefModel }> {
  const newest = await context.read
    .selectFrom('briefVersion')
    .select(['id', 'number', 'model'])
    .where('caseId', '=', asked.caseId)
    .where('language', '=', asked.language)
    .where('paper', '=', asked.paper)
    .where('audience', '=', asked.audience)
    .where('trashedAt', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const model = await briefNow(context, asked)
  const found = newest && thawed({ model: newest.model, title: '' })
  const same = found && !(found instanceof Refusal) && sameWords(found.model, model)
  return { kept: same ? { id: newest.id, number: newest.number } : null, model }
}

/** Keeps a brief as the next version of its case. Error: not-found. */
async function freeze(
  change: Change,
  { shape, ...asked }: Asked,
  model: BriefModel,
  context: Context
): Promise<{ id: string; number: number }> {
  const found = await mustFind<Case>(context.read, 'case', asked.caseId)
  const number = (await lastNumber(change.db, asked.caseId)) + 1
  const { id } = await add(change, 'briefVersion', {
    ...asked,
    number,
    title: `${refOf('case', found.number)} v${number}`,
    madeBy: context.settings.advocate,
    model: frozenText(model, shape)
  })
  return { id, number }
}

/** Gives a version as it was frozen, with what a brief made now would say differently. Errors: not-found, invalid, conflict, corrupt. */
async function frozen(context: Context, caseId: Id<'case'>, id: Id<'briefVersion'>): Promise<BriefModel> {
  const version = await mustFind<BriefVersion & { model: string }>(context.read, 'briefVersion', id)
  if (version.caseId !== caseId) throw invalidField('versionId', m.error_not_found())
  const held = thawed(version)
  if (held instanceof Refusal) throw held
  const { model, shape } = held
  const facts = await briefFacts(context, { ...version, shape })
  // who froze it is said beside it, to the same reader
  const madeBy = shape ? hider(facts, shape, version.language, [version.madeBy])(version.madeBy) : version.madeBy
  const present = briefModel(facts, version.language)
  return frozenModel({ ...version, madeBy }, model, present, context.now, context.settings.timeZone)
}

async function versions(context: Context, caseId: Id<'case'>) {
  const rows = await context.read
    .selectFrom('briefVersion')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('number', 'desc')
    .execute()
  // versions of one language, paper and reader are held against the same brief
  const present = new Map<string, Promise<BriefModel>>()
  return Promise.all(
    rows.map(async ({ model: stored, ...version }) => {
      // one that cannot be shown stands in the list beside the others
      const held = thawed({ model: stored, title: version.title })
      if (held instanceof Refusal) return { ...version, reader: null, changes: [], problem: held.message }
      const { model, shape } = held
      const key = JSON.stringify([version.language, version.paper, version.audience, shape])
      if (!present.has(key)) present.set(key, briefNow(context, { ...version, shape }))
      return { ...version, reader: shape?.reader ?? null, changes: changesSince(model, await present.get(key)!), problem: null }
    })
  )
}

export const briefHandlers: HandlersOf<'brief' | 'briefVersions'> = {
  'brief.model': async (
    context,
    { caseId, language, audience = 'leadership', paper = context.settings.paper, asOf, versionId, shape }
  ) => {
    if (versionId) return frozen(context, caseId, versionId)
    // a brief may be asked for as of an earlier day: what was due then is judged by that day
    const then = asOf ? { ...context, now: asOf, today: dayIn(asOf, context.settings.timeZone) } : context
    return briefNow(then, { caseId, language, audience, paper, shape })
  },
  'brief.freeze': async (change, asked, context) => freeze(change, asked, await briefNow(context, asked), context),
  'brief.next': async (context, asked) => ({
    number: (await sameAs(context, asked)).kept?.number ?? (await lastNumber(context.read, asked.caseId)) + 1
  }),
  'brief.keep': async (change, asked, context) => {
    const { kept, model } = await sameAs(context, asked)
    return kept ?? freeze(change, asked, model, context)
  },
  'brief.check': checkBrief,
  'brief.book': briefBook,
  'brief.exhibits': briefExhibits,
  'brief.versions': (context, { caseId }) => versions(context, caseId),
  'briefVersions.trash': (change, { id }) => moveToTrash(change, 'briefVersion', id, change.at),
  'briefVersions.restore': (change, { id }) => moveToTrash(change, 'briefVersion', id, null)
}
