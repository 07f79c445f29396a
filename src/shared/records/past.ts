import type { CareRecords } from './care-records'
import { rhythmOf } from './how-often'
import type { Order } from './orders'
import { lateness, orderDue, orderState } from './orders'
import { isOpen, promiseState, type Promised } from './promises'
import type { Gesture } from './customers'
import type { Incident } from './incidents'
import type { Voice } from './timeline'
import { dayEnd, dayOf, firstDay, instantAt } from '../values/zones'
import type { Day, Due, Id, Instant, Moment, Zone } from '../values/flavours'

/** All of a customer's dated records: what can be told of any day in the past. */
export interface Past {
  customer: CareRecords['customer']
  /** From when on anything is known of them. */
  since: string | null
  /** In both directions, the earliest first. */
  words: readonly { id: Id<'interaction'>; subject: string; at: Instant; direction: 'in' | 'out' }[]
  orders: readonly Order[]
  /** With the dates that were agreed before, and until when each of them held. */
  promises: readonly (Promised & { zone: Zone; moved: readonly { dueAt: Due | null; until: Instant }[] })[]
  incidents: readonly Pick<Incident, 'id' | 'title' | 'kind' | 'began' | 'ended' | 'state' | 'nearMiss'>[]
  /** All but praise. */
  voices: readonly Pick<
    Voice,
    'id' | 'kind' | 'words' | 'saidAt' | 'interactionId' | 'incidentId' | 'state' | 'answeredOn' | 'askedAgain' | 'cameBackAfter'
  >[]
  gestures: readonly Pick<Gesture, 'givenOn'>[]
  decisions: readonly { decidedOn: Day; incidentId: Id<'incident'> | null; orderId: Id<'order'> | null }[]
}

/** So many of the last words make the rhythm. */
const lastWords = 25

/**
 * Takes a customer's records and a day on their clock; gives what was to be known at its end, by the dates that the records
 * bear: what was written down later counts from when it happened. What ended on a day that nobody knows is left out, and
 * replies are not told of the past.
 */
export function recordsOn(past: Past, day: Day): CareRecords {
  const { customer } = past
  const clock = customer.clock
  const end = dayEnd(day, clock) - 1
  const now = instantAt(end)
  const by = (moment: Moment): boolean => firstDay(dayOf(moment, clock)) <= day
  const words = past.words.filter(({ at }) => Date.parse(at) <= end)
  const decided = past.decisions.filter(({ decidedOn }) => decidedOn <= day)
  const decidedOf = (key: 'incidentId' | 'orderId', id: string | null): string | null =>
    (id && decided.findLast((one) => one[key] === id)?.decidedOn) || null
  return {
    customer,
    lastWord: words.at(-1) ?? null,
    lastToThem: words.findLast(({ direction }) => direction === 'out')?.at ?? null,
    lastGesture:
      past.gestures
        .map(({ givenOn }) => givenOn)
        .filter(by)
        .sort()
        .at(-1) ?? null,
    rhythm: rhythmOf(words.slice(-lastWords).map(({ at }) => Date.parse(at))),
    watchedSince: past.since,
    others: new Map(),
    replies: [],
    orders: past.orders
      .filter((order) => by(firstKnown(order)))
      .map((row) => {
        const order = orderAt(row, by)
        const present = { now, clock }
        return {
          id: row.id,
          title: row.title,
          crucial: row.crucial,
          state: orderState(order, present),
          late: lateness(order, present),
          due: orderDue(order, clock),
          decidedOn: decidedOf('orderId', row.id)
        }
      }),
    promises: past.promises
      .filter(({ madeAt }) => Date.parse(madeAt) <= end)
      .map((row) => {
        const promise = promiseAt(row, now)
        return { ...promise, state: promiseState(promise, now), open: isOpen(promise) }
      }),
    incidents: past.incidents
      .filter(({ began }) => by(began))
      .map(({ state, ended, nearMiss, ...row }) => ({
        ...row,
        nearMiss: nearMiss === 1,
        open: ended ? !by(ended) : state === 'open' || state === 'contained',
        decidedOn: decidedOf('incidentId', row.id)
      })),
    voices: past.voices
      .filter((voice) => by(voice.saidAt) && voiceOpen(voice, day))
      .map((voice) => ({
        id: voice.id,
        kind: voice.kind as 'need' | 'wish' | 'concern',
        words: voice.words,
        saidAt: voice.saidAt,
        interactionId: voice.interactionId,
        incidentId: voice.incidentId,
        backOn: voice.cameBackAfter === 'met' ? (voice.askedAgain?.findLast((on) => on <= day) ?? null) : null,
        decidedOn: decidedOf('incidentId', voice.incidentId)
      }))
  }
}

/** The first day that an order bears; that of its record where it bears none. */
const firstKnown = ({ orderedOn, promisedOn, neededBy, shippedOn, receivedOn, createdAt }: Order): string =>
  orderedOn ?? [promisedOn, neededBy, shippedOn, receivedOn, createdAt].filter((one) => one !== null).sort()[0]!

function orderAt(order: Order, by: (moment: Moment) => boolean): Order {
  const then = (moment: Moment | null): string | null => (moment && by(moment) ? moment : null)
  return {
    ...order,
    shippedOn: then(order.shippedOn),
    receivedOn: then(order.receivedOn),
    cancelledOn: then(order.cancelledOn)
  }
}

function promiseAt(promise: Past['promises'][number], now: Instant): Past['promises'][number] {
  const later = Date.parse(promise.closedAt ?? '') > Date.parse(now)
  const before = promise.moved.find(({ until }) => Date.parse(until) > Date.parse(now))
  const movedYet = promise.moved.some(({ until }) => Date.parse(until) <= Date.parse(now))
  return {
    ...promise,
    ...(later ? { closedAt: null, outcome: null } : {}),
    ...(before ? { dueAt: before.dueAt } : {}),
    firstDueAt: movedYet ? promise.firstDueAt : null
  }
}

/** Whether it waited for an answer: until it was met or declined, and again from when they said it again. */
const voiceOpen = ({ state, answeredOn }: Past['voices'][number], day: Day): boolean =>
  state === 'open' || (answeredOn !== null && answeredOn > day)
