import { sql } from 'kysely'
import type { SearchHit } from '../../shared/contract/search'
import { fold } from '../../shared/values/fold'
import type { Entity } from '../../shared/contract/journal'
import type { HandlersOf } from '../handlers'
import { descriptions } from '../store/descriptions'

/** Takes what a person typed, gives an FTS5 query: every word must be there, and may be unfinished. */
export function searchQuery(words: string): string | null {
  const found = fold(words).match(/[\p{L}\p{N}]+/gu)
  return found ? found.map((word) => `"${word}"*`).join(' ') : null
}

const byPrefix = new Map(
  Object.entries(descriptions).flatMap(([entity, { prefix }]) => (prefix ? [[prefix, entity as Entity] as const] : []))
)

/** Takes what a person typed, gives which record it names by its reference: "INC-8", "inc 8". Null where it names none. */
export function namedBy(words: string): { entity: Entity; number: number } | null {
  const [, prefix, number] = /^\s*([a-z]{2,4})[\s-]*(\d{1,9})\s*$/iu.exec(words) ?? []
  const entity = prefix && byPrefix.get(prefix.toUpperCase())
  return entity ? { entity, number: Number(number) } : null
}

/** Kinds that are dated by when they were recorded. */
const own = ['case', 'option', 'lossLine', 'objection']

/** The case or incident in which a record stands that has no place of its own. */
const within = sql.raw(`CASE t.entity
  WHEN 'lossLine' THEN (SELECT incidentId FROM lossLine WHERE id = t.recordId)
  WHEN 'remedy' THEN (SELECT o.caseId FROM remedy r JOIN option o ON o.id = r.optionId WHERE r.id = t.recordId)
  ${['fact', 'option', 'decision', 'outcome', 'asking', 'objection'].map((kind) => `WHEN '${kind}' THEN (SELECT caseId FROM "${kind}" WHERE id = t.recordId)`).join(' ')}
  END`)

export const searchHandlers: HandlersOf<'search'> = {
  'search.find': async ({ read, settings }, { words, entities, limit }) => {
    const query = searchQuery(words)
    if (!query) return []
    const only = entities?.length ? sql`AND t.entity IN (${sql.join(entities)})` : sql``
    const hit = sql`t.entity, t.recordId AS id, t.customerId, c.name AS customer, coalesce(nullif(t.title, ''), substr(t.body, 1, 200), '') AS title, t.at, c.timeZone AS clock, ${within} AS within`
    const reference = namedBy(words)
    const named = reference
      ? await sql<SearchHit>`
        SELECT ${hit}, t.title AS excerpt, 1 AS named
        FROM searchText t LEFT JOIN customer c ON c.id = t.customerId
        WHERE t.entity = ${reference.entity} ${only} AND t.recordId =
          (SELECT id FROM ${sql.table(reference.entity)} WHERE number = ${reference.number} AND trashedAt IS NULL)`.execute(read)
      : { rows: [] }
    const found = await sql<SearchHit>`
      SELECT ${hit}, snippet(search, -1, ${'\ue000'}, ${'\ue001'}, '…', 16) AS excerpt, 0 AS named
      FROM search JOIN searchText t ON t.n = search.rowid LEFT JOIN customer c ON c.id = t.customerId
      WHERE search MATCH ${query} ${only} ORDER BY search.rowid DESC LIMIT ${limit ?? 50}`.execute(read)
    const rows = [...named.rows, ...found.rows.filter(({ id }) => id !== named.rows[0]?.id)]
    // when a case was begun is Redress's own
    return rows.map((row) => ({
      ...row,
      named: Boolean(row.named),
      clock: own.includes(row.entity) ? settings.timeZone : (row.clock ?? settings.timeZone)
    }))
  }
}
