import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../store/tables'
import type { Values } from './plan'

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
export async function recordsOf(db: Db, entity: string, ids: string[]): Promise<Map<string, Values & { trashedAt: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Values & { id: string; trashedAt: string | null }>`
    SELECT * FROM ${sql.table(entity)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Customers by name, small and capital letters alike, with those that this import adds. */
export class Customers {
  private byName = new Map<string, string | 'several'>()
  private fresh = new Set<string>()
  /** How many names were not here before this import. */
  added = 0

  static async of(db: Db): Promise<Customers> {
    const customers = new Customers()
    for (const { id, name } of await db.selectFrom('customer').select(['id', 'name']).where('trashedAt', 'is', null).execute()) {
      const key = nameKey(name)
      customers.byName.set(key, customers.byName.has(key) ? 'several' : id)
    }
    return customers
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
