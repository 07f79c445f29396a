import { htmlToText } from '../../shared/imports/html'
import { decoderOf, likelyEncoding } from '../table/encodings'

const mostRead = 1024 * 1024
const mostKept = 4_000
const texts = /^(?:text\/(?:plain|csv|markdown|html|calendar)|message\/rfc822|application\/json)$/

/** Takes a file that came with a mail, gives the words in it where it is a text; else nothing. */
export function textOfPart(mediaType: string, name: string, content: Uint8Array): string {
  if (!texts.test(mediaType) && !/\.(?:txt|csv|md|log|json|eml|html?)$/i.test(name)) return ''
  if (content.length > mostRead) return ''
  const text = decoded(content)
  if (text.includes('\0')) return ''
  return (mediaType === 'text/html' || /\.html?$/i.test(name) ? htmlToText(text) : text).trim().slice(0, mostKept)
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return decoderOf(likelyEncoding(content))(content)
  }
}
