import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/values/errors'
import { entities, type Verification } from '../../shared/contract/journal'
import { faultsIn } from './check'
import { connect } from './connect'
import { chainStart, draftDigest, entryHash, nameDigest } from './digest'
import { mostProblems, type Looking, type Problems } from './looking'
import { copyAside } from './medium'
import { knownVersion, migrate, versionOf } from './migrate'
import { checkSchema } from './schema'
import type { Tables } from './tables'
import { payloads, strayRows } from './verify-rows'
import { searchProblems } from './verify-search'

/**
 * Checks a whole workspace file against its journal, as it stands at one moment: the database itself, each entry's place
 * in the chain, each payload against its keyed digest and with it each stored row against the state in which the journal
 * last left it, each kept file against its SHA-256, each draft against its digest, and what search finds against the
 * records. Entries whose customer was erased have no payload and no key; their place in the chain still counts. It reads
 * through a connection of its own: one that is older knows of the full-text index what stood in it when it first looked,
 * and would call it damaged. Of an older format, a copy is brought up to this one first: a migration mends nothing.
 */
export async function verifyFile(file: string, watch: Looking): Promise<Verification> {
  const db = connect(file, { readonly: true })
  try {
    if (versionOf(db) >= knownVersion || versionOf(db) === 0) {
      db.exec('BEGIN')
      return await look(db, watch)
    }
    checkSchema(db, file)
  } finally {
    db.close()
  }
  const copy = copyAside(file)
  try {
    const current = connect(copy.file)
    try {
      migrate(current)
      return await look(current, watch)
    } finally {
      current.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { ok: false, entries: 0, rows: 0, head: chainStart, mended: false, problems: [damaged] }
  } finally {
    copy.remove()
  }
}

const damaged = { seq: null, entity: null, id: null, problem: 'database' } as const
const isDamage = (error: unknown) => /^SQLITE_(CORRUPT|IOERR|NOTADB|ERROR)/.test(String((error as { code?: string }).code))

async function look(db: Database, watch: Looking): Promise<Verification> {
  const problems: Problems = []
  const count = (table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
  const result = { entries: 0, rows: 0, head: chainStart }
  const parts: (() => AsyncIterable<number>)[] = [
    () => database(db, problems),
    () => chain(db, problems, result),
    () => payloads(db, problems),
    () => strays(db, problems),
    () => evidence(db, problems),
    () => drafts(db, problems),
    () => searchProblems(db, problems)
  ]
  let done = 0
  let total = 0
  for (const part of parts) {
    try {
      // a part tells how much it has done; what the whole is, is known once the database was looked at
      for await (const some of part()) {
        total ||= ['journalEntry', 'journalRow', 'evidencePiece', 'searchKey'].reduce((sum, table) => sum + count(table), 0)
        done += some
        watch.onProgress(Math.min(done, total), total)
        watch.signal.throwIfAborted()
        await new Promise(setImmediate)
      }
    } catch (error) {
      // what cannot even be read does not end the look at the rest
      if (!isDamage(error)) throw error
      problems.push(damaged)
    }
    if (problems.length > mostProblems) break
  }
  return { ok: problems.length === 0, ...result, mended: false, problems: problems.slice(0, mostProblems) }
}

async function* database(db: Database, problems: Problems): AsyncIterable<number> {
  yield 0
  for (const { search } of faultsIn(db)) {
    const problem = search ? 'search' : 'database'
    if (!problems.some((known) => known.problem === problem)) problems.push({ seq: null, entity: null, id: null, problem })
  }
  // a table whose name or columns are others is whole to SQLite, and would not open
  if (versionOf(db) > 0 && !isOurs(db)) problems.push(damaged)
  yield 0
}

function isOurs(db: Database): boolean {
  try {
    checkSchema(db, db.name)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Walks the chain, from the entry after `result.entries` on, whose predecessor has the hash `result.head`. */
export async function* chain(
  db: Database,
  problems: Problems,
  result: { entries: number; rows: number; head: string }
): AsyncIterable<number> {
  const keys = new Map((db.prepare('SELECT * FROM journalKey').all() as Tables['journalKey'][]).map((key) => [key.customerId, key]))
  const digestsOf = db.prepare('SELECT digest FROM journalRow WHERE seq = ? ORDER BY n').pluck()
  const page = db.prepare('SELECT * FROM journalEntry WHERE seq > ? ORDER BY seq LIMIT 200')
  for (let last = result.entries; ;) {
    const chunk = page.all(last) as Tables['journalEntry'][]
    for (const entry of chunk) {
      const digests = createHash('sha256')
      let rows = 0
      for (const digest of digestsOf.iterate(entry.seq) as IterableIterator<Buffer>) {
        if (++rows % 20_000 === 0) yield 0
        digests.update(digest.toString('hex'))
      }
      const key = keys.get(entry.customerId ?? '')?.secret
      const nameGood = key ? nameDigest(key, entry.name) === entry.nameDigest : entry.name === null
      const chained = entryHash(result.head, entry) === entry.hash && digests.digest('hex') === entry.rowsDigest
      if (!chained || entry.seq !== last + 1) problems.push({ seq: entry.seq, entity: null, id: null, problem: 'chain' })
      if (!nameGood) problems.push({ seq: entry.seq, entity: entry.entity, id: null, problem: 'payload' })
      result.head = entry.hash
      last = entry.seq
      result.entries++
      result.rows += rows
    }
    yield chunk.length
    if (chunk.length < 200 || problems.length > mostProblems) break
  }
  const beyond = db.prepare('SELECT 1 FROM journalRow WHERE seq > ? LIMIT 1').get(result.entries)
  if (beyond && problems.length === 0) problems.push({ seq: null, entity: null, id: null, problem: 'chain' })
}

async function* strays(db: Database, problems: Problems): AsyncIterable<number> {
  for (const entity of entities) {
    problems.push(...strayRows(db, entity))
    yield 0
  }
}

/** Kept files are read piece by piece: each may be as large as a file may be. */
async function* evidence(db: Database, problems: Problems): AsyncIterable<number> {
  const lost = db
    .prepare(
      `SELECT id FROM evidence WHERE sha256 IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM evidenceContent WHERE evidenceContent.sha256 = evidence.sha256)`
    )
    .all() as { id: string }[]
  for (const { id } of lost) problems.push({ seq: null, entity: 'evidence', id, problem: 'evidence' })
  const pieces = db.prepare(
    'SELECT n, piece FROM evidencePiece WHERE contentId = (SELECT id FROM evidenceContent WHERE sha256 = ?) ORDER BY n'
  )
  const whose = db.prepare('SELECT id FROM evidence WHERE sha256 = ?').pluck()
  for (const sha256 of db.prepare('SELECT sha256 FROM evidenceContent').pluck().all() as string[]) {
    const digest = createHash('sha256')
    let known = 0
    for (const { n, piece } of pieces.iterate(sha256) as IterableIterator<{ n: number; piece: Buffer }>) {
      if (n === known) digest.update(piece)
      known++
      yield 1
    }
    if (digest.digest('hex') === sha256) continue
    const ids = whose.all(sha256) as string[]
    for (const id of ids.length ? ids : [null]) problems.push({ seq: null, entity: 'evidence', id, problem: 'evidence' })
  }
}

async function* drafts(db: Database, problems: Problems): AsyncIterable<number> {
  for (const draft of db.prepare('SELECT * FROM draft').all() as Tables['draft'][]) {
    if (draftDigest(draft) !== draft.digest) problems.push({ seq: null, entity: null, id: null, problem: 'draft' })
  }
  yield 0
}
