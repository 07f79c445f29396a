import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { packsIds } from './packed'

/** How a database is opened. */
export interface Connecting {
  readonly?: boolean
  /** How long to wait for another connection, in milliseconds. */
  timeout?: number
  /** Nobody knows the file's name yet: it is synced once, when it is closed. */
  building?: boolean
}

/**
 * Opens a database file that is there; databases are opened nowhere but in this file. Nothing of the file has been read when
 * the settings that protect from its content are made. Errors: those of SQLite.
 */
export function connect(file: string, { readonly = false, timeout = 2_000 }: Connecting = {}): Database.Database {
  const db = new Database(file, { readonly, timeout, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('mmap_size = 0')
    db.pragma('temp_store = MEMORY')
    db.pragma('foreign_keys = ON')
    if (!readonly) db.pragma('secure_delete = ON')
    packsIds(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a database that lives in memory only. */
export function connectMemory(): Database.Database {
  return new Database(':memory:')
}

/** Opens a database that nobody sees and that goes with its connection; what is more than memory takes well stands on the disk. */
export function connectScratch(): Database.Database {
  return new Database('')
}

/** Opens a lock file, which is a database with nothing in it, and makes it when it is not there. It waits for nobody. */
export function connectLock(name: string): Database.Database {
  // in a folder that all may write to, the system does not let us create a file that somebody else has created
  return new Database(name, { timeout: 0, fileMustExist: existsSync(name) })
}

/**
 * Makes a connection write as a workspace is written: a change is synced in the WAL, and stands in the file itself, before
 * it is acknowledged. Whoever copies the file copies all of it. Costs half a millisecond a change.
 */
export function writeThrough(db: Database.Database, { building = false }: Connecting = {}): void {
  db.pragma('journal_mode = WAL')
  if (building) {
    db.pragma('synchronous = OFF')
    return
  }
  bringsIn(db, 'at once')
  insist(db)
}

/** When what a change has written to the WAL is brought into the file: before it is acknowledged, some megabytes at a time, or by nobody here. */
export type BringingIn = keyof typeof pages
const pages = { 'at once': 1, 'in batches': 2_000, never: 0 }

/** Says when changes are brought from the WAL into the file from now on. */
export function bringsIn(db: Database.Database, when: BringingIn): void {
  db.pragma(`wal_autocheckpoint = ${pages[when]}`)
}

/**
 * Brings what stands in the WAL of a file that is open elsewhere into it, synced, while others read and write it. Gives
 * whether nobody was in the way.
 */
export function bringIn(file: string): boolean {
  const db = connect(file)
  try {
    insist(db)
    const [done] = db.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[]
    return done?.busy === 0 && done.log === done.checkpointed
  } finally {
    db.close()
  }
}

/**
 * Makes a connection sync all it writes. Must come after WAL and be looked at after a statement: the module falls back to
 * NORMAL there by itself, which loses acknowledged changes on power loss.
 */
export function insist(db: Database.Database): void {
  db.pragma('synchronous = FULL')
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON')
    db.pragma('checkpoint_fullfsync = ON')
  }
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
}

/**
 * Brings all that stands in the WAL into the file, synced, and empties the WAL. Gives whether nothing is left in it. It does
 * not wait for who still reads an earlier state, such as a backup: everybody would wait with it.
 */
export function makeWhole(db: Database.Database): boolean {
  const wait = db.pragma('busy_timeout', { simple: true }) as number
  // a reader may take its time, and nobody waits for it: it is tried again
  db.pragma('busy_timeout = 0')
  try {
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return done?.busy === 0
  } finally {
    db.pragma(`busy_timeout = ${wait}`)
  }
}
