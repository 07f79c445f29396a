import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { plainFile } from '../../files/plain'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { connect } from './connect'
import { applicationId, magic } from '../../files/mark'
import { knownVersion, versionOf } from './migrate'
import { inWords } from './troubles'

/** The first bytes are read before SQLite sees the file: a text or an image gets a sentence, not a database error. */
export function checkHeader(file: string, create: boolean): void {
  const stat = plainFile(file)
  if (stat.size === 0 && create) return
  const head = Buffer.alloc(18)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1', 0, 16) !== magic) throw new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
  // what is missing of the last page is nothing but zeros to SQLite; where a save was cut short, it stands beside the file
  const pageSize = head.readUInt16BE(16)
  if (pageSize >= 512 && stat.size % pageSize > 0 && !changesBeside(file))
    throw new Refusal('corrupt', m.error_corrupt({ file: basename(file) }))
}

const changesBeside = (file: string): boolean =>
  ['-wal', '-journal'].some((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0)

/** Refuses another program's database, and one of a newer Redress. Gives whether there is nothing in it yet. */
export function checkIdentity(db: Database, file: string): boolean {
  const version = versionOf(db)
  const { parts } = db.prepare('SELECT count(*) AS parts FROM sqlite_schema').get() as { parts: number }
  if (version === 0 && parts === 0) return true
  if (db.pragma('application_id', { simple: true }) !== applicationId || version < 1) {
    throw new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
  }
  if (version > knownVersion) {
    throw new Refusal('conflict', m.error_newer({ file: basename(file), version: String(version), known: String(knownVersion) }))
  }
  return false
}

/** Looks at every page of a file that may be open elsewhere. Gives what `checkWhole` gives. Errors: corrupt, and the system's. */
export function checkFile(file: string): 'whole' | 'search' {
  const db = connect(file, { readonly: true })
  try {
    return checkWhole(db, file)
  } catch (error) {
    throw inWords(error, file)
  } finally {
    db.close()
  }
}

/**
 * Looks at every page. Gives `search` when nothing but the search index is at fault: that is built anew from the records.
 * Error: corrupt.
 */
export function checkWhole(db: Database, file: string): 'whole' | 'search' {
  const found = wholeness(db)
  if (found === 'damaged') throw new Refusal('corrupt', m.error_corrupt({ file: basename(file) }))
  return found
}

/** What SQLite says of every page. Errors: those of SQLite. */
export function wholeness(db: Database): 'whole' | 'search' | 'damaged' {
  const faults = faultsIn(db)
  if (faults.length === 0) return 'whole'
  return faults.every(({ search }) => search) ? 'search' : 'damaged'
}

/** The faults that SQLite finds in a database, the first twenty, and whether each is its full-text index's own. */
export function faultsIn(db: Database): { search: boolean }[] {
  const found = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return found.map((row) => row.integrity_check).flatMap((said) => (said === 'ok' ? [] : [{ search: /fts5/i.test(said) }]))
}
