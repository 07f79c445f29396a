import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { verifyAside } from './aside'
import { connect } from './connect'
import { digestOfFile, sync, syncFolder } from './files'
import { identityAt, isSame } from './identity'
import { lock } from './lock'
import type { Looking } from './looking'

/** A copy as it stands under a temporary name: whole, synced, and looked at. */
export interface Copied {
  part: string
  bytes: number
  /** SHA-256 of the file. */
  digest: string
  /** All in it agrees with its journal, as `verify` means it. If not, it is what the original was, fault for fault. */
  verified: boolean
  /** The newest entry of its journal. */
  head: string
}

/** So many pages are copied at a time, 2 MB: a write waits some milliseconds for it at most. */
const pagesAtATime = 500

/**
 * Copies what an open database holds at this moment, in steps: changes go on meanwhile and do not make it begin again, since
 * it reads at one moment through a connection of its own. The copy is one plain file that its owner alone may read, and has
 * the same content as the original at that moment: its journal is verified and ends where that one's ended, or, where the
 * original is at fault itself, every row of the two is compared. Errors: cancelled; corrupt, the copy is another.
 */
export async function takeCopy(db: Database, part: string, watch: Looking): Promise<Copied> {
  closeSync(openSync(part, 'wx', 0o600))
  const source = connect(db.name, { readonly: true })
  try {
    source.exec('BEGIN')
    const head = headOf(source)
    await source.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        watch.signal.throwIfAborted()
        watch.onProgress(totalPages - remainingPages, totalPages * 2)
        return pagesAtATime
      }
    })
    await sync(part)
    // one plain file: a reader of the copy must not need the files that WAL keeps beside it
    withCopy(part, false, (copy) => copy.pragma('journal_mode = DELETE'))
    const half = { ...watch, onProgress: (done: number, total: number) => watch.onProgress(total + done, total * 2) }
    const found = await verifyAside(part, half)
    // what search knows is built from the records at any time
    const verified = found.problems.every(({ problem }) => problem === 'search')
    const same = withCopy(part, true, (copy) => headOf(copy) === head && (verified || contentOf(copy) === contentOf(source)))
    if (!same) throw new Refusal('corrupt', m.error_copy_differs())
    return { part, bytes: statSync(part).size, digest: await digestOfFile(part, watch.signal), verified, head }
  } finally {
    source.close()
  }
}

/**
 * Copies an open database to `target`: under a temporary name first, so that a copy that was cut short never stands under a
 * good name. Gives its size in bytes. Errors: conflict, a workspace is open there, or changes of another one wait beside it;
 * cancelled; corrupt.
 */
export async function copyTo(db: Database, target: string, watch: Looking = quietly): Promise<number> {
  mkdirSync(dirname(target), { recursive: true })
  mayBeReplaced(db, target)
  const part = `${target}.${v7()}.part`
  try {
    const { bytes } = await takeCopy(db, part, watch)
    mayBeReplaced(db, target)
    for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true })
    renameSync(part, target)
    syncFolder(dirname(target))
    return bytes
  } finally {
    removePart(part)
  }
}

export const quietly: Looking = { onProgress: () => {}, signal: new AbortController().signal }

export function removePart(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(part + end, { force: true })
}

/** A file that is open, under whatever name, is never replaced; nor one whose own changes are still beside it. */
function mayBeReplaced(db: Database, target: string): void {
  if (!existsSync(target)) {
    if (pending(target)) throw new Refusal('conflict', m.error_backup_pending({ file: basename(target) }))
    return
  }
  if (isSame(identityAt(target), identityAt(db.name))) throw new Refusal('conflict', m.error_backup_onto_itself())
  const held = lock(target)
  if (typeof held === 'string' && held !== 'unwritable')
    throw new Refusal('conflict', m.error_backup_onto_open({ file: basename(target) }))
  if (typeof held !== 'string') held.release()
  if (pending(target)) throw new Refusal('conflict', m.error_backup_pending({ file: basename(target) }))
}

const pending = (file: string): boolean =>
  ['-wal', '-journal'].some((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0)

function withCopy<T>(part: string, readonly: boolean, work: (copy: Database) => T): T {
  const copy = connect(part, { readonly })
  try {
    return work(copy)
  } finally {
    copy.close()
  }
}

function headOf(db: Database): string {
  return (db.prepare('SELECT hash FROM journalEntry ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? ''
}

/** A digest of every row of every table, for two files that both are at fault. */
function contentOf(db: Database): string {
  const digest = createHash('sha256')
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name").pluck().all()
  for (const table of tables as string[]) {
    digest.update(table)
    for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate() as IterableIterator<unknown[]>) {
      for (const cell of row) digest.update(Buffer.isBuffer(cell) ? cell : JSON.stringify(cell)).update('\n')
    }
  }
  return digest.digest('hex')
}
