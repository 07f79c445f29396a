const YEAR = 365

/** What lies ahead of a loss, draw by draw, in major units: what it is now and by the end, and its dated steps until then. */
export interface Ahead {
  now: Float64Array
  end: Float64Array
  steps: readonly { inDays: number; amounts: Float64Array | number }[]
  /** In how many days the harm ends at the latest. */
  days: number
}

/** Takes days from now and a discount of a year (0.05); gives what one unit of then is worth now. */
export const worth = (days: number, discount: number): number => (1 + discount) ** (-Math.max(0, days) / YEAR)

/**
 * Takes what lies ahead of a loss and a year's discount; gives the loss by the end in money of today, draw by draw: what
 * is lost already as it is, what grows as if it fell in the middle of the time ahead (the mid-period convention), each
 * step by its own day.
 * Source: Reference Guide on Estimation of Economic Damages (National Academies 13163), VI.E; AICPA, mid-period convention.
 */
export function presentOf({ now, end, steps, days }: Ahead, discount: number): Float64Array {
  const middle = worth(days / 2, discount)
  const factors = steps.map(({ inDays }) => worth(inDays, discount))
  return end.map((whole, i) => {
    let ahead = whole - now[i]!
    let value = now[i]!
    steps.forEach(({ amounts }, k) => {
      const step = typeof amounts === 'number' ? amounts : amounts[i]!
      ahead -= step
      value += step * factors[k]!
    })
    return value + ahead * middle
  })
}
