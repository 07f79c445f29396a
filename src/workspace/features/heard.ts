import { sql } from 'kysely'
import { rhythmOf, type Rhythm, type Seen } from '../../shared/records/how-often'
import { dayOf } from '../../shared/values/zones'
import type { Context } from '../handlers'
import type { Id } from '../../shared/values/flavours'

/** So many of the last words make the rhythm: a customer who has changed is not held to how they were years ago. */
const lastWords = 25
const daysOfYear = 365.25

/** How often words pass with a customer, and from when on anything is known of them. */
export interface Heard {
  rhythm: Rhythm | null
  since: string | null
}

/** Gives how often words pass with each customer, or one; asked by index, so that long histories cost nothing. */
export async function heardOf({ read, settings }: Context, customerId?: Id<'customer'>): Promise<Map<string, Heard>> {
  const { rows } = await sql<{ id: string; words: string; since: string | null }>`
    SELECT id,
      (SELECT json_group_array(at) FROM (SELECT at FROM interaction WHERE customerId = customer.id AND trashedAt IS NULL
        AND direction != 'internal' ORDER BY at DESC LIMIT ${lastWords})) AS words,
      min(createdAt,
        coalesce((SELECT min(at) FROM interaction WHERE customerId = customer.id AND trashedAt IS NULL), createdAt),
        coalesce((SELECT min(began) FROM incident WHERE customerId = customer.id AND trashedAt IS NULL), createdAt)) AS since
    FROM customer WHERE ${customerId === undefined ? sql`trashedAt IS NULL` : sql`id = ${customerId}`}`.execute(read)
  return new Map(
    rows.map(({ id, words, since }) => {
      const moments = (JSON.parse(words) as string[]).map((at) => Date.parse(at))
      return [id, { rhythm: rhythmOf(moments), since: since && dayOf(since, settings.timeZone) }]
    })
  )
}

/** Takes from when each customer is known and the day it is; gives how often each kind of incident was seen of all of them. */
export async function seenOfAll({ read, today }: Context, heard: ReadonlyMap<string, Heard>): Promise<Map<string, Seen>> {
  const rows = await read
    .selectFrom('incident')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('trashedAt', 'is', null)
    .where('nearMiss', '=', 0)
    .groupBy('kind')
    .execute()
  const end = Date.parse(today)
  const years = [...heard.values()].reduce(
    (sum, { since }) => sum + Math.max(0, since ? (end - Date.parse(since)) / (daysOfYear * 86_400_000) : 0),
    0
  )
  return new Map(rows.map(({ kind, count }) => [kind, { count, years: Math.max(years, 1) }]))
}
