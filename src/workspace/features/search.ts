import type { SearchHit } from '../../shared/contract/search'
import type { Entity } from '../../shared/contract/journal'
import type { Parsed } from '../../shared/contract/table'
import type { HandlersOf, Context } from '../handlers'
import { descriptions } from '../store/descriptions'
import { formsIn } from './search/forms'
import { narrow, type Narrow } from './search/narrow'
import { partsOf, queryOf, sideBySide, type Part } from './search/query'
import { connection, isCommon } from './timeline/sources'

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
const usual = 50

/** The case or incident in which a record stands that has no place of its own. */
const within = `CASE t.entity
  WHEN 'lossLine' THEN (SELECT incidentId FROM lossLine WHERE id = t.recordId)
  WHEN 'remedy' THEN (SELECT o.caseId FROM remedy r JOIN option o ON o.id = r.optionId WHERE r.id = t.recordId)
  ${['fact', 'option', 'decision', 'outcome', 'asking', 'objection'].map((kind) => `WHEN '${kind}' THEN (SELECT caseId FROM "${kind}" WHERE id = t.recordId)`).join(' ')}
  END`

/** What a hit is told by. */
const told = `t.entity, t.recordId AS id, t.customerId, c.name AS customer,
  coalesce(nullif(t.title, ''), substr(t.body, 1, 200), '') AS title, t.at, c.timeZone AS clock, ${within} AS within`

type Row = Omit<SearchHit, 'named'> & { named: 0 | 1; n: number }

export const searchHandlers: HandlersOf<'search'> = {
  'search.find': (context, asked) => {
    const parts = partsOf(asked.words)
    const query = queryOf(parts, formsIn(context))
    if (!query) return Promise.resolve([])
    const common = isCommon(context, query)
    const by = narrow(context, asked, common)
    const named = namedRow(context, asked.words, by)
    const found = asked.order === 'best' ? best(context, parts, query, by, asked) : newest(context, query, common, by, asked)
    const rows = [...named, ...found.filter(({ id }) => id !== named[0]?.id)]
    // when a case was begun is Redress's own
    return Promise.resolve(
      rows.map(({ n: _, ...row }) => ({
        ...row,
        named: Boolean(row.named),
        clock: own.includes(row.entity) ? context.settings.timeZone : (row.clock ?? context.settings.timeZone)
      }))
    )
  }
}

const and = (where: readonly string[]): string => where.map((condition) => `AND (${condition})`).join(' ')

/** The record that was named by its reference, where it is among those that are asked for. */
function namedRow(context: Context, words: string, { head, where, values }: Narrow): Row[] {
  const reference = namedBy(words)
  if (!reference) return []
  const of = where.map((condition) => condition.replace('search.rowid', 't.n'))
  return connection(context)
    .prepare(
      `${head} SELECT t.n, ${told}, t.title AS excerpt, 1 AS named FROM searchText t LEFT JOIN customer c ON c.id = t.customerId
       WHERE t.entity = @entity AND t.recordId = (SELECT id FROM "${reference.entity}" WHERE number = @number AND trashedAt IS NULL) ${and(of)}`
    )
    .all({ ...values, ...reference }) as Row[]
}

function hits(context: Context, query: string, { head, where, values }: Narrow, order: string, limit: number): Row[] {
  return connection(context)
    .prepare(
      `${head} SELECT search.rowid AS n, ${told}, snippet(search, -1, '\ue000', '\ue001', '…', 16) AS excerpt, 0 AS named
       FROM search JOIN searchText t ON t.n = search.rowid LEFT JOIN customer c ON c.id = t.customerId
       WHERE search MATCH @query ${and(where)} ORDER BY ${order} LIMIT @limit`
    )
    .all({ ...values, query, limit }) as Row[]
}

/** By their own dates; of words that very many records have, the last ones that were written, by their dates. */
function newest(context: Context, query: string, common: boolean, by: Narrow, { limit = usual }: Parsed<'search.find'>): Row[] {
  if (!common) return hits(context, query, by, `coalesce(t.at, '') DESC, search.rowid DESC`, limit)
  return hits(context, query, by, 'search.rowid DESC', limit).sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
}

/**
 * What bears the words in its title comes first, then where they stand side by side, then all of them as they were typed,
 * then other forms of them; the newest of each first.
 */
function best(
  context: Context,
  parts: readonly Part[],
  query: string,
  by: Narrow,
  { limit = usual }: Parsed<'search.find'>
): Row[] {
  const typed = queryOf(parts)!
  const beside = sideBySide(parts)
  const found = new Map<number, Row>()
  for (const each of new Set([`{title} : (${typed})`, ...(beside ? [beside] : []), typed, query])) {
    for (const row of hits(context, each, by, 'search.rowid DESC', limit)) if (!found.has(row.n)) found.set(row.n, row)
    if (found.size >= limit) break
  }
  return [...found.values()].slice(0, limit)
}
