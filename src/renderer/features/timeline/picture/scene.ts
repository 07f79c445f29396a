import { tint } from '../../../charts/palette'
import { barRows } from './bars'
import { axis, gutter, laneHeight, lossHeight, type Draw, type SceneInput } from './draw'
import { drawLane } from './lane'
import { drawLoss } from './loss'
import type { Place, Scene, Shape } from './shapes'
import { stretchOf, ticks } from './scale'

/** Takes what is to be seen, gives its shapes and the places that can be pointed at. */
export function sceneOf(input: SceneInput): Scene {
  const { shown, width, palette } = input
  const shapes: Shape[] = []
  const places: Place[] = []
  const pixels = (width - gutter) / (shown.to - shown.from)
  const x = (at: number): number => gutter + (at - shown.from) * pixels
  const end = (at: number): number => Math.min(width, Math.max(gutter, x(at)))
  const draw: Draw = { ...input, shapes, places, x, end, soft: (colour, strength) => tint(colour, strength, palette.paper) }

  let y = axis
  const above = barRows(draw, 'promise')
  const waiting = barRows(draw, 'wait')
  const height = axis + above.height + waiting.height + input.lanes.length * laneHeight + (input.loss ? lossHeight : 0) + 6
  const ahead = x(input.now)
  if (ahead < width)
    shapes.push({
      is: 'rect',
      x: Math.max(gutter, ahead),
      y: axis,
      w: width - Math.max(gutter, ahead),
      h: height - axis,
      fill: draw.soft(palette.line, 0.45)
    })
  drawAxis(draw, height)
  const lanesAt = axis + above.height + waiting.height
  drawIncidents(draw, lanesAt, input.lanes.length * laneHeight)
  above.draw(y)
  y += above.height
  waiting.draw(y)
  y += waiting.height
  for (const lane of input.lanes) {
    drawLane(draw, lane, y)
    y += laneHeight
  }
  if (input.loss) drawLoss(draw, input.loss, y)
  if (ahead >= gutter && ahead <= width) {
    shapes.push({ is: 'line', x1: ahead, y1: axis - 4, x2: ahead, y2: height, line: palette.accent, thick: 1.5 })
    shapes.push({ is: 'text', x: ahead + 4, y: height - 8, text: input.words.now, fill: palette.accent, size: 11, bold: true })
  }
  return { width, height, shapes, places }
}

function drawAxis({ shapes, shown, width, zone, palette, words, x }: Draw, height: number): void {
  let free = gutter
  for (const tick of ticks(shown, width - gutter, 64, zone)) {
    const at = x(tick.at)
    const strong = tick.unit === 'year' || tick.unit === 'month'
    shapes.push({ is: 'line', x1: at, y1: axis, x2: at, y2: height, line: palette.line, thick: strong ? 1 : 0.5 })
    const text = words.tick(tick)
    // nothing is written over another or over the end
    if (at < free || at + 3 + text.length * 6.2 > width) continue
    shapes.push({ is: 'text', x: at + 3, y: 12, text, fill: palette.ink3, size: 11, bold: tick.unit === 'year' })
    free = at + 10 + text.length * 6.2
  }
  shapes.push({ is: 'line', x1: gutter, y1: axis, x2: width, y2: axis, line: palette.line })
}

/** An incident lies behind what happened while it lasted. */
function drawIncidents({ shapes, spans, shown, zone, now, palette, end, soft, places }: Draw, y: number, h: number): void {
  for (const span of spans) {
    if (span.kind !== 'incident') continue
    const from = stretchOf(span.from, zone)?.from
    const to = span.to ? stretchOf(span.to, zone)?.to : now
    if (from === undefined || to === undefined || to < shown.from || from > shown.to) continue
    const [left, right] = [end(from), end(to)]
    shapes.push({ is: 'rect', x: left, y, w: Math.max(2, right - left), h, fill: soft(palette.loss, 0.09) })
    shapes.push({ is: 'line', x1: left, y1: y, x2: left, y2: y + h, line: soft(palette.loss, 0.5), dash: true })
    places.push({ x: left, y: y + h - 4, w: Math.max(4, right - left), h: 4, events: [], span })
  }
}
