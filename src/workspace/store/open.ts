import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { backupFolder, backupNow } from './backup'
import { Dialect } from './dialect'
import { Journal } from './journal'
import { lock, type Lock } from './lock'
import { applicationId, knownVersion, migrate, versionOf } from './migrate'
import type { Tables } from './tables'
import { installTriggers } from './triggers'
import { inWords } from './troubles'

export interface OpenOptions {
  /** Make the workspace if the file is not there. */
  create?: boolean
  readOnly?: boolean
  /** Open for reading when another process writes, instead of refusing. */
  readOnlyIfLocked?: boolean
  now?: () => string
  actor?: () => string
  /** Redress itself makes the file, under a name that nobody knows yet: no undo, and no sync before it closes. */
  building?: boolean
}

/** An open workspace file: one connection that writes through the journal, one that only reads. */
export interface Store {
  file: string
  db: Database.Database
  read: Kysely<Tables>
  readDb: Database.Database
  journal: Journal | null
  readOnlyWhy: 'asked' | 'locked' | null
  now: () => string
  close(): Promise<void>
}

/**
 * Opens a workspace file in the order that security demands: what it is, whether it is whole, and only then its content.
 * Errors: not-found, corrupt (also: not a workspace), conflict (made by a newer Redress), locked.
 */
export async function openStore(file: string, options: OpenOptions = {}): Promise<Store> {
  if (!existsSync(file) && !options.create) throw new Refusal('not-found', m.error_no_file({ file: basename(file) }))
  checkHeader(file, options.create ?? false)
  const held = options.readOnly ? null : lock(file)
  if (held === 'taken' && !options.readOnlyIfLocked) throw new Refusal('locked', m.error_locked())
  const readOnlyWhy = options.readOnly ? 'asked' : typeof held === 'string' ? 'locked' : null
  const mine: Lock | null = held && typeof held !== 'string' ? held : null
  const opened: Database.Database[] = []
  try {
    const now = options.now ?? (() => new Date().toISOString())
    const db = connect(file, readOnlyWhy !== null, opened)
    checkIdentity(db, file)
    checkWhole(db, file)
    if (!readOnlyWhy) await prepare(db, file)
    settle(db)
    const readDb = readOnlyWhy ? db : connect(file, true, opened)
    if (!readOnlyWhy) settle(readDb)
    const read = new Kysely<Tables>({ dialect: new Dialect(readDb) })
    let journal: Journal | null = null
    if (!readOnlyWhy) {
      const writer = new Kysely<Tables>({ dialect: new Dialect(db) })
      journal = new Journal(db, writer, now, options.actor ?? (() => ''), options.building ? 'system' : 'do')
      installTriggers(db)
      if (options.building) db.pragma('synchronous = OFF')
    }
    const close = async () => {
      readDb.close()
      if (options.building) db.pragma('synchronous = FULL')
      if (db.open) db.close()
      mine?.release()
    }
    return { file, db, read, readDb, journal, readOnlyWhy, now, close }
  } catch (error) {
    for (const db of opened) db.close()
    mine?.release()
    throw inWords(error, file)
  }
}

function connect(file: string, readonly: boolean, opened: Database.Database[]): Database.Database {
  const db = new Database(file, { readonly, timeout: 2_000 })
  opened.push(db)
  return db
}

/** The first bytes are read before SQLite sees the file: a text or an image gets a sentence, not a database error. */
function checkHeader(file: string, create: boolean): void {
  if (!existsSync(file)) return
  const stat = statSync(file)
  if (stat.isFile() && stat.size === 0 && create) return
  if (!stat.isFile()) throw new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  readSync(handle, head, 0, 16, 0)
  closeSync(handle)
  if (head.toString('latin1') !== 'SQLite format 3\0') throw new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
}

function checkIdentity(db: Database.Database, file: string): void {
  const empty = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number }
  const version = versionOf(db)
  if (version === 0 && empty.tables === 0) return
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
  }
  if (version > knownVersion) {
    throw new Refusal('conflict', m.error_newer({ file: basename(file), version: String(version), known: String(knownVersion) }))
  }
}

function checkWhole(db: Database.Database, file: string): void {
  const found = db.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw new Refusal('corrupt', m.error_corrupt({ file: basename(file) }))
}

async function prepare(db: Database.Database, file: string): Promise<void> {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const version = versionOf(db)
  if (version === knownVersion) return
  if (version > 0) await backupNow(db, backupFolder(file), 'before-migration')
  migrate(db)
}

/**
 * Settings of every connection. `synchronous` must come after WAL and be looked at after a statement: the module falls
 * back to NORMAL there by itself, which loses acknowledged changes on power loss.
 */
function settle(db: Database.Database): void {
  db.pragma('synchronous = FULL')
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON')
    db.pragma('checkpoint_fullfsync = ON')
  }
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = MEMORY')
  if (!db.readonly) db.pragma('secure_delete = ON')
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
}
