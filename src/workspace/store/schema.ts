import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { connectMemory } from './connect'
import { migrate, versionOf } from './migrate'

interface Part {
  type: string
  name: string
  sql: string | null
}

/**
 * What all parts of a format come to, as `digestOfParts` reckons it: making them anew from all migrations takes longer than all
 * else that opening does. A file that comes to something else is compared part by part, so nothing depends on it but time.
 * A test holds it against the migrations, and says what it is when there is another.
 */
export const newestSchema = { format: 26, digest: '9a288e5c3b0882ab3de0f1874bc4efd93ad20a364af59923f433148e68490def' }

/** Far more than any format of Redress has: a schema beyond it is not even compared. */
const most = { parts: 2_000, length: 4_000_000 }
const known = new Map<number, Map<string, string>>()

/**
 * Refuses a file whose tables, indexes, triggers and views are not exactly those that this Redress makes of its format: a
 * trigger or view of somebody else's would run with the person's own changes. To be called before anything of the file
 * is used. Error: foreign, with the first part that does not belong or is missing.
 */
export function checkSchema(db: Database, file: string): void {
  const { parts, length } = db
    .prepare('SELECT count(*) AS parts, coalesce(sum(length(sql)), 0) AS length FROM sqlite_schema')
    .get() as { parts: number; length: number }
  if (parts > most.parts || length > most.length) throw foreign(file, `${parts}`)
  const format = versionOf(db)
  const found = partsOf(db)
  if (format === newestSchema.format && digestOfParts(found) === newestSchema.digest) return
  const expected = schemaOf(format)
  for (const [part, sql] of found) if (expected.get(part) !== sql) throw foreign(file, part)
  for (const part of expected.keys()) if (!found.has(part)) throw foreign(file, part)
}

const foreign = (file: string, part: string) =>
  new Refusal('foreign', m.file_foreign({ file: basename(file), part: part.replaceAll(/[^\p{L}\p{N} _-]/gu, '').slice(0, 60) }))

/** What the migrations make, up to a format: every part with its SQL. */
export function schemaOf(version: number): Map<string, string> {
  const made = known.get(version)
  if (made) return made
  const db = connectMemory()
  try {
    migrate(db, version)
    const parts = partsOf(db)
    known.set(version, parts)
    return parts
  } finally {
    db.close()
  }
}

/** A SHA-256 over all parts, in an order of their own. */
export function digestOfParts(parts: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...parts].sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest('hex')
}

function partsOf(db: Database): Map<string, string> {
  const parts = db.prepare('SELECT type, name, sql FROM sqlite_schema').all() as Part[]
  return new Map(parts.map(({ type, name, sql }) => [`${type} ${name}`, (sql ?? '').replaceAll(/\s+/g, ' ')]))
}
