import type { CaseView } from '../records/cases'
import type { Figure } from '../losses/engine/incident-loss'
import { m } from '../messages/messages.js'
import { toMajor } from '../values/money'
import type { BriefFacts } from './facts'
import type { Marks } from './marks'
import { rangeText, threeOf } from './pieces'
import type { BriefPage, BriefTable } from './types'
import { shortened, type Words } from './words'

const most = 3

/** Gives what each further day costs, what will have been lost by the end of the harm, and the dates on which the loss jumps. */
export function waitingOf({ incidents, view: found }: BriefFacts, marks: Marks, w: Words): BriefPage['waiting'] {
  const all = incidents.flatMap(({ waiting, view, loss }) => (waiting ? [{ waiting, view, loss }] : []))
  const ahead = all
    .flatMap(({ waiting, view }) =>
      waiting.cliffs.filter(({ counted }) => counted).map((cliff) => ({ ...cliff, currency: view.incident.currency }))
    )
    .sort((a, b) => a.inDays - b.inDays)
  const daily = all.filter(({ waiting, view }) => toMajor(waiting.perDay.p50, view.incident.currency) >= 1)
  if (!daily.length && !ahead.length) return null
  const perDay = daily.map(({ waiting, view }) => rangeText(waiting.perDay, view.incident.currency, w)).join(' + ')
  const { expected } = found
  const first = daily[0] ?? all[0]!
  const drawn = first.loss && (first.waiting.points.at(-1)?.loss.p50 ?? 0) > 0
  const { id } = first.view.incident
  return {
    heading: m.brief_waiting({}, w.in),
    main: daily.length ? { label: m.brief_per_day({}, w.in), text: perDay } : null,
    text: daily.length ? null : m.brief_waiting_steps_only({}, w.in),
    end: expected?.until
      ? { label: m.brief_if_nothing({ date: w.dayHere(expected.until) }, w.in), text: rangeText(expected, found.case.currency, w) }
      : null,
    cliffs: ahead.slice(0, most).map(({ on, inDays, title, amount, currency }) => ({
      when: m.brief_cliff_when({ date: w.dayHere(on), count: inDays }, w.in),
      text: shortened(title, 80).text,
      amount: w.money(amount, currency, 'estimate')
    })),
    more: ahead.length > most ? m.brief_more_cliffs({ count: ahead.length - most }, w.in) : null,
    ref: { text: marks.part('loss').text, to: drawn ? marks.waiting(id) : marks.incident(id) }
  }
}

/** How the loss by the end of the harm comes about: so far, what grows, the dated steps. Ranges are of each row by itself. */
export function aheadTable(view: CaseView, w: Words): BriefTable | null {
  const { expected, loss, case: found } = view
  if (!expected?.until || !loss) return null
  const { currency } = found
  const row = (label: string, figure: Figure) => [label, ...threeOf(figure, currency, w)]
  const steps = w.money(expected.steps, currency, 'whole')
  const parts = expected.parts.length > 1 ? expected.parts : []
  const rows = [
    row(m.brief_so_far({}, w.in), loss),
    row(m.brief_grows({}, w.in), expected.grows),
    ...(expected.steps ? [[m.brief_steps({}, w.in), steps, steps, steps]] : []),
    row(m.brief_by_then({}, w.in), expected)
  ]
  const own = parts.map((part) => {
    const incident = view.incidents.find(({ id }) => id === part.id)
    return row(m.brief_of_it({ name: `${incident?.ref ?? ''} ${incident?.title ?? ''}`.trim() }, w.in), part.end)
  })
  return {
    caption: m.brief_ahead({ date: w.day(expected.until) }, w.in),
    columns: [{ label: m.brief_what({}, w.in), wide: true }, ...['P10', 'P50', 'P90'].map((label) => ({ label, numeric: true }))],
    rows: [...rows, ...own],
    sums: [rows.length - 1]
  }
}
