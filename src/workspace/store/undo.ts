import { sql, type Transaction } from 'kysely'
import type { Entity } from '../../shared/contract/journal'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/values/errors'
import type { Label } from '../../shared/contract/journal'
import { labelName, type Change } from './journal'
import type { Looking } from './looking'
import { packedBy, unpackId } from './packed'
import { fieldsOf, textOf } from './row-text'
import { idsIn, pastOf, recordTexts } from './states'
import { descriptions, kindOf } from './descriptions'
import type { Tables } from './tables'

type Db = Pick<Transaction<Tables>, 'selectFrom'>
type Entry = Pick<Tables['journalEntry'], 'seq' | 'kind' | 'ofSeq' | 'deed' | 'entity' | 'name' | 'customerId' | 'rows'>

/** A change may hold a hundred thousand rows: it can be stopped, and tells how many are put back. */
export interface Watch {
  signal: AbortSignal
  onProgress(done: number, total: number): void
}

const columns = ['seq', 'kind', 'ofSeq', 'deed', 'entity', 'name', 'customerId', 'rows'] as const
const pageSize = 100

/**
 * Gives the entries that undo and redo would reverse now, or null where there is none. Read from the newest back: the
 * newest word on a change decides whether it stands, and whatever is done anew closes the way to redo.
 */
export async function undoAndRedo(db: Db): Promise<{ undo: Entry | null; redo: Entry | null }> {
  const settled = new Set<number>()
  let undo: Entry | null = null
  let redo: Entry | null = null
  let closed = false
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = await db
      .selectFrom('journalEntry')
      .select(columns)
      .where('seq', '<', before)
      .where('kind', '!=', 'system')
      .orderBy('seq', 'desc')
      .limit(pageSize)
      .execute()
    for (const entry of page) {
      if (entry.kind === 'do') {
        closed = true
        if (!undo && !settled.has(entry.seq)) undo = entry
        if (undo) return { undo, redo }
      } else if (!settled.has(entry.ofSeq!)) {
        settled.add(entry.ofSeq!)
        if (entry.kind === 'redo') undo ??= await entryOf(db, entry.ofSeq!)
        else if (!closed) redo ??= entry
      }
    }
    if (page.length < pageSize) return { undo, redo }
    before = page.at(-1)!.seq
  }
}

function entryOf(db: Db, seq: number): Promise<Entry> {
  return db.selectFrom('journalEntry').select(columns).where('seq', '=', seq).executeTakeFirstOrThrow()
}

/**
 * Reverses the newest change that is not undone yet. Gives its label, or null when there is none. With `only`, it
 * reverses that change and no other. Errors: conflict, when another change came after it or a row has changed since;
 * cancelled, with nothing reversed.
 */
export async function undo(change: Change, watch: Watch, only?: Label): Promise<Label | null> {
  const { undo: entry } = await undoAndRedo(change.db)
  const meant = !only || (entry?.deed === only.deed && entry.entity === only.entity && (entry.name ?? '') === labelName(only.name))
  if (!meant) throw new Refusal('conflict', m.error_undo_not_newest())
  if (!entry) return null
  await reverseEntries(change, await entriesOf(change.db, entry), watch)
  return named(change, entry, 'undo', entry.seq)
}

/** Does again what the newest undo took back. Gives its label, or null when there is none. Errors: as of undo. */
export async function redo(change: Change, watch: Watch): Promise<Label | null> {
  const { redo: entry } = await undoAndRedo(change.db)
  if (!entry) return null
  await reverseEntries(change, [entry], watch)
  return named(change, entry, 'redo', entry.ofSeq!)
}

function named(change: Change, entry: Entry, kind: 'undo' | 'redo', ofSeq: number): Label {
  change.is(kind, ofSeq)
  change.says(entry.deed, entry.entity, entry.name ?? '', entry.customerId)
  return { deed: entry.deed, entity: entry.entity, name: entry.name ?? '' }
}

interface Row extends Pick<Tables['journalRow'], 'n' | 'width' | 'before'> {
  entity: Entity
  id: string
}
const batchSize = 250

/** The entries that a change was made in, the newest first: a long one was made in parts. */
export async function entriesOf(
  db: Db,
  entry: Pick<Entry, 'seq' | 'kind' | 'ofSeq' | 'rows'>
): Promise<Pick<Entry, 'seq' | 'rows'>[]> {
  if (entry.kind !== 'do' || entry.ofSeq === null) return [entry]
  const parts = db.selectFrom('journalEntry').select(['seq', 'rows']).where('ofSeq', '=', entry.ofSeq).where('kind', '=', 'system')
  return [entry, ...(await parts.orderBy('seq', 'desc').execute())]
}

