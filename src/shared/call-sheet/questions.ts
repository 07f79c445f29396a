import { oneLine } from '../values/one-line'
import { m } from '../messages/messages.js'
import { cut } from '../values/truncate'
import { dayOf, daysBetween, firstDay } from '../values/zones'
import type { Words } from '../brief/words'
import type { CallFacts, CallRow } from './types'
import type { Moment } from '../values/flavours'

/** So long after they said it a wish is asked after again; a promise that was kept is asked after for so long. */
export const askAgainAfter = 90
/** So near a renewal is asked about. */
const renewalWithin = 120

/**
 * Takes what is known before a call, gives what to ask: each question follows from a record that lacks something, and says
 * which. What presses most comes first.
 */
export function questionsOf(facts: CallFacts, w: Words): CallRow[] {
  const { customer, promises, orders, incidents, voices, gestures, keptLately, today, contacts } = facts
  const { timeZone: clock } = customer
  const short = (text: string): string => cut(oneLine(text), 90)
  const ask = (text: string, detail = ''): CallRow => ({ text, detail })
  const daysSince = (moment: Moment): number => daysBetween(firstDay(dayOf(moment, clock)), today)
  const lasting = incidents.filter(({ incident }) => !incident.harmEnds && !incident.harmEndsOrderId && !incident.harmEndsPromiseId)
  const toConfirm = incidents.filter(({ unconfirmed }) => unconfirmed > 0)
  const theirs = promises.filter(({ madeBy }) => madeBy === 'customer')
  const old = voices.filter(
    ({ state, kind, saidAt }) => state === 'open' && kind !== 'praise' && daysSince(saidAt) >= askAgainAfter
  )
  const renewal = customer.renewalOn && daysBetween(today, customer.renewalOn)
  return [
    ...lasting.map(({ incident, ref }) => ask(m.call_sheet_ask_lasting({ title: short(incident.title) }, w.in), ref)),
    ...toConfirm.map(({ incident, ref, unconfirmed }) =>
      ask(m.call_sheet_ask_confirm({ title: short(incident.title), count: unconfirmed }, w.in), ref)
    ),
    ...orders
      .filter(({ neededBy }) => !neededBy)
      .map(({ title, ref }) => ask(m.call_sheet_ask_needed({ title: short(title) }, w.in), ref)),
    ...theirs.map(({ words, ref }) => ask(m.call_sheet_ask_theirs({ words: short(words) }, w.in), ref)),
    ...keptLately.map(({ words, ref }) => ask(m.call_sheet_ask_kept({ words: short(words) }, w.in), ref)),
    ...gestures
      .filter(({ received, givenOn }) => !received && daysSince(givenOn) >= 0 && daysSince(givenOn) <= askAgainAfter)
      .map(({ words, givenOn }) => ask(m.call_sheet_ask_received({ words: short(words) }, w.in), w.day(givenOn))),
    ...old.map(({ words, saidAt }) => ask(m.call_sheet_ask_still({ words: short(words) }, w.in), w.moment(saidAt, clock))),
    ...(renewal && renewal >= 0 && renewal <= renewalWithin
      ? [ask(m.call_sheet_ask_renewal({ date: w.day(customer.renewalOn!) }, w.in))]
      : []),
    ...(contacts.some(({ main }) => main) ? [] : [ask(m.call_sheet_ask_contact({}, w.in))])
  ]
}
