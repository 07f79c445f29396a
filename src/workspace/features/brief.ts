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
import type { HandlersOf, Room } from '../handlers'
import type { Change } from '../store/journal'
import { add, moveToTrash, mustFind } from '../records'
import { refOf } from '../store/descriptions'
import { briefBook, briefExhibits } from './brief-book'
import { checkBrief, sameWords } from './brief-check'
import { briefFacts, briefNow, thawed, type Asked } from './brief-now'

async function lastNumber(db: Room['read'], caseId: string): Promise<number> {
  const last = await db
    .selectFrom('briefVersion')
    .select(({ fn }) => fn.max('number').as('top'))
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return last?.top ?? 0
}

/** The newest version of that language, paper and reader if it says what the brief says now, and the brief. */
async function sameAs(room: Room, asked: Asked): Promise<{ kept: { id: string; number: number } | null; model: BriefModel }> {
  const newest = await room.read
    .selectFrom('briefVersion')
    .select(['id', 'number', 'model'])
    .where('caseId', '=', asked.caseId)
    .where('language', '=', asked.language)
    .where('paper', '=', asked.paper)
    .where('audience', '=', asked.audience)
    .where('trashedAt', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const model = await briefNow(room, asked)
  const found = newest && thawed({ model: newest.model, title: '' })
  const same = found && !(found instanceof Refusal) && sameWords(found.model, model)
  return { kept: same ? { id: newest.id, number: newest.number } : null, model }
}

/** Keeps a brief as the next version of its case. Error: not-found. */
async function freeze(
  change: Change,
  { shape, ...asked }: Asked,
  model: BriefModel,
  room: Room
): Promise<{ id: string; number: number }> {
  const found = await mustFind<Case>(room.read, 'case', asked.caseId)
  const number = (await lastNumber(change.db, asked.caseId)) + 1
  const { id } = await add(change, 'briefVersion', {
    ...asked,
    number,
    title: `${refOf('case', found.number)} v${number}`,
    madeBy: room.settings.advocate,
    model: frozenText(model, shape)
  })
  return { id, number }
}

/** Gives a version as it was frozen, with what a brief made now would say differently. Errors: not-found, invalid, conflict, corrupt. */
async function frozen(room: Room, caseId: string, id: string): Promise<BriefModel> {
  const version = await mustFind<BriefVersion & { model: string }>(room.read, 'briefVersion', id)
  if (version.caseId !== caseId) throw invalidField('versionId', m.error_not_found())
  const held = thawed(version)
  if (held instanceof Refusal) throw held
  const { model, shape } = held
  const facts = await briefFacts(room, { ...version, shape })
  // who froze it is said beside it, to the same reader
  const madeBy = shape ? hider(facts, shape, version.language, [version.madeBy])(version.madeBy) : version.madeBy
  const present = briefModel(facts, version.language)
  return frozenModel({ ...version, madeBy }, model, present, room.now, room.settings.timeZone)
}

async function versions(room: Room, caseId: string) {
  const rows = await room.read
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
      if (!present.has(key)) present.set(key, briefNow(room, { ...version, shape }))
      return { ...version, reader: shape?.reader ?? null, changes: changesSince(model, await present.get(key)!), problem: null }
    })
  )
}

export const briefHandlers: HandlersOf<'brief' | 'briefVersions'> = {
  'brief.model': async (
    room,
    { caseId, language, audience = 'leadership', paper = room.settings.paper, asOf, versionId, shape }
  ) => {
    if (versionId) return frozen(room, caseId, versionId)
    // a brief may be asked for as of an earlier day: what was due then is judged by that day
    const then = asOf ? { ...room, now: asOf, today: dayIn(asOf, room.settings.timeZone) } : room
    return briefNow(then, { caseId, language, audience, paper, shape })
  },
  'brief.freeze': async (change, asked, room) => freeze(change, asked, await briefNow(room, asked), room),
  'brief.next': async (room, asked) => ({
    number: (await sameAs(room, asked)).kept?.number ?? (await lastNumber(room.read, asked.caseId)) + 1
  }),
  'brief.keep': async (change, asked, room) => {
    const { kept, model } = await sameAs(room, asked)
    return kept ?? freeze(change, asked, model, room)
  },
  'brief.check': checkBrief,
  'brief.book': briefBook,
  'brief.exhibits': briefExhibits,
  'brief.versions': (room, { caseId }) => versions(room, caseId),
  'briefVersions.trash': (change, { id }) => moveToTrash(change, 'briefVersion', id, change.at),
  'briefVersions.restore': (change, { id }) => moveToTrash(change, 'briefVersion', id, null)
}
