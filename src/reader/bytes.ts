import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { plainFile } from '../files/plain'
import { fileTrouble } from '../files/troubles'
import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { megabytes, mostBytes, mostWhole } from './limits'

const chunkSize = 64 * 1024

/** Bytes from outside: a file, or a file in an archive. */
export interface Bytes {
  name: string
  size: number
  /** Its path, where it is a file of its own. */
  path?: string
  /** Gives them piece by piece. Error: AbortError. */
  stream(signal?: AbortSignal): AsyncIterable<Buffer>
  /** Gives all of them. Error: invalid, they are too many to be held. */
  all(): Promise<Buffer>
}

const tooLarge = (size: number, most: number) =>
  new Refusal('invalid', m.error_too_large({ size: megabytes(size), maximum: megabytes(most) }))

/** Takes a path, gives the bytes there. Errors: those of `plainFile`; invalid, when it is empty or too large. */
export async function bytesOfFile(path: string): Promise<Bytes> {
  const name = basename(path)
  const found = plainFile(path)
  if (found.size === 0) throw new Refusal('invalid', m.imports_empty_file({ file: name }))
  if (found.size > mostBytes) throw tooLarge(found.size, mostBytes)
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fileTrouble(error, path) ?? error
  })
  await handle.close()
  return {
    name,
    size: found.size,
    path,
    stream: (signal) => createReadStream(path, { highWaterMark: chunkSize, signal }) as AsyncIterable<Buffer>,
    async all() {
      if (found.size > mostWhole) throw tooLarge(found.size, mostWhole)
      return readFile(path)
    }
  }
}

/** Takes a stream that can be begun again and its length, gives its bytes; what is longer than was said is refused. */
export function bytesOfStream(name: string, size: number, begin: () => Promise<Readable>): Bytes {
  async function* stream(signal?: AbortSignal): AsyncGenerator<Buffer> {
    const readable = await begin()
    try {
      let done = 0
      for await (const chunk of readable as AsyncIterable<Buffer>) {
        signal?.throwIfAborted()
        done += chunk.length
        if (done > size) throw new Refusal('invalid', m.imports_archive_broken({ file: name }))
        yield chunk
      }
    } catch (error) {
      // cut, or not what it says
      if (error instanceof Refusal || (error as Error | null)?.name === 'AbortError') throw error
      throw new Refusal('invalid', m.imports_archive_broken({ file: name }))
    } finally {
      readable.destroy()
    }
  }
  return {
    name,
    size,
    stream,
    async all() {
      if (size > mostWhole) throw tooLarge(size, mostWhole)
      const chunks: Buffer[] = []
      for await (const chunk of stream()) chunks.push(chunk)
      return Buffer.concat(chunks)
    }
  }
}

/** Takes bytes, gives so many of their beginning. */
export async function headOf(bytes: Bytes, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let done = 0
  for await (const chunk of bytes.stream()) {
    chunks.push(chunk)
    done += chunk.length
    if (done >= length) break
  }
  return Buffer.concat(chunks).subarray(0, length)
}
