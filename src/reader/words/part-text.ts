import { htmlToText } from '../../shared/imports/html'
import type { Mail } from '../mail/mail'
import { decoderOf, likelyEncoding } from '../table/encodings'

/** What is read of a file for its words: a text, or papers of an office, in bytes; and how many characters of them are kept. */
const mostText = 1024 * 1024
export const mostPaper = 20 * 1024 * 1024
export const mostKept = 4_000
/** So long may all papers of one import take together, in milliseconds: what a mailbox holds is not read for an hour. */
const mostTime = 120_000

const texts = /^(?:text\/(?:plain|csv|markdown|html|calendar)|message\/rfc822|application\/json)$/
const zip = [0x50, 0x4b, 3, 4]
const compound = [0xd0, 0xcf, 0x11, 0xe0]

let spent = 0

/**
 * Takes a file that came with a mail, gives the first words in it: of a text, a web page, a PDF, a document, a presentation, a
 * workbook, RTF or a mail. Nothing where it has none, as a scan has, where it is locked, or past the limits.
 */
export async function textOfPart(mediaType: string, name: string, content: Uint8Array): Promise<string> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const paper = content.length <= mostPaper && spent < mostTime ? paperIn(bytes, mediaType, name) : null
  if (!paper) return tidied(textIn(mediaType, name, content))
  const began = performance.now()
  try {
    return tidied(await paper(bytes))
  } catch {
    // the file itself is kept whatever is in it
    return ''
  } finally {
    spent += performance.now() - began
  }
}

/** What a paper is, is told by its first bytes; its name and type are what somebody wrote. */
function paperIn(bytes: Buffer, mediaType: string, name: string): ((bytes: Buffer) => Promise<string>) | null {
  if (mediaType === 'message/rfc822' || /\.eml$/i.test(name))
    return async (mail) => wordsOfMail(await (await import('../mail/parse')).parsedMail(mail))
  const begins = (signs: number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return async (pdf) => (await import('./pdf')).wordsOfPdf(pdf, mostKept)
  if (begins(compound))
    return async (office) => {
      const { isMessage, outlookMail } = await import('../mail/outlook')
      return isMessage(office) ? wordsOfMail(await outlookMail(office)) : (await import('./office')).wordsOfOffice(office, mostKept)
    }
  if (begins(zip)) return async (office) => (await import('./office')).wordsOfOffice(office, mostKept)
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf')
    return async (rtf) => (await import('../mail/rtf')).wordsOfRtf(rtf.toString('latin1')).words
  return null
}

/** Who wrote to whom, what about, what, and what came with it. */
const wordsOfMail = ({ from, to, subject, text, parts }: Mail): string =>
  [
    [from, ...to].flatMap((one) => (one ? one.name || one.address : [])).join(', '),
    subject,
    text,
    ...parts.flatMap(({ name, inline }) => (inline ? [] : name))
  ]
    .filter(Boolean)
    .join('\n')

function textIn(mediaType: string, name: string, content: Uint8Array): string {
  if (!texts.test(mediaType) && !/\.(?:txt|csv|md|log|json|eml|html?)$/i.test(name)) return ''
  if (content.length > mostText) return ''
  const text = decoded(content)
  if (text.includes('\0')) return ''
  return mediaType === 'text/html' || /\.html?$/i.test(name) ? htmlToText(text) : text
}

const tidied = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, mostKept)

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return decoderOf(likelyEncoding(content))(content)
  }
}
