import { createReadStream } from 'node:fs'
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

async function ours(file: string, target: string): Promise<number> {
  const workspace = await openWorkspace(target, { create: true, actor: () => 'Bench' })
  const started = performance.now()
  const { counts } = await workspace.call('imports.run', { file, target: 'promises', mapping, dryRun: false })
  const took = performance.now() - started
  if (counts.error > 0) throw new Error(`rows were refused: ${JSON.stringify(counts)}`)
  await workspace.close()
  return took
}

/** The same rows by hand: no checks, no journal, no search, no zones; one prepared statement in one transaction. */
async function plain(file: string, target: string): Promise<number> {
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
  return took
}

// sampled, since a process's greatest memory also counts that of the process it was forked from
let peak = 0
const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss() / 1024 / 1024)), 5)
const [way, file, target] = process.argv.slice(2)
const took = await (way === 'ours' ? ours : plain)(file!, target!)
clearInterval(sampling)
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify({ took, cpu: (user + system) / 1_000, peak }))
