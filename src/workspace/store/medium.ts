import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Why a file can't be written: its medium is read-only, or the person may not write there. */
export function whyNotWritable(file: string): 'medium' | 'denied' | null {
  for (const path of [file, dirname(file)]) {
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EROFS' ? 'medium' : 'denied'
    }
  }
  return null
}

/** A copy for reading. */
export interface Aside {
  file: string
  remove(): void
}

/**
 * Copies a workspace with its WAL to a private place: SQLite can't read a WAL where it may not put an index beside it.
 * Errors: those of the system, such as ENOSPC.
 */
export function copyAside(file: string): Aside {
  const folder = mkdtempSync(join(tmpdir(), 'redress-reading-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const copy = join(folder, basename(file))
    for (const end of ['', '-wal']) {
      if (end !== '' && !existsSync(file + end)) continue
      copyFileSync(file + end, copy + end, constants.COPYFILE_FICLONE)
      chmodSync(copy + end, 0o600)
    }
    return { file: copy, remove }
  } catch (error) {
    remove()
    throw error
  }
}
