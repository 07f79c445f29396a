import { m } from '../shared/messages/messages.js'
import { Refusal } from '../shared/values/errors'

/** A mail that a person is going to send from their own program. */
export interface Mail {
  to: string | null
  subject: string
  body: string
  /** The Message-ID of the mail that it answers. */
  answers: string | null
}

/** Longer addresses are cut by mail programs or by the system. */
const longest = 1_900

/** Takes a mail, gives the address that opens it in the system's mail program. Error: conflict, it is too long for that. */
export function mailAddress({ to, subject, body }: Mail): string {
  const query = `subject=${encodeURIComponent(oneLine(subject))}&body=${encodeURIComponent(body.replace(/\r?\n/g, '\r\n'))}`
  const address = `mailto:${encodeURIComponent(to ?? '').replaceAll('%40', '@')}?${query}`
  if (address.length > longest) throw new Refusal('conflict', m.reply_too_long())
  return address
}

/**
 * Takes a mail and the moment, gives it as a message file (RFC 5322) that mail programs open as a draft: "X-Unsent" is how
 * Outlook knows one. Text in UTF-8 as base64, heads as RFC 2047 words.
 */
export function mailFile({ to, subject, body, answers }: Mail, at: Date): string {
  const thread = answers ? `<${oneLine(answers).replace(/[<>\s]/g, '')}>` : null
  const heads = [
    'X-Unsent: 1',
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    ...(to ? [`To: ${oneLine(to)}`] : []),
    `Subject: ${encodedWords(oneLine(subject))}`,
    ...(thread ? [`In-Reply-To: ${thread}`, `References: ${thread}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64'
  ]
  const content = Buffer.from(body.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64')
  return `${heads.join('\r\n')}\r\n\r\n${(content.match(/.{1,76}/g) ?? []).join('\r\n')}\r\n`
}

/** A line break would begin another head. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ').trim()

/** Encoded words of at most 75 signs, none of which cuts a character. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 900) return text
  const words: string[] = []
  let held = ''
  for (const sign of text) {
    if (Buffer.byteLength(held + sign) > 42) {
      words.push(held)
      held = ''
    }
    held += sign
  }
  if (held) words.push(held)
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}
