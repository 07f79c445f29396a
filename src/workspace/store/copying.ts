import { createHash } from 'node:crypto'
import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { connect } from './connect'
import { digestOfFile, sync } from './files'
import type { Inside } from './looking'
import { Steps } from './steps'
import { verifyFile } from './verify'

/** A copy as it stands under a temporary name: whole, synced, and looked at. */
export interface Copied {
  bytes: number
  /** SHA-256 of the file. */
  digest: string
  /** All in it agrees with its journal, as `verify` means it. If not, it is what the original was, fault for fault. */
  verified: boolean
  /** It has the content of the original, as it was at the moment it was taken. */
  same: boolean
}

/**
 * Copies what a workspace file holds at this moment to `part`, an empty file that is there, in steps: changes go on meanwhile
 * and do not make it begin again, since it reads at one moment through a connection of its own. The copy is one plain file.
 * That it has the same content is told by its journal, which is verified and ends where the original's ended, or, where the
 * original is at fault itself, by every row of the two: for that the original's moment is held to the end, in a second copy.
 */
export async function copyOf(file: string, part: string, watch: Inside): Promise<Copied> {
  const copied = await copyOnce(file, part, watch, false)
  return copied.verified ? copied : copyOnce(file, part, watch, true)
}

async function copyOnce(file: string, part: string, watch: Inside, hold: boolean): Promise<Copied> {
  const source = connect(file, { readonly: true })
  // closed when no connection has the copy any more: closing it lets go of the locks of this process
  const written = openSync(part, 'r+')
  const steps = new Steps(watch.gently)
  try {
    source.exec('BEGIN')
    const pageSize = source.pragma('page_size', { simple: true }) as number
    const head = headOf(source)
    let began = performance.now()
    await source.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        watch.signal.throwIfAborted()
        watch.onProgress(totalPages - remainingPages, totalPages * 2)
        // what waits to be written holds up every sync of a change: it is never more than one step
        fdatasyncSync(written)
        const took = performance.now() - began
        steps.took(took)
        watch.stepped(took)
        began = performance.now()
        return Math.ceil(steps.bytes / pageSize)
      }
    })
    if (!hold) {
      source.close()
      watch.letGo()
    }
    // one plain file: a reader of the copy must not need the files that WAL keeps beside it
    withCopy(part, false, (copy) => copy.pragma('journal_mode = DELETE'))
    await sync(part)
    watch.onlyReads()
    const half = { ...watch, onProgress: (done: number, total: number) => watch.onProgress(total + done, total * 2) }
    const found = await verifyFile(part, half)
    // what search knows is built from the records at any time
    const verified = found.problems.every(({ problem }) => problem === 'search')
    const same = withCopy(
      part,
      true,
      (copy) => headOf(copy) === head && (verified || !hold || contentOf(copy) === contentOf(source))
    )
    return { bytes: statSync(part).size, digest: await digestOfFile(part, watch.signal), verified, same }
  } finally {
    source.close()
    closeSync(written)
  }
}

/**
 * Copies a file that nobody writes to `part`, an empty file that is there, with each step on the disk before the next. Gives
 * the SHA-256 of what can be read there afterwards.
 */
export async function copyAgain(file: string, part: string, watch: Inside): Promise<string> {
  const [from, to] = [openSync(file, 'r'), openSync(part, 'r+')]
  try {
    const steps = new Steps(watch.gently)
    const room = Buffer.allocUnsafe(steps.most)
    const { size } = fstatSync(from)
    for (let at = 0, read = 1; read > 0; at += read) {
      watch.signal.throwIfAborted()
      const began = performance.now()
      read = readSync(from, room, 0, steps.bytes, at)
      writeWholly(to, room.subarray(0, read), at)
      fdatasyncSync(to)
      const took = performance.now() - began
      steps.took(took)
      watch.stepped(took)
      watch.onProgress(at + read, size)
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
  watch.onlyReads()
  return digestOfFile(part, watch.signal)
}

/** A system may take less at a time than it was given. */
function writeWholly(handle: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done, at + done)
}

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
