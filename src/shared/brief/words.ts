import type { Language } from '../values/fields'
import type { Clock } from '../values/clock'
import { beginning } from '../values/truncate'
import { formatMoney, toMajor, type MoneyStyle } from '../values/money'
import { localeOf, writtenDay, writtenMoment, type Paper } from '../values/format'
import type { Day, Minor } from '../values/flavours'

/** Numbers, dates and money in a brief's language. `in` goes with every message. */
export interface Words {
  in: { locale: Language }
  locale: string
  /** The workspace's, on which is told what Redress did. */
  home: Clock
  money(minor: Minor, currency: string, style?: MoneyStyle): string
  number(value: number, digits?: number): string
  share(value: number, digits?: number): string
  day(iso: string): string
  /** Without the year where it is the year of the brief. */
  dayHere(iso: string): string
  /** A moment as precisely as it is known, on the customer's clock or the workspace's. */
  moment(iso: string, clock: Clock): string
  /** What is there of it, one after the other; a semicolon would be a question mark in Greek. */
  list(parts: readonly (string | false | null | undefined)[]): string
}

/** Takes a brief's language, paper, zone and day, gives how it writes: dates as the screen does on that paper. */
export function wordsOf(language: Language, paper: Paper, home: Clock, today: Day): Words {
  const locale = localeOf(language, paper)
  const day = (iso: string) => writtenDay(iso, locale)
  return {
    in: { locale: language },
    locale,
    home,
    // three figures of a small amount would be cents
    money: (minor, currency, style = 'exact') =>
      formatMoney({ minor, currency }, locale, style === 'estimate' && Math.abs(toMajor(minor, currency)) < 100 ? 'whole' : style),
    number: (value, digits = 2) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    share: (value, digits = 0) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value),
    day,
    list: (parts) => parts.filter(Boolean).join(language === 'el' ? '· ' : '; '),
    dayHere: (iso) => (iso.slice(0, 4) === today.slice(0, 4) ? writtenDay(iso, locale, 'bare') : day(iso)),
    moment: (iso, clock) => writtenMoment(iso, locale, clock)
  }
}

/** What stands where nothing is known. */
export const dash = '–'

/**
 * Takes a text and how many characters there is room for; gives it whole, or as many whole sentences as fit, which may be
 * none, and whether something was left out. Nothing is cut within a sentence.
 */
export function leading(text: string, room: number, language: Language): { text: string; cut: boolean } {
  const flat = text.trim()
  if (flat.length <= room) return { text: flat, cut: false }
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(flat)) {
    const next = index + segment.trimEnd().length
    if (next > room) break
    end = next
  }
  return { text: flat.slice(0, end), cut: true }
}

/** Takes a text and how much room there is, gives it whole or up to the last sentence or word that fits, and whether it was cut. */
export function shortened(text: string, room: number): { text: string; cut: boolean } {
  const flat = text.trim()
  if (flat.length <= room) return { text: flat, cut: false }
  const head = beginning(flat, room)
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '), head.lastIndexOf('\n'))
  const end = sentence > room * 0.6 ? sentence + 1 : Math.max(head.lastIndexOf(' '), room * 0.6)
  return { text: `${beginning(head, Math.floor(end)).trimEnd()}\u00a0…`, cut: true }
}
