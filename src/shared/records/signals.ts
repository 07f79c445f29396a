import type { Entity } from '../contract/journal'
import type { CarePromise, CareRecords } from './care-records'
import type { Clock } from '../values/clock'
import { dayOf as dayThere, daysBetween } from '../values/zones'

/** What Redress expects a customer to be worried about, or glad of, before they say so. */
export const signalKinds = [
  'order-late',
  'order-at-risk',
  'promises-slip',
  'repeat',
  'concern',
  'renewal',
  'quiet',
  'wish'
] as const
export type SignalKind = (typeof signalKinds)[number]

/** A record that a signal rests on. */
export interface SignalReason {
  entity: Extract<Entity, 'order' | 'promise' | 'incident' | 'voice' | 'interaction' | 'customer'>
  id: string
  title: string
  /** When it was, or is to be; as precise as it is known. */
  at: string | null
}

export interface Signal {
  /** The same as long as the reason is the same; something new makes a new key, which wakes a signal that was set aside. */
  key: string
  kind: SignalKind
  customerId: string
  customer: string
  /** The customer's, on which the instants of its reasons are told. */
  clock: Clock
  /** What it is about, in a few words of the records: the order, the wish. Empty when it is about all of them. */
  subject: string
  /** Days late, quiet, since it was said; for a renewal and an order at risk, the days that are left. */
  days: number
  /** An order that is late and of which nothing was said since, or what we promised about it is overdue; a renewal with something unsettled. */
  grave: boolean
  /** Of an order: what was said or done about it since. */
  answer?: Answer
  reasons: SignalReason[]
}

/** Nothing; a conversation in either direction; an open promise about it, one that is over its date; a decision about its incident. */
export type Answer = 'none' | 'talked' | 'promised' | 'slipped' | 'decided'

/** A signal that was set aside, until a day and for a reason. */
export interface Aside {
  signal: Signal
  until: string
  reason: string
}

/** The thresholds, in days. */
export const signalDays = { quiet: 30, renewal: 90, slipping: 90, repeat: 365, recent: 90, unanswered: 3, wish: 14 } as const

/**
 * Takes one customer's records and the day it is, gives what they are probably thinking about, the gravest first.
 * Nothing is guessed: every signal names the records it rests on.
 */
export function signalsOf(records: CareRecords, today: string): Signal[] {
  const found = [
    ...lateOrders(records),
    ...slipping(records, today),
    ...repeats(records, today),
    ...unanswered(records, today),
    ...renewal(records, today),
    ...quiet(records, today),
    ...wishes(records, today)
  ]
  return found.sort(byWeight)
}

/** Orders signals: the grave ones first, then by kind, then by days. */
export function byWeight(one: Signal, other: Signal): number {
  const kind = (signal: Signal): number => signalKinds.indexOf(signal.kind)
  const nearest = ['order-at-risk', 'renewal'].includes(one.kind) ? 1 : -1
  return (
    Number(other.grave) - Number(one.grave) ||
    kind(one) - kind(other) ||
    nearest * (one.days - other.days) ||
    (one.key < other.key ? -1 : 1)
  )
}

type Said = Pick<Signal, 'kind' | 'subject' | 'days' | 'grave' | 'answer' | 'reasons'>
const signal = ({ customer }: CareRecords, about: string, said: Said): Signal => ({
  key: `${said.kind}:${about}`,
  customerId: customer.id,
  customer: customer.name,
  clock: customer.clock,
  ...said
})
/** The day of a moment on the customer's clock; of a month or a year its first. */
const dayOf = (moment: string, { customer }: Pick<CareRecords, 'customer'>): string =>
  dayThere(moment, customer.clock).padEnd(10, '-01')

/** What was said or done about an order since it was due: what binds us most comes first. */
function answerTo(order: CareRecords['orders'][number], records: CareRecords): { answer: Answer; by: CarePromise | undefined } {
  const about = records.promises.filter((promise) => promise.madeBy === 'us' && promise.open && promise.orderId === order.id)
  const over = about.find(({ state }) => state === 'overdue')
  const holds = about.find(({ state }) => state !== 'overdue')
  if (holds) return { answer: 'promised', by: holds }
  if (order.decidedOn && order.due && order.decidedOn >= order.due) return { answer: 'decided', by: undefined }
  if (over) return { answer: 'slipped', by: over }
  const { lastWord } = records
  return { answer: lastWord && order.due && dayOf(lastWord.at, records) >= order.due ? 'talked' : 'none', by: undefined }
}

function lateOrders(records: CareRecords): Signal[] {
  return records.orders.flatMap((order) => {
    if ((order.state !== 'late' && order.state !== 'at-risk') || !order.due) return []
    const late = order.state === 'late'
    const { answer, by } = answerTo(order, records)
    const open = answer === 'slipped' || (late ? answer === 'none' : answer !== 'promised' && answer !== 'decided')
    const reasons: SignalReason[] = [
      { entity: 'order', id: order.id, title: order.title, at: order.due },
      ...(by ? [{ entity: 'promise' as const, id: by.id, title: by.words, at: by.dueAt }] : [])
    ]
    return [
      // a promise about it that did not hold wakes what was set aside
      signal(records, answer === 'slipped' ? `${order.id}:${by!.id}` : order.id, {
        kind: late ? 'order-late' : 'order-at-risk',
        subject: order.title,
        days: order.daysLate,
        grave: open && (late || order.crucial === 1),
        answer,
        reasons
      })
    ]
  })
}

