import { readDate } from '../../shared/imports/dates'

/** A message of a chat as it was saved. */
export interface ChatMessage {
  line: number
  date: string
  time: string
  /** Null of what the program itself noted: who came, who left. */
  author: string | null
  text: string
}

// "[14/09/2026, 08:12:33] Mira: It broke" on an iPhone, "14.09.26, 08:12 - Mira: It broke" on others; beside the hour stands
// what half of the day it is, in any language
const forms = [
  /^\u200e?\[([0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}),? (?:klo |kl\. )?([0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[ \u202f\u00a0][\p{L}.\u00a0 ]{1,10})?)\] (.*)$/u,
  /^\u200e?([0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}),? (?:klo |kl\. )?([0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:[ \u202f\u00a0][\p{L}.\u00a0 ]{1,10})?) [-–] (.*)$/u
]
const unseen = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const begun = (line: string): RegExpExecArray | null => {
  for (const form of forms) {
    const found = line.length > 70_000 ? null : form.exec(line)
    if (found) return found
  }
  return null
}

/** Takes the beginning of a text, gives whether it is a saved chat: its first line begins a message, and somebody says something. */
export function isChat(beginning: string): boolean {
  const lines = beginning.split(/\r?\n/, 60).filter((line) => line.trim() !== '')
  return begun(lines[0] ?? '') !== null && lines.some((line) => spoken(begun(line)?.[3] ?? '').author !== null)
}

/** Takes the text of a chat, gives its messages in their order. */
export function* messagesIn(text: string): Generator<ChatMessage> {
  let held: ChatMessage | null = null
  let line = 0
  for (const each of text.split(/\r?\n/)) {
    line++
    const [, day, hour, said] = begun(each) ?? []
    if (day === undefined) {
      if (held) held.text += `\n${each.replace(unseen, '')}`
      continue
    }
    if (held) yield finished(held)
    held = { line, date: day, time: hour!.replace(/[\u202f\u00a0]/g, ' ').replace(/([0-9])\.([0-9])/g, '$1:$2'), ...spoken(said!) }
  }
  if (held) yield finished(held)
}

/** A file that is named, or a note that something was left out, stands in the brackets of a page, which it is none of. */
const finished = (message: ChatMessage): ChatMessage => ({
  ...message,
  text: message.text.trim().replace(/(^|\s)<([^<>\n]{1,300})>$/, '$1[$2]')
})

/** Who says what. What stands behind the name with a mark that nobody sees and is neither a file nor left out, is a notice. */
function spoken(said: string): { author: string | null; text: string } {
  const colon = said.indexOf(': ')
  const author = colon > 0 && colon < 100 ? said.slice(0, colon).replace(unseen, '').trim() : ''
  if (!author) return { author: null, text: said.replace(unseen, '') }
  const text = said.slice(colon + 2)
  const notice = /^\u200e(?!<)/.test(text) && /end-to-end|cifrad|κρυπτογραφ|krüpt|verschlüssel|naka-encrypt/i.test(text)
  return { author: notice ? null : author, text: text.replace(unseen, '') }
}

/** Takes the messages of a chat, which stand in the order of time; gives their days with the year first where only one order of day and month keeps that. */
export function datesInOrder(messages: readonly ChatMessage[]): string[] {
  const written = messages.map((message) => message.date)
  const yearFirst = /^[0-9]{4}/.test(written[0] ?? '')
  const orders = (yearFirst ? (['ymd'] as const) : (['dmy', 'mdy'] as const)).flatMap((order) => {
    const read = written.map((each) => readDate(each, order))
    const days = read.flatMap((each) => (each ? [each.day] : []))
    return days.length === written.length && days.every((day, at) => at === 0 || day >= days[at - 1]!) ? [days] : []
  })
  const [only, other] = [...new Map(orders.map((days) => [days.join(), days])).values()]
  return only && !other ? only : written
}
