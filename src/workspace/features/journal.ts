import { sql } from 'kysely'
import { entities, type Entity, type HistoryEntry, type JournalEntry, type TrashRow } from '../../shared/contract/journal'
import type { HandlersOf, Context } from '../handlers'
import { draftDigest } from '../store/digest'
import { descriptions } from '../store/descriptions'
import type { Tables } from '../store/tables'
import { isPart } from '../store/parts'
import { pastOf } from '../store/states'
import { redo, undo, type Watch } from '../store/undo'
import { aside } from '../store/aside'
import { whileRead } from '../store/stay'

type Row = Pick<Tables['journalEntry'], 'seq' | 'at' | 'actor' | 'kind' | 'ofSeq' | 'deed' | 'entity' | 'name' | 'rows'>

/** A part of a long change is told as what it is a part of. */
function entryOf({ seq, at, actor, kind, ofSeq, deed, entity, name, rows }: Row): JournalEntry {
  const part = kind === 'do' || (kind === 'system' && deed !== 'erase' && ofSeq !== null)
  return { seq, at, actor, kind: part ? 'do' : kind, ofSeq: part ? null : ofSeq, rows, label: { deed, entity, name: name ?? '' } }
}

/** Entries by their number, the newest first, a long change that was made in parts as one. */
async function entries(read: Context['read'], since: string, limit: number): Promise<JournalEntry[]> {
  const { rows } = await sql<Row>`
    SELECT seq, at, actor, kind, ofSeq, deed, entity, name, rows + CASE WHEN kind = 'do' AND ofSeq IS NOT NULL
      THEN (SELECT sum(p.rows) FROM journalEntry p WHERE p.ofSeq = e.ofSeq AND p.kind = 'system') ELSE 0 END AS rows
    FROM journalEntry e WHERE NOT (${sql.raw(isPart)}) AND at >= ${since} ORDER BY seq DESC LIMIT ${limit}`.execute(read)
  return rows.map(entryOf)
}

async function history({ read }: Context, entity: Entity, id: string): Promise<HistoryEntry[]> {
  return (await pastOf(read, entity, [id])).map(({ before, after, clock, ...row }) => {
    const was = before ? (JSON.parse(before) as Record<string, unknown>) : {}
    const is = after ? (JSON.parse(after) as Record<string, unknown>) : {}
    const names = Object.keys(before ? was : is).filter((field) => field !== 'updatedAt')
    return {
      ...entryOf(row),
      change: before === null ? 'created' : after === null ? 'removed' : 'changed',
      clock,
      fields: names.map((field) => ({ field, from: was[field] ?? null, to: is[field] ?? null }))
    }
  })
}

async function trash({ read }: Context): Promise<TrashRow[]> {
  const found: TrashRow[] = []
  for (const entity of entities) {
    const { title, named, owner } = descriptions[entity]
    if (!title) continue
    const said = named ? sql.raw(named.replaceAll('@', 't')) : sql.ref(`t.${title}`)
    const { rows } = await sql<TrashRow>`
      SELECT ${entity} AS entity, t.id, t.trashedAt, ${said} AS title,
        (SELECT name FROM customer WHERE id = ${sql.raw(owner.replaceAll('@', 't'))}) AS customer
      FROM ${sql.table(entity)} AS t WHERE t.trashedAt IS NOT NULL`.execute(read)
    found.push(...rows)
  }
  return found.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1))
}

function watchOf({ signal, onProgress }: Context, step: string): Watch {
  return { signal, onProgress: (done, total) => onProgress(done, total, step) }
}

export const journalHandlers: HandlersOf<'journal' | 'trash' | 'drafts'> = {
  'journal.undo': async (change, { only }, context) => ({ label: await undo(change, watchOf(context, 'journal_step_undo'), only) }),
  'journal.redo': async (change, _, context) => ({ label: await redo(change, watchOf(context, 'journal_step_redo')) }),
  'journal.recent': async ({ read }, { limit }) => entries(read, '', limit ?? 100),
  'journal.since': async ({ read }, { at }) => entries(read, at, 1_000),
  'journal.history': (context, { entity, id }) => history(context, entity, id),
  'journal.verify': async (context) => {
    const { store } = context
    const watch = watchOf(context, 'journal_step_verify')
    const look = () => whileRead(store.stay, () => aside({ do: 'verify', file: store.readDb.name }, watch))
    const found = await look()
    if (!store.journal || !found.problems.some(({ problem }) => problem === 'search')) return found
    await store.journal.rebuildSearch()
    return { ...(await look()), mended: true }
  },
  'trash.list': trash,
  'drafts.list': ({ read }) => read.selectFrom('draft').select(['key', 'body', 'at']).orderBy('at', 'desc').execute(),
  'drafts.get': async ({ read }, { key }) =>
    (await read.selectFrom('draft').select(['body', 'at']).where('key', '=', key).executeTakeFirst()) ?? { body: null, at: null },
  'drafts.put': async (change, { key, body }) => {
    const draft = { key, body, at: change.at }
    const digest = draftDigest(draft)
    await change.db
      .insertInto('draft')
      .values({ ...draft, digest })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ body, at: change.at, digest }))
      .execute()
    return { at: change.at }
  },
  'drafts.drop': async (change, { key }) => {
    await change.db.deleteFrom('draft').where('key', '=', key).execute()
    return { key }
  }
}
