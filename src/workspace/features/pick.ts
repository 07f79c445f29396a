import { sql } from 'kysely'
import type { Pickable, Picked, Picks } from '../../shared/contract/pick'
import { fold } from '../../shared/values/fold'
import type { Context } from '../handlers'
import { descriptions, refOf } from '../store/descriptions'

interface Row {
  id: string
  number: number
  title: string
  detail: string | null
}
interface Asked {
  customerId?: string
  words: string
  ids: readonly string[]
  first: number
  free?: boolean
}

/** SQL of what tells two of one name apart. */
const details: Record<Pickable, string> = {
  customer: 'industry',
  incident: 'began',
  order: 'orderNumber',
  promise: 'dueAt',
  evidence: 'fileName'
}

/** No incident came of it, or one that is in the trash. */
const untied = sql`AND (incidentId IS NULL OR incidentId IN (SELECT id FROM incident WHERE trashedAt IS NOT NULL))`

/** Takes a kind; gives what answers with the first records of it that bear some words, customers by name, others the newest first. */
export function picking(entity: Pickable): (context: Context, asked: Asked) => Promise<Picks> {
  const table = sql.table(entity)
  const columns = sql`id, number, ${sql.ref(descriptions[entity].title!)} AS title, ${sql.ref(details[entity])} AS detail`
  const picked = ({ id, number, title, detail }: Row): Picked => ({ id, ref: refOf(entity, number), title, detail })
  return async ({ read, settings }, { customerId, words, ids, first, free = false }) => {
    const own = sql`trashedAt IS NULL ${customerId === undefined ? sql`` : sql`AND customerId = ${customerId}`} ${free ? untied : sql``}`
    const named = ids.length
      ? await sql<Row>`SELECT ${columns} FROM ${table}
          WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND ${own}`.execute(read)
      : { rows: [] }
    const needle = fold(words.trim())
    const answer = (rows: Row[], total: number): Picks => ({
      words,
      rows: rows.slice(0, first).map(picked),
      total,
      named: named.rows.map(picked)
    })
    // by name, or by words: all names are looked through; else the database leaves the rest
    if (!needle && entity !== 'customer') {
      const { rows } = await sql<Row>`SELECT ${columns} FROM ${table} WHERE ${own} ORDER BY number DESC LIMIT ${first}`.execute(
        read
      )
      const counted = await sql<{ n: number }>`SELECT count(*) AS n FROM ${table} WHERE ${own}`.execute(read)
      return answer(rows, counted.rows[0]!.n)
    }
    const { rows } = await sql<Row>`SELECT ${columns} FROM ${table} WHERE ${own} ORDER BY number DESC`.execute(read)
    const found = rows.filter((row) => fold(`${row.title} ${refOf(entity, row.number)} ${row.detail ?? ''}`).includes(needle))
    if (entity === 'customer') {
      const collate = new Intl.Collator(settings.language).compare
      // whose name begins so comes first
      const begins = ({ title }: Row): number => Number(needle !== '' && fold(title).startsWith(needle))
      found.sort((a, b) => begins(b) - begins(a) || collate(a.title, b.title))
    }
    return answer(found, found.length)
  }
}
