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

/** As much as one step of a copy writes, so that what stands in its way stands in the way of this. */
const probeSize = 64 * 1024

/**
 * Why a folder takes nothing, asked after an error of SQLite, which does not say it: gives the error of the system, or null
 * when something can be written there now. A system that finds a medium at fault makes it read-only by itself, and may let on
 * only when something is written.
 */
export function whyNothing(folder: string): unknown {
  const probe = join(folder, `${v7()}.part`)
  try {
    writeFileSync(probe, Buffer.alloc(probeSize), { flag: 'wx', flush: true })
    return null
  } catch (error) {
    return error
  } finally {
    rmSync(probe, { force: true })
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
