import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import { plainBeside, plainFile } from '../../files/plain'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { backupFolder, digestInName } from './backup'
import { checkHeader, checkIdentity, checkWhole } from './check'
import { connect } from './connect'
import { syncFolder, syncNow } from '../../files/sync'
import { digestOfFileNow } from './files'
import { lock } from './lock'
import { checkSchema } from './schema'
import { inWords, outInWords } from './troubles'

/** What a restore is about to do, kept beside the workspace until it is done: names in the same folder. */
interface Plan {
  fresh: string
  kept: string | null
}

/** The files that SQLite keeps beside a database and reads together with it. */
const beside = ['-wal', '-journal'] as const
const planOf = (file: string): string => join(dirname(file), `.${basename(file)}.restoring`)

/**
 * Puts a backup in the place of a workspace that nobody has open. It is the old one or the new one at every step, also with
 * changes beside it that a crash left: all is made ready under other names, then a plan is written that says what is left to
 * do, and whoever opens the workspace next does what an interrupted restore has left (`finishRestore`). The file that is
 * replaced is kept beside it with its WAL, under a name that says when. Gives that name, or null when nothing was there.
 * Errors, with nothing moved: corrupt, the backup is not whole, is not what it was when it was made, or is no workspace;
 * conflict, it was made by a newer Redress.
 */
export function restore(backup: string, file: string, at = new Date()): string | null {
  checkRestorable(backup)
  const folder = dirname(file)
  const fresh = `${basename(file)}.${v7()}.part`
  try {
    copyOf(backup, join(folder, fresh))
  } catch (error) {
    rmSync(join(folder, fresh), { force: true })
    throw outInWords(error, file)
  }
  const ending = extname(file)
  const kept = `${basename(file, ending)} replaced ${at.toISOString().replaceAll(':', '-')}${ending || '.redress'}`
  const plan: Plan = { fresh, kept: existsSync(file) ? kept : null }
  try {
    writePlan(file, plan)
  } catch (error) {
    for (const left of [join(folder, fresh), planOf(file), `${planOf(file)}.part`]) rmSync(left, { force: true })
    throw outInWords(error, file)
  }
  finishRestore(file)
  return plan.kept && join(folder, plan.kept)
}

function writePlan(file: string, plan: Plan): void {
  const part = `${planOf(file)}.part`
  writeFileSync(part, JSON.stringify(plan), { mode: 0o600 })
  syncNow(part)
  syncFolder(dirname(file))
  renameSync(part, planOf(file))
  syncFolder(dirname(file))
}

/** The same for a workspace that nobody has taken hold of yet; does nothing where another process has. */
export function finishInterrupted(file: string): void {
  const left = (folder: string) => existsSync(folder) && readdirSync(folder).some((name) => isPart.test(name))
  if (!existsSync(planOf(file)) && !left(dirname(file)) && !left(backupFolder(file))) return
  const held = lock(file)
  if (typeof held === 'string') return
  try {
    finishRestore(file)
  } finally {
    held.release()
  }
}

/**
 * Does what an interrupted restore has left to do, and removes what cut-short copies have left. To be called by who holds
 * the workspace's lock, before anything of it is opened.
 */
export function finishRestore(file: string): void {
  const folder = dirname(file)
  const plan = planIn(file)
  if (plan) {
    const fresh = join(folder, plan.fresh)
    if (existsSync(fresh)) {
      if (plan.kept) keep(file, join(folder, plan.kept))
      syncFolder(folder)
      // from here on only the new one can come of it: what is beside belongs to the old one
      for (const end of [...beside, '-shm']) rmSync(file + end, { force: true })
      syncFolder(folder)
      renameSync(fresh, file)
    } else {
      for (const end of [...beside, '-shm']) rmSync(file + end, { force: true })
    }
    syncFolder(folder)
    rmSync(planOf(file), { force: true })
    syncFolder(folder)
  }
  sweep(folder, (name) => isPart.test(name) && name.startsWith(basename(file)))
  sweep(folder, (name) => name === `.${basename(file)}.restoring.part`)
  sweep(backupFolder(file), (name) => isPart.test(name))
}

/**
 * Restores a backup, named by its path or by its name in the backup folder. Gives what `restore` gives. Errors: locked,
 * another process has the workspace open; those of `restore`.
 */
export function restoreUnused(backup: string, file: string): string | null {
  const path = isAbsolute(backup) ? backup : join(backupFolder(file), basename(backup))
  checkRestorable(path)
  plainBeside(file)
  const held = lock(file)
  if (typeof held === 'string' && held !== 'unwritable') throw new Refusal('locked', m.error_locked())
  try {
    finishRestore(file)
    return restore(path, file)
  } finally {
    if (typeof held !== 'string') held.release()
  }
}

/** Refuses what this Redress could not open afterwards. Nothing has been moved then. Errors: as of `restore`; the system's. */
function checkRestorable(backup: string): void {
  const file = basename(backup)
  plainFile(backup)
  plainBeside(backup)
  let db: Database | null = null
  try {
    checkHeader(backup, false)
    const digest = digestInName(backup)
    if (digest && !digestOfFileNow(backup).startsWith(digest)) throw new Refusal('corrupt', m.error_backup_changed({ file }))
    db = connect(backup, { readonly: true })
    if (!checkIdentity(db, backup)) checkSchema(db, backup)
    checkWhole(db, backup)
  } catch (error) {
    const told = inWords(error, backup)
    // what a database can't say of itself is that it is no database any more
    throw told instanceof Refusal ? told : new Refusal('corrupt', m.error_corrupt({ file }))
  } finally {
    db?.close()
  }
}

/** A copy in one file of what a backup holds, its own WAL included, that its owner alone may read. */
function copyOf(backup: string, target: string): void {
  writeFileSync(target, '', { flag: 'wx', mode: 0o600 })
  const source = connect(backup, { readonly: true })
  try {
    source.prepare('VACUUM INTO ?').run(target)
  } finally {
    source.close()
  }
  syncNow(target)
}

/** Gives a file, with what is beside it, a second name; where a medium knows no second names, a copy. Done twice it is done. */
function keep(file: string, kept: string): void {
  // the file's own comes last: where it is, the rest is
  for (const end of [...beside, '']) {
    if (!existsSync(file + end) || existsSync(kept + end)) continue
    try {
      linkSync(file + end, kept + end)
    } catch {
      const part = `${kept}${end}.${v7()}.part`
      copyFileSync(file + end, part)
      syncNow(part)
      renameSync(part, kept + end)
    }
  }
}

function planIn(file: string): Plan | null {
  try {
    const { fresh, kept } = JSON.parse(readFileSync(planOf(file), 'utf8')) as Plan
    // names in this folder only, whoever wrote them
    const good = (name: unknown) => typeof name === 'string' && name === basename(name)
    return good(fresh) && isPart.test(fresh) && (kept === null || good(kept)) ? { fresh, kept } : null
  } catch {
    return null
  }
}

/** Names that Redress gives to what is not whole yet. */
const isPart = /(^|\.)[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.part(-wal|-shm|-journal)?$/

function sweep(folder: string, of: (name: string) => boolean): void {
  try {
    for (const name of readdirSync(folder)) if (of(name)) rmSync(join(folder, name), { force: true })
  } catch {
    // a folder that is not there, or that we may not write to, keeps what it has
  }
}
