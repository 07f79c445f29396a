import type { CarePromise, CareRecords } from './care-records'
import { repeats } from './repeats'
import { dayOf, signal, signalKinds, type Answer, type Signal, type SignalReason } from './signal'
import type { SignalRules } from './signal-rules'
import { daysBetween } from '../values/zones'
import type { Day } from '../values/flavours'

/**
 * Takes one customer's records, the day it is and the rules; gives what they are probably thinking about, the gravest first.
 * Nothing is guessed: every signal names the records it rests on.
 */
export function signalsOf(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const found = [
    ...lateOrders(records),
    ...slipping(records, today, rules),
    ...repeats(records, today, rules),
    ...returned(records, today),
    ...unanswered(records, today, rules),
    ...renewal(records, today, rules),
    ...quiet(records, today, rules),
    ...wishes(records, today, rules)
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

/** What was said or done about an order since it was due: what binds us most comes first. */
function answerTo(order: CareRecords['orders'][number], records: CareRecords): { answer: Answer; by: CarePromise | undefined } {
  const about = records.promises.filter((promise) => promise.madeBy === 'us' && promise.open && promise.orderId === order.id)
  const over = about.find(({ state }) => state === 'overdue')
  const holds = about.find(({ state }) => state !== 'overdue')
  if (holds) return { answer: 'promised', by: holds }
  if (order.decidedOn && order.due && order.decidedOn >= dayOf(order.due, records)) return { answer: 'decided', by: undefined }
  if (over) return { answer: 'slipped', by: over }
  const { lastWord } = records
  return {
    answer: lastWord && order.due && dayOf(lastWord.at, records) >= dayOf(order.due, records) ? 'talked' : 'none',
    by: undefined
  }
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
        days: order.late.days,
        minutes: order.late.minutes,
        grave: open && (late || order.crucial === 1),
        answer,
        reasons
      })
    ]
  })
}

/** Two dates or more that did not hold within three months: the next one will not be believed. */
function slipping(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const slipped = records.promises.filter(({ madeBy, state, dueAt, firstDueAt }) => {
    if (madeBy !== 'us') return false
    const broke =
      state === 'broken' ||
      state === 'overdue' ||
      state === 'kept-late' ||
      (dueAt !== null && firstDueAt !== null && dayOf(dueAt, records) > dayOf(firstDueAt, records))
    const when = daysBetween(dayOf(firstDueAt ?? dueAt ?? today, records), today)
    return broke && state !== 'withdrawn' && when >= 0 && when <= rules.slipping
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
      days: rules.slipping,
      grave: slipped.length > 2,
      reasons
    })
  ]
}

/** What was met, and they said again: what was done did not do it. It stands until it is answered anew. */
function returned(records: CareRecords, today: Day): Signal[] {
  return records.voices.flatMap(({ id, kind, words, saidAt, backOn }) => {
    if (!backOn) return []
    const reasons: SignalReason[] = [{ entity: 'voice', id, title: words, at: backOn > dayOf(saidAt, records) ? backOn : saidAt }]
    const days = daysBetween(backOn, today)
    return [signal(records, `${id}:${backOn}`, { kind: 'returned', subject: words, days, grave: kind === 'concern', reasons })]
  })
}

/** A need or a concern after which nobody has spoken with them, promised anything about it, or decided. */
function unanswered(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const { lastWord, lastToThem } = records
  return records.voices.flatMap(({ id, kind, words, saidAt, interactionId, incidentId, backOn, decidedOn }) => {
    const said = dayOf(saidAt, records)
    const days = daysBetween(said, today)
    if (backOn || kind === 'wish' || days < rules.unanswered || days > rules.recent) return []
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

function renewal(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const { customer, promises, incidents } = records
  if (!customer.renewalOn) return []
  const days = daysBetween(today, customer.renewalOn)
  if (days < 0 || days > rules.renewal) return []
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

/** Days; nobody is missed sooner. */
const soonest = 7

/** A silence that is longer than their own rhythm. */
function quiet(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const { customer, lastWord } = records
  if (!lastWord) return []
  const days = daysBetween(dayOf(lastWord.at, records), today)
  const rhythm = records.rhythm ?? undefined
  // as long as nine in ten of their own silences, and never the silence of a mere few days
  if (days < (rhythm ? Math.max(rhythm.long, soonest) : rules.quiet)) return []
  const reasons: SignalReason[] = [{ entity: 'interaction', id: lastWord.id, title: lastWord.subject, at: lastWord.at }]
  return [
    signal(records, `${customer.id}:${lastWord.id}`, {
      kind: 'quiet',
      subject: lastWord.subject,
      days,
      grave: false,
      rhythm,
      reasons
    })
  ]
}

/** The newest wish that nothing was given for: a chance for something extra. */
function wishes(records: CareRecords, today: Day, rules: SignalRules): Signal[] {
  const [newest] = records.voices.filter(({ kind }) => kind === 'wish').sort((a, b) => (a.saidAt < b.saidAt ? 1 : -1))
  if (!newest) return []
  const days = daysBetween(dayOf(newest.saidAt, records), today)
  if (days < rules.wish || days > rules.repeat || (records.lastGesture ?? '') >= dayOf(newest.saidAt, records)) return []
  const reasons: SignalReason[] = [{ entity: 'voice', id: newest.id, title: newest.words, at: newest.saidAt }]
  return [signal(records, newest.id, { kind: 'wish', subject: newest.words, days, grave: false, reasons })]
}
