import { sql } from 'kysely'
import type { Entity } from '../../shared/contract/journal'
import { pastOf, recordTexts, type Db } from '../store/states'
import { packId, unpackId } from '../store/packed'
import { descriptions } from '../store/descriptions'
import type { Said, Values } from './row-read'
import type { AnyId } from '../../shared/values/flavours'

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

/**
 * What the rows of an import have alike, said once by its record: which fields they fill, as there are few sets of them,
 * and the headers of the file.
 */
export interface Columns {
  shapes: string[][]
  headers: string[]
}

/** Of an import so many sets of fields are told apart. */
const mostShapes = 20

/** SQL of the customer whom a row named, and whether it is of the first shape; `raw` is the column. */
export const customerOfRaw = `CASE substr(raw, 1, 1) WHEN '[' THEN raw ->> 1 ELSE coalesce(raw ->> '$.customer', raw ->> '$.values.name') END`
export const isFirstShape = `CASE substr(raw, 1, 1) WHEN '[' THEN 0 ELSE raw ->> '$.v' IS NULL END`

/** Takes what is kept of a row, gives it in full, as JSON. */
export function wholeRaw({ values, customer, other, stands }: Raw): string {
  return JSON.stringify({ v: 2, values, customer, other, ...(stands ? { stands } : {}) })
}

/**
 * Takes the headers of a file and the columns that its records get, gives what keeps its rows: where all that a row says is
 * in its record, no more than the customer's name and the cells that no field takes, each behind the number of its column.
 */
export class Shortening {
  private shapes = new Map<string, number>()
  private written = 0

  constructor(
    private headers: readonly string[],
    private stored: readonly string[]
  ) {}

  /** Takes what a row says and the record that is made of it, gives what is kept of the row. */
  of(said: Said, record: Values): string {
    const { values, customer, other } = said
    const fields = Object.keys(values)
    const shape = this.shapeOf(fields)
    if (shape === null || fields.some((field) => record[field] !== values[field])) return wholeRaw(said)
    const short: (string | number | null)[] = [shape, customer]
    for (const [header, cell] of other) short.push(this.headers.indexOf(header), cell)
    return JSON.stringify(short)
  }

  /** What the record of the import must say, where it does not yet; null where it does. */
  news(): string | null {
    if (this.written === this.shapes.size) return null
    this.written = this.shapes.size
    const shapes = [...this.shapes.keys()].map((key) => JSON.parse(key) as string[])
    return JSON.stringify({ shapes, headers: [...this.headers] } satisfies Columns)
  }

  private shapeOf(fields: string[]): number | null {
    const key = JSON.stringify(fields)
    const known = this.shapes.get(key)
    if (known !== undefined) return known
    const fits = this.shapes.size < mostShapes && fields.every((field) => this.stored.includes(field))
    if (fits) this.shapes.set(key, this.shapes.size)
    return fits ? this.shapes.size - 1 : null
  }
}

/** What is stored of a row, with what its import says of all of them. */
export interface KeptRow {
  raw: string | null
  recordId: Buffer | AnyId
  columns: string | null
}

/** Takes rows of one kind, gives what each said, in the same order; null where nothing is known of it. */
export async function rawsOf(db: Db, entity: Entity, rows: readonly KeptRow[]): Promise<(Raw | null)[]> {
  const short = rows.filter(({ raw }) => raw?.startsWith('['))
  const made = await asMade(db, entity, [...new Set(short.map(({ recordId }) => unpackId(recordId)))])
  const known = new Map<string, Columns>()
  const columnsOf = (text: string) => {
    const columns = known.get(text) ?? (JSON.parse(text) as Columns)
    known.set(text, columns)
    return columns
  }
  return rows.map(({ raw, recordId, columns }) => {
    if (!raw?.startsWith('[')) return raw === null ? null : (JSON.parse(raw) as Raw)
    const [shape, customer, ...cells] = JSON.parse(raw) as [number, string | null, ...(string | number)[]]
    const record = made.get(unpackId(recordId))
    const { shapes, headers } = columnsOf(columns!)
    const values = Object.fromEntries(record ? shapes[shape]!.map((field) => [field, record[field] ?? null]) : [])
    const other: [string, string][] = []
    for (let at = 0; at < cells.length; at += 2) other.push([headers[cells[at] as number]!, String(cells[at + 1])])
    return { v: 2, values, customer, other }
  })
}

/** The records of these ids as they were when they were made last: as they are, with all that was changed since taken back. */
async function asMade(db: Db, entity: Entity, ids: readonly string[]): Promise<Map<string, Values>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`SELECT unpacked_id(rowId) AS id FROM journalRow
    WHERE rowId IN (SELECT packed_id(value) FROM json_each(${JSON.stringify(ids)})) AND code = ${descriptions[entity].code}
    GROUP BY rowId HAVING count(*) > 1`.execute(db)
  const changed = new Set(rows.map(({ id }) => id))
  const unchanged = ids.filter((id) => !changed.has(id))
  const texts = await recordTexts(db, entity, unchanged)
  for (const { rowId, before, after } of await pastOf(db, entity, [...changed])) {
    if (before === null && after !== null && !texts.has(rowId)) texts.set(rowId, after)
  }
  return new Map([...texts].map(([id, text]) => [id, JSON.parse(text) as Values]))
}

/** Before a row is held to be of another record: what it said is kept in full, since it is not what that record was. */
export async function keepWhole(db: Db, entity: Entity, recordId: AnyId): Promise<void> {
  const { rows } = await sql<KeptRow & { id: Buffer | string }>`SELECT r.id, r.raw, r.recordId, i.columns
    FROM importedRow r JOIN import i ON i.id = unpacked_id(r.importId)
    WHERE r.entity = ${entity} AND r.recordId = ${packId(recordId)} AND substr(r.raw, 1, 1) = '['`.execute(db)
  const raws = await rawsOf(db, entity, rows)
  for (const [at, { id }] of rows.entries())
    await sql`UPDATE importedRow SET raw = ${wholeRaw(raws[at]!)} WHERE id = ${id}`.execute(db)
}
