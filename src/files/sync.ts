import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** Puts what was written to a file on its disk, at once. */
export function syncNow(file: string): void {
  syncAs(file, 'r+')
}

/** Makes names that were made, changed or removed in a folder last. Windows does that by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncAs(folder, 'r')
}

/** The same while others go on. */
export async function syncFolderLater(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function syncAs(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
