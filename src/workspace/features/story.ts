import { sql } from 'kysely'
import type { FieldChange } from '../../shared/contract/journal'
import type { StoryEvent, StoryKind } from '../../shared/records/story'
import { storyKinds } from '../../shared/records/story'
import { cut } from '../../shared/values/truncate'
import type { HandlersOf, Context } from '../handlers'
import { pastOf, type Past } from '../store/states'
import { descriptions } from '../store/descriptions'
import type { Id } from '../../shared/values/flavours'

type Read = Pick<Context, 'read'>
type Row = Record<string, unknown>

/** What one writes without leaving the field for so long is one change, in milliseconds. */
const oneSitting = 30 * 60_000
const mostNames = 3
const longestName = 120
/** Fields that tell nothing of the case: where a row stands, and which record it hangs on. */
const apart = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'trashedAt',
  'number',
  'customerId',
  'caseId',
  'optionId',
  'position',
  'forecast'
])

interface Told extends StoryEvent {
  seq: number
  /** Its place within the change. */
  n: number
  id: string
}

const rowOf = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row))

/** The ids of the records of a kind that are, or once were, of a case. */
async function idsOf({ read }: Read, kind: StoryKind, caseId: Id<'case'>): Promise<string[]> {
  const of = {
    case: sql`SELECT ${caseId} AS id`,
    remedy: sql`SELECT id FROM remedy WHERE optionId IN (SELECT id FROM option WHERE caseId = ${caseId})`,
    evidenceLink: sql`SELECT id FROM evidenceLink WHERE entity = 'fact' AND recordId IN (SELECT id FROM fact WHERE caseId = ${caseId})`
  }
  const here = of[kind as keyof typeof of] ?? sql`SELECT id FROM ${sql.table(kind)} WHERE caseId = ${caseId}`
  const { rows } = await sql<{ id: string }>`${here}`.execute(read)
  if (kind !== 'caseIncident') return rows.map(({ id }) => id)
  // what is no longer tied is no row any more
  const gone = await sql<{ id: string }>`
    SELECT DISTINCT unpacked_id(rowId) AS id FROM journalRow
    WHERE code = ${descriptions[kind].code} AND width = 0 AND before LIKE ${`%${caseId}%`}`.execute(read)
  return [...new Set([...rows, ...gone.rows].map(({ id }) => id))]
}

/** What a record of a kind is called in a sentence. */
async function namer({ read }: Read, caseId: Id<'case'>): Promise<(kind: StoryKind, row: Row) => string> {
  const [incidents, evidence] = await Promise.all([
    read.selectFrom('incident').select(['id', 'title']).execute(),
    read
      .selectFrom('evidence')
      .select(['id', 'title'])
      .where('customerId', '=', (inner) => inner.selectFrom('case').select('customerId').where('id', '=', caseId))
      .execute()
  ])
  const titles = new Map([...incidents, ...evidence].map(({ id, title }) => [id, title]))
  const column: Partial<Record<StoryKind, string>> = {
    fact: 'words',
    remedy: 'words',
    asking: 'whom',
    decision: 'decidedBy',
    objection: 'words'
  }
  return (kind, row) => {
    const said =
      kind === 'caseIncident'
        ? titles.get(row.incidentId as string)
        : kind === 'evidenceLink'
          ? titles.get(row.evidenceId as string)
          : row[column[kind] ?? 'title']
    return typeof said === 'string' ? cut(said, longestName) : ''
  }
}

/** The changes that stand, and no word of those that were undone: the newest word on a change decides. */
async function standing({ read }: Read): Promise<(past: Past) => boolean> {
  const turns = await read
    .selectFrom('journalEntry')
    .select(['kind', 'ofSeq'])
    .where('kind', 'in', ['undo', 'redo'])
    .orderBy('seq', 'desc')
    .execute()
  const newest = new Map<number, string>()
  for (const { kind, ofSeq } of turns) if (ofSeq !== null && !newest.has(ofSeq)) newest.set(ofSeq, kind)
  return ({ kind, seq, ofSeq }) =>
    kind !== 'undo' && kind !== 'redo' && newest.get(seq) !== 'undo' && (ofSeq === null || newest.get(ofSeq) !== 'undo')
}

