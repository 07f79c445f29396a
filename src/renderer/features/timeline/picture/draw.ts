import type { Palette } from '../../../charts/palette'
import type { PictureSpan } from '../../../../shared/records/picture'
import type { Lane } from './lanes'
import type { Place, Shape } from './shapes'
import type { Stretch, Tick } from './scale'
import type { Instant, Minor, Zone } from '../../../../shared/values/flavours'

/** The loss of an incident as it grows, in epoch milliseconds and minor units. */
export interface LossCurve {
  title: string
  points: readonly { at: number; low: number; mid: number; high: number }[]
  /** Days on which something more is lost. */
  cliffs: readonly { at: number; words: string }[]
}

export interface SceneInput {
  shown: Stretch
  width: number
  zone: Zone
  now: number
  palette: Palette
  lanes: readonly Lane[]
  spans: readonly PictureSpan[]
  loss: LossCurve | null
  /** The record in the drawer and the event under the pointer or the keys. */
  selected: string | null
  words: {
    lane(key: string): string
    tick(tick: Tick): string
    count(count: number): string
    promises: string
    waiting: string
    silence(span: PictureSpan): string
    loss: string
    now: Instant
    money(minor: Minor): string
  }
}

/** Pixels: of the names at the left, the axis on top, a lane, a bar, the loss. */
export const gutter = 92
export const axis = 26
export const laneHeight = 40
export const barHeight = 15
export const lossHeight = 66

/** What every part is drawn with. */
export interface Draw extends SceneInput {
  shapes: Shape[]
  places: Place[]
  x: (at: number) => number
  /** Within the picture. */
  end: (at: number) => number
  soft: (colour: string, strength: number) => string
}

/** Writes the name of a lane at the left. */
export function label({ shapes, palette }: Draw, text: string, y: number): void {
  shapes.push({ is: 'text', x: 0, y, text, fill: palette.ink2, size: 12, most: gutter - 8 })
}
