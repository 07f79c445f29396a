import { withoutEnd } from './ends'
import type { Language } from './languages'
import { whenWords, type WhenWords } from './when-words'
import { addDays } from './zones'

/** What was understood of a due date in words. */
export interface When {
  /** The calendar day, ISO; null where the words name none, such as in "24/3 15:00": then `rest` may be a date in figures. */
  day: string | null
  /** The time of day, "14:05", or null for the whole day. */
  time: string | null
  /** What is not words of day or time. */
  rest: string
}

/** Takes a text, gives it as the words are compared: lower case, without accents, with single spaces. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/ς/gu, 'σ')
    // alas-3: a word and a figure; 2026-03-04 stays as it is
    .replace(/(?<=\p{L})-(?=[\p{L}\d])/gu, ' ')
    .replace(/[,;!?]/gu, ' ')
    .replace(/(?<=\p{L}{3})\./gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
const forms = (words: string): string[] =>
  words
    .split('|')
    .map(fold)
    .sort((a, b) => b.length - a.length)
/** An expression for any of these words, by themselves. */
const any = (words: string): string => `(?<![\\p{L}\\d])(?:${forms(words).map(escape).join('|')})(?![\\p{L}\\d])`

/** A language's words as expressions, made once. */
function expressions(words: WhenWords): ReturnType<typeof make> {
  let made = known.get(words)
  if (!made) known.set(words, (made = make(words)))
  return made
}
const known = new Map<WhenWords, ReturnType<typeof make>>()

function make(words: WhenWords) {
  const whole = (text: string): RegExp => new RegExp(`^${any(text)}$`, 'u')
  const find = (text: string): RegExp => new RegExp(any(text), 'u')
  const half = `(?:\\s*(${[...forms(words.am), ...forms(words.pm)].map(escape).join('|')})(?![\\p{L}\\d]))`
  const hours = words.hours ?? words.numbers
  const hourWords = hours.flatMap(forms).map(escape).join('|')
  const numberWords = words.numbers.flatMap(forms).map(escape).join('|')
  const clock = any(words.clock)
  return {
    // 15:00, 3:30 pm, at 15.00
    minutes: new RegExp(
      `(?:${clock}\\s*)?(?<![\\d.:/-])(\\d{1,2})(?::|(?<=${clock}\\s*\\d{1,2})[.])(\\d{2})(?![\\d.:/-])${half}?`,
      'u'
    ),
    // 15h, 15h30, 3 pm
    hour: new RegExp(`(?:${clock}\\s*)?(?<![\\d.:/-])(\\d{1,2})(?:\\s?h(\\d{2})?(?![\\p{L}\\d])|${half})`, 'u'),
    // at 3, at three
    bare: new RegExp(`${clock}\\s*(?:(\\d{1,2})|(${hourWords}))(?![\\p{L}\\d:./-])`, 'u'),
    pm: find(words.pm),
    noon: find(words.noon),
    morning: find(words.morning),
    afternoon: find(words.afternoon),
    evening: find(words.evening),
    endOfDay: find(words.endOfDay),
    filler: new RegExp(any(words.filler), 'gu'),
    after: words.after === undefined ? null : find(words.after),
    today: whole(words.today),
    tomorrow: whole(words.tomorrow),
    dayAfter: whole(words.dayAfter),
    yesterday: whole(words.yesterday),
    weekdays: words.weekdays.map(whole),
    next: find(words.next),
    nextWeek: find(words.nextWeek),
    nextMonth: find(words.nextMonth),
    endOfWeek: find(words.endOfWeek),
    endOfMonth: find(words.endOfMonth),
    count: new RegExp(
      `^(?:(\\d{1,3})|(${numberWords}))?\\s*(?:(${any(words.day)})|(${any(words.week)})|(${any(words.month)}))$`,
      'u'
    ),
    numbers: words.numbers.map(whole),
    hours: hours.map(whole)
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
/** Takes an ISO day, gives its day of the week: Monday is 0. */
const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7
const monthLater = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(Math.min(date, last))}`
}

const lastOfMonth = (day: string): string => {
  const [year, month] = monthLater(day, 1).split('-')
  return addDays(`${year}-${month}-01`, -1)
}

/**
 * Takes an ISO day and a day of the week (Monday is 0), gives the next such day: after today, so that "Friday" on a Friday
 * is in a week.
 */
export function nextWeekday(today: string, weekday: number): string {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/**
 * Takes what someone typed, its language and today's ISO day where it is due, gives the day and the time that the words
 * name: "tomorrow noon", "Friday 15:00", "in 3 days". A weekday is the next one to come, "next Friday" that of the next
 * calendar week (from Monday). An hour from 1 to 6 without minutes is one of the afternoon. Where it names a time only, it
 * is today. Never fails: what is not understood is in `rest`, and then `day` is null.
 */
export function readWhen(text: string, language: Language, today: string): When {
  const is = expressions(whenWords[language])
  let left = fold(text)
  const take = (expression: RegExp): RegExpExecArray | null => {
    const found = expression.exec(left)
    if (found) left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`.replace(/\s+/gu, ' ').trim()
    return found
  }

  let hour: number | null = null
  let minute = 0
  let fixed = false
  let bare: RegExpExecArray | null = null
  const figures = take(is.minutes) ?? take(is.hour)
  if (figures) {
    hour = Number(figures[1])
    minute = Number(figures[2] ?? 0)
    fixed = figures[0].includes(':') || figures[2] !== undefined
    if (figures[3]) {
      if (hour < 1 || hour > 12) return { day: null, time: null, rest: text }
      hour = (hour % 12) + (is.pm.test(figures[3]) ? 12 : 0)
      fixed = true
    }
  } else {
    bare = take(is.bare)
    const [, figure, word = ''] = bare ?? []
    if (bare) hour = figure ? Number(figure) : is.hours.findIndex((one) => one.test(word)) + 1
  }
  const whole = take(is.endOfDay) !== null
  // of longer expressions first: "pasado mañana" is no morning, "de la mañana" no tomorrow
  const part = take(is.afternoon)
    ? 'afternoon'
    : take(is.noon)
      ? 'noon'
      : take(is.evening)
        ? 'evening'
        : take(is.morning)
          ? 'morning'
          : null
  if (hour === null && part) hour = { morning: 9, noon: 12, afternoon: 15, evening: 18 }[part]
  else if (hour !== null && (part === 'afternoon' || part === 'evening') && hour < 12) hour += 12
  else if (hour !== null && part === 'noon' && hour < 6) hour += 12
  else if (hour !== null && !part && !fixed && hour >= 1 && hour <= 6) hour += 12
  if (hour !== null && (hour > 23 || minute > 59)) return { day: null, time: null, rest: text }
  const time = hour === null || whole ? null : `${two(hour)}:${two(minute)}`

  const day = left === '' ? (time || whole ? today : null) : dayOf(left, is, today)
  // "στις 3 Μαρτίου" is a day of March and no hour
  if (!day && bare && !/\d/u.test(left)) return { day: null, time: null, rest: text }
  return { day, time, rest: day ? '' : left }
}

