import { copyFileSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import { Refusal } from '../../shared/values/errors'
import { machineClock } from '../../shared/values/clock'
import { localeOf, written } from '../../shared/values/format'
import { m } from '../../shared/messages/messages.js'
import { getLocale } from '../../shared/messages/runtime.js'
import { connect } from './connect'
import { chainStart, entryHash } from './digest'
import { headOf, type Head, type Heads } from './heads'
import { identityAt } from '../../files/identity'
import { quietly } from './looking'
import type { Tables } from './tables'
import { verifyFile } from './verify'
import { addsNothing, readWal } from './wal'

type Entry = Tables['journalEntry']

/** What of a newer state of the same workspace is known that this file lacks. */
export interface Newer {
  /** How many changes; null when the two went different ways. */
  missing: number | null
  /** The instant of the last of them. */
  at: string
  /** Where they are. */
  file: string
}

/**
 * Compares a file with what was acknowledged in it, here or under its name. Gives null when nothing is missing; `known` is
 * what a copy elsewhere has, which may well be so on purpose. Error: older.
 */
export function compareHeads(db: Database, file: string, heads: Heads): Newer | null {
  const head = headOf(db, file)
  const identity = identityAt(file)
  if (!identity) return null
  const mine = heads.of(identity)
  const named = head && heads.ofWorkspace(head.workspace)
  for (const known of [mine, named?.file === file ? named : null]) {
    // the number of a file that was deleted may be another file's now
    if (!known || (head ? known.workspace !== head.workspace : known.file !== file)) continue
    const newer = newerThan(db, head, known)
    if (newer) throw olderRefusal(file, newer)
  }
  return named ? newerThan(db, head, named) : null
}

function newerThan(db: Database, head: Head | null, known: Head): Newer | null {
  if (!head || head.seq < known.seq) return { missing: known.seq - (head?.seq ?? 0), at: known.at, file: known.file }
  const there = db.prepare('SELECT hash FROM journalEntry WHERE seq = ?').get(known.seq) as { hash: string } | undefined
  return there?.hash === known.hash ? null : { missing: null, at: known.at, file: known.file }
}

function olderRefusal(path: string, { missing, at }: Newer): Refusal {
  const file = basename(path)
  const when = written(Date.parse(at), localeOf(getLocale(), 'a4'), 'instant', machineClock())
  return new Refusal('older', missing === null ? m.file_diverged({ file, when }) : m.file_older({ file, when, count: missing }))
}

/** How a rollback journal begins; the number of its pages follows, and is 0 until they are synced. */
const rollbackMagic = Buffer.from('d9d505f920a163d7', 'hex')

/**
 * Refuses a rollback journal that is not the file's own: SQLite would play its pages into the file. A workspace has one only
 * for the moment in which a copy becomes a workspace, and then with the first page alone. Error: older.
 */
export function checkRollback(file: string): void {
  const journal = `${file}-journal`
  const size = statSync(journal, { throwIfNoEntry: false })?.size ?? 0
  if (size < 32) return
  const head = readFileSync(journal).subarray(0, 1 << 17)
  // a loss of power leaves one that was never synced: SQLite plays nothing of it
  if (!head.subarray(0, 8).equals(rollbackMagic) || head.readUInt32BE(8) === 0) return
  const [sector, page] = [head.readUInt32BE(20), head.readUInt32BE(24)]
  const own = size <= sector + page + 8 && (size <= sector || (sector + 4 <= head.length && head.readUInt32BE(sector) === 1))
  if (!own) throw new Refusal('older', m.file_other_wal({ file: basename(file), wal: basename(journal) }))
}

/**
 * Refuses to read a workspace through a WAL that is damaged, another file's, or of another moment of the same file: SQLite
 * would mix the pages of both. What the file says of its journal without the WAL must be so with it, too, and with it all
 * must be as the journal has it. One that adds nothing to the file is nobody's business. Nothing is changed. Error: older.
 */
export async function checkWal(file: string): Promise<void> {
  const wal = `${file}-wal`
  const names = { file: basename(file), wal: basename(wal) }
  const found = readWal(wal)
  if (!found) return
  if (found.broken) throw new Refusal('older', m.file_wal_damaged(names))
  if (addsNothing(file, wal, found)) return
  const alone = `${file}.${v7()}.part`
  try {
    try {
      linkSync(file, alone)
    } catch {
      copyFileSync(file, alone)
    }
    const links = linksOf(alone)
    if (links.length > 0 && !holds(file, links)) throw new Refusal('older', m.file_other_wal(names))
    if (isOfAnotherMoment(file, alone) || ((await hasFaults(file)) && !(await hasFaults(alone)))) {
      throw new Refusal('older', m.file_wal_moment(names))
    }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(alone + end, { force: true })
  }
}

/** Whether verifying finds anything but a search index, which is built anew from the records. */
async function hasFaults(file: string): Promise<boolean> {
  return (await verifyFile(file, quietly)).problems.some(({ problem }) => problem !== 'search')
}

function withFile<T>(file: string, work: (db: Database) => T): T {
  const db = connect(file, { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function holds(file: string, links: Pick<Entry, 'seq' | 'hash'>[]): boolean {
  return withFile(file, (db) => {
    const hashAt = db.prepare('SELECT hash FROM journalEntry WHERE seq = ?').pluck()
    return links.every(({ seq, hash }) => hashAt.get(seq) === hash)
  })
}

/** Drafts are outside the journal: a WAL that takes one back is of an earlier moment. */
function isOfAnotherMoment(file: string, alone: string): boolean {
  try {
    const [now, then] = [alone, file].map((each) =>
      withFile(each, (db) => new Map(db.prepare('SELECT key, at FROM draft').raw().all() as [string, string][]))
    ) as [Map<string, string>, Map<string, string>]
    return [...now].some(([key, at]) => (then.get(key) ?? at) < at)
  } catch {
    return false
  }
}

/**
 * The first and the last entry that a file holds, if they are whole links of a chain: a crash in the middle of a checkpoint
 * leaves pages of both states, which prove nothing.
 */
function linksOf(file: string): Pick<Entry, 'seq' | 'hash'>[] {
  try {
    return withFile(file, (db) => {
      const entries = db.prepare(
        'SELECT * FROM journalEntry WHERE seq = 1 OR seq >= (SELECT max(seq) FROM journalEntry) - 1 ORDER BY seq'
      )
      return (entries.all() as Entry[]).filter((entry, index, all) => {
        const before = entry.seq === 1 ? chainStart : all[index - 1]?.seq === entry.seq - 1 ? all[index - 1]!.hash : null
        return before !== null && entryHash(before, entry) === entry.hash
      })
    })
  } catch {
    return []
  }
}

/**
 * Takes what lies beside a file that a person opens as it is, under a name that says what it is: what is another file's is
 * moved away, what may be its own is copied.
 */
export async function setAside(file: string): Promise<void> {
  const stamp = new Date().toISOString().replaceAll(':', '-')
  const keep = (end: string, foreign: boolean) => {
    const kept = join(dirname(file), `${basename(file, '.redress')} changes set aside ${stamp}.redress${end}`)
    if (foreign) renameSync(file + end, kept)
    else copyFileSync(file + end, kept)
  }
  if (await refused(() => checkRollback(file))) keep('-journal', true)
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return
  const foreign = await refused(() => checkWal(file))
  keep('-wal', foreign)
  if (foreign) rmSync(`${file}-shm`, { force: true })
}

async function refused(check: () => void | Promise<void>): Promise<boolean> {
  try {
    await check()
    return false
  } catch {
    return true
  }
}
