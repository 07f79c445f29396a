import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import type { BriefPair } from './types'
import { shortened, type Words } from './words'
import { dayOf } from '../values/zones'

/** As many as have a place on one page: those who were asked last. */
const most = 3

/** What was asked before, of whom and with what answer, and what the silence has cost since: for whoever it is put before next. */
export function askedBefore({ view }: Pick<BriefFacts, 'view'>, w: Words): BriefPair[] {
  const { askings, silence } = view
  if (askings.length === 0) return []
  const told = askings.slice(0, most).map(({ whom, levelName, askedAt, answeredAt, said, answer }) => {
    const who = m.brief_asked_whom({ whom, level: levelName, date: w.dayHere(dayOf(askedAt, w.home)) }, w.in)
    if (!answeredAt) return m.brief_asked_silent({ who }, w.in)
    const word = answer === 'yes' ? m.brief_yes({}, w.in) : answer === 'no' ? m.brief_no({}, w.in) : ''
    return m.brief_asked_said(
      { who, said: [word, said && m.ui_quoted({ text: shortened(said, 120).text }, w.in)].filter(Boolean).join(', ') },
      w.in
    )
  })
  const asked = { label: m.brief_asked({}, w.in), text: told.join(' ') }
  if (!silence || silence.days < 1) return [asked]
  const cost = silence.cost && silence.cost.p90 > 0 ? w.money(silence.cost.p50, view.case.currency, 'estimate') : null
  const text = cost
    ? m.brief_silence_cost({ count: silence.days, amount: cost }, w.in)
    : m.brief_silence({ count: silence.days }, w.in)
  return [asked, { label: m.brief_silence_label({}, w.in), text }]
}
