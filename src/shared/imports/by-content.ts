import type { ColumnSource, ImportTarget } from '../contract/imports'
import { isDated } from './dated'
import { columnAt, importFields } from './fields'
import { bareHeader } from './header-names'
import { meaningOf } from './values'
import { wordKey } from './words'

/** What the cells of a column are like. */
export interface ColumnFacts {
  dates: boolean
  /** Its words, where they are few. */
  words: string[] | null
  /** How long its texts are on average; 0 where they hold no letters. */
  length: number
  /** Hours and minutes without a day: how long something took. */
  spans: boolean
  /** Whether every row has something there. */
  full: boolean
}

/** When something ended, changed or is due: not when it began. */
const notTheBeginning =
  /due|clos|modif|updat|resol|last|end|deadline|expir|complet|fulfil|ship|deliver|paid|refund|cancel|λήξη|προθεσ|κλεισ|cierre|venc|entrega|tähta|sulet|fällig|ende|liefer/i
/** Texts that are about something else than what happened. */
const notTheWords = /id$|mail|url|link|phone|tel|address|owner|agent|assign|status|state|tags?$|label|name|company|team|group/i
/** Nobody writes these but for a direction. */
const sides = new Set(
  'in out inbound outbound incoming outgoing sent received εισερχόμενη εξερχόμενη εισερχόμενο εξερχόμενο entrante saliente sissetulev väljuv papasok papalabas eingehend ausgehend'
    .split(' ')
    .map(wordKey)
)
/** The field that says what happened, of each kind of record that is a text. */
const texts: Partial<Record<ImportTarget, string>> = {
  interactions: 'subject',
  voice: 'words',
  incidents: 'title',
  promises: 'words',
  evidence: 'title'
}
const shortest = 8

/**
 * Takes what headers tell of the columns and what stands in them, gives also what only the cells tell: the one column of
 * dates, of channels, of directions, of long texts. A kind of which no word is understood is taken out: it is another kind.
 */
export function completedByContent(
  target: ImportTarget,
  guess: readonly ColumnSource[],
  headers: string[],
  facts: readonly ColumnFacts[]
): ColumnSource[] {
  const fields = importFields(target)
  const field = (id: string) => fields.find((each) => each.id === id)
  const understood = (id: string, at: number): boolean[] =>
    (facts[at]?.words ?? []).map((word) => meaningOf(field(id)!, word) !== null)
  // how long it took is no moment at which it was
  const isSpan = (id: string, at: number) =>
    facts[at]!.spans && isDated(field(id)!) && !field(id)!.required && guess.filter((source) => source.field === id).length === 1
  const found = guess.filter(
    ({ field: id, column }) =>
      typeof column !== 'number' || (!isSpan(id, column) && (id !== 'kind' || understood(id, column).some(Boolean)))
  )
  const has = (id: string) => found.some((source) => source.field === id)
  const open = () => {
    const used = new Set(found.map(({ column }) => column))
    return headers.map((_, at) => at).filter((at) => !used.has(at))
  }
  const put = (id: string, at: number | undefined) => {
    if (at !== undefined) found.push(columnAt(headers, id, at))
  }

  const began = fields.find((each) => isDated(each) && (each.required || each.id === 'orderedOn'))
  if (began && !has(began.id)) {
    const days = open().filter((at) => facts[at]!.dates && !notTheBeginning.test(headers[at]!))
    put(began.id, days[0])
  }
  if (target === 'interactions') {
    if (!has('direction'))
      put(
        'direction',
        open().find((at) => facts[at]!.words?.every((word) => sides.has(wordKey(word))))
      )
    if (!has('channel')) {
      const channels = open().filter((at) => facts[at]!.words && understood('channel', at).every(Boolean))
      put(
        'channel',
        channels.find((at) => facts[at]!.words!.some((word) => meaningOf(field('channel')!, word) !== 'note'))
      )
    }
  }
  const text = texts[target]
  if (text && !has(text)) {
    const named = open().find((at) => /^(?:name|title)$/.test(bareHeader(headers[at]!)))
    const longest = open()
      .filter(
        (at) =>
          facts[at]!.length >= shortest &&
          (facts[at]!.full || text !== 'subject') &&
          !facts[at]!.dates &&
          !notTheWords.test(headers[at]!)
      )
      .sort((a, b) => facts[b]!.length - facts[a]!.length)[0]
    // a comment has no subject: its first words are one
    put(text, named ?? (target === 'interactions' && has('notes') ? undefined : longest))
  }
  if (target === 'orders' && !has('title'))
    put(
      'title',
      open().find((at) => bareHeader(headers[at]!) === 'name')
    )
  return found
}
