import type { Database } from 'better-sqlite3'
import { entities } from '../../shared/contract/journal'
import { fold } from '../../shared/values/fold'
import { connectMemory } from './connect'
import type { Problems } from './looking'
import { columnsOf, searchTextOf } from './triggers'

/** Compares what search finds with the records: its texts with theirs, and then its index, word by word, with one built anew. */
export async function* searchProblems(db: Database, problems: Problems): AsyncIterable<number> {
  const found = (bad: boolean) => {
    if (bad && !problems.some(({ problem }) => problem === 'search'))
      problems.push({ seq: null, entity: null, id: null, problem: 'search' })
  }
  const texts = 'SELECT entity, recordId, customerId, at, title, body FROM searchText WHERE entity ='
  const kinds = entities.filter((entity) => columnsOf(db, entity).length > 0 && searchTextOf(entity))
  for (const entity of kinds) {
    const kept = `${texts} '${entity}'`
    const due = searchTextOf(entity)!
    const differ = `SELECT 1 FROM (SELECT * FROM (${kept} EXCEPT ${due}) UNION ALL SELECT * FROM (${due} EXCEPT ${kept})) LIMIT 1`
    found(db.prepare(differ).get() !== undefined)
    yield 0
  }
  const known = kinds.map((entity) => `'${entity}'`).join()
  found(db.prepare(`SELECT 1 FROM searchText WHERE entity NOT IN (${known}) LIMIT 1`).get() !== undefined)
  if (problems.some(({ problem }) => problem === 'search' || problem === 'database')) return
  const fresh = connectMemory()
  try {
    const made = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'search'").pluck().get() as string
    fresh.exec(made.replace("content='searchText', content_rowid='n'", "content=''"))
    const put = fresh.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)')
    const page = db.prepare('SELECT n, title, body FROM searchText WHERE n > ? ORDER BY n LIMIT 2000').raw()
    for (let last = 0, full = true; full;) {
      const some = page.all(last) as [number, string, string | null][]
      fresh.transaction(() => some.forEach(([n, title, body]) => put.run(n, fold(title), body && fold(body))))()
      last = some.at(-1)?.[0] ?? last
      full = some.length === 2_000
      yield some.length
    }
    const [should, is] = [fresh, db].map((each) => {
      each.exec(`CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'search', 'instance')`)
      return each.prepare('SELECT term, doc, col, "offset" FROM temp.word').raw().iterate() as IterableIterator<unknown[]>
    }) as [IterableIterator<unknown[]>, IterableIterator<unknown[]>]
    const perStep = 20_000
    for (let n = 0; ; n++) {
      const [a, b] = [should.next(), is.next()]
      if (a.done && b.done) break
      const alike = !a.done && !b.done && a.value.every((part, at) => part === b.value[at])
      found(!alike)
      if (!alike) break
      if (n % perStep === 0) yield perStep / 20
    }
    should.return?.()
    is.return?.()
  } finally {
    fresh.close()
  }
}
