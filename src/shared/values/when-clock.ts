import { oneLine } from './one-line'
import type { Expressions } from './when-expressions'

/** The time of day in a text. */
export interface Told {
  /** "14:05", or null where there is none, or the whole day is meant. */
  time: string | null
  /** The whole day was named: "end of day". */
  whole: boolean
  /** What stands beside it. */
  left: string
  /** It is an hour alone, which may as well be the day of a month or no time at all: "στις 3", "by one". */
  hourAlone: boolean
  /** It names a time that no clock shows. */
  wrong: boolean
}

export const two = (value: number): string => String(value).padStart(2, '0')
/** Hours from 1 to 6 are those of the afternoon, unless they are told by the minute or with their part of the day. */
const lastOfAfternoon = 6
const partHours = { morning: 9, noon: 12, afternoon: 15, evening: 18 } as const

/** Takes a folded text and the expressions of its language, gives the time of day it tells, and the rest. */
export function readClock(text: string, is: Expressions): Told {
  let left = text
  const take = (expression: RegExp | null): RegExpExecArray | null => {
    const found = expression?.exec(left) ?? null
    if (found) left = oneLine(`${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`)
    return found
  }
  const hourOf = (figure: string | undefined, word = ''): number =>
    figure ? Number(figure) : is.hours.findIndex((one) => one.test(word)) + 1
  const quarter = (words = ''): number => is.quarters.find((one) => one.is.test(words))?.minutes ?? 0

  /** Minutes since midnight. */
  let at: number | null = null
  let fixed = false
  let hourAlone = false
  let found: RegExpExecArray | null
  if ((found = take(is.minutes) ?? take(is.hour))) {
    let hour = Number(found[1])
    const minute = Number(found[2] ?? 0)
    fixed = found[0].includes(':') || found[2] !== undefined
    if (found[3]) {
      if (hour < 1 || hour > 12) return { time: null, whole: false, left: text, hourAlone, wrong: true }
      hour = (hour % 12) + (is.pm.test(found[3]) ? 12 : 0)
      fixed = true
    }
    at = minute > 59 ? Infinity : hour * 60 + minute
  } else if ((found = take(is.before))) at = hourOf(found[2], found[3]) * 60 + quarter(found[1])
  else if ((found = take(is.after))) at = hourOf(found[1], found[2]) * 60 + quarter(found[3])
  else if ((found = take(is.halves))) at = (is.halfHours.findIndex((one) => one.test(found![1]!)) + 1) * 60 + 30
  else if ((found = take(is.bareHour))) {
    at = hourOf(found[1], found[2]) * 60
    hourAlone = true
  }
  const whole = take(is.endOfDay) !== null
  // of longer expressions first: "pasado mañana" is no morning, "de la mañana" no tomorrow
  const part = (['afternoon', 'noon', 'evening', 'morning'] as const).find((one) => take(is[one]))
  const half = 12 * 60
  if (at === null && part) at = partHours[part] * 60
  else if (at !== null && (part === 'afternoon' || part === 'evening') && at < half) at += half
  else if (at !== null && part === 'noon' && at < half / 2) at += half
  else if (at !== null && !part && !fixed && at >= 30 && at < (lastOfAfternoon + 1) * 60) at += half
  if (at !== null && (at < 0 || at >= 24 * 60)) return { time: null, whole: false, left: text, hourAlone, wrong: true }
  return { time: at === null || whole ? null : clockOf(at), whole, left, hourAlone, wrong: false }
}

/** Takes minutes since midnight, gives "14:05". */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
