import { m } from '../messages/messages.js'
import type { Lateness, OrderRow } from '../records/orders'
import { duration } from '../values/span'
import { dayOf, daysBetween, lastDay } from '../values/zones'
import { promiseStates, type PromiseRow } from '../records/promises'
import type { BriefFacts } from './facts'
import type { Marks } from './marks'
import { orderStates, promiseStates as stateLabels } from './labels'
import type { BriefPage, BriefTable } from './types'
import { dash, leading, shortened, type Words } from './words'
import type { Instant, Moment } from '../values/flavours'

/** As many as the one page bears, more where there is no loss beside them; the rest stand in the appendix. */
const mostBeside = 4
const mostAlone = 9

interface Row {
  key: string
  /** A promise has words; an order is called by its name. */
  words?: string
  what: string
  promised: string
  happened: string
}

/** Gives what was promised beside what happened: the orders and promises of the case's incidents, else those that were not kept. */
export function promisedOf(facts: BriefFacts, marks: Marks, w: Words): BriefPage['promised'] {
  const rows = rowsOf(facts, { ...w, day: w.dayHere })
  const most = facts.view.loss ? mostBeside : mostAlone
  return {
    heading: m.brief_promised({}, w.in),
    table: rows.length
      ? table(
          rows.slice(0, most).map((row) => ({ ...row, what: wordsOnPage(row, marks, w) })),
          w
        )
      : null,
    record: recordText(facts, w),
    more: rows.length > most ? m.brief_more_promised({ count: rows.length - most }, w.in) : null,
    none: rows.length ? null : m.brief_no_promised({}, w.in),
    ref: marks.part('timeline')
  }
}

/** Words are given in whole sentences, or it is said where they stand; a name may be shortened. */
function wordsOnPage({ words, what }: Row, marks: Marks, w: Words): string {
  if (words === undefined) return shortened(what, 90).text
  const { text, cut } = leading(words, 130, w.in.locale)
  const part = marks.part('timeline').text
  if (!text) return m.brief_stands_in({ part }, w.in)
  return cut ? `${m.ui_quoted({ text }, w.in)} ${m.brief_goes_on({ part }, w.in)}` : what
}

/** All of them, with their whole words, for the appendix; null when the one page shows them all. */
export function allPromised(facts: BriefFacts, w: Words): BriefTable | null {
  const rows = rowsOf(facts, w)
  return rows.length ? table(rows, w) : null
}

/** How the promises to this customer were kept, in numbers. */
export function recordTable(facts: BriefFacts, w: Words): BriefTable | null {
  const ours = facts.promises.filter(({ madeBy }) => madeBy === 'us')
  if (!ours.length) return null
  const rows = promiseStates.flatMap((state) => {
    const count = ours.filter((promise) => promise.state === state).length
    return count ? [[stateLabels[state]({}, w.in), w.number(count), w.share(count / ours.length)]] : []
  })
  return {
    caption: m.brief_record({ date: w.moment(facts.now, w.home) }, w.in),
    columns: [
      { label: m.brief_state({}, w.in), wide: true },
      { label: m.brief_promises({}, w.in), numeric: true },
      { label: m.brief_share({}, w.in), numeric: true }
    ],
    rows
  }
}

function recordText(facts: BriefFacts, w: Words): string | null {
  const ours = facts.promises.filter(({ madeBy }) => madeBy === 'us')
  if (ours.length < 2) return null
  const count = (state: string) => w.number(ours.filter((promise) => promise.state === state).length)
  return m.brief_record_text(
    {
      total: w.number(ours.length),
      kept: count('kept'),
      late: count('kept-late'),
      overdue: count('overdue'),
      broken: count('broken')
    },
    w.in
  )
}

function rowsOf(facts: BriefFacts, w: Words): Row[] {
  const tied = facts.incidents.flatMap(({ view }) => [
    ...view.orders.map((order) => orderRow(order, w)),
    ...view.promises.filter(({ madeBy }) => madeBy === 'us').map((promise) => promiseRow(promise, facts.now, w))
  ])
  if (tied.length) return [...new Map(tied.map((row) => [row.key, row])).values()]
  return facts.promises
    .filter(({ madeBy, state }) => madeBy === 'us' && ['overdue', 'broken', 'kept-late'].includes(state))
    .map((promise) => promiseRow(promise, facts.now, w))
}

function orderRow(order: OrderRow, w: Words): Row {
  const at = (moment: Moment): string => (moment.includes('T') ? w.moment(moment, order.clock) : w.day(moment))
  const by = (minutes: number): string => duration(minutes * 60_000, w.locale, w.in)
  const late = ({ days, minutes }: Lateness): string | null =>
    minutes !== null ? m.brief_late_by({ span: by(minutes) }, w.in) : days > 0 ? m.brief_late({ count: days }, w.in) : null
  const afterNeed = ({ days, minutes }: Lateness): string | null =>
    minutes !== null
      ? m.brief_after_need_by({ span: by(minutes) }, w.in)
      : days > 0
        ? m.brief_after_need({ count: days }, w.in)
        : null
  // what was promised and what was needed are two things; where they are one, it is said once
  const apart = order.promisedOn && order.promisedOn !== order.neededBy
  const happened = order.receivedOn ? m.brief_arrived({ date: at(order.receivedOn) }, w.in) : orderStates[order.state]({}, w.in)
  const needed = order.neededBy && m.brief_needed({ date: at(order.neededBy) }, w.in)
  return {
    key: order.id,
    what: order.orderNumber ? `${order.title} (${order.orderNumber})` : order.title,
    promised: w.list([order.promisedOn && at(order.promisedOn), needed]) || dash,
    happened: [happened, late(order.late), apart ? afterNeed(order.afterNeed) : null].filter(Boolean).join(', ')
  }
}

function promiseRow(promise: PromiseRow, now: Instant, w: Words): Row {
  const due = promise.firstDueAt ?? promise.dueAt
  const moved = promise.firstDueAt && promise.dueAt && promise.firstDueAt !== promise.dueAt
  const ended = promise.closedAt ? w.day(dayOf(promise.closedAt, promise.clock)) : null
  const late = lateDays(promise, now)
  return {
    key: promise.id,
    words: promise.words,
    what: m.ui_quoted({ text: promise.words }, w.in),
    promised: w.list([
      due ? w.moment(due, promise.clock) : dash,
      moved && m.brief_moved({ date: w.moment(promise.dueAt!, promise.clock) }, w.in)
    ]),
    happened: [
      // what was kept without a date is kept; whether in time, nobody can say
      promise.state === 'undated' && promise.closedAt && stateLabels.kept({}, w.in),
      stateLabels[promise.state]({}, w.in),
      ended,
      late > 0 && m.brief_late({ count: late }, w.in)
    ]
      .filter(Boolean)
      .join(', ')
  }
}

/** Whole days after the last day on which the promise would have been kept, in the zone it was said in. */
function lateDays(promise: PromiseRow, now: Instant): number {
  if (!promise.dueAt || !['overdue', 'kept-late', 'broken'].includes(promise.state)) return 0
  const due = dayOf(lastDay(promise.dueAt), promise.zone)
  return Math.max(0, daysBetween(due, dayOf(promise.closedAt ?? now, promise.zone)))
}

function table(rows: Row[], w: Words): BriefTable {
  return {
    caption: m.brief_promised({}, w.in),
    columns: [
      { label: m.brief_what({}, w.in), wide: true },
      { label: m.brief_promised_for({}, w.in) },
      { label: m.brief_happened({}, w.in) }
    ],
    rows: rows.map(({ what, promised, happened }) => [what, promised, happened])
  }
}
