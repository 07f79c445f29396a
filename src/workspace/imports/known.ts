import { sql, type Kysely, type Transaction } from 'kysely'
import { numberKey, spellingsOf, systemOf } from '../../shared/imports/origin'
import type { Entity } from '../../shared/contract/journal'
import { packId, unpackId } from '../store/packed'
import type { Tables } from '../store/tables'
import { isFirstShape, rawsOf, type KeptRow, type Raw } from './raw'
import type { Values } from './row-read'
import type { AnyId, Id, Instant } from '../../shared/values/flavours'

export type Db = Kysely<Tables> | Transaction<Tables>

/** What an earlier import left behind of a row: its record and what the row said then. */
export interface Known {
  id: string
  externalId: string
  occurrence: number
  recordId: AnyId
  customerId: Id<'customer'> | null
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
  entity: Entity,
  numbers: string[],
  own: string | null
): Promise<Map<string, Known[]>> {
  const system = systemOf(source)
  const spellings = [...new Set(numbers.flatMap(spellingsOf))]
  const { rows } = await sql<Omit<Known, 'raw' | 'elsewhere'> & KeptRow & { source: string }>`
    SELECT unpacked_id(r.id) AS id, r.externalId, r.occurrence, r.recordId, unpacked_id(r.customerId) AS customerId, unpacked_digest(r.fingerprint) AS fingerprint,
      r.raw, r.source, i.columns
    FROM importedRow r LEFT JOIN import i ON substr(r.raw, 1, 1) = '[' AND i.id = unpacked_id(r.importId)
    WHERE r.entity = ${entity} AND r.externalId IN (SELECT value FROM json_each(${JSON.stringify(spellings)}))
      AND r.importId IS NOT ${own && packId(own)} AND (r.source = ${source} OR r.source = ${system} OR ${sql.raw(isFirstShape)}
      OR (${source} = ${system} AND substr(r.source, 1, ${system.length + 3}) = ${`${system} · `}))
    ORDER BY r.occurrence, r.id`.execute(db)
  const raws = await rawsOf(db, entity, rows)
  const found = new Map<string, Known[]>()
  for (const [at, { source: origin, recordId, columns: _columns, ...row }] of rows.entries()) {
    const key = numberKey(row.externalId)
    const elsewhere = systemOf(origin) !== system
    const list = found.get(key) ?? []
    list.push({ ...row, recordId: unpackId(recordId), raw: raws[at]!, elsewhere })
    found.set(key, list)
  }
  return found
}

/** Takes ids of records, gives the records as they are stored now. */
export async function recordsOf(
  db: Db,
  entity: string,
  ids: string[]
): Promise<Map<string, Values & { trashedAt: Instant | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Values & { id: string; trashedAt: Instant | null }>`
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
