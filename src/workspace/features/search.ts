import { sql } from 'kysely'
import type { SearchHit } from '../../shared/contract/search'
import type { HandlersOf } from '../handlers'

/** Takes what a person typed, gives an FTS5 query: every word must be there, and may be unfinished. */
export function searchQuery(words: string): string | null {
  const found = words.match(/[\p{L}\p{N}]+/gu)
  return found ? found.map((word) => `"${word}"*`).join(' ') : null
}

export const searchHandlers: HandlersOf<'search'> = {
  'search.find': async ({ read, settings }, { words, entities, limit }) => {
    const query = searchQuery(words)
    if (!query) return []
    const only = entities?.length ? sql`AND t.entity IN (${sql.join(entities)})` : sql``
    const { rows } = await sql<SearchHit>`
      SELECT t.entity, t.recordId AS id, t.customerId, c.name AS customer, t.title, t.at, c.timeZone AS clock,
        snippet(search, -1, ${'\ue000'}, ${'\ue001'}, '…', 16) AS excerpt
      FROM search JOIN searchText t ON t.n = search.rowid LEFT JOIN customer c ON c.id = t.customerId
      WHERE search MATCH ${query} ${only} ORDER BY search.rowid DESC LIMIT ${limit ?? 50}`.execute(read)
    // the day on which a case was begun is Redress's own
    return rows.map((row) => ({ ...row, clock: row.entity === 'case' ? settings.timeZone : (row.clock ?? settings.timeZone) }))
  }
}
