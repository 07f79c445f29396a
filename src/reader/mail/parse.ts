import { oneLine } from '../../shared/values/one-line'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { htmlToText } from '../../shared/imports/html'
import { instantIn } from '../../shared/imports/instants'
import { addressKey } from '../../shared/imports/origin'
import { mostMailNesting } from '../limits'
import type { Head, Mail, MailPart, Person } from './mail'
import { leftIn } from './left'
import { withoutQuotedPages } from './pages'
import { isWrapped, unwrapped } from './tnef'

const options = { forceRfc822Attachments: true, maxNestingDepth: mostMailNesting, maxHeadersSize: 512 * 1024 }
/** So many parts are never a mail that somebody wrote. */
const mostParts = 2_000

/** Takes a mail as it was sent, gives what is in it. Error: it is no mail, or one that nobody could have written. */
export async function parsedMail(raw: Buffer): Promise<Mail> {
  if (partsIn(raw) > mostParts) throw new Error('too many parts')
  const mail = await PostalMime.parse(raw, options)
  const text = mail.text?.trim() ? mail.text : mail.html ? htmlToText(withoutQuotedPages(mail.html)) : ''
  const parts = mail.attachments.map(({ filename, mimeType, disposition, related, content }, at) => ({
    name: filename ?? nameFor(mimeType, at),
    mediaType: mimeType,
    inline: related === true || (disposition === 'inline' && mimeType.startsWith('image/')),
    content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  }))
  const opened = parts.map(unwrappedPart)
  return {
    ...headOf(mail),
    text: (text.trim() ? text : (opened.find(({ text }) => text)?.text ?? '')).replaceAll('\0', ''),
    parts: opened.flatMap(({ parts }) => parts)
  }
}

/** What Outlook packed into one part is what was sent with the mail; where it cannot be opened it stays as it came. */
function unwrappedPart(part: MailPart): { text: string; parts: MailPart[] } {
  if (!isWrapped(part.content)) return { text: '', parts: [part] }
  try {
    return unwrapped(part.content)
  } catch {
    return { text: '', parts: [part] }
  }
}

/** Takes a mail as it was sent, gives its head alone. */
export async function parsedHead(raw: Buffer): Promise<Head> {
  const end = headEnd(raw)
  return headOf(await PostalMime.parse(raw.subarray(0, end), options))
}

/** Where the head of a mail ends: before the first empty line. */
function headEnd(raw: Buffer): number {
  const ends = [raw.indexOf('\n\n'), raw.indexOf('\r\n\r\n')].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) + 1 : raw.length
}

/** How many lines begin as the border of a part does. */
function partsIn(raw: Buffer): number {
  let count = 0
  for (let at = raw.indexOf('\n--'); at >= 0 && count <= mostParts; at = raw.indexOf('\n--', at + 3)) count++
  return count
}

function headOf(mail: Email): Head {
  const value = (key: string) => mail.headers.find((header) => header.key === key)?.value ?? ''
  const values = (key: string) => mail.headers.filter((header) => header.key === key).map((header) => header.value)
  const auto = value('auto-submitted').toLowerCase()
  const precedence = value('precedence').toLowerCase()
  return {
    id: idIn(mail.messageId ?? ''),
    references: [...new Set([...idsIn(mail.references ?? ''), ...idsIn(mail.inReplyTo ?? '')])],
    at: instantIn(mail.date) ?? receivedAt(values('received')),
    from: people([mail.from ?? mail.sender].filter((each): each is Address => each !== undefined))[0] ?? null,
    to: people(mail.to ?? []),
    cc: people([...(mail.cc ?? []), ...(mail.bcc ?? [])]),
    subject: oneLine(mail.subject ?? ''),
    delivered: [...values('delivered-to'), ...values('x-original-to')].flatMap(
      (text) => addressKey(text.replace(/[<>]/g, '')) ?? []
    ),
    automatic: (auto !== '' && auto !== 'no') || ['bulk', 'junk', 'list'].includes(precedence) || value('x-autoreply') !== '',
    left: leftIn(value('x-gmail-labels'), value('x-mozilla-status'), value('x-unsent'))
  }
}

function people(addresses: Address[]): Person[] {
  return addresses
    .flatMap((each) => (each.group ? each.group : [each]))
    .flatMap(({ name, address }) => {
      const key = addressKey(address ?? '')
      return key ? [{ name: name.trim(), address: key }] : []
    })
}

const idIn = (text: string): string | null => idsIn(text)[0] ?? null

function idsIn(text: string): string[] {
  const found: string[] = []
  for (let from = text.indexOf('<'); from >= 0 && found.length < 200; from = text.indexOf('<', from + 1)) {
    const end = text.indexOf('>', from)
    if (end > from + 1 && end - from < 300) found.push(text.slice(from + 1, end).replace(/\s/g, ''))
  }
  if (found.length === 0 && /^\S{3,290}$/.test(text.trim())) found.push(text.trim())
  return found
}

/** The day and time at which the mailbox took it: of the first line, which the last server wrote. */
function receivedAt(lines: string[]): string | null {
  const line = lines[0] ?? ''
  return instantIn(line.slice(line.lastIndexOf(';') + 1).trim())
}

const nameFor = (mediaType: string, at: number): string =>
  mediaType === 'message/rfc822' ? `mail-${at + 1}.eml` : `attachment-${at + 1}${endings[mediaType] ?? ''}`

const endings: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg'
}
