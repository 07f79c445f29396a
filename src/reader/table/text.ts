import { createHash } from 'node:crypto'
import { Refusal } from '../../shared/values/errors'
import type { Encoding } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import type { Bytes } from '../bytes'
import { decoderOf, likelyEncoding } from './encodings'

/** So many bytes with signs beyond ASCII tell in which language they are. */
const mostHeard = 256 * 1024

/** What the first bytes give away: a known kind of file that is not text, or an encoding with its mark. */
function recogniseHead(head: Buffer, name: string): Encoding | null {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
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
export async function recogniseEncoding(bytes: Bytes, onProgress?: (done: number) => void): Promise<Encoding> {
  const { name } = bytes
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  let first = true
  const heard: Buffer[] = []
  let length = 0
  let done = 0
  for await (const chunk of bytes.stream()) {
    done += chunk.length
    onProgress?.(done)
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
  signal?: AbortSignal
  /** Is told how many bytes have been read. */
  onBytes?: (bytes: number) => void
  /** Is told the SHA-256 of the whole file, in hex, at its end. */
  onHash?: (sha256: string) => void
}

/** Reads a file as text, piece by piece. Error: invalid, when it is not in that encoding. */
export async function* readText(source: Bytes, { encoding, signal, onBytes, onHash }: TextOptions): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  const hash = onHash ? createHash('sha256') : null
  let bytes = 0
  const decoded = (chunk?: Buffer) => {
    try {
      return decode(chunk)
    } catch {
      throw new Refusal('invalid', m.imports_wrong_encoding({ file: source.name, encoding }))
    }
  }
  for await (const chunk of source.stream(signal)) {
    hash?.update(chunk)
    bytes += chunk.length
    onBytes?.(bytes)
    const text = decoded(chunk)
    if (text.includes('\0')) throw new Refusal('invalid', m.imports_not_text({ file: source.name }))
    yield text
  }
  const rest = decoded()
  if (rest) yield rest
  if (hash) onHash?.(hash.digest('hex'))
}
