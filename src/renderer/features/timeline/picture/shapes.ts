import type { PictureSpan } from '../../../../shared/records/picture'
import type { TimelineEvent } from '../../../../shared/records/timeline'

/** What a picture is made of; the screen, a copied picture and a page draw the same. Pixels from the top left. */
export type Shape =
  | { is: 'rect'; x: number; y: number; w: number; h: number; fill: string; line?: string; dash?: boolean; round?: number }
  | { is: 'line'; x1: number; y1: number; x2: number; y2: number; line: string; dash?: boolean; thick?: number }
  | { is: 'dot'; x: number; y: number; r: number; fill: string; line: string; hollow?: boolean }
  | { is: 'area'; points: readonly (readonly [number, number])[]; fill?: string; line?: string; dash?: boolean }
  | {
      is: 'text'
      x: number
      y: number
      text: string
      fill: string
      size: number
      bold?: boolean
      end?: 'middle' | 'end'
      most?: number
    }

/** A place that can be pointed at: the events it stands for, or what lasted. */
export interface Place {
  x: number
  y: number
  w: number
  h: number
  events: readonly TimelineEvent[]
  span?: PictureSpan
  /** Too many to be told one by one: how many there are, and where to look nearer. */
  count?: number
}

export interface Scene {
  width: number
  height: number
  shapes: Shape[]
  places: Place[]
}

const font = (size: number, bold = false): string => `${bold ? 600 : 400} ${size}px "Inter Variable", system-ui, sans-serif`

/** Draws a scene. The context is scaled to the pixels of the screen before. */
export function paint(context: CanvasRenderingContext2D, { shapes }: Scene): void {
  context.textBaseline = 'middle'
  for (const shape of shapes) {
    context.setLineDash('dash' in shape && shape.dash ? [4, 3] : [])
    context.lineWidth = 1
    switch (shape.is) {
      case 'rect':
        context.beginPath()
        context.roundRect(shape.x, shape.y, Math.max(0.5, shape.w), shape.h, shape.round ?? 0)
        context.fillStyle = shape.fill
        context.fill()
        if (shape.line) stroke(context, shape.line)
        break
      case 'line':
        context.beginPath()
        context.moveTo(shape.x1, shape.y1)
        context.lineTo(shape.x2, shape.y2)
        context.lineWidth = shape.thick ?? 1
        stroke(context, shape.line)
        break
      case 'dot':
        context.beginPath()
        context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI)
        context.fillStyle = shape.fill
        context.fill()
        context.lineWidth = shape.hollow ? 1.5 : 1
        stroke(context, shape.line)
        break
      case 'area':
        context.beginPath()
        shape.points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
        if (shape.fill) {
          context.fillStyle = shape.fill
          context.fill()
        }
        context.lineWidth = 1.5
        if (shape.line) stroke(context, shape.line)
        break
      case 'text':
        context.font = font(shape.size, shape.bold)
        context.fillStyle = shape.fill
        context.textAlign = shape.end === 'end' ? 'right' : shape.end === 'middle' ? 'center' : 'left'
        context.fillText(shape.most === undefined ? shape.text : fitted(context, shape.text, shape.most), shape.x, shape.y)
    }
  }
}

function stroke(context: CanvasRenderingContext2D, line: string): void {
  context.strokeStyle = line
  context.stroke()
}

/** Takes what measures, a text and how wide it may be in pixels; gives as much of it as has room. */
export function fitted(context: Pick<CanvasRenderingContext2D, 'measureText'>, text: string, most: number): string {
  if (most <= 8) return ''
  if (context.measureText(text).width <= most) return text
  // about how much fits, so that a long text is not measured sign by sign
  let length = Math.min(text.length, Math.floor(most / 5))
  while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > most) length -= Math.max(1, length >> 3)
  return length > 1 ? `${text.slice(0, length).trimEnd()}…` : ''
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const at = (value: number): string => String(Math.round(value * 10) / 10)

/** Takes a scene and what it shows in words, gives it as SVG. */
export function svg({ width, height, shapes }: Scene, title: string): string {
  const dash = (shape: { dash?: boolean }): string => (shape.dash ? ' stroke-dasharray="4 3"' : '')
  const drawn = shapes.map((shape) => {
    switch (shape.is) {
      case 'rect':
        return `<rect x="${at(shape.x)}" y="${at(shape.y)}" width="${at(Math.max(0.5, shape.w))}" height="${at(shape.h)}" rx="${shape.round ?? 0}" fill="${shape.fill}"${shape.line ? ` stroke="${shape.line}"${dash(shape)}` : ''}/>`
      case 'line':
        return `<path d="M${at(shape.x1)} ${at(shape.y1)}L${at(shape.x2)} ${at(shape.y2)}" stroke="${shape.line}" stroke-width="${shape.thick ?? 1}"${dash(shape)}/>`
      case 'dot':
        return `<circle cx="${at(shape.x)}" cy="${at(shape.y)}" r="${shape.r}" fill="${shape.fill}" stroke="${shape.line}"/>`
      case 'area': {
        const d = shape.points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('')
        return `<path d="${d}" fill="${shape.fill ?? 'none'}"${shape.line ? ` stroke="${shape.line}" stroke-width="1.5"${dash(shape)}` : ''}/>`
      }
      case 'text': {
        // a page cannot measure: an estimate of what has room, as wide as its letters are on average
        const most = shape.most === undefined ? Infinity : Math.floor(shape.most / (shape.size * 0.56))
        if (most < 2) return ''
        const text = shape.text.length > most ? `${shape.text.slice(0, most - 1).trimEnd()}…` : shape.text
        return `<text x="${at(shape.x)}" y="${at(shape.y)}" dominant-baseline="central" font-size="${shape.size}"${shape.bold ? ' font-weight="600"' : ''} fill="${shape.fill}" text-anchor="${shape.end ?? 'start'}">${escaped(text)}</text>`
      }
    }
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" role="img" aria-label="${escaped(title)}">${drawn.join('')}</svg>`
}
