import type { Language } from '../../shared/values/languages'
import { readWhen } from '../../shared/values/when'
import { addDays } from '../../shared/values/zones'
import type { Day } from '../../shared/values/flavours'

const two = (value: number): string => String(value).padStart(2, '0')

/** Takes year, month (1 to 12) and day, gives an ISO date, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(year, month - 1, day)
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return same && year >= 1900 && year <= 2199 ? `${year}-${two(month)}-${two(day)}` : null
}

const fold = (text: string): string =>
  text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')

const months = new Map<string, string[][]>()

/** Takes a locale, gives the twelve months as people write them there, short, long, in and out of a date. */
function monthNames(locale: string): string[][] {
  const known = months.get(locale)
  if (known) return known
  const made = Array.from({ length: 12 }, (_, month) => {
    const at = new Date(Date.UTC(2024, month, 15))
    const name = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(at).find((part) => part.type === 'month')
        ?.value ?? ''
    return [
      name({ month: 'short' }),
      name({ month: 'long' }),
      name({ day: 'numeric', month: 'short' }),
      name({ day: 'numeric', month: 'long' })
    ].map(fold)
  })
  months.set(locale, made)
  return made
}

/** Takes a locale, gives the order in which it writes day, month and year. */
function order(locale: string): ('day' | 'month' | 'year')[] {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type): type is 'day' | 'month' | 'year' => type === 'day' || type === 'month' || type === 'year')
}

/** How long an ending may be: "detsembril", "detsembriks". */
const longestEnding = 3

/** Takes words and a locale, gives the month one of them names (0 to 11), or -1. In Estonian a month has endings. */
function monthIn(words: string[], locale: string): number {
  const ends = (word: string, name: string): boolean => {
    const stem = name.replace(/er$/, 'r')
    return locale.startsWith('et') && word.startsWith(stem) && word.length - stem.length <= longestEnding
  }
  return monthNames(locale).findIndex((names) =>
    words.some((word) => names.some((name, at) => name.startsWith(word) || (at % 2 === 1 && ends(word, name))))
  )
}

const fullYear = (text: string): number => (text.length <= 2 ? 2000 + Number(text) : Number(text))

/**
 * Takes what someone typed, a locale and today's ISO date, gives an ISO date, null for nothing, or undefined where it
 * is not a date. Understands 2025-03-04, the locale's own order (4/3/2025), a month in words (4 Mar 2025), a day and
 * month of this year (4/3), and +3 or -3 for days from today.
 */
export function readDate(text: string, locale: string, today: Day): string | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  const shift = /^([+-]\d{1,4})$/.exec(typed)
  if (shift) return addDays(today, Number(shift[1]))
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? undefined

  const thisYear = today.slice(0, 4)
  const numbers = /^(\d{1,4})[./\-\s]+(\d{1,2})(?:[./\-\s]+(\d{1,4}))?\.?$/.exec(typed)
  if (numbers) {
    const given = [numbers[1]!, numbers[2]!, numbers[3] ?? thisYear]
    if (numbers[1]!.length === 4) return isoDate(Number(given[0]), Number(given[1]), Number(given[2])) ?? undefined
    const dayFirst = order(locale).indexOf('day') < order(locale).indexOf('month')
    const [day, month] = dayFirst ? [given[0], given[1]] : [given[1], given[0]]
    return isoDate(fullYear(given[2]!), Number(month), Number(day)) ?? undefined
  }
  const figures = typed.match(/\d+/g) ?? []
  const words = fold(typed).match(/\p{L}{3,}/gu) ?? []
  const month = monthIn(words, locale)
  const day = figures.find((figure) => figure.length <= 2)
  const year = figures.find((figure) => figure.length === 4) ?? thisYear
  if (month < 0 || day === undefined || figures.length > 2) return undefined
  return isoDate(Number(year), month + 1, Number(day)) ?? undefined
}

/**
 * Takes what someone typed, gives a date as precisely as it is known: "2025-03-04", "2025-03" or "2025". Null for
 * nothing, undefined where it is none of them. Beside what `readDate` knows: March 2025, 3/2025, 2025-03, 2025.
 */
export function readFuzzyDate(text: string, locale: string, today: Day): string | null | undefined {
  const typed = text.trim()
  if (/^(19|20|21)\d{2}$/.test(typed)) return typed
  const iso = /^(\d{4})[-./](\d{1,2})$/.exec(typed)
  const monthYear = /^(\d{1,2})[-./](\d{4})$/.exec(typed)
  const [year, month] = iso ? [iso[1], iso[2]] : monthYear ? [monthYear[2], monthYear[1]] : []
  if (year && month) return isoDate(Number(year), Number(month), 1)?.slice(0, 7)
  const figures = typed.match(/\d+/g) ?? []
  if (figures.length === 1 && figures[0]!.length === 4) {
    const found = monthIn(fold(typed).match(/\p{L}{3,}/gu) ?? [], locale)
    return found < 0 ? undefined : isoDate(Number(figures[0]), found + 1, 1)?.slice(0, 7)
  }
  return readDate(typed, locale, today)
}

/** Takes what someone typed as a time of day (14:05, 14.05, 1405, 2:05 pm), gives "14:05", null for nothing, or undefined. */
export function readTime(text: string): string | null | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === '') return null
  const found = /^(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|π\.μ\.|μ\.μ\.|πμ|μμ)?$/.exec(typed)
  if (!found) return undefined
  const half = found[3]?.replace(/\./g, '')
  let hour = Number(found[1])
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'pm' || half === 'μμ' ? 12 : 0)
  }
  const minute = Number(found[2] ?? 0)
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined
}

/**
 * Takes what someone typed as a date, perhaps with a time ("tomorrow noon", "4 Mar 14:05"), its locale, today's ISO date,
 * the language of the words (English is understood beside it) and, where a time may be meant, the time it is ("in two
 * hours"). Gives the day and the time it names, null for nothing, or undefined where it is no date.
 */
export function readDay(
  text: string,
  locale: string,
  today: Day,
  language: Language,
  at: string | null = null
): { day: Day; time: string | null } | null | undefined {
  if (text.trim() === '') return null
  for (const spoken of language === 'en' ? [language] : ([language, 'en'] as const)) {
    const { day, time, rest } = readWhen(text, spoken, today, at)
    const found = day ?? (time ? readDate(rest, locale, today) : null)
    if (found) return { day: found, time }
  }
  const day = readDate(text, locale, today)
  return day ? { day, time: null } : undefined
}
