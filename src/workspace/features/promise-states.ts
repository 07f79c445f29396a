import { sql, type Kysely, type RawBuilder } from 'kysely'
import { promiseState, promiseStates, type Promised, type PromiseState } from '../../shared/records/promises'
import type { Tables } from '../store/tables'
import type { Id, Instant, Zone } from '../../shared/values/flavours'

type Db = Kysely<Tables>

/**
 * SQL of where a promise stands, as far as that is plainly before or after its day; NULL where it hangs on its zone, since it
 * was kept within a day of its due date: that, the rule alone says.
 */
function plain(now: Instant): RawBuilder<PromiseState | null> {
  const end = sql`coalesce(closedAt, ${now})`
  return sql`CASE WHEN outcome IN ('broken', 'withdrawn') THEN outcome WHEN dueAt IS NULL THEN 'undated'
    WHEN length(dueAt) < 10 THEN NULL
    WHEN date(${end}) < date(dueAt, '-1 day') THEN iif(closedAt IS NULL, 'open', 'kept')
    WHEN date(${end}) > date(dueAt, '+1 day') THEN iif(closedAt IS NULL, 'overdue', 'kept-late') END`
}

/** Counts promises by where they stand at an instant, of one customer or of all. */
export async function counted(read: Db, now: Instant, customerId?: Id<'customer'>): Promise<Record<PromiseState, number>> {
  const own = customerId === undefined ? sql`` : sql`AND customerId = ${customerId}`
  const { rows } = await sql<{ state: PromiseState | null; count: number }>`
    SELECT ${plain(now)} AS state, count(*) AS count FROM promise WHERE trashedAt IS NULL ${own} GROUP BY 1`.execute(read)
  const close = await sql<Pick<Promised, 'dueAt' | 'closedAt' | 'outcome' | 'zone'>>`
    SELECT dueAt, closedAt, outcome, zone FROM promise WHERE trashedAt IS NULL ${own} AND ${plain(now)} IS NULL`.execute(read)
  const counts = Object.fromEntries(promiseStates.map((state) => [state, 0])) as Record<PromiseState, number>
  for (const { state, count } of rows) if (state) counts[state] += count
  for (const row of close.rows) counts[promiseState(row, now)]++
  return counts
}

/** Of a promise, where it stands and what a list of many is sorted by; its words only where they are asked for. */
export interface Standing extends Pick<Promised, 'id' | 'number' | 'dueAt' | 'closedAt' | 'outcome' | 'madeBy'> {
  state: PromiseState
  words: string | null
}

/** Gives where each promise of a customer stands at an instant; with `openOnly`, of those alone that are still to be kept. */
export async function standings(
  read: Db,
  now: Instant,
  { customerId, openOnly, words }: { customerId: Id<'customer'>; openOnly: boolean; words: boolean }
): Promise<Standing[]> {
  const open = openOnly ? sql`AND closedAt IS NULL AND outcome IS NULL` : sql``
  const { rows } = await sql<Omit<Standing, 'state'> & { state: PromiseState | null; zone: Zone }>`
    SELECT id, number, dueAt, closedAt, outcome, madeBy, zone, ${words ? sql`words` : sql`NULL`} AS words, ${plain(now)} AS state
    FROM promise WHERE customerId = ${customerId} AND trashedAt IS NULL ${open}`.execute(read)
  return rows.map((row) => Object.assign(row, { state: row.state ?? promiseState(row, now) }))
}

/** Whether a customer has a promise that is not in the trash. */
export async function hasPromises(read: Db, customerId: Id<'customer'>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM promise WHERE customerId = ${customerId} AND trashedAt IS NULL LIMIT 1`.execute(read)
  return rows.length > 0
}
