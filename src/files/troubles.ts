import { constants } from 'node:os'
import { basename } from 'node:path'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'

/** What was being done with a file: the workspace or another file was used, or a file was to leave Redress. */
export type Doing = 'use' | 'write'

type Told = (names: { file: string }) => Refusal

const refusal =
  (code: Refusal['code'], words: (names: { file: string }) => string): Told =>
  (names) =>
    new Refusal(code, words(names))

/** A medium that fails, or that is away. */
const failing = [
  'EIO',
  'ENODEV',
  'ESTALE',
  'ETIMEDOUT',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTCONN',
  'EREMOTEIO'
]

/** By the system's own name of the trouble, what is said in each case: of a file that is used, of one that is written. */
const kinds: Record<string, Record<Doing, Told>> = {
  ...both('ENAMETOOLONG', 'invalid', m.file_name_too_long),
  ...both('ENOTDIR', 'not-found', m.file_path_broken),
  ...both('EISDIR', 'invalid', m.file_is_folder),
  ...both('ENXIO', 'invalid', m.file_not_plain),
  ...both('ELOOP', 'invalid', m.file_links_circle),
  ...both('EINVAL', 'invalid', m.file_name_refused),
  ...both('EILSEQ', 'invalid', m.file_name_refused),
  ...both('EBUSY', 'locked', m.file_in_use),
  ...both('ETXTBSY', 'locked', m.file_in_use),
  ...both('EFBIG', 'disk-full', m.file_too_large_disk),
  ...both('EDQUOT', 'disk-full', m.file_quota),
  ...both('EEXIST', 'conflict', m.error_exists),
  ...both('EMFILE', 'device', () => m.file_too_many_open()),
  ...both('ENFILE', 'device', () => m.file_too_many_open()),
  ENOSPC: { use: refusal('disk-full', () => m.error_disk_full()), write: refusal('disk-full', m.file_disk_full_out) },
  EROFS: { use: refusal('read-only', m.file_medium), write: refusal('read-only', m.file_medium_out) },
  EACCES: { use: refusal('denied', m.file_denied), write: refusal('denied', m.file_denied_out) },
  EPERM: { use: refusal('denied', m.file_denied), write: refusal('denied', m.file_denied_out) },
  ENOENT: { use: refusal('not-found', m.error_no_file), write: refusal('not-found', m.file_no_folder) },
  ...Object.fromEntries(
    failing.map((code) => [code, { use: refusal('device', m.file_device), write: refusal('device', m.file_device_out) }])
  )
}

function both(code: string, is: Refusal['code'], words: (names: { file: string }) => string): typeof kinds {
  return { [code]: { use: refusal(is, words), write: refusal(is, words) } }
}

/**
 * Takes anything thrown, and the path of the file that it was about; gives a refusal that says what happened and the way
 * out, each kind of trouble in a sentence of its own, or null when it is no trouble of the file system that is known.
 */
export function fileTrouble(error: unknown, path: string, doing: Doing = 'use'): Refusal | null {
  const code = systemCode(error)
  return Object.hasOwn(kinds, code) ? kinds[code]![doing]({ file: basename(path) }) : null
}

/** The system's own name of a trouble, such as EACCES. Node does not know all of them: of those it gives the number. */
export function systemCode(error: unknown): string {
  const { code, errno } = (error ?? {}) as { code?: unknown; errno?: unknown }
  if (typeof code !== 'string') return ''
  if (code !== 'UNKNOWN' && !code.startsWith('Unknown system error')) return code
  return Object.entries(constants.errno).find(([, number]) => number === -Number(errno))?.[0] ?? code
}

/** The same of an error that names the file itself, as those of Node do; of any other, the error. Parts are nobody's files. */
export function namedTrouble(error: unknown): unknown {
  if (error instanceof Refusal) return error
  const { path, dest } = (error ?? {}) as { path?: unknown; dest?: unknown }
  const named = [dest, path].find((each) => typeof each === 'string' && !each.endsWith('.part'))
  return fileTrouble(error, typeof named === 'string' ? named : '') ?? error
}
