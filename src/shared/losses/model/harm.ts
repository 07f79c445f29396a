import { dayOf } from '../../values/zones'
import type { Day, Daytime, Due, Id, Instant, Moment, Zone } from '../../values/flavours'

/** When harm ends: on a day, somewhere in a range of days, or nobody knows. There is no default: what nobody said is not known. */
export type EndOfHarm =
  { as: 'unknown' } | { as: 'day'; on: Day } | { as: 'range'; earliest: string; likely: string; latest: string }

/** The end of an incident's harm with what it follows from. */
export interface HarmEnd {
  end: EndOfHarm
  /** The order or promise whose day it takes; gone when that is in the trash. */
  follows: { is: 'order' | 'promise'; id: Id<'order' | 'promise'>; ref: string; title: string } | null
  /** Who says so, or where it stands. */
  basis: string | null
}

export const unknownEnd: EndOfHarm = { as: 'unknown' }

/** Takes a day, or none; gives the end of harm that it is. */
export const endsOn = (on: Day | null): EndOfHarm => (on === null ? unknownEnd : { as: 'day', on })

/** What an incident says itself: a day, or a range of days. */
interface OwnEnd {
  harmEnds: Day | null
  harmEndsEarliest: string | null
  harmEndsLatest: string | null
}
interface OrderDates {
  receivedOn: Daytime | null
  cancelledOn: Daytime | null
  promisedOn: Daytime | null
}
interface PromiseDates {
  dueAt: Due | null
  closedAt: Instant | null
  outcome: string | null
  zone: Zone
}

/** Takes what an incident says of the end of its harm itself; gives the end. A bound that was not given is the likely day. */
export function statedEnd({ harmEnds, harmEndsEarliest, harmEndsLatest }: OwnEnd): EndOfHarm {
  const likely = harmEnds ?? harmEndsLatest ?? harmEndsEarliest
  if (likely === null) return unknownEnd
  const earliest = harmEndsEarliest ?? likely
  const latest = harmEndsLatest ?? likely
  return earliest === latest ? endsOn(likely) : { as: 'range', earliest, likely, latest }
}

/**
 * Takes an order, today and the customer's clock; gives the end of harm that follows its arrival: the day it came, else the day it is promised
 * for. A promised day that has passed says nothing any more, nor does an order that was cancelled.
 */
export function arrivalOf(order: OrderDates, today: Day, clock: string): EndOfHarm {
  if (order.receivedOn) return endsOn(dayOf(order.receivedOn, clock))
  if (order.cancelledOn || !order.promisedOn || dayOf(order.promisedOn, clock) < today) return unknownEnd
  return endsOn(dayOf(order.promisedOn, clock))
}

/** Takes a promise and today; gives the end of harm that follows it: the day it was kept on, else the day it is due, while that is not past. */
export function keepingOf(promise: PromiseDates, today: Day): EndOfHarm {
  const dayThere = (at: string): Day => dayOf(at, promise.zone)
  if (promise.outcome === 'kept' && promise.closedAt) return endsOn(dayThere(promise.closedAt))
  if (promise.outcome || !promise.dueAt || dayThere(promise.dueAt) < today) return unknownEnd
  return endsOn(dayThere(promise.dueAt))
}

/** Takes an end, gives its last day; null when it is not known. */
export const lastDay = (end: EndOfHarm): Day | null => (end.as === 'unknown' ? null : end.as === 'day' ? end.on : end.latest)

/** Takes ends, gives when the last of the harms is over; not known when one of them is not. */
export function togetherEnd(ends: readonly EndOfHarm[]): EndOfHarm {
  let whole: Exclude<EndOfHarm, { as: 'unknown' }> | undefined
  for (const end of ends) {
    if (end.as === 'unknown') return unknownEnd
    whole = whole ? laterOf(whole, end) : end
  }
  return whole ?? unknownEnd
}

type KnownEnd = Exclude<EndOfHarm, { as: 'unknown' }>

function laterOf(a: KnownEnd, b: KnownEnd): KnownEnd {
  const of = (end: KnownEnd) => (end.as === 'day' ? { earliest: end.on, likely: end.on, latest: end.on } : end)
  const later = (key: 'earliest' | 'likely' | 'latest'): string => [of(a)[key], of(b)[key]].sort()[1]!
  const [earliest, likely, latest] = [later('earliest'), later('likely'), later('latest')]
  return earliest === latest ? { as: 'day', on: latest } : { as: 'range', earliest, likely, latest }
}

interface Stage {
  state: string
  ended: Moment | null
}

/** Whether waiting costs the customer nothing more by this day: the incident is closed or its harm has ended. */
export function harmIsOver({ state, ended }: Stage, end: EndOfHarm, today: Day): boolean {
  return state === 'closed' || [ended, lastDay(end)].some((on) => on !== null && dayOf(on, 'UTC') <= today)
}

/** The day until which a line counts that still goes on (ISO date): today, or the end of the incident or of its harm, if that has come. */
export function countedUntil({ ended }: Pick<Stage, 'ended'>, end: EndOfHarm, today: Day): string {
  // an end known by its month or year only is no day to count to
  return [ended, lastDay(end), today]
    .flatMap((on) => (on && on.length >= today.length ? [on.slice(0, today.length)] : []))
    .sort()[0]!
}
