import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs'
import { devNull } from 'node:os'
import { basename, dirname } from 'node:path'
import { fileTrouble, systemCode } from '../../files/troubles'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { whyNothing } from './medium'

/** Whether SQLite says that what search finds is not what the records say. The file itself may be whole. */
export const isSearchDamage = (error: unknown): boolean => systemCode(error) === 'SQLITE_CORRUPT_VTAB'

/**
 * Takes anything thrown by the database or the file system, gives a refusal that says what happened and the way out where
 * the cause is known, or the error itself.
 */
export function inWords(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error
  const code = systemCode(error)
  const file = basename(path)
  const told = fileTrouble(error, path)
  if (told) return told
  switch (code) {
    case 'SQLITE_NOTADB':
      return new Refusal('corrupt', m.error_not_workspace({ file }))
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new Refusal('invalid', m.error_linked())
    // SQLite names what it was doing, and not that there was no room to do it
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_SHMSIZE':
      return new Refusal('disk-full', m.error_disk_full())
  }
  // by then it was built anew
  if (isSearchDamage(error)) return new Refusal('conflict', m.error_search_mended())
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('corrupt', m.error_corrupt({ file }))
  if (code.startsWith('SQLITE_IOERR')) {
    const why = whyNothing(dirname(path))
    // a folder that is gone is told of by who watches the file
    const said = systemCode(why) === 'ENOENT' ? null : fileTrouble(why, path)
    return said ?? new Refusal('device', m.file_device({ file }))
  }
  // another Redress would hold the lock, and is told of by who takes that
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('locked', m.file_in_use({ file }))
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('read-only', m.error_read_only())
  if (code.startsWith('SQLITE_CANTOPEN')) return cantOpen(error, path)
  return error
}

/**
 * The same of what was to be written elsewhere, a copy or a backup: `target` is the file or folder that was to come. What a
 * database says of itself is said of the workspace.
 */
export function outInWords(error: unknown, target: string): unknown {
  if (error instanceof Refusal || (error as Error | null)?.name === 'AbortError') return error
  const code = systemCode(error)
  const full = code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE'
  const told = fileTrouble(full ? { code: 'ENOSPC' } : error, target, 'write')
  if (told) return told
  if (!/^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code)) return error
  const why = whyNothing(isFolder(target) ? target : dirname(target))
  return fileTrouble(why, target, 'write') ?? new Refusal('device', m.file_device_out({ file: basename(target) }))
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** SQLite says only that it can't: the system says why. The file itself is not opened for it, SQLite may have it open. */
function cantOpen(error: unknown, path: string): unknown {
  try {
    if (statSync(path).isDirectory()) return new Refusal('invalid', m.file_is_folder({ file: basename(path) }))
    accessSync(path, constants.R_OK | constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    closeSync(openSync(devNull, 'r'))
  } catch (cause) {
    return fileTrouble(cause, path) ?? error
  }
  return new Refusal('device', m.file_device({ file: basename(path) }))
}
