import { createHash } from 'node:crypto'
import type { Encoding } from '../../shared/contract/imports'
import { OwnAddresses } from '../../shared/imports/own'
import { mostCharacters, type FileRow } from '../../shared/imports/row-source'
import { cut } from '../../shared/values/truncate'
import type { Bytes } from '../bytes'
import { inSlices, type Rows, type Table } from '../source'
import { decoderOf } from '../table/encodings'
import { datesInOrder, messagesIn, type ChatMessage } from './messages'

/** The columns of a chat. A message bears no number of its own: who wrote what, and when, is what it is known by. */
const headers = ['Chat message', 'Date', 'Chat', 'Author', 'Company', 'Person', 'Contact name', 'Direction', 'Text'] as const
type Cells = Record<(typeof headers)[number], string>

/** How a saved chat is called after whom it is with, in the languages of our users. */
const named = [
  /^WhatsApp Chat (?:with|-) (.{1,200})$/i,
  /^WhatsApp[- ]Chat mit (.{1,200})$/i,
  /^Chat de WhatsApp con (.{1,200})$/i,
  /^Συνομιλία WhatsApp με (.{1,200})$/i,
  /^WhatsAppi? vestlus(?: kasutajaga)? (.{1,200})$/i
]

/**
 * Takes the bytes of a saved chat and its name, gives its messages as rows. `said` are our names and addresses, null where
 * nobody has said them: then the name of the file tells whom a chat of two is with. Error: invalid, it is too large.
 */
export async function openChat(bytes: Bytes, encoding: Encoding, name: string, said: string[] | null): Promise<Table> {
  const messages = [...messagesIn(decoderOf(encoding)(await bytes.all()).replace(/^\ufeff/, ''))]
  const counts = new Map<string, number>()
  for (const { author } of messages) if (author) counts.set(author, (counts.get(author) ?? 0) + 1)
  const authors = [...counts.keys()]
  const chat = chatNamed(name)
  const known = new OwnAddresses(said ?? [])
  const told = authors.some((author) => known.has(author.toLowerCase()))
  const partner = authors.find((author) => author.toLowerCase() === chat.toLowerCase())
  const guessed = !told && authors.length === 2 && partner ? authors.filter((author) => author !== partner) : []
  const own = new OwnAddresses([...(said ?? []), ...guessed])
  const theirs = authors.filter((author) => !own.has(author.toLowerCase()))
  return {
    kind: 'chat',
    headers: [...headers],
    own: {
      told: told || guessed.length > 0,
      domains: [...(said ?? []), ...guessed],
      seen: authors.map((domain) => ({ domain, count: counts.get(domain)! }))
    },
    rows: ({ signal }): Rows => inSlices(rowsOf(messages, { own, theirs, chat }), signal)
  }
}

/** Whom a chat is with, as far as the name of its file, or of the archive that it is in, tells. */
function chatNamed(name: string): string {
  for (const step of name.split('/').toReversed()) {
    const bare = step.replace(/\.(?:txt|zip)$/i, '').replace(/ ?\([0-9]{1,3}\)$/, '')
    const found = named.map((form) => form.exec(bare)?.[1]).find(Boolean)
    if (found) return found.trim()
  }
  return ''
}

function* rowsOf(messages: ChatMessage[], of: { own: OwnAddresses; theirs: string[]; chat: string }): Generator<FileRow> {
  const days = datesInOrder(messages)
  const times = new Map<string, number>()
  let row = 0
  for (const [at, { line, time, author, text }] of messages.entries()) {
    const date = `${days[at]!} ${time}`
    if (author === null) {
      yield { row: ++row, line, cells: [text, date], left: 'notice' }
      continue
    }
    const out = of.own.has(author.toLowerCase())
    // in a chat of several it is the customer's own people who speak; where it has a name it is called by it
    const other = out ? (of.theirs[0] ?? '') : author
    const group = of.theirs.length > 1 && of.chat !== '' ? of.chat : ''
    const key = `${date} ${author} ${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
    const again = times.get(key) ?? 0
    times.set(key, again + 1)
    const cells: Cells = {
      'Chat message': again === 0 ? key : `${key} ${again + 1}`,
      Date: date,
      Chat: of.chat,
      Author: author,
      Company: group,
      Person: group ? '' : other,
      'Contact name': other,
      Direction: out ? 'out' : 'in',
      Text: cut(text, mostCharacters)
    }
    yield { row: ++row, line, cells: headers.map((header) => cells[header]) }
  }
}
