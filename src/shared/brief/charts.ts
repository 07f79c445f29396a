import type { Driver, LossLine } from '../contract/losses'
import type { IncidentLoss, LineFigure } from '../losses/engine/incident-loss'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'
import { m } from '../messages/messages.js'
import { statuses } from './labels'
import { threeLabels, threeOf, tornadoName } from './pieces'
import { roughNumber } from './quantity'
import type { BriefChart, BriefTable } from './types'
import { shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

const most = 12
const three = (w: Words) => ({ low: m.brief_p10({}, w.in), middle: m.brief_p50({}, w.in), high: m.brief_p90({}, w.in) })

/**
 * The loss of each line with its range, largest first; what came back runs the other way. Beyond twelve lines the others
 * are one bar, simulated together, unless `all` are asked for.
 */
export function linesChart(loss: IncidentLoss, lines: readonly LossLine[], w: Words, all = false): BriefChart & { kind: 'lines' } {
  const { currency } = loss
  const others = all ? null : loss.others
  const back = (status: string) => status === 'recovered' || status === 'compensated'
  const rows = loss.byLine
    .map((figure) => ({ figure, line: lines.find(({ id }) => id === figure.id)! }))
    // another route to a harm that counts already is no part of the sum
    .filter(({ line, figure }) => line && figure.within === undefined)
    .sort((a, b) => b.figure.mean - a.figure.mean)
  const first = rows.find(({ figure }) => !back(figure.status))
  const title = first
    ? m.brief_chart_lines_title(
        { line: shortened(first.line.title, 70).text, amount: w.money(first.figure.p50, currency, 'estimate') },
        w.in
      )
    : ''
  return {
    kind: 'lines',
    title,
    alt: m.brief_chart_lines_alt({ count: rows.length }, w.in),
    currency,
    labels: {
      line: m.brief_line({}, w.in),
      ...three(w),
      confirmed: statuses.confirmed({}, w.in),
      estimated: statuses.estimated({}, w.in),
      back: [...new Set(rows.map(({ figure }) => figure.status).filter(back))]
        .map((status) => statuses[status]({}, w.in))
        .join(', ')
    },
    data: [
      ...rows
        .filter(({ figure }) => !others?.ids.includes(figure.id))
        .map(({ figure, line }) => {
          const { p10, p50, p90, status } = figure
          const ends = back(status) ? { p10: -p90, p50: -p50, p90: -p10, back: true } : { p10, p50, p90 }
          return { name: nameOf(figure, line, w), ...ends, confirmed: status === 'confirmed' }
        }),
      ...(others
        ? [
            {
              name: m.loss_ui_chart_rest({ count: others.ids.length }, w.in),
              p10: others.p10,
              p50: others.p50,
              p90: others.p90,
              confirmed: false,
              others: true
            }
          ]
        : [])
    ],
    table: {
      caption: m.brief_by_line({}, w.in),
      columns: [
        { label: m.brief_line({}, w.in), wide: true },
        { label: m.brief_status({}, w.in), keep: true },
        ...threeLabels(w).map((label) => ({ label, numeric: true }))
      ],
      rows: rows.map(({ figure, line }) => [
        nameOf(figure, line, w),
        statuses[figure.status]({}, w.in),
        ...threeOf(figure, currency, w)
      ])
    }
  }
}

/** A line's name in a chart; one that rests on what nobody has confirmed says so there too. */
export function nameOf({ unchecked }: Pick<LineFigure, 'unchecked'>, { title }: Pick<LossLine, 'title'>, w: Words): string {
  return unchecked ? `${title} (${m.brief_not_confirmed({}, w.in)})` : title
}

/** How likely each size of the loss is. */
export function distributionChart(loss: IncidentLoss, w: Words): BriefChart {
  const { currency, histogram, draws } = loss
  const money = (minor: Minor) => w.money(minor, currency, 'estimate')
  return {
    kind: 'distribution',
    currency,
    data: { ...histogram, p10: loss.p10, p50: loss.p50, p90: loss.p90 },
    labels: { amount: m.brief_amount({}, w.in), share: m.brief_axis_share({}, w.in), ...three(w) },
    title: m.brief_chart_distribution_title({ low: money(loss.p10), high: money(loss.p90) }, w.in),
    alt: m.brief_chart_distribution_alt({ low: money(loss.p10), mid: money(loss.p50), high: money(loss.p90) }, w.in),
    table: {
      caption: m.brief_distribution({}, w.in),
      columns: [
        { label: m.brief_from({}, w.in), numeric: true },
        { label: m.brief_to({}, w.in), numeric: true },
        { label: m.brief_axis_share({}, w.in), numeric: true }
      ],
      rows: grouped(histogram.bins).map(({ from, to, count }) => [
        w.money(from, currency, 'whole'),
        w.money(to, currency, 'whole'),
        w.share(count / draws, 1)
      ])
    }
  }
}

/** A table of forty bins helps nobody: neighbours are put together until ten remain. */
function grouped<T extends { from: number; to: number; count: number }>(
  bins: readonly T[]
): { from: number; to: number; count: number }[] {
  const size = Math.ceil(bins.length / 10)
  return Array.from({ length: Math.ceil(bins.length / size) }, (_, i) => {
    const some = bins.slice(i * size, (i + 1) * size)
    return { from: some[0]!.from, to: some.at(-1)!.to, count: some.reduce((sum, { count }) => sum + count, 0) }
  })
}

/** What moves the loss: each input from its P10 to its P90, the twelve that move it most unless `all`. Null when nothing is uncertain. */
export function tornadoChart(
  loss: IncidentLoss,
  lines: readonly LossLine[],
  drivers: readonly Driver[],
  w: Words,
  all = false
): (BriefChart & { kind: 'tornado' }) | null {
  const { currency } = loss
  const rows = loss.tornado.filter(({ swing }) => swing > 0).slice(0, all ? Infinity : most)
  const first = rows[0]
  if (!first) return null
  const name = (row: (typeof rows)[number]) => tornadoName(row, lines, drivers, w)
  const text = (value: number, unit: string) => roughNumber(value, unit, currency, w)
  return {
    kind: 'tornado',
    currency,
    base: loss.likely,
    labels: {
      input: m.brief_input({}, w.in),
      low: m.brief_its_p10({}, w.in),
      high: m.brief_its_p90({}, w.in),
      base: m.brief_likely({}, w.in),
      lossAtLow: m.brief_loss_at_p10({}, w.in),
      lossAtHigh: m.brief_loss_at_p90({}, w.in)
    },
    title: m.brief_chart_tornado_title(
      { name: shortened(name(first), 70).text, amount: w.money(first.swing, currency, 'estimate') },
      w.in
    ),
    alt: m.brief_chart_tornado_alt({ count: rows.length }, w.in),
    data: rows.map((row) => ({
      name: name(row),
      low: text(row.low, row.unit),
      high: text(row.high, row.unit),
      atLow: row.atLow,
      atHigh: row.atHigh
    })),
    table: {
      caption: m.brief_tornado({}, w.in),
      columns: [
        { label: m.brief_input({}, w.in), wide: true },
        { label: m.brief_its_p10({}, w.in), numeric: true },
        { label: m.brief_its_p90({}, w.in), numeric: true },
        { label: m.brief_loss_at_p10({}, w.in), numeric: true },
        { label: m.brief_loss_at_p90({}, w.in), numeric: true }
      ],
      rows: rows.map((row) => [
        name(row),
        text(row.low, row.unit),
        text(row.high, row.unit),
        w.money(row.atLow, currency, 'estimate'),
        w.money(row.atHigh, currency, 'estimate')
      ])
    }
  }
}

/**
 * Whether a curve of waiting is drawn: there is something to see, and its last day is the end of the harm or one that the
 * advocate chose. How far a screen looks by itself is nobody's word.
 */
export function curveShown({ points, end, lookedAt }: IncidentWaiting): boolean {
  return (points.at(-1)?.loss.p50 ?? 0) > 0 && (end.as !== 'unknown' || lookedAt !== null)
}

/** The loss as it grows if nothing is done, with its cliffs. Null when there is nothing to see, or no day to see it by. */
export function waitingChart(waiting: IncidentWaiting, w: Words): BriefChart | null {
  const { currency, today } = waiting
  const last = waiting.points.at(-1)
  if (!last || !curveShown(waiting)) return null
  const money = (minor: Minor) => w.money(minor, currency, 'estimate')
  const steps = waiting.cliffs.filter(({ counted }) => counted)
  const table: BriefTable = {
    caption: m.brief_waiting_table({}, w.in),
    columns: [
      { label: m.brief_until({}, w.in), keep: true },
      ...threeLabels(w).map((label) => ({ label, numeric: true })),
      { label: m.brief_saves({}, w.in), numeric: true }
    ],
    rows: thinned(waiting.points, 10).map(({ on, loss, saves }) => [
      w.day(on),
      ...threeOf(loss, currency, w),
      w.money(saves.p50, currency, 'whole')
    ])
  }
  const first = steps[0]
  const by = waiting.end.as
  return {
    kind: 'waiting',
    currency,
    table,
    title: first
      ? m.brief_chart_waiting_cliff({ perDay: money(waiting.perDay.p50), date: w.day(first.on), amount: money(first.amount) }, w.in)
      : titles[by].title({ perDay: money(waiting.perDay.p50), date: w.day(last.on), amount: money(last.loss.p50) }, w.in),
    alt: titles[by].alt({ date: w.day(last.on), amount: money(last.loss.p50) }, w.in),
    labels: { day: m.brief_until({}, w.in), ...three(w), today: m.brief_today({}, w.in) },
    data: {
      today,
      points: waiting.points.map(({ on, loss }) => ({ on, p10: loss.p10, p50: loss.p50, p90: loss.p90 })),
      cliffs: steps.map(({ title, on, amount }) => ({ on, name: `${shortened(title, 40).text} (${money(amount)})` }))
    }
  }
}

/** What a curve says by its last day: the end, a day of the range that it is, or one that was looked at. */
const titles = {
  day: { title: m.brief_chart_waiting_title, alt: m.brief_chart_waiting_alt },
  range: { title: m.brief_chart_waiting_end, alt: m.brief_chart_waiting_alt_end },
  unknown: { title: m.brief_chart_waiting_lasts, alt: m.brief_chart_waiting_alt_lasts }
}

/** At most `count` of the points, the last among them. */
function thinned<T>(points: readonly T[], count: number): T[] {
  const every = Math.max(1, Math.ceil((points.length - 1) / (count - 1)))
  return points.filter((_, index) => index % every === 0 || index === points.length - 1)
}
