import { oneLine } from './one-line'
import { clockWords } from './clock-words'
import type { Language } from './languages'
import { whenWords } from './when-words'

/** Takes a text, gives it as the words are compared: lower case, without accents, with single spaces. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/ς/gu, 'σ')
    .replace(/[’']/gu, '')
    // alas-3: a word and a figure; 2026-03-04 stays as it is
    .replace(/(?<=\p{L})-(?=[\p{L}\d])/gu, ' ')
    .replace(/[,;!?]/gu, ' ')
    .replace(/(?<=\p{L}{3})\./gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
/** Longer ones first: "pasado mañana" is no "mañana". */
const longestFirst = (all: string[]): string[] => all.sort((a, b) => b.length - a.length)
const forms = (words: string): string[] => longestFirst(words.split('|').map(fold))
const either = (all: string[]): string => all.map(escape).join('|')
/** An expression for any of these words, by themselves. */
const alone = (all: string[]): string => `(?<![\\p{L}\\d])(?:${either(all)})(?![\\p{L}\\d])`
const any = (words: string): string => alone(forms(words))
const whole = (words: string): RegExp => new RegExp(`^${any(words)}$`, 'u')
const find = (words: string): RegExp => new RegExp(any(words), 'u')
const maybe = (words: string | undefined): RegExp | null => (words === undefined ? null : find(words))

export type Expressions = ReturnType<typeof make>
const known = new Map<Language, Expressions>()

/** Takes a language, gives its words of days and times as expressions, made once. */
export function expressions(language: Language): Expressions {
  let made = known.get(language)
  if (!made) known.set(language, (made = make(language)))
  return made
}

function make(language: Language) {
  const words = whenWords[language]
  const times = clockWords[language]
  const filler = new RegExp(any(words.filler), 'gu')
  const bare = (text: string): string => oneLine(text.replace(filler, ' '))
  /** A unit as it is written, and as it is without words that add nothing. */
  const unit = (of: string): string =>
    alone(
      longestFirst(
        forms(of)
          .flatMap((form) => [form, bare(form)])
          .filter(Boolean)
      )
    )

  const half = `(?:\\s*(${either([...forms(times.am), ...forms(times.pm)])})(?![\\p{L}\\d]))`
  const hours = times.hours ?? words.numbers
  const counted = [words.day, words.workday, words.week, words.month, words.hour, words.minute].map(any).join('|')
  // not the number of "before two weeks", "half an hour"
  const hour = `(?:(\\d{1,2})(?:-?ks)?|(${either(longestFirst(hours.flatMap(forms)))}))(?![\\p{L}\\d:./-]|\\s*(?:${counted}))`
  const clock = any(times.clock)
  const after = Object.keys(times.after ?? {})
  const before = Object.keys(times.before ?? {})
  const number = `(?:(\\d{1,3})|(${either(longestFirst(words.numbers.flatMap(forms)))}))?`
  const units = {
    workday: words.workday,
    day: words.day,
    week: words.week,
    month: words.month,
    hour: words.hour,
    minute: words.minute
  }
  return {
    bare,
    // 15:00, 3:30 pm, at 15.00, 15:30 h
    minutes: new RegExp(
      `(?:${clock}\\s*)?(?<![\\d.:/-])(\\d{1,2})(?::|(?<=${clock}\\s*\\d{1,2})[.])(\\d{2})(?![\\d.:/-])(?:\\s?h(?![\\p{L}\\d])|${half})?`,
      'u'
    ),
    // 15h, 15h30, 3 pm
    hour: new RegExp(`(?:${clock}\\s*)?(?<![\\d.:/-])(\\d{1,2})(?:\\s?h(\\d{2})?(?![\\p{L}\\d])|${half})`, 'u'),
    // half past three
    before: before.length ? new RegExp(`(?:${clock}\\s*)?(${any(before.join('|'))})\\s+${hour}`, 'u') : null,
    // a las tres y media
    after: after.length ? new RegExp(`${clock}\\s*${hour}\\s+(${any(after.join('|'))})`, 'u') : null,
    // στις τρεισήμισι
    halves: times.halves ? new RegExp(`${clock}\\s*(${any(times.halves.join('|'))})`, 'u') : null,
    // at 3, at three
    bareHour: new RegExp(`${clock}\\s*${hour}`, 'u'),
    quarters: Object.entries({ ...times.before, ...times.after }).map(([of, minutes]) => ({ is: whole(of), minutes })),
    halfHours: (times.halves ?? []).map(whole),
    hours: hours.map(whole),
    pm: find(times.pm),
    noon: find(times.noon),
    morning: find(times.morning),
    afternoon: find(times.afternoon),
    evening: find(times.evening),
    endOfDay: find(times.endOfDay),
    later: maybe(words.after),
    today: whole(words.today),
    tomorrow: whole(words.tomorrow),
    dayAfter: whole(words.dayAfter),
    yesterday: whole(words.yesterday),
    weekdays: words.weekdays.map(whole),
    next: maybe(words.next),
    nextWeek: find(words.nextWeek),
    nextMonth: find(words.nextMonth),
    startOfNextWeek: find(words.startOfNextWeek),
    startOfNextMonth: find(words.startOfNextMonth),
    endOfWeek: find(words.endOfWeek),
    endOfNextWeek: find(words.endOfNextWeek),
    endOfMonth: find(words.endOfMonth),
    endOfNextMonth: find(words.endOfNextMonth),
    endOfYear: find(words.endOfYear),
    dayOfMonth: words.dayOfMonth ? new RegExp(`^${words.dayOfMonth}$`, 'u') : null,
    count: new RegExp(
      `^${number}\\s*(?:${Object.entries(units)
        .map(([name, of]) => `(?<${name}>${unit(of)})`)
        .join('|')}${words.fortnight ? `|(?<fortnight>${unit(words.fortnight)})` : ''})$`,
      'u'
    ),
    halfHour: new RegExp(`^${unit(words.halfHour)}$`, 'u'),
    numbers: words.numbers.map(whole)
  }
}
