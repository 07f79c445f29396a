import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** Held while a workspace is open for writing; the system lets go of it when the process ends, however it ends. */
export interface Lock {
  release(): void
}

/**
 * Takes a workspace's path. Gives a lock, `taken` when another process holds it, or `unwritable` when the folder does
 * not let us. The lock is an empty SQLite file beside the workspace with an exclusive transaction on it: unlike a file
 * with a process number in it, it can't be left behind by a crash.
 */
export function lock(file: string): Lock | 'taken' | 'unwritable' {
  const name = join(dirname(file), `.${basename(file)}.lock`)
  let db: Database.Database
  try {
    db = new Database(name, { timeout: 0 })
  } catch {
    return 'unwritable'
  }
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ? 'taken' : 'unwritable'
  }
}
