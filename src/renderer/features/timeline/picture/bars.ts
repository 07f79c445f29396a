import type { Palette } from '../../../charts/palette'
import { packed } from './clusters'
import { barHeight, gutter, label, type Draw } from './draw'
import { stretchOf } from './scale'

const rows = { promises: 4, waiting: 3 } as const

const toneOf: Record<string, (palette: Palette) => string> = {
  open: ({ accent }) => accent,
  answered: ({ kept }) => kept,
  kept: ({ kept }) => kept,
  'kept-late': ({ late }) => late,
  late: ({ late }) => late,
  overdue: ({ late }) => late,
  broken: ({ loss }) => loss,
  undated: ({ atRisk }) => atRisk
}

/** Promises from made over due to kept; questions until their answers, and silences. */
export function barRows(draw: Draw, which: 'promise' | 'wait'): { height: number; draw: (y: number) => void } {
  const { spans, zone, now, shown, palette, shapes, places, x, end, soft, words } = draw
  const bars = spans
    .filter(({ kind }) => (which === 'promise' ? kind === 'promise' : kind === 'reply' || kind === 'silence'))
    .flatMap((span) => {
      const from = stretchOf(span.from, zone)?.from
      if (from === undefined) return []
      const due = span.due ? stretchOf(span.due, zone)?.to : undefined
      const over = span.to ? Date.parse(span.to) : span.state === 'withdrawn' ? from : Math.max(now, due ?? now)
      if (over < shown.from || from > shown.to) return []
      return [{ span, from, due, over, x: end(from), end: Math.max(end(from) + 3, end(over)) }]
    })
    .sort((a, b) => a.x - b.x)
  if (bars.length === 0) return { height: 0, draw: () => undefined }
  const most = which === 'promise' ? rows.promises : rows.waiting
  const row = packed(bars, most, 3)
  const used = Math.max(...row) + 1
  const left = row.filter((each) => each < 0).length
  return {
    height: used * barHeight + 10,
    draw: (y) => {
      label(draw, which === 'promise' ? words.promises : words.waiting, y + 5 + barHeight / 2)
      bars.forEach((bar, i) => {
        if (row[i]! < 0) return
        const top = y + 4 + row[i]! * barHeight
        const { span } = bar
        const quiet = span.kind === 'silence'
        const colour = quiet ? palette.ink3 : (toneOf[span.state] ?? toneOf.open!)(palette)
        const w = bar.end - bar.x
        shapes.push({
          is: 'rect',
          x: bar.x,
          y: top + 2,
          w,
          h: barHeight - 4,
          fill: soft(colour, quiet ? 0.1 : 0.22),
          line: quiet ? colour : undefined,
          dash: quiet,
          round: 3
        })
        // over its date: from there on it is late
        if (!quiet && bar.due !== undefined && bar.due < bar.over && bar.due > shown.from) {
          const late = end(bar.due)
          shapes.push({
            is: 'rect',
            x: late,
            y: top + 2,
            w: Math.max(1, bar.end - late),
            h: barHeight - 4,
            fill: soft(palette.late, 0.45),
            round: 3
          })
        }
        if (!quiet && bar.due !== undefined && x(bar.due) >= gutter)
          shapes.push({ is: 'line', x1: end(bar.due), y1: top, x2: end(bar.due), y2: top + barHeight, line: colour, thick: 2 })
        const text = quiet ? words.silence(span) : span.title
        shapes.push({ is: 'text', x: bar.x + 4, y: top + barHeight / 2, text, fill: palette.ink, size: 11, most: w - 8 })
        places.push({ x: bar.x, y: top, w, h: barHeight, events: [], span })
      })
      if (left > 0)
        shapes.push({
          is: 'text',
          x: gutter - 10,
          y: y + 5 + barHeight / 2,
          text: `+${words.count(left)}`,
          fill: palette.ink3,
          size: 11,
          end: 'end'
        })
    }
  }
}
