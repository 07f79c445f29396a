import { dayIn, dayOf } from '../../../shared/values/zones'
import type { TimelineEvent } from '../../../shared/records/timeline'
import type { Dated, Instant, Zone } from '../../../shared/values/flavours'

/** The events of one day, or those of which only the month or year is known. */
export interface DayGroup {
  /** "2025-03-04", "2025-03", "2025", or empty when nobody knows. */
  day: Dated
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
export function grouped(events: readonly TimelineEvent[], zone: Zone): MonthGroup[] {
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

/** Takes events, newest first, the present instant and the zone in which days are counted, gives how many of them lie ahead. */
export function ahead(events: readonly TimelineEvent[], now: Instant, zone: Zone): number {
  const today = dayIn(now, zone)
  const found = events.findIndex(({ at }) => at <= (at.includes('T') ? now : today))
  return found < 0 ? events.length : found
}
