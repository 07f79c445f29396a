import type { Distribution } from './distributions'
import { randomBits, UNIT, type RandomStream } from './random'

/** The bits that were drawn last: one array for all, as their memory costs more to get than they cost to draw. */
let scratch = new Uint32Array(0)

/**
 * Latin hypercube for one quantity: one draw from each of `count` equally probable strata, in random order. Quantities
 * that are drawn from streams of their own are then paired at random.
 */
export function latinHypercube(distribution: Distribution, count: number, stream: RandomStream): Float64Array {
  const out = new Float64Array(count)
  if (scratch.length < count) scratch = new Uint32Array(count)
  const bits = randomBits(stream, scratch.subarray(0, count))
  distribution.strata(out, bits)
  if (distribution.sd > 0) shuffle(out, randomBits(stream, bits))
  return out
}

/** Puts the values in random order, in place (Fisher and Yates). Takes as many random bits as there are values. */
export function shuffle(values: Float64Array, bits: Uint32Array): void {
  const unit = UNIT
  for (let i = values.length - 1; i > 0; i--) {
    const j = (bits[i]! * unit * (i + 1)) | 0
    const held = values[i]!
    values[i] = values[j]!
    values[j] = held
  }
}
