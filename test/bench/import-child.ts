import { createReadStream, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse'
import type { ColumnSource, MappingFields } from '../../src/shared/contract/imports'
import { openWorkspace } from '../../src/workspace/index'

/** Run as a process of its own: imports a file in one of two ways, prints milliseconds and the peak of memory. */

const column = (field: string, header: string, dates: ColumnSource['dates'] = null): ColumnSource => ({ field, header, dates })
const mapping: MappingFields = {
  name: 'bench',
  target: 'promises',
  source: 'bench',
  zone: 'America/New_York',
  currency: 'USD',
  columns: [
    column('externalId', 'number'),
    column('customer', 'customer'),
    column('words', 'promise'),
    column('maker', 'owner'),
    column('madeAt', 'opened', 'iso'),
    column('dueAt', 'due', 'iso'),
    column('closedAt', 'closed', 'iso'),
    column('closingNote', 'note')
  ]
}

interface Told {
  took: number
  waits: number[]
  undo: number
  verify: number
  rows: number
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function ours(file: string, target: string, then: string): Promise<Told> {
  const workspace = await openWorkspace(target, { create: true, actor: () => 'Bench' })
  const waits: number[] = []
  let importing = true
  // somebody else goes on writing drafts meanwhile
  const others = (async () => {
    while (importing) {
      waits.push(await timed(() => workspace.call('drafts.put', { key: 'note', body: 'Called, no answer' })))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  const took = await timed(async () => {
    const { counts } = await workspace.call('imports.run', { file, target: 'promises', mapping, dryRun: false })
    if (counts.error > 0) throw new Error(`rows were refused: ${JSON.stringify(counts)}`)
  })
  importing = false
  await others
  let rows = 0
  const look = async () => {
    const found = await workspace.call('journal.verify', {})
    if (!found.ok) throw new Error(`it does not verify: ${JSON.stringify(found.problems[0])}`)
    rows = found.rows
  }
  const verify = then === 'verify' ? await timed(look) : 0
  const undo = then === 'undo' ? await timed(() => workspace.call('journal.undo', {})) : 0
  await workspace.close()
  return { took, waits, undo, verify, rows }
}

/** The same rows by hand: no checks, no journal, no search, no zones; one prepared statement in one transaction. */
async function plain(file: string, target: string): Promise<Told> {
  const db = new Database(target)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE promise (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, customer TEXT NOT NULL, words TEXT NOT NULL, maker TEXT,
    madeAt TEXT NOT NULL, dueAt TEXT, closedAt TEXT, closingNote TEXT, region TEXT) STRICT`)
  const put = db.prepare(
    `INSERT INTO promise (number, customer, words, maker, madeAt, dueAt, closedAt, closingNote, region) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const started = performance.now()
  db.exec('BEGIN')
  for await (const cells of createReadStream(file).pipe(parse({ from: 2 })) as AsyncIterable<string[]>) put.run(...cells)
  db.exec('COMMIT')
  const took = performance.now() - started
  db.close()
  return { took, waits: [], undo: 0, verify: 0, rows: 0 }
}

/**
 * Takes the workspace of a finished import and writes all that it keeps of each row into another file, by hand, with one
 * prepared statement for each table in one transaction: what cannot be had for less while all of it is kept.
 */
function kept(from: string, target: string): Told {
  const source = new Database(from, { readonly: true })
  const schema = source
    .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search~_%' ESCAPE '~' ORDER BY type = 'view'")
    .pluck()
    .all() as string[]
  const rows = ['promise', 'importedRow', 'journalRow', 'searchKey'].map(
    (table) => [table, source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]] as const
  )
  const texts = source
    .prepare(
      `SELECT k.n, p.words, concat_ws(' ', 'PRM-' || p.number, p.maker, p.closingNote)
       FROM promise p JOIN searchKey k ON k.recordId = unhex(replace(p.id, '-', ''))`
    )
    .raw()
    .all() as unknown[][]
  source.close()
  const db = new Database(target)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  // whose they are is not written here
  db.pragma('foreign_keys = OFF')
  for (const sql of schema) db.exec(sql)
  const statements = rows.map(
    ([table, all]) => [db.prepare(`INSERT INTO ${table} VALUES (${all[0]!.map(() => '?').join()})`), all] as const
  )
  const search = db.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)')
  const started = performance.now()
  db.exec('BEGIN')
  for (const [put, all] of [...statements, [search, texts] as const]) for (const cells of all) put.run(...cells)
  db.exec('COMMIT')
  const took = performance.now() - started
  db.close()
  return { took, waits: [], undo: 0, verify: 0, rows: 0 }
}

// sampled, since a process's greatest memory also counts that of the process it was forked from
let peak = 0
const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024)), 5)
const [way, file, target, then] = process.argv.slice(2)
const told = await (way === 'ours'
  ? ours(file!, target!, then ?? 'nothing')
  : way === 'kept'
    ? kept(then!, target!)
    : plain(file!, target!))
clearInterval(sampling)
process.stdout.write(JSON.stringify({ ...told, peak, bytes: statSync(target!).size }))
