import { sql, type Transaction } from 'kysely'
import { m } from '../../shared/messages/messages.js'
import { Refusal } from '../../shared/errors'
import type { Label } from '../../shared/journal'
import type { Change } from './journal'
import { rowJson } from './triggers'
import type { Tables } from './tables'

type Db = Pick<Transaction<Tables>, 'selectFrom'>
type Entry = Pick<Tables['journalEntry'], 'seq' | 'kind' | 'ofSeq' | 'deed' | 'entity' | 'name' | 'customerId'>

const columns = ['seq', 'kind', 'ofSeq', 'deed', 'entity', 'name', 'customerId'] as const
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
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
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

/** Reverses the newest change that is not undone yet. Gives its label, or null when there is none. */
export async function undo(change: Change): Promise<Label | null> {
  const { undo: entry } = await undoAndRedo(change.db)
  if (!entry) return null
  await reverse(change, entry.seq)
  return named(change, entry, 'undo', entry.seq)
}

/** Does again what the newest undo took back. Gives its label, or null when there is none. */
export async function redo(change: Change): Promise<Label | null> {
  const { redo: entry } = await undoAndRedo(change.db)
  if (!entry) return null
  await reverse(change, entry.seq)
  return named(change, entry, 'redo', entry.ofSeq!)
}

function named(change: Change, entry: Entry, kind: 'undo' | 'redo', ofSeq: number): Label {
  change.is(kind, ofSeq)
  change.says(entry.deed, entry.entity, entry.name ?? '', entry.customerId)
  return { deed: entry.deed, entity: entry.entity, name: entry.name ?? '' }
}

/** Puts back what the rows of entry `seq` were before it. Error: conflict, when a row has changed since. */
async function reverse(change: Change, seq: number): Promise<void> {
  const rows = await change.db.selectFrom('journalRow').selectAll().where('seq', '=', seq).orderBy('n', 'desc').execute()
  for (const row of rows) {
    try {
      await reverseRow(change.db, row)
    } catch (error) {
      if (error instanceof Refusal || !String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw error
      throw new Refusal('conflict', m.error_undo_conflict())
    }
  }
}

async function reverseRow(db: Transaction<Tables>, row: Tables['journalRow']): Promise<void> {
  const table = sql.table(row.entity)
  if (row.after !== null) {
    const fields = Object.keys(JSON.parse(row.after) as object)
    const current = await sql<{ json: string }>`
      SELECT ${sql.raw(rowJson(fields, 't'))} AS json FROM ${table} AS t WHERE id = ${row.rowId}`.execute(db)
    if (current.rows[0]?.json !== row.after) throw new Refusal('conflict', m.error_undo_conflict())
  }
  if (row.before === null) {
    await sql`DELETE FROM ${table} WHERE id = ${row.rowId}`.execute(db)
    return
  }
  const fields = Object.entries(JSON.parse(row.before) as Record<string, unknown>)
  if (row.after === null) {
    await sql`INSERT INTO ${table} (${sql.join(fields.map(([name]) => sql.ref(name)))})
      VALUES (${sql.join(fields.map(([, value]) => value))})`.execute(db)
  } else if (fields.length > 0) {
    await sql`UPDATE ${table} SET ${sql.join(fields.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
      WHERE id = ${row.rowId}`.execute(db)
  }
}
