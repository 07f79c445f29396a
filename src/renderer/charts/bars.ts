import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { marksPlugin, type Marks } from './marks'
import { baseOptions, family, moneyScale, nameScale, nameWidth, wrap, wrapParts, type ChartSpec, type Look } from './spec'

interface Bars {
  names: string[]
  datasets: {
    label: string
    data: (number | null | [number, number])[]
    backgroundColor: string | string[]
    borderColor?: string | string[]
    borderWidth?: number
  }[]
  /** The least and greatest value to be seen, major units. */
  from: number
  to: number
  legend?: boolean
  /** Names are of two parts, "line: input". */
  parts?: boolean
  /** Texts stand on both sides of the bars. */
  both?: boolean
  marks: Pick<Marks, 'ranges' | 'texts' | 'lines' | 'joins'>
  tooltip: (index: number) => string[]
}

const letter = 0.56

/**
 * Horizontal bars with a name each: names read from left to right, however long or many. Room for the texts beside
 * the bars is kept by widening the value scale, reckoned from their length.
 */
export function barChart(look: Look, bars: Bars): Pick<ChartSpec, 'config' | 'height'> {
  const { palette } = look
  const fontSize = look.fontSize ?? 12
  const names = bars.names.map((name) => (bars.parts ? wrapParts : wrap)(name, nameWidth(look)))
  const tall = names.some(Array.isArray)
  const rowHeight = Math.round(fontSize * (tall ? 3.1 : 2.3))
  const longest = (side: 'start' | 'end'): number =>
    Math.max(0, ...(bars.marks.texts ?? []).filter((text) => text.side === side).map((text) => text.text.length)) *
      fontSize *
      letter +
    14
  const nameSpace =
    Math.max(...names.map((name) => (Array.isArray(name) ? Math.max(...name.map((line) => line.length)) : name.length)), 0) *
      fontSize *
      letter +
    16
  const plot = Math.max(160, (look.width ?? 720) - nameSpace)
  const before = bars.both ? Math.min(0.35, longest('start') / plot) : 0
  const after = Math.min(0.35, longest('end') / plot)
  const span = bars.to - bars.from || Math.abs(bars.to) || 1
  const full = span / (1 - before - after)
  const lineRows = bars.marks.lines?.length ? fontSize + 10 : 0

  const options = {
    ...baseOptions(look),
    indexAxis: 'y',
    interaction: { mode: 'nearest', axis: 'y', intersect: false },
    layout: { padding: { top: lineRows, right: 2 } },
    scales: {
      x: moneyScale(look, bars.from, bars.to, {
        min: bars.from - full * before,
        max: (bars.to || bars.from + span) + full * after
      }),
      y: nameScale(look)
    }
  }
  const plugins = options.plugins as unknown as Record<string, unknown>
  plugins.legend = {
    display: bars.legend ?? false,
    position: 'top',
    align: 'start',
    labels: { font: { family, size: fontSize }, color: palette.ink2, boxWidth: 10, boxHeight: 10, padding: 12 },
    onClick: () => undefined
  }
  plugins.tooltip = {
    ...(plugins.tooltip as object),
    filter: (item: { datasetIndex: number; raw: unknown }, at: number) => item.raw !== null && at === 0,
    callbacks: {
      title: (items: { dataIndex: number }[]) => bars.names[items[0]?.dataIndex ?? 0] ?? '',
      label: (item: { dataIndex: number }) => bars.tooltip(item.dataIndex)
    }
  }
  plugins.marks = { ...bars.marks, ink: palette.ink, paper: palette.paper, soft: palette.ink3, fontSize } satisfies Marks

  const datasets = bars.datasets.map((dataset) => ({
    ...dataset,
    grouped: false,
    barThickness: Math.round(fontSize * 1.15),
    minBarLength: 1
  }))
  return {
    config: {
      type: 'bar',
      data: { labels: names, datasets: datasets as ChartDataset[] },
      options,
      plugins: [marksPlugin]
    } as ChartConfiguration,
    height: bars.names.length * rowHeight + 34 + (bars.legend ? 30 : 0) + lineRows
  }
}
