import { oneLine } from './one-line'
import { withoutEnd } from './ends'
import type { Language } from './languages'
import { clockOf, readClock, two } from './when-clock'
import { expressions, fold, type Expressions } from './when-expressions'
import { addDays } from './zones'
import type { Day } from './flavours'

/** What was understood of a due date in words. */
export interface When {
  /** The calendar day, ISO; null where the words name none, such as in "24/3 15:00": then `rest` may be a date in figures. */
  day: Day | null
  /** The time of day, "14:05", or null for the whole day. */
  time: string | null
  /** What is not words of day or time. */
  rest: string
}
interface Found {
  day: Day
  time?: string
  /** Of a sentence it would be something else: "twice a week", "by one of our drivers". */
  loose?: boolean
}

/** Takes an ISO day, gives its day of the week: Monday is 0. */
const weekdayOf = (day: Day): number => (new Date(day).getUTCDay() + 6) % 7
const monthLater = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(Math.min(date, last))}`
}
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`
const lastOfMonth = (day: Day): Day => addDays(firstOfMonth(monthLater(day, 1)), -1)
const friday = 4

/**
 * Takes an ISO day and a day of the week (Monday is 0), gives the next such day: after today, so that "Friday" on a Friday
 * is in a week.
 */
export function nextWeekday(today: Day, weekday: number): string {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/** Days from Monday to Friday; the customer's own calendar is not known to words. */
function workdaysLater(today: Day, days: number): string {
  let day = today
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (weekdayOf(day) <= friday) left--
  }
  return day
}

/** The next day with this number, today's own included; null where no month has it. */
function nextOfNumber(today: Day, number: number): string | null {
  if (number < 1 || number > 31) return null
  for (let month = 0; month < 3; month++) {
    const last = lastOfMonth(monthLater(firstOfMonth(today), month))
    const day = `${last.slice(0, 7)}-${two(number)}`
    if (day >= today && day <= last) return day
  }
  return null
}

/**
 * Takes what someone typed, its language, today's ISO day where it is due and, where it is known, the time it is there.
 * Gives the day and the time that the words name: "tomorrow noon", "Friday 15:00", "in 3 days", with the time also "in two
 * hours". A weekday is the next one to come, "next Friday" that of the next calendar week (from Monday), a working day one
 * from Monday to Friday. An hour from 1 to 6 without minutes is one of the afternoon. Where it names a time only, it is
 * today. Never fails: what is not understood is in `rest`, and then `day` is null.
 */
export function readWhen(text: string, language: Language, today: Day, at: string | null = null): When {
  const { found, time, rest } = understood(text, language, today, at)
  return { day: found?.day ?? null, time: found?.time ?? time, rest }
}

function understood(text: string, language: Language, today: Day, at: string | null) {
  const nothing = { found: null, time: null, rest: text }
  const is = expressions(language)
  const folded = fold(text)
  const told = readClock(folded, is)
  const { time, whole, left, hourAlone, wrong } = told
  if (wrong) return nothing
  if (is.bare(left) === '' && (time || whole))
    return { found: { day: today, loose: hourAlone && !/\d/u.test(folded) } as Found, time, rest: '' }
  const found = dayOf(left, is, today, at)
  if (found) return { found, time, rest: '' }
  // "στις 3 Μαρτίου" is a day of March and no hour
  if (hourAlone && !/\d/u.test(left)) return nothing
  return time ? { found, time, rest: left } : (withDot(folded, is, today) ?? { found, time, rest: left })
}

/** "Tomorrow 9.30": a time with a dot, beside a day that is named. With a weekday it may as well be its date: "Mon 9.11". */
function withDot(text: string, is: Expressions, today: Day) {
  const dotted = /(?<![\d.:/-])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.:/-])/u.exec(text)
  if (!dotted) return null
  const [all, hour, minute] = dotted
  const rest = oneLine(text.replace(all, ' '))
  const found = dayOf(rest, is, today, null)
  const couldBeDate = Number(minute) >= 1 && Number(minute) <= 12 && is.weekdays.some((one) => one.test(is.bare(rest)))
  return found && !couldBeDate ? { found, time: clockOf(Number(hour) * 60 + Number(minute)), rest: '' } : null
}

