import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { BackupRow } from '../../shared/contract/workspace'
import { lock } from './lock'
import { applicationId } from './migrate'

const suffix = '.redress'
/** How many backups are kept: the newest ones, then the last of each day, then of each week. */
const keep = { newest: 12, days: 14, weeks: 8 }

/** Takes a workspace's path, gives the folder beside it that holds its backups. */
export function backupFolder(file: string): string {
  return join(dirname(file), `${basename(file, suffix)} backups`)
}

/**
 * Copies an open database to `target`: under a temporary name, checked, synced and only then renamed, so that a copy
 * that was cut short never stands under a good name. Gives its size in bytes. `onPage` is told pages done and total and
 * may throw to cancel.
 */
export async function copyTo(
  db: Database.Database,
  target: string,
  onPage?: (done: number, total: number) => void
): Promise<number> {
  mkdirSync(dirname(target), { recursive: true })
  const temporary = `${target}.${v7()}.part`
  try {
    await db.backup(temporary, {
      progress: ({ totalPages, remainingPages }) => {
        onPage?.(totalPages - remainingPages, totalPages)
        return 2_000
      }
    })
    const copy = new Database(temporary)
    try {
      // one plain file: a reader of the copy must not need the files that WAL keeps beside it
      copy.pragma('journal_mode = DELETE')
    } finally {
      copy.close()
    }
    if (!sound(temporary)) throw new Refusal('corrupt', m.error_corrupt({ file: basename(target) }))
    sync(temporary)
    renameSync(temporary, target)
    syncFolder(dirname(target))
    return statSync(target).size
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(temporary + end, { force: true })
  }
}

/** Makes a verified backup in `folder` and lets older ones go. `why` becomes part of its name. Gives the path. */
export async function backupNow(db: Database.Database, folder: string, why = 'backup', at = new Date()): Promise<string> {
  const target = join(folder, `${at.toISOString().replaceAll(':', '-')} ${why}${suffix}`)
  await copyTo(db, target)
  rotate(folder)
  return target
}

/** Takes a path, gives whether a whole Redress workspace is there. */
export function sound(file: string): boolean {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    return (
      db.pragma('application_id', { simple: true }) === applicationId && db.pragma('integrity_check(1)', { simple: true }) === 'ok'
    )
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Takes a workspace's path, gives its backups, newest first, each looked at when `verify` is set. */
export function backupsOf(file: string, verify = false): BackupRow[] {
  const folder = backupFolder(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .reverse()
    .map((name) => ({
      name,
      at: instantIn(name),
      bytes: statSync(join(folder, name)).size,
      verified: verify ? sound(join(folder, name)) : true
    }))
}

/**
 * Puts a backup in the place of a workspace that nobody has open. The file that it replaces is kept beside it with its
 * WAL, under a name that says when. Gives that name, or null when nothing was there. Error: corrupt, the backup is not whole.
 */
export function restore(backup: string, file: string, at = new Date()): string | null {
  if (!sound(backup)) throw new Refusal('corrupt', m.error_corrupt({ file: basename(backup) }))
  const fresh = `${file}.${v7()}.part`
  const source = new Database(backup, { readonly: true })
  try {
    source.prepare('VACUUM INTO ?').run(fresh)
  } finally {
    source.close()
  }
  sync(fresh)
  let kept: string | null = null
  if (existsSync(file)) {
    kept = `${file.slice(0, -suffix.length)} replaced ${at.toISOString().replaceAll(':', '-')}${suffix}`
    for (const end of ['-wal', '-shm', '']) if (existsSync(file + end)) renameSync(file + end, kept + end)
  }
  renameSync(fresh, file)
  syncFolder(dirname(file))
  return kept
}

/**
 * Restores a backup, named by its path or by its name in the backup folder. Gives what `restore` gives. Errors: locked,
 * another process has the workspace open; corrupt.
 */
export function restoreUnused(backup: string, file: string): string | null {
  const held = lock(file)
  if (held === 'taken' || held === 'elsewhere') throw new Refusal('locked', m.error_locked())
  try {
    return restore(isAbsolute(backup) ? backup : join(backupFolder(file), basename(backup)), file)
  } finally {
    if (held !== 'unwritable') held.release()
  }
}

function rotate(folder: string): void {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .reverse()
  const kept = new Set(names.slice(0, keep.newest))
  for (const [length, most] of [
    [10, keep.days],
    [0, keep.weeks]
  ] as const) {
    const seen = new Set<string>()
    for (const name of names) {
      const span = length ? name.slice(0, length) : String(Math.floor(Date.parse(instantIn(name)) / (7 * 86_400_000)))
      if (seen.has(span) || seen.size >= most) continue
      seen.add(span)
      kept.add(name)
    }
  }
  // a whole newer backup must stand before an older one goes
  if (names[0] && sound(join(folder, names[0]))) {
    for (const name of names) if (!kept.has(name)) rmSync(join(folder, name))
  }
}

function instantIn(name: string): string {
  const [stamp = ''] = name.split(' ')
  return stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')
}

function sync(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
