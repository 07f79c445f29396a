import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Kysely } from 'kysely'
import { Refusal } from '../../shared/values/errors'
import type { ReadOnlyWhy } from '../../shared/contract/workspace'
import { m } from '../../shared/messages/messages.js'
import { backupFolder, backupNow } from './backup'
import { checkHeader, checkIdentity, checkWhole } from './check'
import { connect, insist, makeWhole, writeThrough } from './connect'
import { Dialect } from './dialect'
import { asLeft, type Heads } from './heads'
import { holding } from '../../files/held'
import { canonical } from '../../files/identity'
import { plainBeside } from '../../files/plain'
import { sweepEvidence } from './evidence'
import { Journal } from './journal'
import { keepPrivate, sweepLeavings } from './leavings'
import { lock, type Lock } from './lock'
import { copyAside, whyNotWritable, type Aside } from './medium'
import { knownVersion, migrate, versionOf } from './migrate'
import { newestIsWhole } from './newest'
import { checkRollback, checkWal, compareHeads, setAside, type Newer } from './older'
import { takeBackUnfinished } from './parts'
import { Place } from './place'
import { finishInterrupted } from './restore'
import { checkSchema } from './schema'
import { Stay } from './stay'
import type { Tables } from './tables'
import { installTriggers } from './triggers'
import { inWords, outInWords } from './troubles'

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
  /** A folder that takes what was saved when the file's own folder can't. */
  refuge?: string
  /** What is known of files outside them; without it nothing is compared. */
  heads?: Heads
  /** Open the file as it is, even if it is older than what was saved in it; what stood beside it is kept under another name. */
  asItIs?: boolean
  /** A file that is as Redress left it need not be checked in whole before it opens: the opener sees to it later. */
  checkLater?: boolean
}

/** An open workspace file: one connection that writes through the journal, one that only reads. */
export interface Store {
  file: string
  db: Database
  read: Kysely<Tables>
  readDb: Database
  journal: Journal | null
  readOnlyWhy: ReadOnlyWhy | null
  now: () => string
  /** Keeps an eye on the file that is written to; null when it is only read. */
  stay: Stay | null
  /** Every page is still to be looked at: `checkWhole`, from another process. */
  unchecked: boolean
  /** A folder of the person's that takes every backup as well. */
  secondPlace: string | null
  /** The search index was found damaged, and built anew from the records. */
  searchMended: boolean
  /** A newer state of the same workspace that is known to be elsewhere. */
  newer: Newer | null
  close(): Promise<void>
}

/**
 * Opens a workspace file in the order that security demands: what it is, whether it is whole, and only then its content.
 * Errors: not-found, denied, device, corrupt (also: not a workspace), foreign, conflict (made by a newer Redress), locked.
 */
export async function openStore(name: string, options: OpenOptions = {}): Promise<Store> {
  const file = canonical(name)
  const open: (() => void)[] = []
  const release = () => {
    for (const close of open.splice(0).reverse()) close()
  }
  try {
    plainBeside(file)
    if (!options.readOnly) finishInterrupted(file)
    const made = isThere(file) ? false : make(file, options.create ?? false)
    if (made) open.push(() => rmSync(file, { force: true }))
    checkHeader(file, options.create ?? false)
    open.push(holding(file))
    const { mine, readOnlyWhy } = holdOf(file, options)
    if (mine) open.push(() => mine.release())
    const store = readOnlyWhy ? await openToRead(file, readOnlyWhy, options, open) : await openToWrite(file, options, open)
    if (made) open.splice(0, 1)
    return { ...store, close: async () => (await store.close(), release()) }
  } catch (error) {
    release()
    throw inWords(error, file)
  }
}

/** Makes an empty file that nobody but its owner may read. */
function make(file: string, create: boolean): boolean {
  if (!create) throw new Refusal('not-found', m.error_no_file({ file: basename(file) }))
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    throw outInWords(error, file)
  }
  return true
}

/** Whether a name leads to anything. Errors: the system's, where it can't be said. */
const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined

/** Takes hold of a file, or finds why it can only be read. Error: locked. */
function holdOf(file: string, options: OpenOptions): { mine: Lock | null; readOnlyWhy: ReadOnlyWhy | null } {
  if (options.readOnly) return { mine: null, readOnlyWhy: 'asked' }
  const held = lock(file)
  if (held === 'elsewhere') throw new Refusal('locked', m.file_locked_elsewhere())
  if (held === 'taken' && !options.readOnlyIfLocked) throw new Refusal('locked', m.error_locked())
  if (typeof held === 'string') return { mine: null, readOnlyWhy: held === 'taken' ? 'locked' : (whyNotWritable(file) ?? 'denied') }
  const readOnlyWhy = whyNotWritable(file)
  if (readOnlyWhy) held.release()
  return { mine: readOnlyWhy ? null : held, readOnlyWhy }
}

