import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { entities, type Verification } from '../../shared/contract/journal'
import { chainStart, entryHash, nameDigest, rowDigest } from './digest'
import type { Tables } from './tables'
import { columnsOf, rowJson } from './triggers'

type Problems = Verification['problems']
interface Watch {
  onProgress(done: number, total: number): void
  signal: AbortSignal
}

const mostProblems = 100

/**
 * Checks the whole workspace against its journal: the database itself, each entry's place in the chain, each payload
 * against its keyed digest, and each stored row against the state in which the journal last left it. Entries whose
 * customer was erased have no payload and no key; their place in the chain still counts.
 */
export async function verify(db: Database, watch: Watch): Promise<Verification> {
  const problems: Problems = []
  const found = db.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') problems.push({ seq: null, entity: null, id: null, problem: 'database' })
  const keys = new Map(
    (db.prepare('SELECT customerId, secret FROM journalKey').all() as Tables['journalKey'][]).map((row) => [
      row.customerId,
      row.secret
    ])
  )
  const total = (db.prepare('SELECT count(*) AS n FROM journalEntry').get() as { n: number }).n
  let head = chainStart
  let entries = 0
  let rows = 0
  const rowsOf = db.prepare('SELECT * FROM journalRow WHERE seq = ? ORDER BY n')
  const page = db.prepare('SELECT * FROM journalEntry WHERE seq > ? ORDER BY seq LIMIT 500')
  for (let last = 0; ;) {
    const chunk = page.all(last) as Tables['journalEntry'][]
    for (const entry of chunk) {
      const digests = createHash('sha256')
      for (const row of rowsOf.iterate(entry.seq) as IterableIterator<Tables['journalRow']>) {
        rows++
        digests.update(row.digest)
        const key = keys.get(row.customerId ?? '')
        const erased = !key && row.before === null && row.after === null
        if (!erased && (!key || rowDigest(key, row) !== row.digest)) {
          problems.push({ seq: entry.seq, entity: row.entity, id: row.rowId, problem: 'payload' })
        }
      }
      const key = keys.get(entry.customerId ?? '')
      const nameGood = key ? nameDigest(key, entry.name) === entry.nameDigest : entry.name === null
      const chained = entryHash(head, entry) === entry.hash && digests.digest('hex') === entry.rowsDigest
      if (!chained || entry.seq !== last + 1) problems.push({ seq: entry.seq, entity: null, id: null, problem: 'chain' })
      if (!nameGood) problems.push({ seq: entry.seq, entity: entry.entity, id: null, problem: 'payload' })
      head = entry.hash
      last = entry.seq
      entries++
    }
    watch.onProgress(entries, total)
    watch.signal.throwIfAborted()
    await new Promise(setImmediate)
    if (chunk.length < 500 || problems.length > mostProblems) break
  }
  problems.push(...strayRows(db))
  return { ok: problems.length === 0, entries, rows, head, problems: problems.slice(0, mostProblems) }
}

/** Rows that are not as the journal last left them, rows that it never saw, and rows that it knows but are gone. */
function strayRows(db: Database): Problems {
  const problems: Problems = []
  for (const entity of entities) {
    const is = rowJson(columnsOf(db, entity), 't')
    const added = addedSince(db, entity)
    // looked up row by row through its index: a join of all last states with all rows would be quadratic
    const last = (id: string) =>
      `(SELECT after FROM journalRow WHERE entity = '${entity}' AND rowId = ${id} ORDER BY seq DESC, n DESC LIMIT 1)`
    const stray = db
      .prepare(
        `SELECT t.id FROM "${entity}" t WHERE ${is} IS NOT ${last('t.id')}
         AND ${is} IS NOT json_insert(${last('t.id')}, ${added})
         UNION ALL
         SELECT j.rowId FROM (SELECT DISTINCT rowId FROM journalRow WHERE entity = '${entity}') j
         WHERE NOT EXISTS (SELECT 1 FROM "${entity}" t WHERE t.id = j.rowId) AND ${last('j.rowId')} IS NOT NULL
         LIMIT ${mostProblems}`
      )
      .all() as { id: string }[]
    for (const { id } of stray) problems.push({ seq: null, entity, id, problem: 'row' })
  }
  return problems
}

/**
 * SQL arguments that give a row as the journal left it what later formats added to it: a column that it does not name
 * stands at its default, after those that it names.
 */
function addedSince(db: Database, entity: string): string {
  const columns = db.pragma(`table_info("${entity}")`) as { name: string; dflt_value: string | null }[]
  return columns.map(({ name, dflt_value }) => `'$.${name}', ${dflt_value ?? 'NULL'}`).join(', ')
}
