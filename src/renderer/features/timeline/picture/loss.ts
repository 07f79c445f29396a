import { gutter, label, lossHeight, type Draw, type LossCurve } from './draw'

/** The loss as it runs, on the same axis: its middle with eight chances in ten around it, and the days on which it jumps. */
export function drawLoss(draw: Draw, loss: LossCurve, y: number): void {
  const { shapes, palette, x, soft, words, now, width } = draw
  const most = Math.max(1, ...loss.points.map(({ high }) => high))
  const top = y + 10
  const level = (amount: number): number => top + (lossHeight - 16) * (1 - amount / most)
  const inside = (at: number): number => Math.min(width + 50, Math.max(gutter - 50, x(at)))
  const band = [
    ...loss.points.map(({ at, high }) => [inside(at), level(high)] as const),
    ...loss.points.toReversed().map(({ at, low }) => [inside(at), level(low)] as const)
  ]
  if (loss.points.length > 1) {
    shapes.push({ is: 'area', points: band, fill: soft(palette.loss, 0.16) })
    const line = (points: LossCurve['points'], dash: boolean): void => {
      if (points.length > 1)
        shapes.push({
          is: 'area',
          points: points.map(({ at, mid }) => [inside(at), level(mid)] as const),
          line: palette.loss,
          dash
        })
    }
    const split = loss.points.findLastIndex(({ at }) => at <= now)
    line(loss.points.slice(0, split + 1), false)
    line(loss.points.slice(Math.max(0, split)), true)
  }
  for (const { at } of loss.cliffs)
    if (x(at) >= gutter && x(at) <= width)
      shapes.push({ is: 'line', x1: x(at), y1: top - 4, x2: x(at), y2: y + lossHeight - 6, line: palette.loss, dash: true })
  const last = loss.points.at(-1)
  if (last) {
    const at = Math.min(width - 4, Math.max(gutter + 60, x(last.at)))
    shapes.push({
      is: 'text',
      x: at,
      y: Math.max(top, level(last.mid) - 9),
      text: words.money(last.mid),
      fill: palette.loss,
      size: 11,
      bold: true,
      end: 'end'
    })
  }
  // what stands left of the picture is covered
  shapes.push({ is: 'rect', x: 0, y: y, w: gutter - 1, h: lossHeight, fill: palette.paper })
  label(draw, words.loss, y + lossHeight / 2)
}
