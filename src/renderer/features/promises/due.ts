import { dueEnd } from '../../../shared/records/promises'
import { addDays, dayIn, daysBetween, hasTime, lastDay } from '../../../shared/values/zones'
import type { Day, Due, Instant, Zone } from '../../../shared/values/flavours'

/** How long is left until something is due, or how long it is over. */
export interface Left {
  overdue: boolean
  /** Less than a day is left. */
  soon: boolean
  /** Milliseconds until it is due, or since it was. */
  ms: number
  /** For a due day without a time: whole days from today, in the zone it was said in; below zero when it is over. */
  days: number | null
}

/** Takes what is due (instant or day), its IANA zone and the present instant, gives what is left of it. */
export function left(dueAt: Due, zone: Zone, now: Instant): Left {
  const ms = dueEnd(dueAt, zone) - Date.parse(now)
  const days = hasTime(dueAt) ? null : daysBetween(dayIn(now, zone), lastDay(dueAt))
  return { overdue: ms < 0, soon: ms >= 0 && ms < 86_400_000, ms: Math.abs(ms), days }
}

/** Takes the present instant, an IANA zone and days to add, gives that calendar day there. */
export function dayFrom(now: Instant, zone: Zone, days: number): Day {
  return addDays(dayIn(now, zone), days)
}

/**
 * Takes what is due (instant, day or null), its IANA zone and the present instant, gives whether it has been over for more
 * than a day: whoever says then that it was kept is asked when.
 */
export function longOverdue(dueAt: Due | null, zone: Zone, now: Instant): boolean {
  const of = dueAt && left(dueAt, zone, now)
  return Boolean(of && of.overdue && of.ms > 86_400_000)
}
