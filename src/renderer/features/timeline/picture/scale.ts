import { addDays, dayEnd, dayIn, firstDay, hasTime, lastDay } from '../../../../shared/values/zones'
import type { Day, Moment, Zone } from '../../../../shared/values/flavours'

const day = 86_400_000
const hour = 3_600_000

/** A stretch of time in epoch milliseconds. */
export interface Stretch {
  from: number
  to: number
}

/** The widest that is shown is about two centuries, the narrowest an hour. */
const bounds = { narrow: hour, wide: 200 * 365 * day } as const

/** Takes a moment as precisely as it is known and a zone, gives the stretch in which it lies; null for one that nobody knows. */
export function stretchOf(at: Moment, zone: Zone): Stretch | null {
  if (at === '') return null
  if (hasTime(at)) {
    const moment = Date.parse(at)
    return { from: moment, to: moment }
  }
  return { from: dayEnd(addDays(firstDay(at), -1), zone), to: dayEnd(lastDay(at), zone) }
}

/** Takes what is shown, a factor (below 1: nearer) and the moment that stays where it is; gives what is shown then. */
export function zoomed({ from, to }: Stretch, factor: number, around: number): Stretch {
  const width = Math.min(bounds.wide, Math.max(bounds.narrow, (to - from) * factor))
  const share = (around - from) / (to - from)
  return { from: around - share * width, to: around + (1 - share) * width }
}

/** Takes what is shown and a share of its width, gives it moved by that. */
export function panned({ from, to }: Stretch, share: number): Stretch {
  const by = (to - from) * share
  return { from: from + by, to: to + by }
}

/** Takes what there is, gives it with a margin at both ends; at least a month. */
export function roomy({ from, to }: Stretch): Stretch {
  const margin = Math.max((to - from) * 0.04, 15 * day)
  return { from: from - margin, to: to + margin }
}

export type Unit = 'hour' | 'day' | 'month' | 'year'

/** A line of the axis: its moment, what it begins, and whether it begins something larger too. */
export interface Tick {
  at: number
  unit: Unit
  /** Of a day, month or year: "2026-03-09", "2026-03", "2026". */
  on: Day
}

const steps: readonly { unit: Unit; each: number; length: number }[] = [
  { unit: 'hour', each: 1, length: hour },
  { unit: 'hour', each: 6, length: 6 * hour },
  { unit: 'day', each: 1, length: day },
  { unit: 'day', each: 7, length: 7 * day },
  { unit: 'month', each: 1, length: 30.44 * day },
  { unit: 'month', each: 3, length: 91.3 * day },
  { unit: 'year', each: 1, length: 365.25 * day },
  { unit: 'year', each: 5, length: 5 * 365.25 * day },
  { unit: 'year', each: 20, length: 20 * 365.25 * day }
]

/** Takes what is shown, its width and the least distance of two lines in pixels, and the zone of the calendar; gives the axis. */
export function ticks(shown: Stretch, width: number, least: number, zone: Zone): Tick[] {
  const pixels = width / (shown.to - shown.from)
  const step = steps.find(({ length }) => length * pixels >= least) ?? steps.at(-1)!
  const first = dayIn(new Date(shown.from).toISOString(), zone)
  const begin = (on: Day): number => dayEnd(addDays(on, -1), zone)
  const found: Tick[] = []
  if (step.unit === 'hour') {
    for (let on = first; begin(on) <= shown.to; on = addDays(on, 1))
      for (let at = begin(on), end = dayEnd(on, zone); at < end; at += step.each * hour)
        if (at >= shown.from && at <= shown.to) found.push({ at, unit: at === begin(on) ? 'day' : 'hour', on })
    return found
  }
  if (step.unit === 'day') {
    // weeks begin on Mondays
    const back = step.each === 7 ? (new Date(first).getUTCDay() + 6) % 7 : 0
    for (let on = addDays(first, -back); begin(on) <= shown.to; on = addDays(on, step.each))
      if (begin(on) >= shown.from) found.push({ at: begin(on), unit: 'day', on })
    return found
  }
  const months = step.unit === 'month' ? step.each : step.each * 12
  const [year, month] = first.split('-').map(Number) as [number, number]
  for (let n = Math.floor((year * 12 + month - 1) / months) * months; ; n += months) {
    const on = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
    const at = begin(`${on}-01`)
    if (at > shown.to || n > 9_999 * 12) return found
    if (at >= shown.from) found.push(n % 12 === 0 ? { at, unit: 'year', on: on.slice(0, 4) } : { at, unit: 'month', on })
  }
}
