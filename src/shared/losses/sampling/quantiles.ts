import { toMajor, toMinor } from '../../values/money'
import type { Figure } from '../engine/incident-loss'
import { rounded, slack } from './precision'

/** Where draws are put in order: one array for all, as its memory costs more to get than it costs to fill. */
let scratch = new Float64Array(0)

/** Takes draws, gives a copy of them that stands until the next one is asked for. */
function copied(draws: Float64Array): Float64Array {
  if (scratch.length < draws.length) scratch = new Float64Array(draws.length)
  const values = scratch.subarray(0, draws.length)
  values.set(draws)
  return values
}

/** Takes draws, gives them in rising order. Who asks for many quantiles of the same draws puts them in order once. */
export function ranked(draws: Float64Array): Float64Array {
  return draws.slice().sort()
}

/** Takes draws in rising order and a probability; gives the quantile, linear between order statistics (R's type 7). */
export function quantileOf(ranks: Float64Array, p: number): number {
  return between(ranks, p * (ranks.length - 1))
}

/** Takes values of which the one at this place and its neighbours stand in their order; gives the value there. */
function between(values: Float64Array, place: number): number {
  const k = Math.floor(place)
  return place === k ? values[k]! : values[k]! + (values[k + 1]! - values[k]!) * (place - k)
}

/**
 * Takes draws and rising probabilities, gives their quantiles (linear between order statistics, as R's type 7).
 * The draws stay as they are.
 */
export function quantiles(draws: Float64Array, probabilities: readonly number[]): number[] {
  const values = copied(draws)
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

/**
 * Takes draws and rising probabilities, gives each quantile with its standard error: half the distance between the
 * quantiles one standard error of the probability below and above (Woodruff 1952; no density has to be guessed).
 * `ranks`: the same draws in rising order, where they stand so already.
 */
export function quantilesWithError(
  draws: Float64Array,
  probabilities: readonly number[],
  ranks?: Float64Array
): { value: number; error: number }[] {
  const values = ranks ?? copied(draws)
  const last = values.length - 1
  let from = 0
  return probabilities.map((p) => {
    const off = slack(draws.length, p)
    const [low, high] = [Math.max(0, (p - off) * last), Math.min(last, (p + off) * last)]
    if (!ranks) {
      const [start, end] = [Math.floor(low), Math.min(last, Math.ceil(high) + 1)]
      select(values, start, Math.min(from, start))
      select(values, end, start)
      values.subarray(start, end + 1).sort()
      from = start
    }
    return { value: between(values, p * last), error: (between(values, high) - between(values, low)) / 2 }
  })
}

/**
 * Takes draws in major units, gives P10, P50, P90 and mean in minor units. The three are rounded once, to what their
 * standard errors support and never to more than three figures, so that every place shows the same; what is certain stays
 * as it is. Means stay as they are drawn: they are added up. `exact`: as drawn, for who reckons on. `ranks`: the draws in
 * rising order, where they stand so already.
 */
export function figureOf(draws: Float64Array, currency: string, exact = false, ranks?: Float64Array): Figure {
  const unit = 1 / toMajor(1, currency)
  const found = quantilesWithError(draws, [0.1, 0.5, 0.9], ranks)
  const certain = found[0]!.value === found[2]!.value
  const [low, mid, high] = found.map(({ value, error }) => {
    const minor = toMinor(value, currency)
    // an atom has no error; beside a range it is an estimate all the same
    return certain || exact ? minor : rounded(minor, Math.max(error * unit, Number.MIN_VALUE), currency)
  }) as [number, number, number]
  return { p10: Math.min(low, mid), p50: mid, p90: Math.max(mid, high), mean: toMinor(meanOf(draws), currency) }
}
