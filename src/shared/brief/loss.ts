import { summarise, inOwnTerms } from '../losses/summary'
import type { IncidentLoss, TornadoRow } from '../losses/incident-loss'
import type { LossLine, Driver } from '../losses'
import { calculatorFor } from '../losses/calculators'
import { m } from '../messages/messages.js'
import type { BriefFacts } from './facts'
import { statuses } from './labels'
import type { BriefLoss } from './types'
import { shortened, type Words } from './words'

/** Takes the simulated loss of a case, gives how the one page shows it. */
export function lossOf(facts: BriefFacts, loss: IncidentLoss, w: Words): BriefLoss {
  const money = (minor: number) => w.money(minor, loss.currency, 'estimate')
  const certain = loss.p10 === loss.p90
  const summary = summarise(loss)
  const gross = summary.gross.mean
  const kinds = ['confirmed', 'estimated', 'recovered', 'compensated'] as const
  return {
    heading: m.brief_loss({}, w.in),
    main: money(loss.p50),
    mainLabel: certain ? m.brief_certain({}, w.in) : m.brief_p50_label({}, w.in),
    range: certain ? '' : m.brief_range({ low: money(loss.p10), high: money(loss.p90) }, w.in),
    figures: certain
      ? []
      : [
          { label: m.brief_p10({}, w.in), text: money(loss.p10) },
          { label: m.brief_p50({}, w.in), text: money(loss.p50) },
          { label: m.brief_p90({}, w.in), text: money(loss.p90) }
        ],
    middle: certain ? 0.5 : (loss.p50 - loss.p10) / (loss.p90 - loss.p10),
    ...driversOf(facts, loss, w),
    statuses: kinds.flatMap((kind) => {
      const figure = summary[kind]
      if (figure.mean === 0) return []
      return [{ kind, label: statuses[kind]({}, w.in), text: money(figure.p50), share: gross > 0 ? Math.min(1, figure.mean / gross) : 0 }]
    }),
    terms: termsOf(facts, loss, w)
  }
}

/** The three inputs that move the loss most; where nothing is uncertain, the three largest lines. */
function driversOf(facts: BriefFacts, loss: IncidentLoss, w: Words): Pick<BriefLoss, 'driversHeading' | 'drivers'> {
  const money = (minor: number) => w.money(minor, loss.currency, 'estimate')
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
        share: row.swing / top
      }))
    }
  }
  const largest = loss.byLine.toSorted((a, b) => b.mean - a.mean).slice(0, 3)
  const top = Math.max(1, largest[0]?.mean ?? 1)
  return {
    driversHeading: m.brief_largest({}, w.in),
    drivers: largest.map((figure) => ({
      name: shortened(lines.find(({ id }) => id === figure.id)?.title ?? '', 80).text, text: money(figure.p50), share: Math.max(0, figure.mean / top)
    }))
  }
}

/** Gives the words for one row of a tornado: the shared quantity's name, or the line's title with the field. */
export function tornadoName(row: TornadoRow, lines: readonly LossLine[], drivers: readonly Driver[], w: Words): string {
  if (row.kind === 'driver') return drivers.find(({ id }) => id === row.driverId)?.name ?? ''
  const line = lines.find(({ id }) => id === row.lineId)
  if (row.kind === 'frequency') return `${line?.title ?? ''}: ${m.brief_times({}, w.in)}`
  const field = line && calculatorFor(line.calculator, line.inputs)?.fields.find(({ id }) => id === row.fieldId)
  return `${line?.title ?? ''}: ${field?.label({}, w.in) ?? row.fieldId ?? ''}`
}

function termsOf({ customer }: BriefFacts, loss: IncidentLoss, w: Words): string[] {
  const terms: string[] = []
  if (customer.yearlyMargin && customer.currency === loss.currency) {
    const own = inOwnTerms(loss, { yearlyMargin: customer.yearlyMargin })
    if (own.daysOfWork && own.shareOfYearlyMargin) {
      const days = own.daysOfWork.p50
      const digits = days < 10 ? 1 : 0
      terms.push(m.brief_own_terms({ days: w.number(days, digits), share: w.share(own.shareOfYearlyMargin.p50, 1) }, w.in))
    }
  }
  return terms
}
