// The wrapping in which Outlook sends what a mail came with, winmail.dat: [MS-OXTNEF], with the properties of [MS-OXCDATA].
import { htmlToText } from '../../shared/imports/html'
import { withoutEnd } from '../../shared/values/ends'
import { textIn } from '../table/encodings'
import type { MailPart } from './mail'
import { charsetOf, wordsOfRtf } from './rtf'
import { unpackedRtf } from './rtf-packed'
import { propertiesIn, type Property } from './tnef-properties'

const signature = 0x223e9f78
/** What the attributes of the wrapping are called, without their types. */
const attribute = {
  codePage: 0x9007,
  body: 0x800c,
  properties: 0x9003,
  begins: 0x9002,
  title: 0x8010,
  data: 0x800f,
  attachment: 0x9005
}
/** And the properties in them. */
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  data: 0x3701,
  shortName: 0x3704,
  name: 0x3707,
  mediaType: 0x370e,
  id: 0x3712
}
const mostParts = 500

/** Whether bytes are such a wrapping, whatever they are called. */
export const isWrapped = (content: Uint8Array): boolean =>
  content.length > 6 && Buffer.from(content.buffer, content.byteOffset, 4).readUInt32LE(0) === signature

/** Takes a wrapping, gives the words and the files in it. Error: it is cut or is none. */
export function unwrapped(content: Uint8Array): { text: string; parts: MailPart[] } {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const parts: { name: string; data: Buffer | null; own: Map<number, Property> }[] = []
  let codePage = 1252
  let body = ''
  let own = new Map<number, Property>()
  for (let at = 6; at + 9 <= bytes.length;) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, at + 9 + length)
    if (data.length < length) throw new Error('cut')
    at += 9 + length + 2
    if (id === attribute.codePage && length >= 4) codePage = data.readUInt32LE(0)
    else if (id === attribute.body) body = decoded(data, codePage)
    else if (id === attribute.properties) own = propertiesIn(data)
    else if (id === attribute.begins && parts.length < mostParts) parts.push({ name: '', data: null, own: new Map() })
    const part = parts.at(-1)
    if (!part) continue
    if (id === attribute.title) part.name = decoded(data, codePage)
    else if (id === attribute.data) part.data = data
    else if (id === attribute.attachment) part.own = propertiesIn(data)
  }
  const text = (found: Map<number, Property>, tag: number): string => {
    const value = found.get(tag)
    return !value ? '' : value.wide ? withoutEnd(value.data.toString('utf16le'), /\0/) : decoded(value.data, codePage)
  }
  const page = text(own, property.html)
  const rtf = own.get(property.rtf)
  return {
    text: (body || text(own, property.body) || (page ? htmlToText(page) : rtf ? wordsIn(rtf.data) : '')).trim(),
    parts: parts.flatMap(({ name, data, own: about }, at): MailPart[] => {
      const inner = about.get(property.data)
      // a message within it begins with what it is
      const whole = data?.length ? data : inner && (inner.object ? inner.data.subarray(16) : inner.data)
      if (!whole?.length) return []
      const called = text(about, property.name) || text(about, property.shortName) || name
      return [
        {
          name: called || (isWrapped(whole) ? `message-${at + 1}.dat` : `attachment-${at + 1}`),
          mediaType: text(about, property.mediaType) || 'application/octet-stream',
          content: new Uint8Array(whole),
          inline: text(about, property.id) !== '' && /\.(?:png|gif|jpe?g)$/i.test(called)
        }
      ]
    })
  }
}

function wordsIn(packed: Buffer): string {
  const rtf = wordsOfRtf(unpackedRtf(packed))
  return rtf.page ? htmlToText(rtf.words) : rtf.words
}

const decoded = (data: Buffer, page: number): string => withoutEnd(textIn(charsetOf(page), data), /\0/)
