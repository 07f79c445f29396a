import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { v7 } from 'uuid'
import { mayGoOut } from '../../files/outgoing'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { aside } from './aside'
import type { Copied } from './copying'
import { syncFolderLater } from '../../files/sync'
import { identityAt, isSame } from '../../files/identity'
import { inPlaceOf, letGoOf } from './letting-go'
import { lock } from './lock'
import { quietly, type Looking } from './looking'
import { outInWords } from './troubles'

/**
 * Copies what an open database holds at this moment to `part`, beside the work: see `copyOf`. Its owner alone may read it.
 * Errors: cancelled; corrupt, the copy is another.
 */
export async function takeCopy(db: Database, part: string, watch: Looking): Promise<Copied> {
  newPart(part)
  const copied = await aside({ do: 'copy', file: db.name, part }, watch)
  if (!copied.same) throw new Refusal('corrupt', m.error_copy_differs())
  return copied
}

/** Makes the empty file that a copy is written to. */
export const newPart = (part: string): void => closeSync(openSync(part, 'wx', 0o600))

/**
 * Copies an open database to `target`: under a temporary name first, so that a copy that was cut short never stands under a
 * good name. Gives its size in bytes. Errors: conflict, a workspace is open there, or changes of another one wait beside it;
 * cancelled; corrupt; those of the system, in words.
 */
export async function copyTo(db: Database, target: string, watch: Looking = quietly): Promise<number> {
  mayBeReplaced(db, target)
  const part = join(dirname(target), `${v7()}.part`)
  try {
    const { bytes } = await takeCopy(db, part, watch)
    mayBeReplaced(db, target)
    for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true })
    await inPlaceOf(part, target, watch)
    await syncFolderLater(dirname(target))
    return bytes
  } catch (error) {
    throw outInWords(error, target)
  } finally {
    await removePart(part)
  }
}

/** Removes what a copy that was cut short has left; of one that has its name there is nothing. */
export async function removePart(part: string): Promise<void> {
  for (const end of ['-journal', '-wal', '-shm']) rmSync(part + end, { force: true })
  await letGoOf(part)
}

/** A file that is open, under whatever name, is never replaced; nor one whose own changes are still beside it. */
function mayBeReplaced(db: Database, target: string): void {
  mayGoOut(target, 'workspace')
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
