import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** A file in an archive: its name, and its content piece by piece. */
export type Entry = [name: string, content: Iterable<string | Uint8Array>]

/** 1 January 1980, the first day that the format knows: the same content gives the same archive. */
const day = 0x21
const deflated = 8
/** Names are UTF-8. */
const utf8 = 0x800

/**
 * Packs files that are too large to be held whole besides being packed, by the deflate of the runtime; gives the archive
 * (APPNOTE 6.3.10, 4.3). For up to 4 GB: nothing that Redress writes is larger.
 */
export async function packed(entries: readonly Entry[]): Promise<Uint8Array> {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of entries) {
    const { chunks, size, sum } = await deflate(content)
    const title = Buffer.from(name)
    const length = chunks.reduce((all, chunk) => all + chunk.length, 0)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(utf8, 2)
    about.writeUInt16LE(deflated, 4)
    about.writeUInt16LE(day, 8)
    about.writeUInt32LE(sum, 10)
    about.writeUInt32LE(length, 14)
    about.writeUInt32LE(size, 18)
    about.writeUInt16LE(title.length, 22)
    body.push(Buffer.from('PK\x03\x04', 'latin1'), about, title, ...chunks)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, title)
    at += 30 + title.length + length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(
    directory.reduce((all, part) => all + part.length, 0),
    8
  )
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...body, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

async function deflate(content: Iterable<string | Uint8Array>): Promise<{ chunks: Buffer[]; size: number; sum: number }> {
  const stream = createDeflateRaw({ level: constants.Z_BEST_SPEED })
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject))
  let size = 0
  let sum = 0
  for (const part of content) {
    const bytes = Buffer.from(part as string)
    size += bytes.length
    sum = crc32(bytes, sum)
    if (!stream.write(bytes)) await new Promise((resolve) => stream.once('drain', resolve))
  }
  stream.end()
  await done
  return { chunks, size, sum }
}
