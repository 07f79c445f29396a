import type { Database } from 'better-sqlite3'
import type { Entity } from '../../shared/contract/journal'
import { descriptions, ownerColumn } from './descriptions'
import type { Id } from '../../shared/values/flavours'

export type Cell = string | number | null

/** A new row as the journal takes it: the same to the letter as its trigger would give it. */
export interface BulkRow {
  id: string
  customerId: Id<'customer'> | null
  /** The whole row as JSON. */
  after: string
}

/**
 * Gives what the journal takes of many new rows without asking SQLite for each: their JSON made here costs a tenth of what
 * a trigger does that calls out for every packed value. Where this is not sure to be what SQLite would write, it gives
 * null, and the rows go the way of all others.
 */
export class BulkRows {
  private known = new Map<Entity, { name: string; type: string; standard: string | null }[]>()

  constructor(private db: Database) {}

  /** How many columns records of a kind have. */
  width(entity: Entity): number {
    return this.columns(entity).length
  }

  of(entity: Entity, columns: readonly string[], rows: readonly (readonly Cell[])[]): BulkRow[] | null {
    const owner = ownerColumn(entity)
    const id = columns.indexOf('id')
    if (owner === undefined || id < 0) return null
    const whose = owner === null ? -1 : columns.indexOf(owner)
    const packed = descriptions[entity].packed ?? {}
    const all = this.columns(entity).map(({ name, type, standard }) => {
      const at = columns.indexOf(name)
      return { at, key: `"${name}":`, standard, takes: type === 'ANY' && name in packed ? 'TEXT' : type }
    })
    const given: BulkRow[] = []
    for (const row of rows) {
      let after = ''
      for (const { at, key, standard, takes } of all) {
        const text = at < 0 ? standard : textOf(row[at]!, takes)
        if (text === null) return null
        after += `${after === '' ? '{' : ','}${key}${text}`
      }
      const customerId = whose < 0 ? null : row[whose]!
      given.push({ id: String(row[id]), customerId: customerId as string | null, after: `${after}}` })
    }
    return given
  }

  /** The columns of a table, with the JSON of what stands in them where nothing is given; null where that has to be reckoned. */
  private columns(entity: Entity) {
    const known = this.known.get(entity)
    if (known) return known
    const info = this.db.pragma(`table_info("${entity}")`) as { name: string; type: string; dflt_value: string | null }[]
    const columns = info.map(({ name, type, dflt_value: given }) => ({ name, type, standard: standardOf(type, given) }))
    this.known.set(entity, columns)
    return columns
  }
}

function standardOf(type: string, given: string | null): string | null {
  if (given === null || given === 'NULL') return 'null'
  if (type === 'INTEGER' && /^-?\d{1,15}$/.test(given)) return String(Number(given))
  if (type === 'TEXT' && /^'[^']*'$/.test(given)) return textOf(given.slice(1, -1), type)
  return null
}

/** Half a character, or the end of a text to those who read it byte by byte. */
const unsure = /[\p{Surrogate}\0]/u

/** The JSON of a cell in a column of a type; null where SQLite may store it as something else, or write it otherwise. */
function textOf(cell: Cell, type: string): string | null {
  if (cell === null) return 'null'
  if (typeof cell === 'number') return type === 'INTEGER' && Number.isSafeInteger(cell) ? String(cell) : null
  return type === 'TEXT' && !unsure.test(cell) ? JSON.stringify(cell) : null
}