/**
 * Puts back what the rows of entries were before them, the newest first; rows alike that follow each other go together,
 * since one change may hold a hundred thousand. Error: conflict, when a row has changed since.
 */
export async function reverseEntries(
  change: Change,
  entries: readonly Pick<Entry, 'seq' | 'rows'>[],
  watch: Watch | Looking
): Promise<void> {
  const total = entries.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const { seq, rows } of entries) {
    await reverse(change, seq, { signal: watch.signal, onProgress: (some) => watch.onProgress(done + some, total) })
    done += rows
  }
}

async function reverse(
  change: Change,
  seq: number,
  { signal, onProgress }: { signal: Looking['signal']; onProgress(done: number): void }
): Promise<void> {
  let done = 0
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    signal.throwIfAborted()
    const stored = await change.db
      .selectFrom('journalRow')
      .select(['n', 'code', 'rowId', 'width', 'before'])
      .where('seq', '=', seq)
      .where('n', '<', before)
      .orderBy('n', 'desc')
      .limit(batchSize)
      .execute()
    const rows = stored.map(({ code, rowId, ...row }): Row => ({ ...row, entity: kindOf(code)!, id: unpackId(rowId) }))
    if (rows.length === 0) return
    before = rows.at(-1)!.n
    for (let at = 0; at < rows.length;) {
      const end = rows.findIndex((row, other) => other > at && !alike(rows[at]!, row))
      const group = rows.slice(at, end < 0 ? rows.length : end)
      at += group.length
      try {
        await reverseRows(change.db, seq, group)
      } catch (error) {
        if (error instanceof Refusal || !String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw error
        throw new Refusal('conflict', m.error_undo_conflict())
      }
    }
    done += rows.length
    onProgress(done)
    await new Promise(setImmediate)
  }
}

/** Whether two rows can be put back by one statement. A row that was changed goes alone: it may have changed twice. */
function alike(one: Row, other: Row): boolean {
  return one.entity === other.entity && ((one.before === null && other.before === null) || (one.width === 0 && other.width === 0))
}

async function reverseRows(db: Transaction<Tables>, seq: number, rows: Row[]): Promise<void> {
  const { entity, before, width } = rows[0]!
  const table = sql.table(entity)
  const ids = rows.map(({ id }) => id)
  if (width > 0) await mustStand(db, seq, rows)
  if (before === null) {
    await sql`DELETE FROM ${table} WHERE id IN ${idsIn(entity, ids)}`.execute(db)
    return
  }
  const was = rows.map((row) => JSON.parse(row.before!) as Record<string, unknown>)
  const fields = Object.keys(was[0]!)
  const cell = (row: Record<string, unknown>, name: string) => packedBy(descriptions[entity].packed?.[name], row[name])
  if (width === 0) {
    const cells = was.map((row) => sql`(${sql.join(fields.map((name) => cell(row, name)))})`)
    await sql`INSERT INTO ${table} (${sql.join(fields.map((name) => sql.ref(name)))}) VALUES ${sql.join(cells)}`.execute(db)
  } else if (fields.length > 0) {
    await sql`UPDATE ${table} SET ${sql.join(fields.map((name) => sql`${sql.ref(name)} = ${cell(was[0]!, name)}`))}
      WHERE id IN ${idsIn(entity, ids)}`.execute(db)
  }
}

/** Refuses where a record is not what the change has left: where others came after it, they must have been taken back. Error: conflict. */
async function mustStand(db: Transaction<Tables>, seq: number, rows: Row[]): Promise<void> {
  const { entity } = rows[0]!
  const { code } = descriptions[entity]
  const now = await recordTexts(
    db,
    entity,
    rows.map(({ id }) => id)
  )
  const later = await sql<{ n: number }>`SELECT value ->> 1 AS n FROM json_each(${JSON.stringify(rows.map(({ id, n }) => [id, n]))})
    WHERE EXISTS (SELECT 1 FROM journalRow j WHERE j.rowId = packed_id(value ->> 0) AND j.code = ${code} AND (j.seq, j.n) > (${seq}, value ->> 1))`.execute(
    db
  )
  const changed = new Set(later.rows.map(({ n }) => n))
  for (const { id, n, width } of rows) {
    const is = now.get(id)
    const after = changed.has(n)
      ? ((await pastOf(db, entity, [id])).find((past) => past.seq === seq && past.n === n)?.after ?? null)
      : undefined
    const stands = is !== undefined && (after === undefined || firstFields(is, width) === after)
    if (!stands) throw new Refusal('conflict', m.error_undo_conflict())
  }
}

/** The columns that a row had when it was stored; those that came later are left out. */
function firstFields(json: string, width: number): string | null {
  const fields = fieldsOf(json)
  return fields && textOf(fields, width)
}
