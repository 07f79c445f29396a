import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { v7 } from 'uuid'

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

/**
 * Whether a file's medium takes nothing any more, asked after an error that does not say so: a system makes one read-only
 * by itself when it finds it at fault, and may let on only when something is written.
 */
export function takesNothing(file: string): boolean {
  const probe = join(dirname(file), `.${basename(file)}.${v7()}.part`)
  try {
    writeFileSync(probe, '', { flag: 'wx' })
    rmSync(probe)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS'
  }
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
