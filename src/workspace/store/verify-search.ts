import type { Database } from 'better-sqlite3'
import { entities } from '../../shared/contract/journal'
import { fold } from '../../shared/values/fold'
import { connectScratch } from './connect'
import type { Problems } from './looking'
import { searchKeysOf } from './search-text'
import { descriptions } from './descriptions'

const pageSize = 2_000
/** The tables in which a full-text index stands. */
const shadows = ['search_config', 'search_data', 'search_idx']

/** Compares what search finds with the records: which it knows, and then every word of its index with every word of their texts. */
export async function* searchProblems(db: Database, problems: Problems): AsyncIterable<number> {
  const found = (bad: boolean) => {
    if (bad && !problems.some(({ problem }) => problem === 'search'))
      problems.push({ seq: null, entity: null, id: null, problem: 'search' })
  }
  let known = 0
  for (const entity of entities) {
    const due = searchKeysOf(entity)
    if (!due) continue
    const lacking = `SELECT 1 FROM (${due}) due WHERE NOT EXISTS
      (SELECT 1 FROM searchKey k WHERE k.recordId = due.recordId AND k.code = due.code) LIMIT 1`
    found(db.prepare(lacking).get() !== undefined)
    known += db.prepare(`SELECT count(*) FROM (${due})`).pluck().get() as number
    yield 0
  }
  // all that are due are there, each once: one more is of nobody
  found(db.prepare('SELECT count(*) FROM searchKey').pluck().get() !== known)
  if (problems.some(({ problem }) => problem === 'search' || problem === 'database')) return
  const scratch = connectScratch()
  try {
    scratch.unsafeMode(true)
    scratch.exec('CREATE TABLE searchText (n INTEGER PRIMARY KEY, title TEXT, body TEXT)')
    scratch.exec(db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'search'").pluck().get() as string)
    yield* textsInto(scratch, db)
    for (const table of shadows) copyRows(db, scratch, table)
    // SQLite compares the two itself, word by word: in one step, which takes a tenth of what it took here
    found(!isSound(scratch))
  } finally {
    scratch.close()
  }
}

/** Puts every text into `to`, folded as the index has its words. */
async function* textsInto(to: Database, db: Database): AsyncIterable<number> {
  const put = to.prepare('INSERT INTO searchText (n, title, body) VALUES (?, ?, ?)')
  for (const entity of entities) {
    const { search, code } = descriptions[entity]
    if (!search) continue
    const page = db
      .prepare(
        `SELECT k.n, ${search.title}, ${search.body} FROM searchKey k JOIN "${entity}" t ON t.id = unpacked_id(k.recordId)
         WHERE k.n > ? AND k.code = ${code} ORDER BY k.n LIMIT ${pageSize}`.replaceAll('@', 't')
      )
      .raw()
    for (let last = 0, full = true; full;) {
      const some = page.all(last) as [number, string | null, string | null][]
      to.transaction(() => some.forEach(([n, title, body]) => put.run(n, title && fold(title), body && fold(body))))()
      last = some.at(-1)?.[0] ?? last
      full = some.length === pageSize
      yield some.length
    }
  }
}

function copyRows(from: Database, to: Database, table: string): void {
  const rows = from.prepare(`SELECT * FROM ${table}`).raw()
  const put = to.prepare(
    `INSERT INTO ${table} VALUES (${rows
      .columns()
      .map(() => '?')
      .join()})`
  )
  to.transaction(() => {
    to.exec(`DELETE FROM ${table}`)
    for (const row of rows.iterate() as IterableIterator<unknown[]>) put.run(...row)
  })()
}

function isSound(db: Database): boolean {
  try {
    db.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    return true
  } catch (error) {
    if (/^SQLITE_CORRUPT/.test(String((error as { code?: string }).code))) return false
    throw error
  }
}
