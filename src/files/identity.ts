import { realpathSync, statSync, type BigIntStats } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a file is, whatever it is called: its volume and its number there. */
export interface Identity {
  dev: bigint
  ino: bigint
}

/** Takes a path, gives which file stands there; null when none does. Errors: those of the system, such as EACCES. */
export function identityAt(file: string): Identity | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat ? identityOf(stat) : null
}

/** The same; null too where the system does not say it. */
export function identityOrNull(file: string): Identity | null {
  try {
    return identityAt(file)
  } catch {
    return null
  }
}

export const identityOf = ({ dev, ino }: BigIntStats): Identity => ({ dev, ino })

export const isSame = (one: Identity | null, other: Identity | null): boolean =>
  one !== null && other !== null && one.dev === other.dev && one.ino === other.ino

/** A word for an identity that can stand in a file's name. */
export const keyOf = ({ dev, ino }: Identity): string => `${dev.toString(16)}-${ino.toString(16)}`

/**
 * Takes a path, gives the one that the system has for it: links followed, letters as they are stored. SQLite names the
 * files beside a database after this one. A file that is not there yet has the path of its folder's.
 */
export function canonical(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    try {
      return join(realpathSync.native(dirname(file)), basename(file))
    } catch {
      return file
    }
  }
}
