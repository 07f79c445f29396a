import type { Distribution } from './distributions'
import { UNIT, type Random } from './random'

/**
 * Latin hypercube for one quantity: one draw from each of `count` equally probable strata, in random order. Quantities
 * that are drawn from streams of their own are then paired at random.
 */
export function latinHypercube(distribution: Distribution, count: number, random: Random): Float64Array {
  const out = new Float64Array(count)
  distribution.strata(out, random)
  if (distribution.sd > 0) shuffle(out, random)
  return out
}

/** Puts the values in random order, in place (Fisher and Yates). */
export function shuffle(values: Float64Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = (random() * UNIT * (i + 1)) >>> 0
    const held = values[i]!
    values[i] = values[j]!
    values[j] = held
  }
}
