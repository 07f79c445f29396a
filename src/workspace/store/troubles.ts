import { basename } from 'node:path'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'

/** Takes anything thrown by the database, gives a refusal in words where the cause is known, or the error itself. */
export function inWords(error: unknown, file: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (error instanceof Refusal) return error
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new Refusal('disk-full', m.error_disk_full())
  if (code === 'SQLITE_NOTADB') return new Refusal('corrupt', m.error_not_workspace({ file: basename(file) }))
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('corrupt', m.error_corrupt({ file: basename(file) }))
  if (code.startsWith('SQLITE_IOERR')) return new Refusal('disk-full', m.error_disk_full())
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('locked', m.error_locked())
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('read-only', m.error_read_only())
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new Refusal('invalid', m.error_linked())
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT' || code === 'EACCES') {
    return new Refusal('not-found', m.error_no_file({ file: basename(file) }))
  }
  return error
}
