import type { Database } from 'better-sqlite3'
import type { Entity } from '../../shared/contract/journal'
import { columnsOf, rowJson } from './triggers'
import { mostProblems, type Problems } from './looking'

/** Rows of a kind that are not as the journal last left them, rows that it never saw, and rows that it knows but are gone. */
export function strayRows(db: Database, entity: Entity): Problems {
  const columns = columnsOf(db, entity)
  // a file of an older format: this kind came later
  if (columns.length === 0) return []
  const defaults = defaultsOf(db, entity)
  // looked up row by row through its index: a join of all last states with all rows would be quadratic
  const last = (id: string) =>
    `(SELECT after FROM journalRow WHERE entity = '${entity}' AND rowId = ${id} ORDER BY seq DESC, n DESC LIMIT 1)`
  const others = db
    .prepare(
      `SELECT id, "is", last FROM (SELECT t.id AS id, ${rowJson(columns, 't')} AS "is", ${last('t.id')} AS last FROM "${entity}" t)
       WHERE "is" IS NOT last
       UNION ALL
       SELECT j.rowId, NULL, ${last('j.rowId')} FROM (SELECT DISTINCT rowId FROM journalRow WHERE entity = '${entity}') j
       WHERE NOT EXISTS (SELECT 1 FROM "${entity}" t WHERE t.id = j.rowId) AND ${last('j.rowId')} IS NOT NULL`
    )
    .iterate() as IterableIterator<{ id: string; is: string | null; last: string | null }>
  const problems: Problems = []
  for (const { id, is, last: was } of others) {
    if (is !== null && was !== null && grownOnly(defaults, is, was)) continue
    problems.push({ seq: null, entity, id, problem: 'row' })
    if (problems.length >= mostProblems) break
  }
  return problems
}

/**
 * Whether a row differs from its last state in the journal by columns alone that a migration has added since; those must
 * hold what the migration put there.
 */
function grownOnly(defaults: Map<string, unknown>, is: string, was: string): boolean {
  const [now, then] = [is, was].map(fieldsOf)
  if (!now || !then) return false
  if (!Object.keys(then).every((name) => name in now && now[name] === then[name])) return false
  const added = Object.keys(now).filter((name) => !(name in then))
  return added.length > 0 && added.every((name) => now[name] === defaults.get(name))
}

/** What a row has in each column when nothing is put there. */
function defaultsOf(db: Database, entity: Entity): Map<string, unknown> {
  const columns = db.pragma(`table_info("${entity}")`) as { name: string; dflt_value: string | null }[]
  const value = (literal: string | null) => (literal === null ? null : db.prepare(`SELECT ${literal}`).pluck().get())
  return new Map(columns.map((column) => [column.name, value(column.dflt_value)]))
}

/** What the journal kept may be damaged itself. */
function fieldsOf(json: string): Record<string, unknown> | null {
  try {
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    return null
  }
}