function dayOf(left: string, is: ReturnType<typeof make>, today: string): string | null {
  const bare = (text: string): string => text.replace(is.filler, ' ').replace(/\s+/gu, ' ').trim()
  for (const [words, found] of [
    [is.dayAfter, 2],
    [is.tomorrow, 1],
    [is.today, 0],
    [is.yesterday, -1]
  ] as const)
    if (words.test(left) || words.test(bare(left))) return addDays(today, found)
  for (const [words, found] of [
    [is.nextWeek, addDays(today, 7)],
    [is.nextMonth, monthLater(today, 1)],
    [is.endOfWeek, weekdayOf(today) < 4 ? addDays(today, 4 - weekdayOf(today)) : today],
    [is.endOfMonth, lastOfMonth(today)]
  ] as const)
    if (words.test(left) && bare(left.replace(words, ' ')) === '') return found

  const counted = is.count.exec(bare(left)) ?? is.count.exec(left)
  if (counted) {
    const [, figures, words, days, weeks] = counted
    const number = figures
      ? Number(figures)
      : words
        ? is.numbers.findIndex((one) => one.test(words)) + 1
        : is.after?.test(left)
          ? 1
          : 0
    if (number > 0) return days ? addDays(today, number) : weeks ? addDays(today, 7 * number) : monthLater(today, number)
  }
  const coming = is.next.exec(left)
  const name = bare(coming ? left.replace(is.next, ' ') : left)
  const weekday = is.weekdays.findIndex((one) => one.test(name))
  if (weekday < 0) return null
  return coming ? addDays(today, 7 - weekdayOf(today) + weekday) : nextWeekday(today, weekday)
}

const longest = 6

/**
 * Takes a sentence ("I will call you on Friday at noon"), its language and today's ISO day where it is due. Gives the first
 * day that its words name, with the longest words for it, or null. Days in figures are not looked for.
 */
export function findWhen(text: string, language: Language, today: string): { day: string; time: string | null } | null {
  const words = text.split(/\s+/u).map((word) => withoutEnd(word.replace(/^[("“«'’]+/u, ''), /[)"”».,;!?'’]/))
  for (let at = 0; at < words.length; at++)
    for (let many = Math.min(longest, words.length - at); many > 0; many--) {
      const some = words.slice(at, at + many).join(' ')
      // "sat", "mar", "e" are more often other words
      if (many === 1 && some.length < 4) continue
      const { day, time } = readWhen(some, language, today)
      if (day && day >= today) return { day, time }
    }
  return null
}
