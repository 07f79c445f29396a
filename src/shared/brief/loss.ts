import { summarise, inOwnTerms } from '../losses/engine/summary'
import type { IncidentLoss, TornadoRow } from '../losses/engine/incident-loss'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import { certainWord, statuses } from './labels'
import type { Marks } from './marks'
import { rangeText, tornadoName } from './pieces'
import type { BriefLoss, BriefPage, BriefRef } from './types'
import { shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

/** Takes the simulated loss of a case, gives how the one page shows it. */
export function lossOf(facts: BriefFacts, loss: IncidentLoss, marks: Marks, w: Words): BriefLoss {
  const money = (minor: Minor) => w.money(minor, loss.currency, 'estimate')
  const certain = loss.p10 === loss.p90
  const summary = summarise(loss)
  const gross = summary.gross.mean
  const kinds = ['confirmed', 'estimated', 'recovered', 'compensated'] as const
  return {
    heading: m.brief_loss({}, w.in),
    main: money(loss.p50),
    mainLabel: certain
      ? certainWord(loss)({}, w.in)
      : facts.view.expected?.until || facts.view.openEnded.length
        ? m.brief_p50_so_far({ date: w.dayHere(facts.today) }, w.in)
        : m.brief_p50_label({}, w.in),
    range: certain ? '' : m.brief_range({ low: money(loss.p10), high: money(loss.p90) }, w.in),
    figures: certain
      ? []
      : [
          { label: m.brief_p10({}, w.in), text: money(loss.p10) },
          { label: m.brief_p50({}, w.in), text: money(loss.p50) },
          { label: m.brief_p90({}, w.in), text: money(loss.p90) }
        ],
    ref: marks.part('loss'),
    notConfirmed: notConfirmedOf(facts, marks, w),
    held: loss.heldAtZero > 0 ? m.brief_held({ share: w.share(loss.heldAtZero) }, w.in) : null,
    middle: certain ? 0.5 : (loss.p50 - loss.p10) / (loss.p90 - loss.p10),
    ...driversOf(facts, loss, marks, w),
    statuses: kinds.flatMap((kind) => {
      const figure = summary[kind]
      if (figure.mean === 0) return []
      return [
        { kind, label: statuses[kind]({}, w.in), text: money(figure.p50), share: gross > 0 ? Math.min(1, figure.mean / gross) : 0 }
      ]
    }),
    terms: termsOf(facts, loss, w)
  }
}

/** Names the lines whose statutory amounts were not checked: a figure that rests on them says so where it is used. */
export function notConfirmedOf(facts: BriefFacts, marks: Marks, w: Words): BriefLoss['notConfirmed'] {
  const lines = facts.incidents.flatMap(({ loss }) => loss?.byLine.filter(({ unchecked }) => unchecked) ?? [])
  if (!lines.length) return null
  return {
    text: m.brief_statutory_not_confirmed({ count: lines.length }, w.in),
    refs: lines.flatMap(({ id }) => marks.line(id) ?? [])
  }
}

/** Says why there is no figure for the whole, and gives what can be said of each incident by itself. */
export function noLossOf(facts: BriefFacts, marks: Marks, w: Words): NonNullable<BriefPage['noLoss']> {
  const heading = m.brief_loss({}, w.in)
  if (facts.shape?.hide?.includes('amounts')) return { heading, text: m.brief_amounts_left_out({}, w.in), items: [] }
  if (!facts.incidents.length) return { heading, text: m.brief_loss_no_incident({}, w.in), items: [] }
  const lines = facts.incidents.flatMap(({ sheet }) => sheet.lines)
  if (!lines.length) return { heading, text: m.brief_loss_none({}, w.in), items: [] }
  const own = facts.incidents.flatMap(({ view, loss }) => (loss ? [{ view, loss }] : []))
  return {
    heading,
    text: m.brief_loss_no_rate({ currency: facts.view.case.currency }, w.in),
    items: own.map(({ view, loss }) => ({
      label: `${view.ref} ${shortened(view.incident.title, 60).text}`,
      text: rangeText(loss, loss.currency, w),
      refs: [{ text: marks.part('loss').text, to: marks.incident(view.incident.id) }]
    }))
  }
}

/** The three inputs that move the loss most; where nothing is uncertain, the three largest lines. */
function driversOf(facts: BriefFacts, loss: IncidentLoss, marks: Marks, w: Words): Pick<BriefLoss, 'driversHeading' | 'drivers'> {
  const money = (minor: Minor) => w.money(minor, loss.currency, 'estimate')
  const lines = facts.incidents.flatMap(({ sheet }) => sheet.lines)
  const moving = loss.tornado.filter(({ swing }) => swing > 0).slice(0, 3)
  if (moving.length) {
    const top = moving[0]!.swing
    const drivers = facts.incidents.flatMap(({ sheet }) => sheet.drivers)
    return {
      driversHeading: m.brief_drivers({}, w.in),
      drivers: moving.map((row) => ({
        name: shortened(tornadoName(row, lines, drivers, w), 80).text,
        text: money(row.swing),
        share: row.swing / top,
        ref: refOf(row, marks)
      }))
    }
  }
  const largest = loss.byLine
    .filter(({ status }) => status === 'confirmed' || status === 'estimated')
    .toSorted((a, b) => b.mean - a.mean)
    .slice(0, 3)
  const top = Math.max(1, largest[0]?.mean ?? 1)
  return {
    driversHeading: m.brief_largest({}, w.in),
    drivers: largest.map((figure) => ({
      name: shortened(lines.find(({ id }) => id === figure.id)?.title ?? '', 80).text,
      text: money(figure.p50),
      share: Math.max(0, figure.mean / top),
      ref: marks.line(figure.id)
    }))
  }
}

const refOf = (row: TornadoRow, marks: Marks): BriefRef | null =>
  row.kind === 'driver' ? marks.driver(row.driverId ?? '') : marks.line(row.lineId ?? '')

function termsOf({ customer }: BriefFacts, loss: IncidentLoss, w: Words): string[] {
  // of nothing there is nothing to say in their terms
  if (!customer.yearlyMargin || customer.currency !== loss.currency || loss.p50 <= 0) return []
  const own = inOwnTerms(loss, { yearlyMargin: customer.yearlyMargin })
  // below a thousandth of their year it says nothing
  if (!own.daysOfWork || !own.shareOfYearlyMargin || own.shareOfYearlyMargin.p50 < 0.001) return []
  const days = own.daysOfWork.p50
  return [m.brief_own_terms({ days: w.number(days, days < 10 ? 1 : 0), share: w.share(own.shareOfYearlyMargin.p50, 1) }, w.in)]
}
