import type { ChartConfiguration } from 'chart.js'
import { barChart } from './bars'
import { tint } from './palette'
import { major, roughMoney, wholeMoney, type ChartSpec, type Look } from './spec'

export { distribution, waiting } from './curves'
export type { ChartSpec, Look } from './spec'

/** Amounts are integer minor units of the look's currency. Names and labels come translated. */
export interface LineDatum {
  name: string
  p10: number
  p50: number
  p90: number
  confirmed: boolean
  /** Came back to the customer: below zero. */
  back?: boolean
  /** Several lines together. */
  others?: boolean
}

type LineKind = 'confirmed' | 'estimated' | 'back' | 'others'
const kindOf = (line: LineDatum): LineKind =>
  line.others ? 'others' : line.back ? 'back' : line.confirmed ? 'confirmed' : 'estimated'

/**
 * Loss by line: a bar to the P50 of each line, its P10 to P90 drawn over it. Filled where the customer confirmed it,
 * pale where we estimate; what came back runs the other way; others together are grey. Lines come in the order to be
 * shown; `all` for the table, when some are drawn together.
 */
export function lossByLine(
  lines: readonly LineDatum[],
  labels: { line: string; low: string; middle: string; high: string; confirmed: string; estimated: string; back: string },
  look: Look,
  all: readonly LineDatum[] = lines
): ChartSpec {
  const { palette } = look
  const whole = wholeMoney(look)
  const inMajor = (line: LineDatum) => ({
    ...line,
    p10: major(line.p10, look),
    p50: major(line.p50, look),
    p90: major(line.p90, look)
  })
  const values = lines.map(inMajor)
  const [blue, green] = [palette.series[0]!, palette.series[2]!]
  // without colour, a filled bar, a pale one and the side tell the kinds apart
  const looks: Record<LineKind, { label: string; backgroundColor: string; borderColor: string }> = {
    confirmed: { label: labels.confirmed, backgroundColor: blue, borderColor: blue },
    estimated: { label: labels.estimated, backgroundColor: tint(blue, 0.3, palette.paper), borderColor: blue },
    back: { label: labels.back, backgroundColor: tint(green, 0.3, palette.paper), borderColor: green },
    others: { label: '', backgroundColor: tint(palette.ink3, 0.3, palette.paper), borderColor: palette.ink3 }
  }
  const present = (Object.keys(looks) as LineKind[]).filter((kind) => values.some((line) => kindOf(line) === kind))
  const config = barChart(look, {
    names: values.map((line) => line.name),
    datasets: present.map((kind) => ({
      ...looks[kind],
      borderWidth: 1,
      data: values.map((line) => (kindOf(line) === kind ? line.p50 : null))
    })),
    legend: present.filter((kind) => kind !== 'others').length > 1,
    from: Math.min(0, ...values.map((line) => Math.min(line.p10, line.p50))),
    to: Math.max(0, ...values.map((line) => Math.max(line.p90, line.p50))),
    marks: {
      ranges: values.map((line, index) => ({ index, low: line.p10, high: line.p90 })),
      texts: values.map((line, index) => ({
        index,
        at: Math.max(line.p90, line.p50, 0),
        text: whole(line.p50),
        side: 'end' as const
      }))
    },
    tooltip: (index) => {
      const line = values[index]!
      return [`${labels.middle}: ${whole(line.p50)}`, `${labels.low}: ${whole(line.p10)}`, `${labels.high}: ${whole(line.p90)}`]
    }
  })
  return {
    ...config,
    table: {
      columns: [
        { label: labels.line },
        { label: labels.low, numeric: true },
        { label: labels.middle, numeric: true },
        { label: labels.high, numeric: true }
      ],
      rows: all.map(inMajor).map((line) => {
        const kind = looks[kindOf(line)].label
        return [kind ? `${line.name} (${kind})` : line.name, line.p10, line.p50, line.p90]
      }),
      write: whole
    }
  }
}

export interface SwingDatum {
  name: string
  /** The input at its P10 and P90, in words, such as "9 days". */
  low: string
  high: string
  /** The whole loss with the input there, minor units. */
  atLow: number
  atHigh: number
}

/**
 * Tornado: how far the whole loss swings when each input goes from its P10 to its P90. `base` is the loss in between;
 * `all` for the table, when not every input is drawn.
 */
