// By itself, so that what only shows what is due does not load Temporal.
import { Temporal } from 'temporal-polyfill'
import { dayIn, hasTime, timeIn } from '../../shared/values/zones'
import type { Day, Daytime, Due, Zone } from '../../shared/values/flavours'

/**
 * Takes a calendar day, a time of day ("14:05") or null, and an IANA zone, gives what is meant: the day, or the instant
 * at which the clock there shows that time. Of an hour that comes twice it is the first; one that the clocks skip is as
 * much later as they go forward.
 */
export function momentOn(day: Day, time: string | null, zone: Zone): Daytime {
  return time ? Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString() : day
}

/** Takes an instant, a day or a month, and two zones; gives the instant at which the clock of the second shows what that of the first did. */
export function sameClock(value: Due | null, from: Zone, to: Zone): Due | null {
  return value && hasTime(value) ? momentOn(dayIn(value, from), timeIn(value, from), to) : value
}
