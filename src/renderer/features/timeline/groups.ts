import { dayIn, dayOf } from '../../../shared/values/zones'
import type { TimelineEvent } from '../../../shared/records/timeline'

/** Whose side of the story an event is on: what we did, or what the customer said, did and lived through. */
export type Side = 'us' | 'customer'

/** Takes an event, gives its side. */
export function side({ kind, step, direction }: TimelineEvent): Side {
  if (kind === 'interaction' || kind === 'promise') return direction === 'in' ? 'customer' : 'us'
  if (kind === 'voice' || kind === 'incident') return 'customer'
  if (kind === 'order') return step === 'promised' || step === 'shipped' || step === 'undated' ? 'us' : 'customer'
  return 'us'
}

/** The events of one day, or those of which only the month or year is known. */
export interface DayGroup {
  /** "2025-03-04", "2025-03", "2025", or empty when nobody knows. */
  day: string
  events: TimelineEvent[]
}

export interface MonthGroup {
  /** "2025-03"; "2025" where the month is not known; empty where nothing is. */
  month: string
  days: DayGroup[]
}

/**
 * Takes events, newest first, and the zone in which their days are counted, gives them by month and day in the same
 * order. Dates that are only known by month or year keep that precision.
 */
export function grouped(events: readonly TimelineEvent[], zone: string): MonthGroup[] {
  const months: MonthGroup[] = []
  // by the day in that zone: an instant shortly after midnight UTC may belong to the day before
  const dated = events.map((event) => ({ event, on: dayOf(event.at, zone) }))
  dated.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  for (const { event, on } of dated) {
    const month = on.slice(0, 7)
    let last = months.at(-1)
    if (last?.month !== month) months.push((last = { month, days: [] }))
    const today = last.days.at(-1)
    if (today?.day === on) today.events.push(event)
    else last.days.push({ day: on, events: [event] })
  }
  return months
}

/** A bar of the overview: one month and how many events it holds. */
export interface Bar {
  month: string
  count: number
  /** A January, or the first bar: the year stands under it. */
  year: boolean
}

const mostBars = 600

/** Takes months with counts, oldest first, gives one bar for each month between the first and the last; at most 50 years. */
export function bars(months: readonly { month: string; count: number }[]): Bar[] {
  const counts = new Map(months.filter(({ month }) => /^\d{4}-\d{2}$/.test(month)).map(({ month, count }) => [month, count]))
  const known = [...counts.keys()].sort()
  const last = known.at(-1)
  let at = known[0]
  const found: Bar[] = []
  while (at && last && at <= last && found.length < mostBars) {
    found.push({ month: at, count: counts.get(at) ?? 0, year: found.length === 0 || at.endsWith('-01') })
    at = next(at)
  }
  return found
}

function next(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}

/** Takes events, newest first, the present instant and the zone in which days are counted, gives how many of them lie ahead. */
export function ahead(events: readonly TimelineEvent[], now: string, zone: string): number {
  const today = dayIn(now, zone)
  const found = events.findIndex(({ at }) => at <= (at.includes('T') ? now : today))
  return found < 0 ? events.length : found
}