function dayOf(left: string, is: Expressions, today: Day, at: string | null): Found | null {
  const bare = is.bare(left)
  for (const [words, days] of [
    [is.dayAfter, 2],
    [is.tomorrow, 1],
    [is.today, 0],
    [is.yesterday, -1]
  ] as const)
    if (words.test(left) || words.test(bare)) return { day: addDays(today, days) }

  const monday = addDays(today, 7 - weekdayOf(today))
  const inMonth = monthLater(firstOfMonth(today), 1)
  for (const [words, day] of [
    [is.startOfNextWeek, monday],
    [is.startOfNextMonth, inMonth],
    [is.endOfNextWeek, addDays(monday, friday)],
    [is.endOfNextMonth, lastOfMonth(inMonth)],
    [is.nextWeek, addDays(today, 7)],
    [is.nextMonth, monthLater(today, 1)],
    [is.endOfWeek, weekdayOf(today) < friday ? addDays(today, friday - weekdayOf(today)) : today],
    [is.endOfMonth, lastOfMonth(today)],
    [is.endOfYear, `${today.slice(0, 4)}-12-31`]
  ] as const) {
    if (!words.test(left)) continue
    const beside = is.bare(left.replace(words, ' '))
    if (beside === '') return { day }
    const weekday = words === is.nextWeek ? is.weekdays.findIndex((one) => one.test(beside)) : -1
    if (weekday >= 0) return { day: addDays(monday, weekday) }
  }
  const numbered = is.dayOfMonth?.exec(bare) ?? is.dayOfMonth?.exec(left)
  const ofMonth = numbered && nextOfNumber(today, Number(numbered[1]))
  if (ofMonth) return { day: ofMonth }

  const counted = countedFrom(left, is, today, at)
  if (counted) return counted
  const coming = is.next?.exec(left)
  const name = coming ? is.bare(left.replace(is.next!, ' ')) : bare
  const weekday = is.weekdays.findIndex((one) => one.test(name))
  if (weekday < 0) return null
  return { day: coming ? addDays(monday, weekday) : nextWeekday(today, weekday) }
}

/** "In 3 days", "kahe nädala pärast", "in half an hour". */
function countedFrom(left: string, is: Expressions, today: Day, at: string | null): Found | null {
  const bare = is.bare(left)
  const loose = left === bare
  if (is.halfHour.test(bare) || is.halfHour.test(left)) return minutesLater(today, at, 30, loose)
  const found = is.count.exec(bare) ?? is.count.exec(left)
  if (!found) return null
  const [, figures, words] = found
  const unit = found.groups!
  const said = figures ? Number(figures) : words ? is.numbers.findIndex((one) => one.test(words)) + 1 : 0
  // "nädala pärast", and "in a fortnight" where the article is of those that add nothing
  const number = said || (is.later?.test(left) || unit.fortnight ? 1 : 0)
  if (number === 0) return null
  if (unit.hour || unit.minute) return minutesLater(today, at, number * (unit.hour ? 60 : 1), loose)
  if (unit.month) return { day: monthLater(today, number), loose }
  if (unit.workday) return { day: workdaysLater(today, number), loose }
  return { day: addDays(today, number * (unit.week ? 7 : unit.fortnight ? 14 : 1)), loose }
}

function minutesLater(today: Day, at: string | null, minutes: number, loose: boolean): Found | null {
  if (at === null) return null
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const then = hour * 60 + minute + minutes
  return { day: addDays(today, Math.floor(then / 1440)), time: clockOf(then % 1440), loose }
}

const longest = 6

/**
 * Takes a sentence ("I will call you on Friday at noon"), its language, today's ISO day where it is due and, where it is
 * known, the time it is there. Gives the first day that its words name, with the longest words for it, or null. Days in
 * figures are not looked for.
 */
export function findWhen(
  text: string,
  language: Language,
  today: Day,
  at: string | null = null
): { day: Day; time: string | null } | null {
  const words = text.split(/\s+/u).map((word) => withoutEnd(word.replace(/^[("“«'’]+/u, ''), /[)"”».,;!?'’]/))
  for (let from = 0; from < words.length; from++)
    for (let many = Math.min(longest, words.length - from); many > 0; many--) {
      const some = words.slice(from, from + many).join(' ')
      // "sat", "mar", "e" are more often other words
      if (many === 1 && some.length < 4) continue
      const { found, time } = understood(some, language, today, at)
      if (found && !found.loose && found.day >= today) return { day: found.day, time: found.time ?? time }
    }
  return null
}
