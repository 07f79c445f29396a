import type { Chart, Plugin, Scale } from 'chart.js'
import { family } from './spec'

/** A range over a bar: a line with ends from `low` to `high`. Values in the scale's units. */
export interface RangeMark {
  index: number
  low: number
  high: number
}
/** A text beside a bar. */
export interface TextMark {
  index: number
  at: number
  text: string
  side: 'start' | 'end'
  bold?: boolean
}
/** A line across the chart, named at the top. */
export interface LineMark {
  at: number
  text: string
  colour: string
  dash?: boolean
  bold?: boolean
}

/** What our own marks take; kept in options.plugins.marks. */
export interface Marks {
  ranges?: RangeMark[]
  texts?: TextMark[]
  lines?: LineMark[]
  /** Joins the end of each bar with the next, as a waterfall does. */
  joins?: { from: number; to: number; at: number }[]
  ink: string
  paper: string
  soft: string
  fontSize: number
}

const font = (marks: Marks, bold = false): string => `${bold ? 600 : 400} ${marks.fontSize}px ${family}`

function marksOf(chart: Chart): Marks | undefined {
  return (chart.options.plugins as { marks?: Marks }).marks
}

function drawJoins(chart: Chart, marks: Marks, value: Scale, name: Scale): void {
  const { ctx } = chart
  ctx.strokeStyle = marks.soft
  ctx.lineWidth = 1
  for (const join of marks.joins ?? []) {
    const x = Math.round(value.getPixelForValue(join.at)) + 0.5
    ctx.beginPath()
    ctx.moveTo(x, name.getPixelForValue(join.from))
    ctx.lineTo(x, name.getPixelForValue(join.to))
    ctx.stroke()
  }
}

function drawRanges(chart: Chart, marks: Marks, value: Scale, name: Scale): void {
  const { ctx } = chart
  for (const range of marks.ranges ?? []) {
    const y = Math.round(name.getPixelForValue(range.index)) + 0.5
    const from = value.getPixelForValue(range.low)
    const to = value.getPixelForValue(range.high)
    if (Math.abs(to - from) < 2) continue
    // a paper edge keeps the line readable over the bar as well as beside it
    for (const [colour, width] of [[marks.paper, 4], [marks.ink, 1.5]] as const) {
      ctx.strokeStyle = colour
      ctx.lineWidth = width
      ctx.beginPath()
      ctx.moveTo(from, y)
      ctx.lineTo(to, y)
      for (const x of [from, to]) {
        ctx.moveTo(x, y - 4)
        ctx.lineTo(x, y + 4)
      }
      ctx.stroke()
    }
  }
}

function drawTexts(chart: Chart, marks: Marks, value: Scale, name: Scale): void {
  const { ctx } = chart
  ctx.textBaseline = 'middle'
  ctx.fillStyle = marks.ink
  for (const text of marks.texts ?? []) {
    ctx.font = font(marks, text.bold)
    ctx.textAlign = text.side === 'end' ? 'left' : 'right'
    ctx.fillText(text.text, value.getPixelForValue(text.at) + (text.side === 'end' ? 8 : -8), name.getPixelForValue(text.index))
  }
}

/** Lines across, their names in as many rows at the top as it takes for none to lie on another. */
function drawLines(chart: Chart, marks: Marks): void {
  const { ctx, chartArea } = chart
  const scale = chart.scales.x!
  const taken: number[] = []
  const step = marks.fontSize + 4
  const sorted = [...(marks.lines ?? [])].sort((a, b) => a.at - b.at)
  for (const line of sorted) {
    const x = Math.round(scale.getPixelForValue(line.at)) + 0.5
    if (x < chartArea.left - 1 || x > chartArea.right + 1) continue
    ctx.font = font(marks, line.bold)
    const width = ctx.measureText(line.text).width
    const left = Math.max(0, Math.min(x - 4, chart.width - width - 8))
    let row = taken.findIndex((end) => end < left)
    if (row < 0) row = taken.push(0) - 1
    taken[row] = left + width + 10
    const top = chartArea.top - 6 - row * step
    ctx.strokeStyle = line.colour
    ctx.lineWidth = line.bold ? 2 : 1
    ctx.setLineDash(line.dash ? [3, 3] : [])
    ctx.beginPath()
    ctx.moveTo(x, top + 2)
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
    ctx.setLineDash([])
    ctx.textAlign = 'left'
    ctx.textBaseline = 'bottom'
    ctx.fillStyle = line.colour
    ctx.fillText(line.text, left, top + 2)
  }
}

/** Draws ranges, texts beside bars, named lines and joins. Uses the canvas only, so that it prints as well. */
export const marksPlugin: Plugin = {
  id: 'marks',
  afterDatasetsDraw(chart) {
    const marks = marksOf(chart)
    if (!marks) return
    const { ctx } = chart
    const value = chart.scales.x!
    const name = chart.scales.y!
    ctx.save()
    drawJoins(chart, marks, value, name)
    drawRanges(chart, marks, value, name)
    drawTexts(chart, marks, value, name)
    drawLines(chart, marks)
    ctx.restore()
  }
}
