import type { Database } from 'better-sqlite3'
import { entities } from '../../shared/contract/journal'
import { chainStart } from './digest'
import { knownVersion, versionOf } from './migrate'
import type { Problems } from './looking'
import { chain } from './verify'
import { payloads, strayRows } from './verify-rows'

/** So many of the newest entries are looked at, as long as they have no more rows than that. */
const newest = { entries: 100, rows: 5_000 }

/**
 * Whether the newest changes are in a file with all that belongs to them. A file that was copied while something was being
 * saved, or without the WAL that it needed, may hold pages of two moments and be sound to SQLite. To be asked of a file that
 * is not as Redress left it; of an older format nothing is said.
 */
export async function newestIsWhole(db: Database): Promise<boolean> {
  if (versionOf(db) !== knownVersion) return true
  const entries = db.prepare('SELECT seq, rows FROM journalEntry ORDER BY seq DESC LIMIT ?').all(newest.entries) as {
    seq: number
    rows: number
  }[]
  let rows = 0
  const some = entries.filter((entry, at) => (rows += entry.rows) <= newest.rows || at === 0)
  const since = (some.at(-1)?.seq ?? 1) - 1
  const before = db.prepare('SELECT hash FROM journalEntry WHERE seq = ?').pluck().get(since) as string | undefined
  if (since > 0 && !before) return false
  const problems: Problems = []
  const parts = [chain(db, problems, { entries: since, rows: 0, head: before ?? chainStart }), payloads(db, problems, since)]
  for (const part of parts) {
    const steps = part[Symbol.asyncIterator]()
    while (!(await steps.next()).done) if (problems.length > 0) return false
  }
  if (problems.length > 0) return false
  // a page of records may have come in ahead of its page of the journal; a setting is none that anything is lost with
  return entities.every((entity) => entity === 'setting' || strayRows(db, entity, newest.entries).length === 0)
}
