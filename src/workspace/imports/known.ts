import { sql, type Kysely, type Transaction } from 'kysely'
import { numberKey, spellingsOf, systemOf } from '../../shared/imports/origin'
import type { Tables } from '../store/tables'
import type { Values } from './row-read'

export type Db = Kysely<Tables> | Transaction<Tables>

/** What an import keeps of a row to compare the next one with. */
export interface Raw {
  /** The shape of the key: 2 since the origin is read from the content; none before, when it was the file's name. */
  v?: number
  values: Values
  customer: string | null
  other: [string, string][]
  /** Words that a person chose to keep, though the source said something else. */
  stands?: Values
}

/** What an earlier import left behind of a row: its record and what the row said then. */
export interface Known {
  id: string
  externalId: string
  occurrence: number
  recordId: string
  customerId: string | null
  fingerprint: string
  raw: Raw | null
  /** It came under another origin when that was still the file's name: what it says must show that it is the same. */
  elsewhere: boolean
}

/**
 * Takes the origin and the numbers of some rows, gives what is known of them, by the number's key. An origin without an
 * account is also that system's with one. What the import that is running has written itself (`own`) is left aside.
 */
export async function knownRows(
  db: Db,
  source: string,
  entity: string,
  numbers: string[],
  own: string | null
): Promise<Map<string, Known[]>> {
  const system = systemOf(source)
  const spellings = [...new Set(numbers.flatMap(spellingsOf))]
  const { rows } = await sql<Omit<Known, 'raw' | 'elsewhere'> & { raw: string | null; source: string }>`
    SELECT id, externalId, occurrence, recordId, customerId, fingerprint, raw, source FROM importedRow
    WHERE entity = ${entity} AND externalId IN (SELECT value FROM json_each(${JSON.stringify(spellings)}))
      AND importId IS NOT ${own} AND (source = ${source} OR source = ${system} OR raw ->> '$.v' IS NULL
      OR (${source} = ${system} AND substr(source, 1, ${system.length + 3}) = ${`${system} · `}))
    ORDER BY occurrence, id`.execute(db)
  const found = new Map<string, Known[]>()
  for (const { source: origin, raw, ...row } of rows) {
    const key = numberKey(row.externalId)
    const elsewhere = systemOf(origin) !== system
    const list = found.get(key) ?? []
    list.push({ ...row, raw: raw ? (JSON.parse(raw) as Raw) : null, elsewhere })
    found.set(key, list)
  }
  return found
}

/** Takes ids of records, gives the records as they are stored now. */
export async function recordsOf(
  db: Db,
  entity: string,
  ids: string[]
): Promise<Map<string, Values & { trashedAt: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Values & { id: string; trashedAt: string | null }>`
    SELECT * FROM ${sql.table(entity)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** For each kind of record, the ids of those that hang together with other records of their customer; `ids` are those asked for. */
const ties: Record<string, string> = {
  order: 'SELECT orderId AS id FROM incidentOrder WHERE orderId IN ids UNION SELECT orderId FROM promise WHERE orderId IN ids',
  promise:
    'SELECT id FROM promise WHERE id IN ids AND coalesce(contactId, orderId, incidentId, interactionId, decisionId) IS NOT NULL',
  interaction: `SELECT id FROM interaction WHERE id IN ids AND contactId IS NOT NULL UNION SELECT interactionId FROM voice WHERE interactionId IN ids
    UNION SELECT interactionId FROM promise WHERE interactionId IN ids`
}

/** Takes ids of records, gives those that are tied to other records of their customer: they cannot go to another one. */
export async function tiedAmong(db: Db, entity: string, ids: string[]): Promise<Set<string>> {
  const asked = ties[entity]
  if (!asked || ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    WITH ids AS (SELECT value FROM json_each(${JSON.stringify(ids)}))
    ${sql.raw(asked)} UNION SELECT recordId FROM evidenceLink WHERE entity = ${entity} AND recordId IN ids`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
