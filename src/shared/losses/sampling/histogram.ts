import { toMajor, toMinor } from '../../values/money'
import { quantileOf } from './quantiles'
import type { Histogram } from '../engine/incident-loss'

const BINS = 30

/**
 * Takes draws in major units in rising order, gives at most 40 equal bins with round edges in minor units, over the middle
 * 99 % of the draws: one far tail does not press the rest into one bar.
 */
export function histogram(ranks: Float64Array, currency: string): Histogram {
  const [low, high] = [0.005, 0.995].map((p) => toMinor(quantileOf(ranks, p), currency)) as [number, number]
  const width = roundStep((high - low) / BINS)
  const start = Math.floor(low / width) * width
  const count = Math.max(1, Math.floor((high - start) / width) + 1)
  const scale = 1 / toMajor(1, currency)
  const edges = Array.from({ length: count + 1 }, (_, i) => start + i * width)
  const places = edges.map((edge) => drawnBelow(ranks, scale, edge))
  const bins = edges.slice(1).map((to, i) => ({ from: edges[i]!, to, count: places[i + 1]! - places[i]! }))
  return { bins, below: places[0]!, above: ranks.length - places[count]! }
}

/** How many of the draws, rounded to minor units, lie below an amount. */
function drawnBelow(ranks: Float64Array, scale: number, amount: number): number {
  let [low, high] = [0, ranks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (Math.round(ranks[middle]! * scale) < amount) low = middle + 1
    else high = middle
  }
  return low
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
function roundStep(least: number): number {
  let power = 1
  while (power * 10 <= least) power *= 10
  for (const step of [1, 2, 5, 10]) if (step * power >= least) return step * power
  return power * 10
}
