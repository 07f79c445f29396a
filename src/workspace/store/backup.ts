import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { backupWhys, type BackupRow, type BackupWhy } from '../../shared/contract/workspace'
import { aside } from './aside'
import { wholeness } from './check'
import { connect } from './connect'
import { newPart, removePart, takeCopy } from './copy'
import { isHeld } from '../../files/held'
import { syncFolderLater } from '../../files/sync'
import { digestOfFile } from './files'
import { backupName, backupsIn, toLetGo, type BackupName } from './keep'
import { letGoOf } from './letting-go'
import { quietly, type Looking } from './looking'
import { applicationId } from '../../files/mark'
import { outInWords } from './troubles'

const suffix = '.redress'
/** Stands in the name of a backup of a workspace that was at fault itself. */
const atFault = '-unverified'

/** Takes a workspace's path, gives the folder beside it that holds its backups. */
export function backupFolder(file: string): string {
  return join(dirname(file), `${basename(file, suffix)} backups`)
}

/**
 * Makes a verified backup in `folder` and lets older ones go. `why` becomes part of its name, and so does its digest, by
 * which it is known again. Gives the path. Errors: as of `takeCopy`.
 */
export async function backupNow(
  db: Database,
  folder: string,
  why = 'backup',
  at = new Date(),
  watch: Looking = quietly
): Promise<string> {
  const part = join(folder, `${v7()}.part`)
  let there = false
  try {
    room(folder)
    there = true
    const { digest, verified } = await takeCopy(db, part, watch)
    const name = backupName(nextNumber(folder), at, verified ? why : why + atFault, digest)
    renameSync(part, join(folder, name))
    await syncFolderLater(folder)
    // what is at fault takes no other's place
    if (verified) await rotate(folder, watch)
    return join(folder, name)
  } catch (error) {
    throw troubleAt(folder, error, there)
  } finally {
    await removePart(part)
  }
}

/**
 * Makes a folder for backups. The one that it stands in must be there: where a drive is away, what is put in its place would be
 * hidden by it later, and nobody would have what they think they have.
 */
function room(folder: string): void {
  if (existsSync(folder)) return
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // a link that leads nowhere has the name, and is no folder
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? Object.assign(new Error(folder), { code: 'ENOENT' }) : error
  }
}

/**
 * Takes the folder, what went wrong and whether the folder had been there; gives it in words. One that goes while it is written
 * to is told as gone, whoever met it and however they call it: no fault of its drive, nor of the copy.
 */
function troubleAt(folder: string, error: unknown, there: boolean): unknown {
  const gone = there && (error as Error | null)?.name !== 'AbortError' && !existsSync(folder)
  return outInWords(gone ? Object.assign(new Error(folder), { code: 'ENOENT' }) : error, folder)
}

/** Puts a backup into a second folder as well, under the same name but for its number. Gives its path there. Errors: in words. */
export async function backUpAgain(backup: string, folder: string, watch: Looking = quietly): Promise<string> {
  const [made] = backupsIn([basename(backup)])
  if (!made?.digest) throw new Refusal('not-found', m.error_no_file({ file: basename(backup) }))
  const part = join(folder, `${v7()}.part`)
  let there = false
  try {
    room(folder)
    there = true
    newPart(part)
    const digest = await aside({ do: 'copy-again', file: backup, part }, watch)
    if (!digest.startsWith(made.digest)) throw new Refusal('corrupt', m.error_copy_differs())
    const target = join(folder, backupName(nextNumber(folder), new Date(made.at), made.why, digest))
    renameSync(part, target)
    await syncFolderLater(folder)
    if (!made.why.endsWith(atFault)) await rotate(folder, watch)
    return target
  } catch (error) {
    throw troubleAt(folder, error, there)
  } finally {
    await removePart(part)
  }
}

/** Takes a path, gives whether a Redress workspace is there that its database calls whole. */
export function sound(file: string): boolean {
  let db: Database | null = null
  try {
    db = connect(file, { readonly: true })
    return db.pragma('application_id', { simple: true }) === applicationId && wholeness(db) !== 'damaged'
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Takes a workspace's path, gives its backups, newest first; with `verify`, each is looked at whether it is still what it was. */
export async function backupsOf(file: string, verify = false, folder = backupFolder(file)): Promise<BackupRow[]> {
  const rows: BackupRow[] = []
  for (const backup of namesIn(folder)) {
    const path = join(folder, backup.name)
    const verified = !verify || (await isAsMade(path, backup))
    rows.push({ name: backup.name, at: backup.at, why: whyOf(backup), bytes: statSync(path).size, verified, place: 'beside' })
  }
  return rows
}

const whyOf = ({ why }: BackupName): BackupWhy | null => backupWhys.find((each) => each === why.replace(atFault, '')) ?? null

/** Whether a backup has the content that it was verified with: by its digest, or, when its name has none, by its journal. */
async function isAsMade(path: string, { digest, why }: BackupName): Promise<boolean> {
  if (digest) return !why.endsWith(atFault) && (await digestOfFile(path)).startsWith(digest)
  return sound(path) && (await aside({ do: 'verify', file: path }, quietly)).problems.every(({ problem }) => problem === 'search')
}

/** The digest that a backup must have by its name, or null. Any file may be asked about. */
export const digestInName = (file: string): string | null => backupsIn([basename(file)])[0]?.digest ?? null

/** Gives the newest backup in a folder, or null. */
export function newestIn(folder: string): string | null {
  const [newest] = namesIn(folder)
  return newest ? join(folder, newest.name) : null
}

/** Takes the path of a workspace or null, gives the head of its journal, or null when it has none that can be read. */
export function headOfFile(file: string | null): string | null {
  if (!file) return null
  let db: Database | null = null
  try {
    db = connect(file, { readonly: true })
    return (db.prepare('SELECT hash FROM journalEntry ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ?? null
  } catch {
    return null
  } finally {
    db?.close()
  }
}

function namesIn(folder: string): BackupName[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile())
  return backupsIn(files.map(({ name }) => name))
}

const nextNumber = (folder: string): number => (namesIn(folder)[0]?.number ?? 0) + 1

/** Lets older backups go. The newest was verified a moment ago, or this is not called. */
async function rotate(folder: string, watch: Looking): Promise<void> {
  const untouched = namesIn(folder).filter(({ name }) => !wasWorkedIn(join(folder, name)))
  for (const name of toLetGo(untouched)) await letGoOf(join(folder, name), watch)
}

/**
 * Whether somebody has opened a backup as their workspace: what they saved in it is nowhere else. Each is made without a WAL,
 * and whoever opens it to write makes it one with a WAL, which its header says from then on.
 * See https://sqlite.org/fileformat2.html#file_format_version_numbers
 */
function wasWorkedIn(backup: string): boolean {
  if (isHeld(backup)) return true
  const head = Buffer.alloc(20)
  const handle = openSync(backup, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return head[18] === 2
}
