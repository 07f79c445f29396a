// Messages as Outlook saves them, written after [MS-OXMSG]: a compound file of one stream for each property.
import { CFB } from '@e965/xlsx'

/** Tags of properties: what they are, and of which type (001F Unicode, 001E of a code page, 0102 bytes, 0003 a number, 0040 a time). */
export type Properties = Record<string, string | number | Buffer | Date>
export interface Message {
  properties: Properties
  recipients?: Properties[]
  attachments?: (Properties | { properties: Properties; message: Message })[]
}

/** Signs of a code page: Latin and Greek are all that tests need. */
const encoded = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => (sign.charCodeAt(0) >= 0x384 ? sign.charCodeAt(0) - 0x2d0 : sign.charCodeAt(0))))

type Book = ReturnType<typeof CFB.utils.cfb_new>

function put(book: Book, path: string, properties: Properties, head: number): void {
  const entries: Buffer[] = []
  for (const [tag, value] of Object.entries(properties)) {
    const entry = Buffer.alloc(16)
    entry.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 0)
    entry.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 2)
    entry.writeUInt32LE(6, 4)
    if (typeof value === 'number') entry.writeInt32LE(value, 8)
    else if (value instanceof Date) entry.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, 8)
    else {
      const bytes = typeof value !== 'string' ? value : tag.endsWith('001F') ? Buffer.from(value, 'utf16le') : encoded(value)
      entry.writeUInt32LE(bytes.length + (tag.endsWith('001F') ? 2 : tag.endsWith('001E') ? 1 : 0), 8)
      CFB.utils.cfb_add(book, `${path}/__substg1.0_${tag}`, bytes)
    }
    entries.push(entry)
  }
  CFB.utils.cfb_add(book, `${path}/__properties_version1.0`, Buffer.concat([Buffer.alloc(head), ...entries]))
}

function putMessage(book: Book, path: string, { properties, recipients = [], attachments = [] }: Message, head: number): void {
  put(book, path, properties, head)
  recipients.forEach((each, at) => put(book, `${path}/__recip_version1.0_#${at.toString(16).padStart(8, '0')}`, each, 8))
  attachments.forEach((each, at) => {
    const own = `${path}/__attach_version1.0_#${at.toString(16).padStart(8, '0')}`
    if (!('message' in each)) return put(book, own, each, 8)
    const { properties: outer, message } = each as { properties: Properties; message: Message }
    put(book, own, { ...outer, '37050003': 5 }, 8)
    putMessage(book, `${own}/__substg1.0_3701000D`, message, 24)
  })
}

/** Writes a message; gives the file. */
export function msg(message: Message): Buffer {
  const book = CFB.utils.cfb_new()
  putMessage(book, '', message, 32)
  CFB.utils.cfb_add(book, '/__nameid_version1.0/__substg1.0_00020102', Buffer.alloc(0))
  return Buffer.from(CFB.write(book, { type: 'buffer' }) as Uint8Array)
}

/** Packs RTF as Outlook does, without looking for what repeats. */
export function packedRtf(rtf: string): Buffer {
  const raw = Buffer.from(rtf, 'latin1')
  const parts: Buffer[] = []
  for (let at = 0; at < raw.length; at += 8) parts.push(Buffer.from([0]), raw.subarray(at, at + 8))
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(16)
  head.writeUInt32LE(body.length + 12, 0)
  head.writeUInt32LE(raw.length, 4)
  head.writeUInt32LE(0x75465a4c, 8)
  return Buffer.concat([head, body])
}
