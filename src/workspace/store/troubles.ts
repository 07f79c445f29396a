import { accessSync, constants } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { takesNothing } from './medium'

/**
 * Takes anything thrown by the database or the file system, gives a refusal that says what happened and the way out where
 * the cause is known, or the error itself.
 */
export function inWords(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return error
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const file = basename(path)
  switch (code) {
    case 'SQLITE_NOTADB':
      return new Refusal('corrupt', m.error_not_workspace({ file }))
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new Refusal('invalid', m.error_linked())
    // SQLite names what it was doing, and not that there was no room to do it
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_SHMSIZE':
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk-full', m.error_disk_full())
    case 'EROFS':
      return new Refusal('read-only', m.file_medium({ file }))
    case 'EACCES':
    case 'EPERM':
      return new Refusal('denied', m.file_denied({ file }))
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal('not-found', m.error_no_file({ file }))
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ESTALE':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
      return new Refusal('device', m.file_device({ file }))
    case 'EMFILE':
    case 'ENFILE':
      return new Refusal('device', m.file_too_many_open())
  }
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('corrupt', m.error_corrupt({ file }))
  if (code.startsWith('SQLITE_IOERR')) {
    return takesNothing(path) ? new Refusal('read-only', m.file_medium({ file })) : new Refusal('device', m.file_device({ file }))
  }
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('locked', m.error_locked())
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('read-only', m.error_read_only())
  if (code.startsWith('SQLITE_CANTOPEN')) return cantOpen(error, path)
  return error
}

/** SQLite says only that it can't: the system says why. */
function cantOpen(error: unknown, path: string): unknown {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch (cause) {
    return inWords(cause, path)
  }
  return new Refusal('device', m.file_device({ file: basename(path) }))
}
