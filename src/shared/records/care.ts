import type { CareRecords } from './care-records'
import type { Aside, Signal } from './signal'
import type { SignalRules } from './signal-rules'
import { byWeight, signalsOf } from './signals'
import type { Day, Instant } from '../values/flavours'

/** What a customer needs now, as the list of customers, the customer's page and the desk say it: one reckoning for all. */
export interface Care {
  /** When the first of the replies that wait is due, and to which interaction. */
  replyDueAt: Instant | null
  replyTo: string | null
  repliesOverdue: number
  /** Promises that are not settled, in both directions, without a date too. */
  openPromises: number
  /** Of those: ours that are over their date, all without one, and theirs that are over. */
  overduePromises: number
  undatedPromises: number
  theirsOverdue: number
  lateOrders: number
  openIncidents: number
  /** What they are probably thinking, as far as it was not set aside; and how much of it is serious. */
  signals: number
  graveSignals: number
}

/** A signal that a person set aside, by its key. */
export interface Snooze {
  key: string
  until: Day
  reason: string
}

export interface CareFound {
  care: Care
  signals: Signal[]
  aside: Aside[]
}

/** Takes one customer's records, what was set aside, the present instant, the day it is and the rules of signals; gives what that customer needs. */
export function careOf(
  records: CareRecords,
  snoozed: ReadonlyMap<string, Snooze>,
  { now, today, rules }: { now: Instant; today: Day; rules: SignalRules }
): CareFound {
  const all = signalsOf(records, today, rules)
  const signals = all.filter(({ key }) => !snoozed.has(key))
  const aside = all.flatMap((signal) => {
    const row = snoozed.get(signal.key)
    return row ? [{ signal, until: row.until, reason: row.reason }] : []
  })
  const replies = records.replies.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const open = records.promises.filter((promise) => promise.open)
  const count = (of: (promise: (typeof open)[number]) => boolean): number => open.filter(of).length
  return {
    signals,
    aside,
    care: {
      replyDueAt: replies[0]?.dueAt ?? null,
      replyTo: replies[0]?.id ?? null,
      repliesOverdue: replies.filter(({ dueAt }) => Date.parse(dueAt) < Date.parse(now)).length,
      openPromises: open.length,
      overduePromises: count(({ madeBy, state }) => madeBy === 'us' && state === 'overdue'),
      undatedPromises: count(({ state }) => state === 'undated'),
      theirsOverdue: count(({ madeBy, state }) => madeBy === 'customer' && state === 'overdue'),
      lateOrders: records.orders.filter(({ state }) => state === 'late').length,
      openIncidents: records.incidents.filter((incident) => incident.open).length,
      signals: signals.length,
      graveSignals: signals.filter(({ grave }) => grave).length
    }
  }
}

/** Takes what a customer needs, gives how much of it, to sort by; more is more urgent. */
export function careWeight(care: Care): number {
  return (
    care.repliesOverdue * 1_000 +
    care.graveSignals * 300 +
    care.overduePromises * 200 +
    care.lateOrders * 150 +
    (care.replyDueAt ? 100 : 0) +
    care.theirsOverdue * 40 +
    care.signals * 20 +
    care.undatedPromises * 15 +
    care.openIncidents * 10 +
    care.openPromises
  )
}

/** Takes what several customers need, gives all their signals in one order. */
export function together(found: readonly CareFound[]): Pick<CareFound, 'signals' | 'aside'> {
  return {
    signals: found.flatMap(({ signals }) => signals).sort(byWeight),
    aside: found.flatMap(({ aside }) => aside).sort((one, other) => byWeight(one.signal, other.signal))
  }
}
