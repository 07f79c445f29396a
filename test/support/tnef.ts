// What Outlook packs as winmail.dat, written after [MS-OXTNEF]: attributes one after the other, each with its length and sum.
const level = { message: 1, attachment: 2 }
const attribute = (of: number, id: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(9)
  head.writeUInt8(of, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(data.reduce((all, byte) => all + byte, 0) & 0xffff, 0)
  return Buffer.concat([head, data, sum])
}
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

/** Properties of a message: texts in UTF-16, numbers, and one that its writer named itself, as Outlook has many. */
function properties(texts: Record<number, string>): Buffer {
  const own = Buffer.concat([
    number(0x8000_0003),
    Buffer.alloc(16, 7),
    number(1),
    number(8),
    Buffer.from('A\0b\0c\0\0\0'),
    number(42)
  ])
  const written = Object.entries(texts).map(([id, text]) => {
    const value = Buffer.from(`${text}\0`, 'utf16le')
    const filled = Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)])
    return Buffer.concat([number(Number(id) * 0x10000 + 0x1f), number(1), number(value.length), filled])
  })
  return Buffer.concat([number(written.length + 1), own, ...written])
}

/** Writes a wrapping of the words of a mail and of files; gives it. */
export function tnef({ body, files }: { body?: string; files: Record<string, string | Buffer> }): Buffer {
  const signature = Buffer.alloc(6)
  signature.writeUInt32LE(0x223e9f78, 0)
  return Buffer.concat([
    signature,
    attribute(level.message, 0x00089006, number(0x10000)),
    attribute(level.message, 0x00069007, Buffer.concat([number(1252), number(0)])),
    ...(body ? [attribute(level.message, 0x00069003, properties({ 0x1000: body }))] : []),
    ...Object.entries(files).flatMap(([name, content]) => [
      attribute(level.attachment, 0x00069002, Buffer.alloc(14)),
      attribute(level.attachment, 0x00018010, Buffer.from(`${name.slice(0, 8)}~1.TXT\0`, 'latin1')),
      attribute(level.attachment, 0x0006800f, Buffer.from(content)),
      attribute(level.attachment, 0x00069005, properties({ 0x3707: name, 0x370e: 'text/plain' }))
    ])
  ])
}
