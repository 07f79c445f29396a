import { oneLine } from '../../shared/values/one-line'
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader'
import { instantIn } from '../../shared/imports/instants'
import { htmlToText } from '../../shared/imports/html'
import { addressKey } from '../../shared/imports/origin'
import { textIn } from '../table/encodings'
import type { Head, Mail, MailPart, Person } from './mail'
import { withoutQuotedPages } from './pages'
import { parsedHead } from './parse'
import { charsetOf, wordsOfRtf } from './rtf'
import { unpackedRtf } from './rtf-packed'

const properties = Buffer.from('__properties_version1.0', 'utf16le')

/** Whether a compound file is a message of Outlook's. */
export const isMessage = (content: Buffer): boolean => content[0] === 0xd0 && content.includes(properties)

/** Takes a message as Outlook saves it, gives what is in it. Error: it cannot be read. */
export async function outlookMail(content: Buffer): Promise<Mail> {
  const { reader, data } = opened(content)
  if (data.error) throw new Error(data.error)
  const head = data.headers ? await parsedHead(Buffer.from(data.headers)) : null
  return {
    ...headOf(data, head),
    text: textOf(data),
    parts: (data.attachments ?? []).flatMap((attachment) => partOf(reader, attachment))
  }
}

/** Opens it; where its texts are of a code page, they are read by that. */
function opened(content: Buffer): { reader: MsgReader; data: FieldsData } {
  const reader = new MsgReader(new DataView(content.buffer, content.byteOffset, content.byteLength))
  const data = reader.getFileData()
  const page = data.messageCodepage ?? data.internetCodepage
  if (data.error || page === undefined || page === 1252) return { reader, data }
  const again = new MsgReader(new DataView(content.buffer, content.byteOffset, content.byteLength))
  again.parserConfig = { ansiEncoding: charsetOf(page) }
  return { reader: again, data: again.getFileData() }
}

/** The words of a message: as text, else as a page, else as the RTF that Outlook keeps them in. */
function textOf(data: FieldsData): string {
  if (data.body?.trim()) return data.body
  const page = data.bodyHtml ?? (data.html ? decodedPage(data.html, data.internetCodepage) : '')
  if (page.trim()) return htmlToText(withoutQuotedPages(page))
  if (!data.compressedRtf) return ''
  const rtf = wordsOfRtf(unpackedRtf(data.compressedRtf))
  return (rtf.page ? htmlToText(withoutQuotedPages(rtf.words)) : rtf.words).trim()
}

/** A page in the character set of its message; many say none and are UTF-8. */
function decodedPage(html: Uint8Array, page: number | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(html)
  } catch {
    return textIn(charsetOf(page), html)
  }
}

function headOf(data: FieldsData, head: Head | null): Head {
  const recipients = (type: string) =>
    (data.recipients ?? [])
      .filter(({ recipType }) => recipType === type)
      .flatMap((each) => personOf(each.name, each.smtpAddress, each.email))
  const from = personOf(data.senderName, data.senderSmtpAddress, data.sentRepresentingSmtpAddress, data.senderEmail)[0] ?? null
  const sent = data.messageDeliveryTime ?? data.clientSubmitTime ?? data.creationTime
  return {
    id: head?.id ?? null,
    references: head?.references ?? [],
    at: head?.at ?? instantIn(sent),
    from: head?.from ?? from,
    to: head?.to.length ? head.to : recipients('to'),
    cc: head?.cc.length ? head.cc : recipients('cc'),
    subject: oneLine(data.subject ?? head?.subject ?? ''),
    delivered: head?.delivered ?? [],
    automatic: head?.automatic ?? false,
    left: head?.left ?? null
  }
}

function personOf(name = '', ...addresses: (string | undefined)[]): Person[] {
  const address = addresses.map((each) => addressKey(each ?? '')).find((key) => key !== null)
  return address ? [{ name: name === address ? '' : name.trim(), address }] : []
}

function partOf(reader: MsgReader, attachment: FieldsData): MailPart[] {
  // a message within the message
  if (attachment.innerMsgContent) {
    const { fileName, content } = reader.getAttachment(attachment)
    return [{ name: fileName || 'message.msg', mediaType: 'application/vnd.ms-outlook', content, inline: false }]
  }
  const { fileName, content } = reader.getAttachment(attachment)
  if (!content) return []
  const mediaType = attachment.attachMimeTag ?? 'application/octet-stream'
  return [{ name: fileName || 'attachment', mediaType, content, inline: attachment.attachmentHidden === true }]
}
