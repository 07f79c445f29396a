import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Entity } from '../../shared/contract/journal'
import type { Clock } from '../../shared/values/clock'
import { Backwards } from './backwards'
import { packId, unpackedSql, unpackId } from './packed'
import { descriptions } from './descriptions'
import type { Tables } from './tables'
import { rowJson } from './triggers'

export type Db = Kysely<Tables> | Transaction<Tables>
type Entry = Pick<Tables['journalEntry'], 'seq' | 'at' | 'actor' | 'kind' | 'ofSeq' | 'deed' | 'entity' | 'name' | 'rows'>

/** One change of one record: what of it was before, and the whole of it afterwards, both as JSON. */
export interface Past extends Entry {
  n: number
  rowId: string
  /** As of `journalRow`: null when the record was made. */
  before: string | null
  /** Null when it was removed. */
  after: string | null
  /** The zone of the customer whose record it is; null when it is nobody's. */
  clock: Clock | null
}

/** SQL of ids of records of one kind, as its table has them. */
export function idsIn(entity: Entity, ids: readonly string[]): RawBuilder<unknown> {
  const value = sql.raw(descriptions[entity].packed?.id ? 'packed_id(value)' : 'value')
  return sql`(SELECT ${value} FROM json_each(${JSON.stringify(ids)}))`
}

/** Takes ids of records of one kind, gives each as it is now, as the journal serialises it. */
export async function recordTexts(db: Db, entity: Entity, ids: readonly string[]): Promise<Map<string, string>> {
  const columns = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${entity})`.execute(db)
  const json = rowJson(
    entity,
    columns.rows.map(({ name }) => name),
    't'
  )
  const { packed } = descriptions[entity]
  const { rows } = await sql<{ id: string; json: string }>`
    SELECT ${sql.raw(unpackedSql(packed?.id, 'id'))} AS id, ${sql.raw(json)} AS json FROM ${sql.table(entity)} AS t
    WHERE id IN ${idsIn(entity, ids)}`.execute(db)
  return new Map(rows.map(({ id, json }) => [id, json]))
}

/**
 * Takes ids of records of one kind, gives what the journal has of them, the newest change first; of the newest changes as
 * many as `limit` says.
 */
export async function pastOf(db: Db, entity: Entity, ids: readonly string[], limit = -1): Promise<Past[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Entry & Omit<Tables['journalRow'], 'code' | 'keyN' | 'digest'> & { clock: Clock | null }>`
    SELECT e.seq, e.at, e.actor, e.kind, e.ofSeq, e.deed, e.entity, e.name, e.rows, j.n, j.rowId, j.width, j.before, j.after, c.timeZone AS clock
    FROM journalRow j JOIN journalEntry e ON e.seq = j.seq
      LEFT JOIN journalKey k ON k.n = j.keyN LEFT JOIN customer c ON c.id = k.customerId
    WHERE j.rowId IN (${sql.join(ids.map(packId))}) AND j.code = ${descriptions[entity].code}
    ORDER BY j.seq DESC, j.n DESC LIMIT ${limit}`.execute(db)
  const now = await recordTexts(db, entity, ids)
  const states = new Map(ids.map((id) => [id, new Backwards(now.get(id) ?? null)]))
  return rows.map(({ rowId: packed, width, before, after, ...entry }) => {
    const rowId = unpackId(packed)
    return { ...entry, rowId, before, after: states.get(rowId)!.step({ width, before, after }) }
  })
}
