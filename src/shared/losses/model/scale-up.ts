/** A loss that happened so often that only a share of its happenings was drawn. */
export interface Sampled {
  /** The sum of the happenings that were drawn, in each draw. */
  sums: Float64Array
  /** How many were drawn, and how often it happened. */
  drawn: Float64Array
  counts: Float64Array
  /** What orders the draws by the loss to be expected in them: the shared quantity. None: all draws expect the same. */
  score: Float64Array | undefined
}

/** Draws whose happenings give the mean of one: enough of them for a steady mean, few enough to be alike. */
const NEAR = 100

/**
 * Turns sums of `drawn` happenings into sums of `counts`, in place: n·mean + sqrt(n/drawn)·(sum − drawn·mean), which keeps
 * mean and variance and cannot fall below zero. The mean of one happening differs from draw to draw with what they share:
 * it is that of the draws nearest by score. (The loss at the likely values would not do: where that is nothing, as before
 * a cover ends, a happening may still cost something on average.)
 */
export function scaleUp({ sums, drawn, counts, score }: Sampled): void {
  const means = score ? meansNear(sums, drawn, score) : overall(sums, drawn)
  for (let i = 0; i < sums.length; i++) {
    if (drawn[i] === 0) continue
    const mean = means[i]!
    sums[i] = Math.max(0, counts[i]! * mean + Math.sqrt(counts[i]! / drawn[i]!) * (sums[i]! - drawn[i]! * mean))
  }
}

function overall(sums: Float64Array, drawn: Float64Array): Float64Array {
  let sum = 0
  let events = 0
  for (let i = 0; i < sums.length; i++) {
    sum += sums[i]!
    events += drawn[i]!
  }
  return new Float64Array(sums.length).fill(events > 0 ? sum / events : 0)
}

/** The mean of one happening over each draw and its neighbours by score: as many on both sides, fewer at the ends. */
function meansNear(sums: Float64Array, drawn: Float64Array, score: Float64Array): Float64Array {
  const order = Uint32Array.from(score, (_, i) => i).sort((a, b) => score[a]! - score[b]! || a - b)
  const half = Math.max(1, Math.min(NEAR, Math.floor(sums.length / 50)) >> 1)
  // running totals of sums and happenings, in the order of the score
  const sum = new Float64Array(order.length + 1)
  const events = new Float64Array(order.length + 1)
  order.forEach((i, place) => {
    sum[place + 1] = sum[place]! + sums[i]!
    events[place + 1] = events[place]! + drawn[i]!
  })
  const means = new Float64Array(order.length)
  order.forEach((i, place) => {
    const reach = Math.min(half, place, order.length - 1 - place)
    const [from, to] = [place - reach, place + reach + 1]
    const happened = events[to]! - events[from]!
    means[i] = happened > 0 ? Math.max(0, sum[to]! - sum[from]!) / happened : 0
  })
  return means
}
