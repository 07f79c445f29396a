import { folded } from '../../shared/imports/quoted'
import { domainOf, isOpenDomain, type OwnAddresses } from '../../shared/imports/own'
import { mostCharacters, type Attachment, type FileRow } from '../../shared/imports/row-source'
import { cut } from '../../shared/values/truncate'
import { textOfPart } from '../words/part-text'
import type { Mail, Person } from './mail'
import { isOut, type Threads } from './threads'

/** The columns of mails. Who the customer is hangs on whose addresses are ours. */
export const mailHeaders = [
  'Message-ID',
  'Thread-ID',
  'Date',
  'From',
  'To',
  'Cc',
  'Subject',
  'Text',
  'Quoted text',
  'Signature',
  'Direction',
  'Company',
  'Person',
  'Contact name',
  'Contact email',
  'Reply expected',
  'Replied at',
  'Answers',
  'Attachments'
] as const

interface Given {
  row: number
  mail: Mail
  id: string
  raw: Buffer
  own: OwnAddresses
  threads: Threads
  contents: boolean
}

/** Gives a mail as a row, with what came with it. */
export async function rowOfMail({ row, mail, id, raw, own, threads, contents }: Given): Promise<FileRow> {
  const { words, quoted, signature } = folded(mail.text)
  const everybody = [...mail.to, ...mail.cc]
  const out = isOut(mail, own)
  const other = out ? everybody.find(({ address }) => !own.has(address)) : mail.from
  const direction = out ? (other ? 'out' : 'internal') : 'in'
  const domain = other ? domainOf(other.address) : ''
  const company = other && !isOpenDomain(domain) ? domain : ''
  const person = other && !company ? other.name || other.address : ''
  const answered = direction === 'in' ? threads.answeredAt(id, mail.at) : null
  const waits = direction === 'in' && !mail.automatic && (answered !== null || threads.isLastOfTheirs(id, mail.at))
  const attachments = await attachmentsOf(mail, raw, contents)
  const cells: Record<(typeof mailHeaders)[number], string> = {
    'Message-ID': id,
    'Thread-ID': threads.threadOf(id),
    Date: mail.at ?? '',
    From: mail.from ? written(mail.from) : '',
    To: mail.to.map(written).join(', '),
    Cc: mail.cc.map(written).join(', '),
    Subject: mail.subject,
    Text: words,
    'Quoted text': quoted,
    Signature: signature,
    Direction: direction,
    Company: direction === 'internal' ? '' : company,
    Person: direction === 'internal' ? '' : person,
    'Contact name': other ? other.name || other.address : '',
    'Contact email': other?.address ?? '',
    'Reply expected': waits ? 'yes' : 'no',
    'Replied at': answered ?? '',
    Answers: mail.references.at(-1) ?? '',
    Attachments: mail.parts
      .filter(({ inline }) => !inline)
      .map(({ name }) => name)
      .join(', ')
  }
  return {
    row,
    line: row,
    cells: mailHeaders.map((header) => cut(cells[header], mostCharacters)),
    attachments,
    ...(mail.left ? { left: mail.left } : {})
  }
}

const written = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address)

/** What is kept as evidence: the mail as it came, and what came with it; logos and the like stay within it. */
async function attachmentsOf(mail: Mail, raw: Buffer, contents: boolean): Promise<Attachment[]> {
  const outlook = raw[0] === 0xd0
  const whole: Attachment = {
    name: outlook ? 'mail.msg' : 'mail.eml',
    mediaType: outlook ? 'application/vnd.ms-outlook' : 'message/rfc822',
    bytes: raw.length,
    ...(contents ? { content: new Uint8Array(raw) } : {})
  }
  const parts: Attachment[] = [whole]
  for (const { name, mediaType, inline, content } of mail.parts) {
    if (inline || content.length === 0) continue
    const text = contents ? await textOfPart(mediaType, name, content) : ''
    parts.push({ name, mediaType, bytes: content.length, ...(text ? { text } : {}), ...(contents ? { content } : {}) })
  }
  return parts
}
