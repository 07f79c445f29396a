import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connectLock } from './connect'
import { canonical, identityAt, keyOf } from '../../files/identity'

/** Held while a workspace is open for writing; the system lets go of it when the process ends, however it ends. */
export interface Lock {
  release(): void
}

/**
 * Takes a workspace's path. Gives a lock, `taken` when another process holds it, `elsewhere` when another process holds
 * the same file under another name, or `unwritable` when the folder does not let us. A lock is an empty SQLite file with
 * an exclusive transaction on it: unlike a file with a process number in it, it can't be left behind by a crash. One
 * stands beside the workspace, for whoever comes by the name, from other computers too; one in a place that all users of
 * this computer share, for whoever comes to the same file by another name (a hard link).
 */
export function lock(file: string): Lock | 'taken' | 'elsewhere' | 'unwritable' {
  const real = canonical(file)
  const name = join(dirname(real), `.${basename(real)}.lock`)
  const named = hold(name)
  if (typeof named === 'string') return named
  likeFile(name, real)
  const identity = identityAt(real)
  const same = identity && holdShared(`${keyOf(identity)}.lock`)
  if (same === 'taken') {
    named.release()
    return 'elsewhere'
  }
  return {
    release() {
      named.release()
      if (same && typeof same !== 'string') same.release()
    }
  }
}

function removed(name: string): boolean {
  try {
    rmSync(name)
    return true
  } catch {
    return false
  }
}

function hold(name: string, anew = true): Lock | 'taken' | 'unwritable' {
  let db: Database
  try {
    db = connectLock(name)
  } catch {
    return 'unwritable'
  }
  try {
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    const { code = '' } = error as { code?: string }
    // a lock has no bytes: what has some is nobody's, and was put there by somebody who knows nothing of it
    if (code === 'SQLITE_NOTADB' && anew) return removed(name) ? hold(name, false) : 'unwritable'
    return code.startsWith('SQLITE_BUSY') ? 'taken' : 'unwritable'
  }
}

/** Whoever may open the workspace may see its lock, and nobody else. */
function likeFile(name: string, file: string): void {
  if (process.platform === 'win32') return
  try {
    chmodSync(name, 0o600 | ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o060))
  } catch {
    // another user made it, and made it so
  }
}

/** Without such a place the lock beside the workspace has to do. */
function holdShared(name: string): Lock | 'taken' | 'unwritable' {
  const folder = join(process.platform === 'win32' ? tmpdir() : '/tmp', 'redress-locks')
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder)
      chmodSync(folder, 0o1777)
    }
  } catch {
    return 'unwritable'
  }
  const file = join(folder, name)
  const held = hold(file)
  if (typeof held !== 'string') {
    try {
      chmodSync(file, 0o666)
    } catch {
      // another user made it, and made it so
    }
  }
  return held
}