async function openToWrite(file: string, options: OpenOptions, open: (() => void)[]): Promise<Store> {
  const now = options.now ?? (() => new Date().toISOString())
  sweepLeavings(file)
  const place = new Place(file)
  open.push(() => place.close())
  const { heads = null } = options
  const unchecked = !!options.checkLater && !!heads && asLeft(heads, file)
  // looked at through a connection that can't change it: with a WAL that is not its own, closing would be enough to do harm
  let newer = options.asItIs ? (await setAside(file), null) : await lookFirst(file, heads)
  let searchDamaged = false
  keepPrivate(file)
  const db = connect(file)
  open.push(() => db.close())
  if (checkIdentity(db, file)) heads?.forget(place.identity)
  else {
    checkSchema(db, file)
    if (!unchecked) searchDamaged = checkWhole(db, file) === 'search'
    if (!unchecked && !options.asItIs) await checkNewest(db, file)
    if (heads && !options.asItIs && versionOf(db) > 0) newer = compareHeads(db, file, heads)
  }
  writeThrough(db, options)
  await bringUp(db, file)
  const readDb = connect(file, { readonly: true })
  open.push(() => readDb.close())
  insist(readDb)
  const writer = new Kysely<Tables>({ dialect: new Dialect(db) })
  const journal = new Journal(db, writer, now, options.actor ?? (() => ''), options.building ? 'system' : 'do')
  installTriggers(db)
  if (searchDamaged) await journal.rebuildSearch()
  await takeBackUnfinished(db, journal)
  const stay = new Stay(db, file, place, options)
  journal.commits = (part) => stay.commits(part)
  stay.remember()
  const read = new Kysely<Tables>({ dialect: new Dialect(readDb) })
  await sweepEvidence(db, read)
  const close = async () => {
    if (options.building) db.pragma('synchronous = FULL')
    await stay.end(() => readDb.close())
  }
  return {
    file,
    db,
    read,
    readDb,
    journal,
    readOnlyWhy: null,
    now,
    stay,
    unchecked,
    secondPlace: null,
    searchMended: searchDamaged,
    newer,
    close
  }
}

/** Error: older, the newest changes are there in part only. */
async function checkNewest(db: Database, file: string): Promise<void> {
  if (!(await newestIsWhole(db))) throw new Refusal('older', m.file_torn({ file: basename(file) }))
}

async function lookFirst(file: string, heads: Heads | null): Promise<Newer | null> {
  checkRollback(file)
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return null
  await checkWal(file)
  const db = connect(file, { readonly: true })
  try {
    if (checkIdentity(db, file)) return null
    checkSchema(db, file)
    return heads && compareHeads(db, file, heads)
  } catch (error) {
    // a rollback journal of a copy that was cut short is read by the connection that may write
    if ((error as { code?: string }).code?.startsWith('SQLITE_READONLY')) return null
    throw error
  } finally {
    db.close()
  }
}

/** Where SQLite can't read the file in its place, or where it would have to be brought up to date first, a copy is read. */
async function openToRead(file: string, readOnlyWhy: ReadOnlyWhy, options: OpenOptions, open: (() => void)[]): Promise<Store> {
  const now = options.now ?? (() => new Date().toISOString())
  let db: Database
  // of a file that somebody has open, what lies beside it is being written
  const left = readOnlyWhy === 'medium' || readOnlyWhy === 'denied'
  try {
    if (left && statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) throw new Error('changes beside it')
    db = connect(file, { readonly: true })
    open.push(() => db.close())
    checkIdentity(db, file)
    if (versionOf(db) < knownVersion) throw new Error('an older format')
  } catch (error) {
    if (error instanceof Refusal) throw error
    open
      .splice(0)
      .reverse()
      .forEach((close) => close())
    const aside: Aside = copyAside(file)
    open.push(() => aside.remove())
    if (left && !options.asItIs) await lookFirst(aside.file, null)
    db = connect(aside.file)
    open.push(() => db.close())
    checkIdentity(db, file)
    checkSchema(db, file)
    migrate(db)
    db.pragma('query_only = ON')
  }
  checkSchema(db, file)
  checkWhole(db, file)
  if (left && !options.asItIs) await checkNewest(db, file)
  const read = new Kysely<Tables>({ dialect: new Dialect(db) })
  return {
    file,
    db,
    read,
    readDb: db,
    journal: null,
    readOnlyWhy,
    now,
    stay: null,
    unchecked: false,
    secondPlace: null,
    searchMended: false,
    newer: null,
    close: async () => {}
  }
}

async function bringUp(db: Database, file: string): Promise<void> {
  const version = versionOf(db)
  if (version === knownVersion) return
  if (version > 0) await backupNow(db, backupFolder(file), 'before-migration')
  migrate(db)
  makeWhole(db)
}
