import type { Distribution } from './distributions'
import { exp, normalQuantile } from './math'
import { randomBits, randomStream, UNIT } from './random'
import { latinHypercube, shuffle } from './sample'

/** Takes a mean and a probability, gives the Poisson quantile. Above a mean of 500 by Cornish and Fisher's expansion. */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean > 0)) return 0
  if (mean > 500) {
    const z = normalQuantile(u)
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6))
  }
  let count = 0
  let share = exp(-mean)
  let sum = share
  // the bound is beyond 20 standard deviations: only a rounding error in the sum can get there
  const bound = mean + 20 * Math.sqrt(mean) + 20
  while (sum < u && count < bound) {
    count++
    share *= mean / count
    sum += share
  }
  return count
}

/**
 * How often a thing happened, once for each draw: the mean is drawn from its own distribution, the count is Poisson
 * around it. Both are stratified.
 */
export function poissonCounts(mean: Distribution, draws: number, seed: number | string, name: string): Float64Array {
  const means = latinHypercube(mean, draws, randomStream(seed, `${name}|mean`))
  const stream = randomStream(seed, `${name}|count`)
  const bits = randomBits(stream, new Uint32Array(draws))
  const chances = new Float64Array(draws)
  for (let i = 0; i < draws; i++) chances[i] = (i + (bits[i]! + 0.5) * UNIT) / draws
  shuffle(chances, randomBits(stream, bits))
  for (let i = 0; i < draws; i++) means[i] = poissonQuantile(means[i]!, chances[i]!)
  return means
}
