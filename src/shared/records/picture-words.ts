// The words of a timeline's picture, on the screen and on paper alike.
import type { Clock } from '../values/clock'
import { written, writtenDay } from '../values/format'
import type { Minor } from '../values/flavours'
import { formatMoney } from '../values/money'
import { dayIn } from '../values/zones'
import type { PictureSpan } from './picture'

const day = 86_400_000
/** In a text, stands for the number of days. */
export const slot = '\u0001'

/** Final texts in one language, as a page holds them that knows no messages. */
export interface PictureLabels {
  /** Of lanes, by their keys; what has no name of its own is under "". */
  lanes: Record<string, string>
  promises: string
  waiting: string
  /** With a place for the days. */
  silenceOurs: string
  silenceTheirs: string
  loss: string
  now: string
}

/** Whose clock and money a picture shows, and how they are written. */
export interface PictureClock {
  zone: Clock
  currency: string
  /** BCP 47. */
  locale: string
  /** The instant that is now. */
  now: string
}

/** A line of the axis: its moment in epoch milliseconds, what it begins, and of a day, month or year which. */
interface Line {
  at: number
  unit: 'hour' | 'day' | 'month' | 'year'
  on: string
}

/** Takes the texts of a picture and its clock, gives what says each thing in it. */
export function wordsOfPicture(labels: PictureLabels, { zone, currency, locale, now }: PictureClock) {
  const number = new Intl.NumberFormat(locale)
  const on = (at: number): string => writtenDay(dayIn(new Date(at).toISOString(), zone), locale)
  return {
    lane: (key: string): string => labels.lanes[key] ?? key,
    tick: (line: Line): string =>
      line.unit === 'hour'
        ? written(line.at, locale, 'time', zone)
        : writtenDay(line.on, locale, line.unit === 'month' ? 'shortMonth' : 'short'),
    count: (count: number): string => number.format(count),
    promises: labels.promises,
    waiting: labels.waiting,
    silence: ({ from, to, side }: Pick<PictureSpan, 'from' | 'to' | 'side'>): string => {
      const days = Math.round((Date.parse(to ?? now) - Date.parse(from)) / day)
      return (side === 'us' ? labels.silenceOurs : labels.silenceTheirs).replace(slot, number.format(days))
    },
    loss: labels.loss,
    now: labels.now,
    money: (minor: Minor): string => formatMoney({ minor, currency }, locale, 'estimate'),
    stretch: ({ from, to }: { from: number; to: number }): string => `${on(from)} – ${on(to)}`
  }
}
