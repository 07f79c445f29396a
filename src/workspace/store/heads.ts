import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { identityAt, keyOf, type Identity } from '../../files/identity'
import type { Instant } from '../../shared/values/flavours'

/** The newest change of a workspace file, as it was acknowledged. */
export interface Head {
  /** The hash of the first entry, which no other workspace has. */
  workspace: string
  seq: number
  hash: string
  at: Instant
  file: string
  /** How the file stood when it was closed; null while it is open. */
  closed: { size: number; changed: number } | null
}

/** What is known outside the files of what was saved in them. */
export interface Heads {
  /** By the file's identity. */
  of(identity: Identity): Head | null
  /** Of the same workspace, in whatever file. */
  ofWorkspace(workspace: string): Head | null
  keep(identity: Identity, head: Head): void
  /** Nothing is known of this file any more. */
  forget(identity: Identity): void
}

/** A head is written over the one before, in a file that keeps its length. */
const roundedTo = 1_024

/**
 * Keeps heads in a folder, a small file each, written over in place: a change waits for it, and what makes a new file waits
 * for the disk when that has much to do. They are hints, not records: what can't be read is not known.
 */
export function headsIn(folder: string): Heads {
  const fileOf = (key: string) => join(folder, `${key}.json`)
  const read = (key: string): Head | null => {
    try {
      const head = JSON.parse(readFileSync(fileOf(key), 'utf8')) as Head
      return typeof head.workspace === 'string' && Number.isInteger(head.seq) && typeof head.hash === 'string' ? head : null
    } catch {
      return null
    }
  }
  const write = (key: string, head: Head) => {
    const words = Buffer.from(JSON.stringify(head))
    const bytes = Buffer.alloc(Math.ceil(words.length / roundedTo) * roundedTo, ' ')
    words.copy(bytes)
    const handle = openSync(fileOf(key), constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      writeSync(handle, bytes, 0, bytes.length, 0)
      if (fstatSync(handle).size !== bytes.length) ftruncateSync(handle, bytes.length)
    } finally {
      closeSync(handle)
    }
  }
  return {
    of: (identity) => read(keyOf(identity)),
    ofWorkspace: (workspace) => (/^[0-9a-f]+$/.test(workspace) ? read(workspace) : null),
    keep(identity, head) {
      try {
        mkdirSync(folder, { recursive: true })
        write(keyOf(identity), head)
        write(head.workspace, head)
      } catch {
        // without the hint the file itself is as safe as before
      }
    },
    forget(identity) {
      try {
        rmSync(fileOf(keyOf(identity)), { force: true })
      } catch {
        // what is said there names another workspace, and is not believed
      }
    }
  }
}

/** Takes an open database, gives its newest entry and its first; null when nothing was ever recorded. */
export function headOf(db: Database, file: string): Head | null {
  const newest = db.prepare('SELECT seq, hash, at FROM journalEntry ORDER BY seq DESC LIMIT 1').get() as
    Pick<Head, 'seq' | 'hash' | 'at'> | undefined
  const first = db.prepare('SELECT hash FROM journalEntry ORDER BY seq LIMIT 1').get() as { hash: string } | undefined
  return newest && first ? { workspace: first.hash, ...newest, file, closed: null } : null
}

/** Takes the path of a file that nobody has open, gives how it stands. */
export function standing(file: string): Head['closed'] {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? { size: stat.size, changed: stat.ctimeMs } : null
}

/** Whether a file is as Redress left it when it closed it, so that nobody else can have prepared it. */
export function asLeft(heads: Heads, file: string): boolean {
  const identity = identityAt(file)
  const left = identity && heads.of(identity)?.closed
  const is = standing(file)
  const beside = statSync(`${file}-wal`, { throwIfNoEntry: false })
  return !!left && !!is && left.size === is.size && left.changed === is.changed && !beside?.size
}