/** `called`: what the record is called by now, whatever it was called when it was made. */
function told(kind: StoryKind, past: Past, called: string): Told | null {
  const [was, is] = [rowOf(past.before), rowOf(past.after)]
  const fields = was && is ? fieldsOf(was, is) : []
  const what = !was
    ? 'created'
    : !is
      ? 'removed'
      : 'trashedAt' in was && is.trashedAt
        ? 'trashed'
        : 'trashedAt' in was
          ? 'restored'
          : 'changed'
  if (what === 'changed' && fields.length === 0) return null
  // that it was decided, or put before somebody, is told by the decision and the asking
  if (kind === 'case' && (past.deed === 'decide' || past.deed === 'escalate')) return null
  return {
    seq: past.seq,
    n: past.n,
    id: past.rowId,
    at: past.at,
    by: past.actor,
    kind,
    what,
    names: called ? [called] : [],
    count: 1,
    fields: what === 'changed' ? fields : [],
    clock: past.clock
  }
}

function fieldsOf(was: Row, is: Row): FieldChange[] {
  return Object.keys(was)
    .filter((field) => !apart.has(field))
    .map((field) => ({ field, from: was[field] ?? null, to: is[field] ?? null }))
}

/** Kinds of which what is filled in right afterwards belongs to their making. */
const begins = new Set<StoryKind>(['fact', 'option', 'remedy', 'objection'])

/** Whether a change belongs to the making of the record. */
function beginning(made: Told & { ids: Set<string> }, { kind, by, at, id }: Told): boolean {
  const same = begins.has(kind) && made.what === 'created' && made.kind === kind && made.by === by && made.ids.has(id)
  return same && Date.parse(at) - Date.parse(made.at) < oneSitting
}

/** Takes events from the first on; those that one person did in one go to one record, or to several of a kind, become one. */
function gathered(events: readonly Told[]): StoryEvent[] {
  const all: (Told & { ids: Set<string> })[] = []
  for (const event of events) {
    if (event.what === 'changed' && all.some((other) => beginning(other, event))) continue
    const last = all.at(-1)
    const alike = last && last.kind === event.kind && last.what === event.what && last.by === event.by
    const near = last && Date.parse(event.at) - Date.parse(last.at) < oneSitting
    const same = last && last.ids.size === 1 && last.ids.has(event.id)
    if (alike && near && (event.what !== 'changed' || same)) {
      if (!last.ids.has(event.id)) {
        last.ids.add(event.id)
        last.count++
        if (last.names.length < mostNames) last.names.push(...event.names)
      }
      last.fields = joined(last.fields, event.fields)
      last.at = event.at
    } else all.push({ ...event, ids: new Set([event.id]) })
  }
  return all
    .filter(({ what, fields }) => what !== 'changed' || fields.length > 0)
    .map(({ ids: _, seq: __, id: ___, n: ____, ...event }) => event)
    .toReversed()
}

/** What changed and then changed again went from the first to the last; what came back to where it was did not change. */
function joined(first: readonly FieldChange[], next: readonly FieldChange[]): FieldChange[] {
  const by = new Map(first.map((change) => [change.field, change]))
  for (const change of next) by.set(change.field, { ...change, from: (by.get(change.field) ?? change).from })
  return [...by.values()].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

async function story(context: Read, caseId: Id<'case'>): Promise<StoryEvent[]> {
  const [name, stands] = await Promise.all([namer(context, caseId), standing(context)])
  const events: Told[] = []
  for (const kind of storyKinds) {
    const past = await pastOf(context.read, kind, await idsOf(context, kind, caseId))
    const called = new Map<string, string>()
    for (const { rowId, before, after } of past) if (!called.has(rowId)) called.set(rowId, name(kind, rowOf(after ?? before) ?? {}))
    for (const one of past) {
      const event = stands(one) ? told(kind, one, called.get(one.rowId) ?? '') : null
      // doing nothing is an option of every case from the start: nobody laid it out
      if (event && !(kind === 'option' && event.what === 'created' && rowOf(one.after)?.nothing)) events.push(event)
    }
  }
  events.sort((a, b) => a.seq - b.seq || a.n - b.n)
  return gathered(events)
}

export const storyHandlers: Pick<HandlersOf<'cases'>, 'cases.story'> = {
  'cases.story': (context, { caseId }) => story(context, caseId)
}