/** Two dates or more that did not hold within three months: the next one will not be believed. */
function slipping(records: CareRecords, today: string): Signal[] {
  const slipped = records.promises.filter(({ madeBy, state, dueAt, firstDueAt }) => {
    if (madeBy !== 'us') return false
    const broke =
      state === 'broken' ||
      state === 'overdue' ||
      state === 'kept-late' ||
      (dueAt !== null && firstDueAt !== null && dayOf(dueAt, records) > dayOf(firstDueAt, records))
    const when = daysBetween(dayOf(firstDueAt ?? dueAt ?? today, records), today)
    return broke && state !== 'withdrawn' && when >= 0 && when <= signalDays.slipping
  })
  if (slipped.length < 2) return []
  const reasons = slipped.map(({ id, words, dueAt, firstDueAt }): SignalReason => ({
    entity: 'promise',
    id,
    title: words,
    at: firstDueAt ?? dueAt
  }))
  // by date: an id that a page gave says nothing of when
  const newest = reasons.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)).at(-1)!.id
  return [
    signal(records, `${records.customer.id}:${newest}`, {
      kind: 'promises-slip',
      subject: '',
      days: signalDays.slipping,
      grave: slipped.length > 2,
      reasons
    })
  ]
}

/** The same kind of thing twice within a year, the last time lately or not over yet. */
function repeats(records: CareRecords, today: string): Signal[] {
  const year = records.incidents.filter(
    ({ began, nearMiss }) => !nearMiss && daysBetween(dayOf(began, records), today) <= signalDays.repeat
  )
  return [...new Set(year.map(({ kind }) => kind))].flatMap((kind) => {
    const alike = year.filter((incident) => incident.kind === kind).sort((a, b) => (a.began < b.began ? 1 : -1))
    const [newest] = alike
    const days = newest ? daysBetween(dayOf(newest.began, records), today) : 0
    if (alike.length < 2 || !(newest!.open || days <= signalDays.recent)) return []
    const reasons = alike.map(({ id, title, began }): SignalReason => ({ entity: 'incident', id, title, at: began }))
    return [
      signal(records, `${kind}:${newest!.id}`, {
        kind: 'repeat',
        subject: kind,
        days,
        grave: alike.length > 2 && !newest!.decidedOn,
        reasons
      })
    ]
  })
}

/** A need or a concern after which nobody has spoken with them, promised anything about it, or decided. */
function unanswered(records: CareRecords, today: string): Signal[] {
  const { lastWord, lastToThem } = records
  return records.voices.flatMap(({ id, kind, words, saidAt, interactionId, incidentId, decidedOn }) => {
    const said = dayOf(saidAt, records)
    const days = daysBetween(said, today)
    if (kind === 'wish' || days < signalDays.unanswered || days > signalDays.recent) return []
    // the call in which they said it is no answer to it: theirs counts from the next day on
    if ((lastToThem ?? '') > saidAt || (lastWord && dayOf(lastWord.at, records) > said)) return []
    const about = records.promises.some(
      (promise) =>
        promise.madeBy === 'us' &&
        ((interactionId !== null && promise.interactionId === interactionId) ||
          (incidentId !== null && promise.incidentId === incidentId && dayOf(promise.madeAt, records) >= said))
    )
    if (about || (decidedOn && decidedOn >= said)) return []
    const reasons: SignalReason[] = [{ entity: 'voice', id, title: words, at: saidAt }]
    return [signal(records, id, { kind: 'concern', subject: words, days, grave: false, reasons })]
  })
}

function renewal(records: CareRecords, today: string): Signal[] {
  const { customer, promises, incidents } = records
  if (!customer.renewalOn) return []
  const days = daysBetween(today, customer.renewalOn)
  if (days < 0 || days > signalDays.renewal) return []
  const unsettled: SignalReason[] = [
    ...incidents
      .filter(({ open, nearMiss, decidedOn }) => open && !nearMiss && !decidedOn)
      .map(({ id, title, began }): SignalReason => ({ entity: 'incident', id, title, at: began })),
    ...promises
      .filter(({ madeBy, state }) => madeBy === 'us' && state === 'overdue')
      .map(({ id, words, dueAt }): SignalReason => ({ entity: 'promise', id, title: words, at: dueAt }))
  ]
  const itself: SignalReason = { entity: 'customer', id: customer.id, title: customer.name, at: customer.renewalOn }
  return [
    signal(
      records,
      `${customer.id}:${customer.renewalOn}:${
        unsettled
          .map((each) => each.id)
          .sort()
          .at(-1) ?? ''
      }`,
      {
        kind: 'renewal',
        subject: '',
        days,
        grave: unsettled.length > 0,
        reasons: [itself, ...unsettled]
      }
    )
  ]
}

function quiet(records: CareRecords, today: string): Signal[] {
  const { customer, lastWord } = records
  if (!lastWord) return []
  const days = daysBetween(dayOf(lastWord.at, records), today)
  if (days < signalDays.quiet) return []
  const reasons: SignalReason[] = [{ entity: 'interaction', id: lastWord.id, title: lastWord.subject, at: lastWord.at }]
  return [
    signal(records, `${customer.id}:${lastWord.id}`, { kind: 'quiet', subject: lastWord.subject, days, grave: false, reasons })
  ]
}

/** The newest wish that nothing was given for: a chance for something extra. */
function wishes(records: CareRecords, today: string): Signal[] {
  const [newest] = records.voices.filter(({ kind }) => kind === 'wish').sort((a, b) => (a.saidAt < b.saidAt ? 1 : -1))
  if (!newest) return []
  const days = daysBetween(dayOf(newest.saidAt, records), today)
  if (days < signalDays.wish || days > signalDays.repeat || (records.lastGesture ?? '') >= dayOf(newest.saidAt, records)) return []
  const reasons: SignalReason[] = [{ entity: 'voice', id: newest.id, title: newest.words, at: newest.saidAt }]
  return [signal(records, newest.id, { kind: 'wish', subject: newest.words, days, grave: false, reasons })]
}
