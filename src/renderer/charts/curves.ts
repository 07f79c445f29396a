import type { ChartConfiguration } from 'chart.js'
import { writtenDay, type DateStyle } from '../../shared/values/format'
import { addDays } from '../../shared/values/zones'
import { marksPlugin, type LineMark, type Marks } from './marks'
import { tint } from './palette'
import { baseOptions, family, major, moneyScale, shortMoney, wholeMoney, type ChartSpec, type Look } from './spec'

export interface DistributionData {
  bins: readonly { from: number; to: number; count: number }[]
  p10: number
  p50: number
  p90: number
  /** Draws outside the bins. */
  below?: number
  above?: number
}

/** Distribution of the whole loss: a bar per bin, pale outside P10 to P90, with the three marks named at the top. */
export function distribution(
  data: DistributionData,
  labels: { amount: string; share: string; low: string; middle: string; high: string },
  look: Look
): ChartSpec {
  const { palette } = look
  const short = shortMoney(look)
  const percent = new Intl.NumberFormat(look.locale, { style: 'percent', maximumFractionDigits: 1 })
  const total = data.bins.reduce((sum, bin) => sum + bin.count, 0) + (data.below ?? 0) + (data.above ?? 0) || 1
  const bins = data.bins.map((bin) => ({ from: major(bin.from, look), to: major(bin.to, look), share: bin.count / total }))
  const [p10, p50, p90] = [data.p10, data.p50, data.p90].map((value) => major(value, look)) as [number, number, number]
  const certain = p10 === p90
  const colour = palette.series[0]!
  const inside = (bin: { from: number; to: number }): boolean => (bin.from + bin.to) / 2 >= p10 && (bin.from + bin.to) / 2 <= p90
  const around = Math.abs(p50) * 0.2 || 1
  const first = certain ? p50 - around : (bins[0]?.from ?? p50 - around)
  const last = certain ? p50 + around : (bins.at(-1)?.to ?? p50 + around)
  const lines: LineMark[] = certain
    ? [{ at: p50, text: `${labels.middle} ${short(p50)}`, colour: palette.ink, bold: true }]
    : [
        { at: p10, text: `${labels.low} ${short(p10)}`, colour: palette.ink2, dash: true, left: true },
        { at: p50, text: `${labels.middle} ${short(p50)}`, colour: palette.ink, bold: true },
        { at: p90, text: `${labels.high} ${short(p90)}`, colour: palette.ink2, dash: true }
      ]
  const fontSize = look.fontSize ?? 12
  const options = {
    ...baseOptions(look),
    layout: { padding: { top: (fontSize + 4) * 2 + 8, right: 10 } },
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    scales: {
      x: moneyScale(look, first, last > first ? last : first + 1, {
        grid: { display: false },
        border: { display: true, color: palette.ink3 }
      }),
      y: { display: false, beginAtZero: true }
    }
  }
  const plugins = options.plugins as unknown as Record<string, unknown>
  plugins.tooltip = {
    ...(plugins.tooltip as object),
    callbacks: {
      title: (items: { dataIndex: number }[]) => {
        const bin = bins[items[0]?.dataIndex ?? 0]
        return bin ? `${short(bin.from)} – ${short(bin.to)}` : ''
      },
      label: (item: { dataIndex: number }) => `${labels.share}: ${percent.format(bins[item.dataIndex]?.share ?? 0)}`
    }
  }
  plugins.marks = { lines, ink: palette.ink, paper: palette.paper, soft: palette.ink3, fontSize } satisfies Marks
  return {
    config: {
      type: 'bar',
      data: {
        datasets: [
          {
            label: labels.share,
            data: certain ? [{ x: p50, y: 1 }] : bins.map((bin) => ({ x: (bin.from + bin.to) / 2, y: bin.share })),
            backgroundColor: bins.map((bin) => (inside(bin) || certain ? colour : tint(colour, 0.4, palette.paper))),
            barPercentage: 0.94,
            categoryPercentage: 1,
            maxBarThickness: certain ? 24 : 60
          }
        ]
      },
      options,
      plugins: [marksPlugin]
    } as unknown as ChartConfiguration,
    height: 240,
    table: {
      columns: [{ label: labels.amount }, { label: labels.share }],
      rows: [
        [labels.low, short(p10)],
        [labels.middle, short(p50)],
        [labels.high, short(p90)],
        ...bins.map((bin) => [`${short(bin.from)} – ${short(bin.to)}`, percent.format(bin.share)])
      ],
      write: wholeMoney(look)
    }
  }
}

