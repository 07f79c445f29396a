import { toMinor } from '../../values/money'
import type { Figure } from '../engine/incident-loss'

/**
 * Takes draws and rising probabilities, gives their quantiles (linear between order statistics, as R's type 7).
 * The draws stay as they are.
 */
export function quantiles(draws: Float64Array, probabilities: readonly number[]): number[] {
  const values = draws.slice()
  const last = values.length - 1
  let from = 0
  return probabilities.map((p) => {
    const place = p * last
    const k = Math.floor(place)
    select(values, k, from)
    from = k
    const below = values[k]!
    if (place === k) return below
    let above = Infinity
    for (let i = k + 1; i <= last; i++) if (values[i]! < above) above = values[i]!
    return below + (above - below) * (place - k)
  })
}

/** Moves the k-th smallest value to place k, smaller ones before it, larger after (Hoare's selection). */
function select(values: Float64Array, k: number, from: number): void {
  let left = from
  let right = values.length - 1
  while (left < right) {
    const pivot = values[k]!
    let i = left
    let j = right
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i <= j) {
        const held = values[i]!
        values[i] = values[j]!
        values[j] = held
        i++
        j--
      }
    }
    if (j < k) left = i
    if (k < i) right = j
  }
}

/** The mean of the draws. */
export function meanOf(draws: Float64Array): number {
  let sum = 0
  for (let i = 0; i < draws.length; i++) sum += draws[i]!
  return sum / draws.length
}

/** Takes draws in major units, gives P10, P50, P90 and mean in minor units, each rounded once. */
export function figureOf(draws: Float64Array, currency: string): Figure {
  const [p10, p50, p90] = quantiles(draws, [0.1, 0.5, 0.9]).map((value) => toMinor(value, currency))
  return { p10: p10!, p50: p50!, p90: p90!, mean: toMinor(meanOf(draws), currency) }
}
