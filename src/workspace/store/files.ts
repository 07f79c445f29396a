import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'

const pieceSize = 4 * 1024 * 1024

/** Takes the path of a file that no database connection of this process has open, gives its SHA-256 in hex. */
export async function digestOfFile(file: string, signal?: Pick<AbortSignal, 'throwIfAborted'>): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const digest = createHash('sha256')
    const piece = Buffer.allocUnsafe(pieceSize)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(piece, 0, pieceSize, null)
      if (bytesRead === 0) return digest.digest('hex')
      digest.update(piece.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

/** The same at once, for when nothing else is being done. */
export function digestOfFileNow(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const digest = createHash('sha256')
    const piece = Buffer.allocUnsafe(pieceSize)
    for (let read = 1; read > 0;) {
      read = readSync(handle, piece)
      digest.update(piece.subarray(0, read))
    }
    return digest.digest('hex')
  } finally {
    closeSync(handle)
  }
}

/** Waits until what was written to a file stands on its disk; other work goes on meanwhile. */
export async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
