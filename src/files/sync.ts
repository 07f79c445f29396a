import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Puts what was written to a file on its disk, at once. */
export function syncNow(file: string): void {
  syncAs(file, 'r+')
}

/** Makes names that were made, changed or removed in a folder last. Windows does that by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncAs(folder, 'r')
}

function syncAs(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
