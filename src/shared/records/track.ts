import { addDays, dayOf, firstDay } from '../values/zones'
import { shareOf, type Share } from './how-often'
import type { Past } from './past'
import { signalKinds, type SignalKind } from './signal'
import type { Span } from './spans'
import type { Day, Moment, Zone } from '../values/flavours'

/** Days after it first showed in which something done counts as acting on it, and in which what it warned of may come true. */
const actedWithin = 14
const trueWithin = 90

/** How often a rule was right within a year. */
export interface Track {
  /** Signals that can be judged: something was done or came of it, or its time is over. */
  judged: number
  /** We spoke with them, promised, gave or decided something soon after. */
  acted: number
  /** What it warned of happened: see `cameTrue`. */
  came: number
  /** Either; the share with what it may be, null where nothing was judged. */
  right: Share | null
  /** Too young to be judged. */
  young: number
}

/** Takes each customer's records with the signals of a year, and today; gives how often each rule was right. */
export function trackOf(customers: readonly { past: Past; spans: readonly Span[] }[], today: Day): Record<SignalKind, Track> {
  const track = Object.fromEntries(
    signalKinds.map((kind) => [kind, { judged: 0, acted: 0, came: 0, right: 0, young: 0 }])
  ) as Record<SignalKind, Omit<Track, 'right'> & { right: number }>
  for (const { past, spans } of customers) {
    for (const span of spans) {
      const of = track[span.signal.kind]
      const [acted, came] = [actedOn(past, span), cameTrue(past, span)]
      if (!acted && !came && addDays(span.from, trueWithin) > today) of.young++
      else {
        of.judged++
        of.acted += Number(acted)
        of.came += Number(came)
        of.right += Number(acted || came)
      }
    }
  }
  return Object.fromEntries(
    signalKinds.map((kind) => [kind, { ...track[kind], right: shareOf(track[kind].right, track[kind].judged) }])
  ) as Record<SignalKind, Track>
}

/** Whether a day lies after another one, by at most so many days. */
const soonAfter = (moment: Moment | null, from: Day, within: number, clock: Zone): boolean => {
  if (!moment) return false
  const day = firstDay(dayOf(moment, clock))
  return day > from && day <= addDays(from, within)
}

function actedOn(past: Past, { from }: Span): boolean {
  const soon = (moment: Moment | null): boolean => soonAfter(moment, from, actedWithin, past.customer.clock)
  return (
    past.words.some(({ direction, at }) => direction === 'out' && soon(at)) ||
    past.promises.some(({ madeBy, madeAt }) => madeBy === 'us' && soon(madeAt)) ||
    past.gestures.some(({ givenOn }) => soon(givenOn)) ||
    past.decisions.some(({ decidedOn }) => soon(decidedOn)) ||
    past.voices.some(({ answeredOn }) => soon(answeredOn))
  )
}

/**
 * What each rule warns of: an order at risk is late; after dates that slipped another one does; the incident repeats once more;
 * and after any of them the customer voices a concern, or says again what they had said.
 */
function cameTrue(past: Past, { signal, from }: Span): boolean {
  const { clock } = past.customer
  const later = (moment: Moment | null): boolean => soonAfter(moment, from, trueWithin, clock)
  const worried = past.voices.some(
    ({ kind, saidAt, askedAgain }) => (kind === 'concern' && later(saidAt)) || askedAgain?.some((on) => later(on))
  )
  const told = new Set(signal.reasons.map(({ id }) => id))
  if (signal.kind === 'order-at-risk') {
    const order = past.orders.find(({ id }) => told.has(id))
    const due = order?.promisedOn ?? order?.neededBy
    const end = order?.receivedOn ?? order?.cancelledOn
    // late: its day went by, and it had not come
    const late = due && later(due) && (!end || dayOf(end, clock) > dayOf(due, clock))
    return Boolean(late && !order?.cancelledOn) || worried
  }
  if (signal.kind === 'promises-slip')
    return worried || past.promises.some((promise) => promise.madeBy === 'us' && later(missed(promise, clock)))
  if (signal.kind === 'repeat')
    return worried || past.incidents.some(({ kind, began, nearMiss }) => kind === signal.subject && nearMiss === 0 && later(began))
  return worried
}

/** When a promise of ours was not kept: its day, where it went by. */
function missed({ dueAt, firstDueAt, closedAt, outcome }: Past['promises'][number], clock: Zone): string | null {
  const due = firstDueAt ?? dueAt
  if (!due || outcome === 'withdrawn') return null
  const kept = closedAt && outcome !== 'broken' && dayOf(closedAt, clock) <= dayOf(due, clock) && due === dueAt
  return kept ? null : due
}
