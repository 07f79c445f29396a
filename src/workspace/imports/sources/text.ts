import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../../shared/values/errors'
import type { Encoding } from '../../../shared/contract/imports'
import { m } from '../../../shared/messages/messages.js'
import { decoderOf, likelyEncoding } from './encodings'

/** The largest file that is read, in bytes. */
export const mostBytes = 1024 * 1024 * 1024
const chunkSize = 64 * 1024
/** So many bytes with signs beyond ASCII tell in which language they are. */
const mostHeard = 256 * 1024

interface Stop {
  signal: AbortSignal
}

/** Takes a path, gives the file's size. Errors: not-found; invalid, when it is empty, too large or no file. */
export async function sizeOf(file: string): Promise<number> {
  const name = basename(file)
  const missing = () => new Refusal('not-found', m.error_no_file({ file: name }))
  // looked at before it is opened: the opening of a pipe waits for somebody who writes into it
  const found = await stat(file).catch(() => {
    throw missing()
  })
  if (!found.isFile()) throw missing()
  if (found.size === 0) throw new Refusal('invalid', m.imports_empty_file({ file: name }))
  if (found.size > mostBytes) {
    const megabytes = (bytes: number) => String(Math.round(bytes / 1024 / 1024))
    throw new Refusal('invalid', m.error_too_large({ size: megabytes(found.size), maximum: megabytes(mostBytes) }))
  }
  const handle = await open(file, 'r').catch(() => {
    throw missing()
  })
  await handle.close()
  return found.size
}

/** What the first bytes give away: a known kind of file that is not text, or an encoding with its mark. */
function recogniseHead(head: Buffer, name: string): Encoding | null {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new Refusal('invalid', m.imports_spreadsheet({ file: name }))
  if (begins(0xfe, 0xff)) throw new Refusal('invalid', m.imports_encoding_unknown({ file: name }))
  if (begins(0xff, 0xfe)) return 'utf-16le'
  if (begins(0xef, 0xbb, 0xbf)) return 'utf-8'
  const zeros = (parity: number) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length
  if (zeros(1) > head.length * 0.2 && zeros(0) < head.length * 0.05) return 'utf-16le'
  return null
}

/**
 * Takes a file, gives the encoding of its text: by its mark, else UTF-8 if all of it is valid UTF-8, else the
 * character set in which its words are those of a language.
 * Error: invalid, when it is not text.
 */
export async function recogniseEncoding(file: string, { signal }: Stop): Promise<Encoding> {
  const name = basename(file)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  let first = true
  const heard: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 4 * chunkSize, signal }) as AsyncIterable<Buffer>) {
    if (first) {
      const marked = recogniseHead(chunk.subarray(0, 4_000), name)
      if (marked) return marked
      first = false
    }
    if (chunk.includes(0) || controls(chunk) > chunk.length * 0.02) throw new Refusal('invalid', m.imports_not_text({ file: name }))
    if (utf8) utf8 = decodes(decoder, chunk)
    if (length < mostHeard && chunk.some((byte) => byte > 0x7f)) {
      heard.push(chunk)
      length += chunk.length
    }
  }
  if (utf8) utf8 = decodes(decoder)
  return utf8 ? 'utf-8' : likelyEncoding(Buffer.concat(heard).subarray(0, mostHeard))
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

function controls(chunk: Buffer): number {
  let count = 0
  for (let at = 0; at < chunk.length; at += 7) {
    const byte = chunk[at]!
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++
  }
  return count * 7
}

export interface TextOptions {
  encoding: Encoding
  signal: AbortSignal
  /** Is told how many bytes have been read. */
  onBytes?: (bytes: number) => void
  /** Is told the SHA-256 of the whole file, in hex, at its end. */
  onHash?: (sha256: string) => void
}

/** Reads a file as text, piece by piece. Error: invalid, when it is not in that encoding. */
export async function* readText(file: string, { encoding, signal, onBytes, onHash }: TextOptions): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  const hash = onHash ? createHash('sha256') : null
  let bytes = 0
  const decoded = (chunk?: Buffer) => {
    try {
      return decode(chunk)
    } catch {
      throw new Refusal('invalid', m.imports_wrong_encoding({ file: basename(file), encoding }))
    }
  }
  for await (const chunk of createReadStream(file, { highWaterMark: chunkSize, signal }) as AsyncIterable<Buffer>) {
    hash?.update(chunk)
    bytes += chunk.length
    onBytes?.(bytes)
    const text = decoded(chunk)
    if (text.includes('\0')) throw new Refusal('invalid', m.imports_not_text({ file: basename(file) }))
    yield text
  }
  const rest = decoded()
  if (rest) yield rest
  if (hash) onHash?.(hash.digest('hex'))
}
