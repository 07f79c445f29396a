import type { CaseView } from '../records/cases'
import type { Figure } from '../losses/engine/incident-loss'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'
import { m } from '../messages/messages.js'
import { toMajor } from '../values/money'
import type { BriefFacts } from './facts'
import type { Marks } from './marks'
import { curveShown, waitingChart } from './charts'
import { rangeText, threeLabels, threeOf } from './pieces'
import type { BriefCurve, BriefPage, BriefTable } from './types'
import { shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

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
  const first = daily[0] ?? all[0]!
  const drawn = first.loss && curveShown(first.waiting)
  const { id } = first.view.incident
  return {
    heading: m.brief_waiting({}, w.in),
    main: daily.length ? { label: m.brief_per_day({}, w.in), text: perDay } : null,
    text: found.openEnded.length ? m.brief_open_ended({}, w.in) : daily.length ? null : m.brief_waiting_steps_only({}, w.in),
    end: endOf(found, all, w),
    cliffs: ahead.slice(0, most).map(({ on, inDays, title, amount, currency }) => ({
      when: m.brief_cliff_when({ date: w.dayHere(on), count: inDays }, w.in),
      text: shortened(title, 80).text,
      amount: w.money(amount, currency, 'estimate')
    })),
    more: ahead.length > most ? m.brief_more_cliffs({ count: ahead.length - most }, w.in) : null,
    ref: { text: marks.part('loss').text, to: drawn ? marks.waiting(id) : marks.incident(id) },
    curve: drawn && daily.length <= 1 ? curveOf(first.waiting, w) : null
  }
}

/** The curve, small, with its steps and both its ends in words. */
function curveOf(waiting: IncidentWaiting, w: Words): BriefCurve | null {
  const chart = waitingChart(waiting, w)
  if (chart?.kind !== 'waiting') return null
  const { points } = chart.data
  const money = (minor: Minor) => w.money(minor, waiting.currency, 'estimate')
  const endAt = ({ on, p50 }: BriefCurve['points'][number]) => ({ day: w.dayHere(on), amount: money(p50) })
  return {
    alt: chart.alt,
    points,
    cliffs: waiting.cliffs
      .filter(({ counted }) => counted)
      .slice(0, most)
      .map(({ on, amount }) => ({ on, text: `+${money(amount)}` })),
    ends: [endAt(points[0]!), endAt(points.at(-1)!)]
  }
}

/** The loss when the harm ends; while nobody knows when, the loss "if it lasts until" the day that the advocate chose, of a single incident. */
function endOf(view: CaseView, all: readonly { waiting: IncidentWaiting }[], w: Words): NonNullable<BriefPage['waiting']>['end'] {
  const { expected, openEnded } = view
  if (expected?.until) {
    const { harm } = expected
    const label =
      harm.as === 'range'
        ? m.brief_if_nothing_range({ from: w.dayHere(harm.earliest), to: w.dayHere(harm.latest) }, w.in)
        : m.brief_if_nothing({ date: w.dayHere(expected.until) }, w.in)
    return { label, text: rangeText(expected, view.case.currency, w) }
  }
  const [one] = all
  if (!one || all.length > 1 || !openEnded.length || !one.waiting.lookedAt) return null
  const label = m.brief_if_lasts({ date: w.dayHere(one.waiting.lookedAt) }, w.in)
  return { label, text: rangeText(one.waiting.points.at(-1)!.loss, one.waiting.currency, w) }
}

/** How the loss by the end of the harm comes about: so far, what grows, the dated steps. Ranges are of each row by itself. */
export function aheadTable(view: CaseView, w: Words): BriefTable | null {
  const { expected, loss, case: found } = view
  if (!expected?.until || !loss) return null
  const { currency } = found
  const row = (label: string, figure: Figure) => [label, ...threeOf(figure, currency, w)]
  const parts = expected.parts.length > 1 ? expected.parts : []
  const rows = [
    row(m.brief_so_far({}, w.in), loss),
    row(m.brief_grows({}, w.in), expected.grows),
    ...(expected.steps.mean ? [row(m.brief_steps({}, w.in), expected.steps)] : []),
    row(m.brief_by_then({}, w.in), expected)
  ]
  const own = parts.map((part) => {
    const incident = view.incidents.find(({ id }) => id === part.id)
    return row(m.brief_of_it({ name: `${incident?.ref ?? ''} ${incident?.title ?? ''}`.trim() }, w.in), part.end)
  })
  return {
    caption:
      expected.harm.as === 'range'
        ? m.brief_ahead_range({ from: w.day(expected.harm.earliest), to: w.day(expected.harm.latest) }, w.in)
        : m.brief_ahead({ date: w.day(expected.until) }, w.in),
    columns: [{ label: m.brief_what({}, w.in), wide: true }, ...threeLabels(w).map((label) => ({ label, numeric: true }))],
    rows: [...rows, ...own],
    sums: [rows.length - 1]
  }
}
