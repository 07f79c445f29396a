import { toMajor, toMinor } from '../../values/money'
import { quantiles } from './quantiles'
import type { Histogram } from '../engine/incident-loss'

const BINS = 30

/**
 * Takes draws in major units, gives at most 40 equal bins with round edges in minor units, over the middle 99 % of the
 * draws: one far tail does not press the rest into one bar.
 */
export function histogram(draws: Float64Array, currency: string): Histogram {
  const [low, high] = quantiles(draws, [0.005, 0.995]).map((value) => toMinor(value, currency)) as [number, number]
  const width = roundStep((high - low) / BINS)
  const start = Math.floor(low / width) * width
  const count = Math.max(1, Math.floor((high - start) / width) + 1)
  const bins = Array.from({ length: count }, (_, i) => ({ from: start + i * width, to: start + (i + 1) * width, count: 0 }))
  const scale = 1 / toMajor(1, currency)
  let below = 0
  let above = 0
  for (let i = 0; i < draws.length; i++) {
    const place = Math.floor((Math.round(draws[i]! * scale) - start) / width)
    if (place < 0) below++
    else if (place >= count) above++
    else bins[place]!.count++
  }
  return { bins, below, above }
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
function roundStep(least: number): number {
  let power = 1
  while (power * 10 <= least) power *= 10
  for (const step of [1, 2, 5, 10]) if (step * power >= least) return step * power
  return power * 10
}
