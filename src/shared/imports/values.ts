import { isBlank, withoutGuard } from './blank'
import { readDate, severalLetters, type Clock } from './dates'
import { halfKnown } from './half-known'
import { zoneInHeader } from './header-names'
import { htmlToText } from './html'
import { readNumber, withoutCurrency } from './numbers'
import { zoneNamed } from './offsets'
import { addressIn, type OwnAddresses } from './own'
import { countryNamed, languageNamed } from './places'
import { valueOfWord, wordKey } from './words'
import { wordOf } from './words-seen'
import type { ColumnSource, ImportField } from '../contract/imports'
import { m } from '../messages/messages.js'
import { currency as currencyCode } from '../values/currency'
import { withoutEnds } from '../values/ends'
import { toMinor } from '../values/money'
import type { Zone } from '../values/flavours'

/** What a cell is worth in its field, or a sentence on why it cannot be used. */
export type Read = { value: string | number | null } | { problem: string }
/** How a column is written, and what a person said that its words mean. */
export type WrittenSource = Pick<ColumnSource, 'dates' | 'numbers' | 'words' | 'header'>

interface Place {
  zone: Zone
  currency: string
  clock: Clock
  /** Our own addresses: who wrote tells the direction. */
  own?: OwnAddresses | null
}

const unseen = /[\p{Cf}\s]/u

/** Takes a cell, its field and how its column is written, gives its value: text, day, instant, number, minor units. */
export function readCell(cell: string, field: ImportField, source: WrittenSource, place: Place): Read {
  if (isBlank(cell)) return { value: null }
  if (field.kind === 'text' || field.kind === 'customer') return { value: readText(cell) }
  if (cell.length > 2_000) return { problem: m.imports_bad_long() }
  const text = withoutEnds(withoutGuard(cell.trim()), unseen)
  switch (field.kind) {
    case 'instant':
    case 'moment':
    case 'daytime':
    case 'day':
      return dated(text, field.kind, source, place)
    case 'number': {
      const value = readNumber(text, source.numbers ?? 'point')
      return value === null ? { problem: m.imports_bad_number() } : { value }
    }
    case 'money': {
      const value = readNumber(withoutCurrency(text, place.currency), source.numbers ?? 'point')
      return value === null
        ? { problem: m.imports_bad_money({ currency: place.currency }) }
        : { value: toMinor(value, place.currency) }
    }
    case 'currency': {
      const code = currencyCode.safeParse(text)
      return code.success ? { value: code.data } : { problem: m.error_currency() }
    }
    case 'zone': {
      const zone = answered(text, source) ?? zoneNamed(text)
      return zone ? { value: zone } : { problem: m.error_zone() }
    }
    default:
      return readWord(text, field, source, place.own ?? null)
  }
}

/** A text without what Excel and help desks put around it: guards of numbers, tags of web pages, marks that nobody sees. */
function readText(cell: string): string | null {
  const text = withoutGuard(cell.trim())
  const ends = withoutEnds(text, unseen)
  return htmlToText(ends).trim() || null
}

/** A person's answer for a word; for an address, also that for its domain. */
function answered(text: string, { words }: WrittenSource): string | undefined {
  if (!words) return undefined
  return words[wordKey(text)] ?? (text.includes('@') ? words[wordKey(wordOf(text))] : undefined)
}

/** The values of one table of words: the person's own answer first, then what the word means everywhere. */
function readWord(text: string, field: ImportField, source: WrittenSource, own: OwnAddresses | null): Read {
  const said = answered(text, source)
  const value = said !== undefined ? said : (meaningOf(field, text) ?? sideNamed(field, text, own))
  if (field.kind === 'flag') return value === null ? { problem: m.imports_bad_flag() } : { value: value === 'yes' ? 1 : 0 }
  if (value !== null && value !== '') return { value }
  // answered with nothing: a person has said that it means none of them
  if (value === '') return { value: null }
  return { problem: field.kind === 'choice' ? m.imports_bad_word() : m.imports_bad_place() }
}

/** The table of words of a field: fields of several kinds of record may have one name. */
function tableOf({ id, choices = [] }: ImportField): string {
  if (choices.includes('praise')) return 'voice'
  return choices.includes('outage') ? 'incident' : id
}

/** Takes who wrote and whose addresses are ours, gives the direction that it tells; null where it tells none. */
export function sideNamed(field: ImportField, text: string, own: OwnAddresses | null): string | null {
  const address = field.id === 'direction' && own && !own.none ? addressIn(text) : null
  if (!address) return null
  return own!.has(address) ? 'out' : 'in'
}

/** Takes a field and a word, gives the value that it stands for; null where nobody has said. */
export function meaningOf(field: ImportField, text: string): string | null {
  switch (field.kind) {
    case 'flag':
      return valueOfWord('yes', text)
    case 'country':
      return countryNamed(text)
    case 'language':
      return languageNamed(text)
    default: {
      const own = field.choices?.find((choice) => choice === wordKey(text))
      return own ?? valueOfWord(tableOf(field), text)
    }
  }
}

function dated(text: string, kind: 'instant' | 'moment' | 'daytime' | 'day', source: WrittenSource, place: Place): Read {
  const date = readDate(text, source.dates ?? 'iso', source.words ?? {})
  if (!date) {
    const month = kind === 'moment' ? halfKnown(text) : null
    if (month) return { value: month }
    const letters = severalLetters(text)
    return { problem: letters ? m.imports_bad_letters({ letters }) : m.imports_bad_date() }
  }
  const said = zoneInHeader(source.header ?? '')
  const zone = (said && zoneNamed(said)) || place.zone
  // midnight is how a date alone is often written; nobody promises goods for it
  const hourless = date.time === null || (kind === 'daytime' && date.time === '00:00:00')
  if (kind === 'day' || (kind !== 'instant' && hourless)) return { value: place.clock.day(date, zone) }
  return { value: place.clock.instant(date, zone) }
}

/** Takes the cells of a date that stands in several columns, gives them as one: a day, its time, its zone. */
export function joinedDate(cells: readonly string[], dates: ColumnSource['dates']): string {
  const full = cells.map((cell) => withoutGuard(cell.trim())).filter((cell) => !isBlank(cell))
  if (full.length < 2) return full[0] ?? ''
  // a spreadsheet adds midnight to a day, and keeps a time as a part of one
  const first = full[0]!.replace(/[T ]0?0:00(?::00(?:\.0{1,6})?)?(?: ?AM)?$/i, '')
  const part = /^0?[.,]([0-9]{2,15})$/.exec(full[1]!)
  const seconds = part ? Math.round(Number(`0.${part[1]}`) * 86_400) : null
  const time = seconds === null ? full[1]! : new Date(seconds * 1000).toISOString().slice(11, 19)
  return [dates === 'serial' ? first.replace(/[.,]0{1,9}$/, '') : first, time, ...full.slice(2)].join(' ')
}
