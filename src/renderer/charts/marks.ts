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
  /** Its name stands to the left of the line. */
  left?: boolean
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
    for (const [colour, width] of [
      [marks.paper, 4],
      [marks.ink, 1.5]
    ] as const) {
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

/**
 * Where each line and its name go: in as many rows at the top as it takes for no name to lie on another. From right to
 * left, as a name that reaches over a later line stands in a row above that line's end.
 */
function placeLines(chart: Chart, marks: Marks): { line: LineMark; x: number; left: number; row: number; width: number }[] {
  const { ctx, chartArea } = chart
  const scale = chart.scales.x!
  const placed: { line: LineMark; x: number; left: number; row: number; width: number }[] = []
  const all = [...(marks.lines ?? [])]
    .sort((a, b) => b.at - a.at)
    .map((line) => ({ line, x: Math.round(scale.getPixelForValue(line.at)) + 0.5 }))
    .filter(({ x }) => x >= chartArea.left - 1 && x <= chartArea.right + 1)
  for (const { line, x } of all) {
    ctx.font = font(marks, line.bold)
    const width = ctx.measureText(line.text).width
    const left = Math.max(0, Math.min(line.left ? x - width + 4 : x - 4, chart.width - width - 8))
    const right = left + width
    let row = 0
    for (const other of placed) if (other.x > left - 2 && other.x < right + 4) row = Math.max(row, other.row + 1)
    while (placed.some((other) => other.row === row && other.left < right + 10 && left < other.left + other.width + 10)) row++
    placed.push({ line, x, left, row, width })
  }
  return placed
}

function drawLines(chart: Chart, marks: Marks): void {
  const { ctx, chartArea } = chart
  const placed = placeLines(chart, marks)
  const foot = (row: number): number => chartArea.top - 4 - row * (marks.fontSize + 4)
  for (const { line, x, row } of placed) {
    ctx.strokeStyle = line.colour
    ctx.lineWidth = line.bold ? 2 : 1
    ctx.setLineDash(line.dash ? [3, 3] : [])
    ctx.beginPath()
    ctx.moveTo(x, foot(row))
    ctx.lineTo(x, chartArea.bottom)
    ctx.stroke()
  }
  ctx.setLineDash([])
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  for (const { line, left, row, width } of placed) {
    // a line on its way up from below passes behind the name
    ctx.fillStyle = marks.paper
    ctx.fillRect(left - 2, foot(row) - marks.fontSize - 1, width + 4, marks.fontSize + 1)
    ctx.font = font(marks, line.bold)
    ctx.fillStyle = line.colour
    ctx.fillText(line.text, left, foot(row))
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