export interface WaitingData {
  points: readonly { on: string; p10: number; p50: number; p90: number }[]
  today: string
  /** Days on which it becomes worse at once, with a short name each. */
  cliffs: readonly { on: string; name: string }[]
}

const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)

/** Loss as time passes: the P50 as a line in its band from P10 to P90, today and each cliff marked and named. */
export function waiting(
  data: WaitingData,
  labels: { day: string; low: string; middle: string; high: string; today: string },
  look: Look
): ChartSpec {
  const { palette } = look
  const whole = wholeMoney(look)
  const write = (day: number, style: DateStyle = 'bare'): string => writtenDay(addDays('1970-01-01', day), look.locale, style)
  const points = data.points.map((point) => ({
    x: dayNumber(point.on),
    p10: major(point.p10, look),
    p50: major(point.p50, look),
    p90: major(point.p90, look)
  }))
  const ends = points.flatMap((point) => [point.p10, point.p90])
  const first = points[0]?.x ?? dayNumber(data.today)
  const last = points.at(-1)?.x ?? first + 1
  const fontSize = look.fontSize ?? 12
  const line = (key: 'p10' | 'p50' | 'p90') => points.map((point) => ({ x: point.x, y: point[key] }))
  const band = tint(palette.series[5]!, 0.22, palette.paper)
  const lines: LineMark[] = [
    { at: dayNumber(data.today), text: labels.today, colour: palette.ink2, dash: true },
    ...data.cliffs.map((cliff) => ({
      at: dayNumber(cliff.on),
      text: `${cliff.name}, ${write(dayNumber(cliff.on))}`,
      colour: palette.loss,
      bold: true
    }))
  ]
  const options = {
    ...baseOptions(look),
    layout: { padding: { top: (fontSize + 4) * Math.min(4, lines.length) + 8, right: 10 } },
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        type: 'linear',
        min: first,
        max: last > first ? last : first + 1,
        border: { color: palette.ink3 },
        grid: { display: false },
        ticks: {
          font: { family, size: fontSize },
          color: palette.ink3,
          maxTicksLimit: 7,
          maxRotation: 0,
          padding: 6,
          precision: 0,
          callback: (value: number | string) => (Number.isInteger(Number(value)) ? write(Number(value)) : '')
        }
      },
      y: moneyScale(look, Math.min(0, ...ends), Math.max(...ends) * 1.05 || 1)
    }
  }
  const plugins = options.plugins as unknown as Record<string, unknown>
  plugins.tooltip = {
    ...(plugins.tooltip as object),
    callbacks: {
      title: (items: { dataIndex: number }[]) => write(points[items[0]?.dataIndex ?? 0]?.x ?? first, 'short'),
      label: (item: { dataset: { label: string }; parsed: { y: number } }) => `${item.dataset.label}: ${whole(item.parsed.y)}`
    }
  }
  plugins.filler = { drawTime: 'beforeDatasetsDraw' }
  plugins.marks = { lines, ink: palette.ink, paper: palette.paper, soft: palette.ink3, fontSize } satisfies Marks
  const still = { pointRadius: 0, pointHitRadius: 8, borderWidth: 0 }
  return {
    config: {
      type: 'line',
      data: {
        datasets: [
          { label: labels.high, data: line('p90'), ...still, fill: '+2', backgroundColor: band, borderColor: band },
          { label: labels.middle, data: line('p50'), ...still, borderWidth: 2, borderColor: palette.series[5]! },
          { label: labels.low, data: line('p10'), ...still, borderColor: band }
        ]
      },
      options,
      plugins: [marksPlugin]
    } as unknown as ChartConfiguration,
    height: 280,
    table: {
      columns: [
        { label: labels.day },
        { label: labels.low, numeric: true },
        { label: labels.middle, numeric: true },
        { label: labels.high, numeric: true }
      ],
      rows: data.points.map((point, index) => [
        [write(points[index]!.x, 'short'), ...data.cliffs.filter((cliff) => cliff.on === point.on).map((cliff) => cliff.name)].join(
          ' · '
        ),
        points[index]!.p10,
        points[index]!.p50,
        points[index]!.p90
      ]),
      write: whole
    }
  }
}
