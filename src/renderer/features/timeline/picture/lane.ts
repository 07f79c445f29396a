import type { Palette } from '../../../charts/palette'
import type { TimelineEvent } from '../../../../shared/records/timeline'
import { eventTone } from '../tone'
import { clustered, isKey, type Placed } from './clusters'
import { gutter, label, laneHeight, type Draw } from './draw'
import type { Lane } from './lanes'

/** Nearer than this in pixels, events are one cluster. */
const near = 15

function colourOf(event: TimelineEvent, palette: Palette): string {
  const tone = eventTone(event)
  return tone === 'late' ? palette.late : tone === 'loss' ? palette.loss : tone === 'kept' ? palette.kept : palette.ink2
}

/** What stands in a lane: single events with their words where there is room, clusters, or how many there were. */
export function drawLane(draw: Draw, lane: Lane, y: number): void {
  const { shapes, places, palette, width, shown, x, end, soft, words, selected } = draw
  const middle = y + laneHeight / 2
  label(draw, words.lane(lane.key), middle)
  shapes.push({ is: 'line', x1: gutter, y1: middle, x2: width, y2: middle, line: palette.line })
  const most = lane.cells.reduce((top, { count }) => Math.max(top, count), 1)
  for (const { when, count } of lane.cells) {
    if (when.to < shown.from || when.from > shown.to) continue
    const [left, right] = [end(when.from), end(when.to)]
    const w = Math.max(1, right - left - 1)
    shapes.push({
      is: 'rect',
      x: left,
      y: y + 7,
      w,
      h: laneHeight - 14,
      fill: soft(palette.accent, 0.12 + 0.75 * Math.sqrt(count / most)),
      round: 2
    })
    if (w > 26)
      shapes.push({
        is: 'text',
        x: left + w / 2,
        y: middle,
        text: words.count(count),
        fill: count / most > 0.35 ? palette.paper : palette.ink,
        size: 11,
        end: 'middle'
      })
    places.push({ x: left, y: y + 4, w: Math.max(4, w), h: laneHeight - 8, events: [], count })
  }
  const placed: Placed[] = []
  for (const { event, when } of lane.events) {
    if (when.to < shown.from || when.from > shown.to) continue
    // what is only known by day stands in its middle
    const from = Math.max(gutter, x(when.from))
    const to = Math.min(width, x(when.to))
    placed.push({ event, when, x: when.to > when.from ? (from + to) / 2 : x(when.from), end: Math.max(to, from) })
  }
  placed.sort((a, b) => a.x - b.x)
  const found = clustered(placed, near)
  const nexts = new Map(found.map((cluster, i) => [cluster, found[i + 1]?.x ?? width + near]))
  // what must not be lost lies on top
  const inOrder = found.toSorted((a, b) => Number(isKey(a.events[0]!.event)) - Number(isKey(b.events[0]!.event)))
  for (const cluster of inOrder) {
    const next = nexts.get(cluster)!
    const [first] = cluster.events
    if (cluster.events.length > 1) {
      const text = words.count(cluster.events.length)
      const w = 12 + text.length * 7
      shapes.push({
        is: 'rect',
        x: cluster.x - 6,
        y: middle - 9,
        w,
        h: 18,
        fill: soft(palette.accent, 0.16),
        line: palette.accent,
        round: 9
      })
      shapes.push({ is: 'text', x: cluster.x - 6 + w / 2, y: middle, text, fill: palette.ink, size: 11, bold: true, end: 'middle' })
      places.push({ x: cluster.x - 6, y: y + 6, w, h: laneHeight - 12, events: cluster.events.map(({ event }) => event) })
      continue
    }
    const { event, when } = first!
    const colour = colourOf(event, palette)
    // half-known dates are drawn as long as they are
    if (when.to - when.from > 86_400_000 * 1.5)
      shapes.push({
        is: 'rect',
        x: end(when.from),
        y: middle - 3,
        w: end(when.to) - end(when.from),
        h: 6,
        fill: soft(colour, 0.25),
        line: colour,
        dash: true,
        round: 3
      })
    const is = selected === `${event.kind}.${event.id}`
    const r = isKey(event) ? 6 : 4.5
    if (is) shapes.push({ is: 'dot', x: first!.x, y: middle, r: r + 4, fill: soft(palette.accent, 0.25), line: palette.accent })
    shapes.push({
      is: 'dot',
      x: first!.x,
      y: middle,
      r,
      fill: event.direction === 'in' || event.kind === 'voice' ? palette.paper : colour,
      line: colour,
      hollow: true
    })
    shapes.push({
      is: 'text',
      x: first!.x + r + 4,
      y: middle,
      text: event.title.replaceAll('\n', ' '),
      fill: palette.ink,
      size: 11,
      most: Math.min(260, next - first!.x - r - 14)
    })
    places.push({ x: first!.x - 8, y: y + 4, w: 16, h: laneHeight - 8, events: [event] })
  }
}