export function tornado(
  rows: readonly SwingDatum[],
  base: number,
  labels: { input: string; low: string; high: string; base: string; lossAtLow: string; lossAtHigh: string },
  look: Look,
  all: readonly SwingDatum[] = rows
): ChartSpec {
  const { palette } = look
  const whole = roughMoney(look)
  const middle = major(base, look)
  const inMajor = (row: SwingDatum) => ({ ...row, atLow: major(row.atLow, look), atHigh: major(row.atHigh, look) })
  const values = rows.map(inMajor)
  const ends = [middle, ...values.flatMap((row) => [row.atLow, row.atHigh])]
  const config = barChart(look, {
    names: values.map((row) => row.name),
    datasets: [
      {
        label: labels.low,
        data: values.map((row) => [Math.min(row.atLow, middle), Math.max(row.atLow, middle)]),
        backgroundColor: palette.series[4]!
      },
      {
        label: labels.high,
        data: values.map((row) => [Math.min(row.atHigh, middle), Math.max(row.atHigh, middle)]),
        backgroundColor: palette.series[0]!
      }
    ],
    legend: true,
    from: Math.min(...ends),
    to: Math.max(...ends),
    both: true,
    parts: true,
    marks: {
      lines: [{ at: middle, text: `${labels.base} ${whole(middle)}`, colour: palette.ink, bold: true }],
      texts: values.flatMap((row, index) => {
        const rising = row.atHigh >= row.atLow
        return [
          { index, at: Math.min(row.atLow, row.atHigh, middle), text: rising ? row.low : row.high, side: 'start' as const },
          { index, at: Math.max(row.atLow, row.atHigh, middle), text: rising ? row.high : row.low, side: 'end' as const }
        ]
      })
    },
    tooltip: (index) => [
      `${values[index]!.low}: ${whole(values[index]!.atLow)}`,
      `${values[index]!.high}: ${whole(values[index]!.atHigh)}`
    ]
  })
  return {
    ...config,
    table: {
      columns: [
        { label: labels.input },
        { label: labels.low },
        { label: labels.lossAtLow, numeric: true },
        { label: labels.high },
        { label: labels.lossAtHigh, numeric: true }
      ],
      rows: all.map(inMajor).map((row) => [row.name, row.low, row.atLow, row.high, row.atHigh]),
      write: whole
    }
  }
}

export interface StepDatum {
  name: string
  /** loss: adds to the loss; back: came back to the customer; held: lifted to zero; total: gross or net, drawn from zero. */
  kind: 'loss' | 'back' | 'held' | 'total'
  /** Where the bar begins and ends, minor units. */
  from: number
  to: number
}

/** Waterfall: from line to line to the gross, less what came back, to the net. `all` for the table, when some steps are drawn together; `certain` amounts are written whole, others to three figures. */
export function waterfall(
  steps: readonly StepDatum[],
  labels: { step: string; amount: string; after: string },
  look: Look,
  { all = steps, certain = false }: { all?: readonly StepDatum[]; certain?: boolean } = {}
): ChartSpec {
  const { palette } = look
  const write = certain ? wholeMoney(look) : roughMoney(look)
  const inMajor = (step: StepDatum) => ({ ...step, from: major(step.from, look), to: major(step.to, look) })
  const values = steps.map(inMajor)
  // vermilion and green are one grey in print: what came back is pale as well
  const pale = (colour: string): string => tint(colour, 0.3, palette.paper)
  const edges = { loss: palette.series[5]!, back: palette.series[2]!, held: palette.ink3, total: palette.ink2 }
  const colours = { ...edges, back: pale(edges.back), held: pale(edges.held) }
  const ends = values.flatMap((step) => [step.from, step.to])
  const config = barChart(look, {
    names: values.map((step) => step.name),
    datasets: [
      {
        label: labels.amount,
        data: values.map((step) => [step.from, step.to]),
        backgroundColor: values.map((step) => colours[step.kind]),
        borderColor: values.map((step) => edges[step.kind]),
        borderWidth: 1
      }
    ],
    from: Math.min(0, ...ends),
    to: Math.max(0, ...ends),
    marks: {
      joins: values.slice(1).map((_, index) => ({ from: index, to: index + 1, at: values[index]!.to })),
      texts: values.map((step, index) => ({
        index,
        at: Math.max(step.from, step.to),
        text: step.kind === 'total' ? write(step.to) : signed(write, step.to - step.from),
        side: 'end' as const,
        bold: step.kind === 'total'
      }))
    },
    tooltip: (index) => [write(values[index]!.to - (values[index]!.kind === 'total' ? 0 : values[index]!.from))]
  })
  return {
    ...config,
    table: {
      columns: [{ label: labels.step }, { label: labels.amount, numeric: true }, { label: labels.after, numeric: true }],
      rows: all.map(inMajor).map((step) => [step.name, step.kind === 'total' ? null : step.to - step.from, step.to]),
      write
    }
  }
}

const signed = (write: (value: number) => string, value: number): string => (value > 0 ? `+${write(value)}` : write(value))

/** The type of a chart's configuration, for those who draw it elsewhere. */
export type Config = ChartConfiguration
