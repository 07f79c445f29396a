import { dayOf } from '../../../shared/values/zones'
import { chanceText } from '../../../shared/values/chance'
import { cut } from '../../../shared/values/truncate'
import type { Answer, Signal, SignalKind } from '../../../shared/records/signal'
import type { Incident } from '../../../shared/records/incidents'
import type { StateKind } from '../../ui/State.svelte'
import { showDate, showMoment, showNumber, showShare } from '../../ui/format'
import { kindWord } from '../incidents/words'
import { lateWord } from '../orders/words'
import { m } from '../../../shared/messages/messages.js'

const short = (text: string): string => cut(text, 70)

/** Takes a signal, gives what the customer is probably thinking. */
export function thinks({ kind, grave, answer, subject }: Signal): string {
  const words: Record<SignalKind, () => string> = {
    'order-late': () =>
      (answer === 'promised' || answer === 'slipped'
        ? m.desk_thinks_order_late_promised
        : grave
          ? m.desk_thinks_order_late_untold
          : m.desk_thinks_order_late)({ subject: short(subject) }),
    'order-at-risk': () => m.desk_thinks_order_at_risk({ subject: short(subject) }),
    'promises-slip': m.desk_thinks_promises_slip,
    repeat: m.desk_thinks_repeat,
    returned: m.desk_thinks_returned,
    concern: m.desk_thinks_concern,
    renewal: () => (grave ? m.desk_thinks_renewal_unsettled : m.desk_thinks_renewal)(),
    quiet: m.desk_thinks_quiet,
    wish: m.desk_thinks_wish
  }
  return words[kind]()
}

const lateWhy: Record<Answer, (of: { date: string; words: string }) => string> = {
  none: m.desk_why_order_late_untold,
  talked: m.desk_why_order_late_talked,
  promised: m.desk_why_order_late_promised,
  slipped: m.desk_why_order_late_slipped,
  decided: m.desk_why_order_late_decided
}

/** Takes a signal, gives what in the records makes us think so. */
export function why({ kind, grave, answer, subject, reasons, clock, days, rhythm }: Signal): string {
  const [first] = reasons
  const date = first?.at ? showMoment(first.at, clock) : ''
  const words: Record<SignalKind, () => string> = {
    'order-late': () => lateWhy[answer ?? 'none']({ date, words: short(reasons[1]?.title ?? '') }),
    'order-at-risk': () => m.desk_why_order_at_risk({ date }),
    'promises-slip': () => m.desk_why_promises_slip({ count: reasons.length, days: showNumber(days) }),
    repeat: () => m.desk_why_repeat({ count: reasons.length, kind: kindWord(subject as Incident['kind']) }),
    returned: () => m.desk_why_returned({ date, subject: short(subject) }),
    concern: () => m.desk_why_concern({ date }),
    renewal: () => (grave ? m.desk_why_renewal_unsettled({ date, count: reasons.length - 1 }) : m.desk_why_renewal({ date })),
    quiet: () =>
      rhythm
        ? m.desk_why_quiet_rhythm({
            date,
            days: showNumber(days),
            usual: showNumber(Math.round(rhythm.usual)),
            long: showNumber(Math.ceil(rhythm.long))
          })
        : m.desk_why_quiet({ date }),
    wish: () => m.desk_why_wish({ date, subject: short(subject) })
  }
  return words[kind]()
}

/** Takes a signal, gives how often such a thing happens to them, with what is not certain about it; null where nothing is counted. */
export function often({ often: rate }: Signal): string | null {
  if (!rate) return null
  const share = (of: number): string => chanceText(of, showShare)
  const times = (of: number): string => showNumber(of, 1)
  const said = m.desk_often({ low: times(rate.low), high: times(rate.high), soon: share(rate.soon) })
  return rate.rising === null ? said : `${said} ${m.desk_often_rising({ chance: share(rate.rising) })}`
}

/** Takes a signal, gives what could be done before they have to ask. */
export function advice({ kind, grave, answer }: Signal): string {
  const words: Record<SignalKind, () => string> = {
    'order-late':
      answer === 'promised'
        ? m.desk_do_order_late_promised
        : answer === 'decided'
          ? m.desk_do_order_late_decided
          : m.desk_do_order_late,
    'order-at-risk': m.desk_do_order_at_risk,
    'promises-slip': m.desk_do_promises_slip,
    repeat: m.desk_do_repeat,
    returned: m.desk_do_returned,
    concern: m.desk_do_concern,
    renewal: () => (grave ? m.desk_do_renewal_unsettled : m.desk_do_renewal)(),
    quiet: m.desk_do_quiet,
    wish: m.desk_do_wish
  }
  return words[kind]()
}

/** Takes a signal, gives its mark: a state with its word, and a time beside it or nothing. */
export function mark({ kind, grave, days, minutes = null, reasons, clock }: Signal): {
  state: StateKind
  word: string
  beside: string
} {
  const due = reasons[0]?.at ? showDate(dayOf(reasons[0].at, clock)) : ''
  const ago = m.desk_days({ count: days })
  switch (kind) {
    case 'order-late':
      return { state: 'late', word: m.orders_state_late(), beside: lateWord({ days, minutes }) }
    case 'order-at-risk':
      return { state: 'at-risk', word: m.orders_state_at_risk(), beside: due }
    case 'promises-slip':
      return { state: 'renegotiated', word: m.desk_mark_slip(), beside: '' }
    case 'repeat':
      return { state: 'renegotiated', word: m.desk_mark_repeat(), beside: '' }
    case 'returned':
      return { state: 'renegotiated', word: m.wishes_back(), beside: ago }
    case 'concern':
      return { state: 'open', word: m.desk_mark_concern(), beside: ago }
    case 'renewal':
      return { state: grave ? 'at-risk' : 'open', word: m.desk_mark_renewal(), beside: due }
    case 'quiet':
      return { state: 'open', word: m.desk_mark_quiet(), beside: ago }
    case 'wish':
      return { state: 'open', word: m.desk_mark_wish(), beside: ago }
  }
}
