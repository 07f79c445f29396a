import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { makeWhole } from './connect'
import type { Whereabouts } from './place'

/** What became of a file while it was open, and where all that was saved is now. */
export interface Departure {
  is: 'moved' | 'trashed' | 'removed' | 'replaced' | 'unreachable' | 'overwritten'
  file: string
  /** Where the file is now, when it is known. */
  to: string | null
  /** The copy that was made of it, since no name leads to it any more. */
  saved: string | null
}

const suffix = '.redress'
const trash = /[\\/](\.?Trash(es|-\d+)?|\$Recycle\.Bin)[\\/]/i

/**
 * Sees to it that nothing acknowledged is lost with a file that is no longer under its name. One that was moved is made
 * whole where it is. One that no name leads to is saved beside, under a name that says so, or in `refuge` when that does not go.
 */
export function depart(db: Database, file: string, where: Exclude<Whereabouts, { is: 'here' }>, refuge: string | null): Departure {
  const whole = attempted(() => makeWhole(db))
  if (where.is === 'moved') {
    const is = where.to && trash.test(where.to) ? 'trashed' : 'moved'
    return { is, file, to: where.to, saved: where.to || whole ? null : rescue(db, file, [dirname(file), refuge]) }
  }
  // what is put in the place of a drive would be hidden by the drive when it comes back
  const folders = where.is === 'unreachable' ? [refuge] : [dirname(file), refuge]
  return { is: where.is, file, to: null, saved: rescue(db, file, folders) }
}

function rescue(db: Database, file: string, folders: (string | null)[]): string | null {
  const name = `${basename(file, suffix)} saved ${new Date().toISOString().replaceAll(':', '-')}${suffix}`
  for (const folder of folders) {
    if (!folder || !existsSync(folder)) continue
    const target = join(folder, name)
    if (attempted(() => (db.prepare('VACUUM INTO ?').run(target), true))) return target
    attempted(() => (rmSync(target, { force: true }), true))
  }
  return null
}

/** The files that SQLite leaves under a name which is no longer the database's; only when nothing is in them. */
export function sweepBeside(file: string): void {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (wal && wal.size > 0) return
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
}

interface Names {
  file: string
  to: string
  saved: string
}

const sentences: Record<Departure['is'], (names: Names, known: boolean) => string> = {
  moved: (names, known) => (known ? m.file_moved_to(names) : m.file_moved(names)),
  trashed: (names) => m.file_trashed(names),
  removed: (names) => m.file_removed(names),
  replaced: (names) => m.file_replaced(names),
  unreachable: (names) => m.file_unreachable(names),
  overwritten: (names) => m.file_overwritten(names)
}

/** What is said of it, and when it met a change, that this was not saved. Error codes: moved; older, what is under its name is something else. */
export function departureRefusal({ is, file, to, saved }: Departure, changing: boolean): Refusal {
  const names = { file: basename(file), to: to ? basename(to) : '', saved: saved ? basename(saved) : '' }
  const said = sentences[is](names, to !== null)
  const copy = saved ? m.file_saved_beside(names) : is === 'removed' || is === 'replaced' ? m.file_not_rescued() : ''
  return new Refusal(
    is === 'overwritten' ? 'older' : 'moved',
    [said, copy, changing ? m.file_change_not_saved() : ''].filter(Boolean).join(' ')
  )
}

function attempted(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}
