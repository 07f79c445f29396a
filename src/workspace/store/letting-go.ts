import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { isHeld } from '../../files/held'
import { quietly, type Looking } from './looking'

/** The room of so many bytes is given back at a time. */
const stepSize = 16 * 1_048_576
/** So long is the disk left to others after each step, at most, in milliseconds. */
const longest = 20

/**
 * Removes a file that may be large. The system takes a while to give back a gigabyte, and who writes meanwhile waits with it:
 * so the name goes first, and then the room, step by step. What has another name still (a link) keeps its content.
 */
export async function letGoOf(file: string, watch: Looking = quietly): Promise<void> {
  const handle = await opened(file)
  try {
    await rm(file, { force: true })
    await giveBack(handle, watch)
  } finally {
    await handle?.close()
  }
}

/** Puts a file under the name of another, which may be large, and lets that one go. */
export async function inPlaceOf(file: string, target: string, watch: Looking = quietly): Promise<void> {
  const handle = await opened(target)
  try {
    await rename(file, target)
    await giveBack(handle, watch)
  } finally {
    await handle?.close()
  }
}

/** Windows lets nobody take a name that is open; there the room is given back when nobody waits for it. */
async function opened(file: string): Promise<FileHandle | null> {
  if (process.platform === 'win32' || isHeld(file)) return null
  return open(file, 'r+').catch(() => null)
}

async function giveBack(handle: FileHandle | null, watch: Looking): Promise<void> {
  const stat = await handle?.stat()
  if (!handle || !stat?.isFile() || stat.nlink > 0) return
  for (let size = stat.size; size > stepSize;) {
    const began = performance.now()
    await handle.truncate((size -= stepSize))
    const took = performance.now() - began
    if (watch.gently) await new Promise((resolve) => setTimeout(resolve, Math.min(took, longest)))
  }
}
