import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../store/tables'
import type { Values } from './row-read'

type Db = Kysely<Tables> | Transaction<Tables>

/** What an earlier import left behind of a row: its record and what the row said then. */
export interface Known {
  id: string
  externalId: string
  occurrence: number
  recordId: string
  customerId: string | null
  fingerprint: string
  raw: string | null
}

export const knownKey = (externalId: string, occurrence: number): string => `${occurrence} ${externalId}`

/** Takes the origin and external ids of some rows, gives what is known of them, by external id and occurrence. */
export async function knownRows(db: Db, source: string, entity: string, externalIds: string[]): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    SELECT id, externalId, occurrence, recordId, customerId, fingerprint, raw FROM importedRow
    WHERE source = ${source} AND entity = ${entity} AND externalId IN (SELECT value FROM json_each(${JSON.stringify(externalIds)}))
  `.execute(db)
  return new Map(rows.map((row) => [knownKey(row.externalId, row.occurrence), row]))
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

/** Customers by name, small and capital letters alike, with those that this import adds. */
export class Customers {
  private byName = new Map<string, string | 'several'>()
  private fresh = new Set<string>()
  /** How many names were not here before this import. */
  added = 0

  /**
   * Takes the origin of the rows to come. A customer who was given another name here is still found by the name under
   * which earlier rows of that origin were theirs, unless another customer has that name now.
   */
  static async of(db: Db, source: string): Promise<Customers> {
    const customers = new Customers()
    const here = await db.selectFrom('customer').select(['id', 'name']).where('trashedAt', 'is', null).execute()
    for (const { id, name } of here) customers.name(nameKey(name), id)
    const now = new Set(customers.byName.keys())
    const ids = new Set(here.map(({ id }) => id))
    const { rows } = await sql<{ name: string; id: string }>`
      SELECT DISTINCT coalesce(raw ->> '$.customer', raw ->> '$.values.name') AS name, customerId AS id FROM importedRow
      WHERE source = ${source} AND name IS NOT NULL AND customerId IS NOT NULL`.execute(db)
    for (const { name, id } of rows) if (ids.has(id) && !now.has(nameKey(name))) customers.name(nameKey(name), id)
    return customers
  }

  private name(key: string, id: string): void {
    const known = this.byName.get(key)
    this.byName.set(key, known === undefined || known === id ? id : 'several')
  }

  /** Gives the id of the customer of that name, `several` when the name is not one customer's, null when it is new. */
  find(name: string): string | 'several' | null {
    return this.byName.get(nameKey(name)) ?? null
  }

  /** Whether this import added the customer of that id. */
  isFresh(id: string): boolean {
    return this.fresh.has(id)
  }

  add(name: string, id: string): void {
    this.byName.set(nameKey(name), id)
    this.fresh.add(id)
    this.added++
  }
}

export const nameKey = (name: string): string => name.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
