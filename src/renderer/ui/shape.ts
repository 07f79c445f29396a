import type { OwnQuantity } from '../../shared/losses/model/quantity'

/** A small picture of what is believed of a number: heights of 0 to 1 at equal steps from `from` to `to`. */
export interface Shape {
  from: number
  to: number
  /** Where it is highest. */
  peak: number
  heights: number[]
}

/**
 * Takes a quantity, gives the outline of its distribution: PERT or a triangle for a range, lognormal for 1 in 20. Null for an exact
 * number and for a range without width. For drawing only; sampling is in shared/losses.
 */
export function shape(quantity: OwnQuantity, steps = 48): Shape | null {
  if (quantity.as === 'exact') return null
  const { low, high } = quantity
  if (!(high > low)) return null
  let density: (x: number) => number
  let from = low
  let to = high
  if (quantity.as === 'range' && quantity.shape === 'triangular') {
    const { likely } = quantity
    density = (x) => (x < likely || likely === high ? (x - low) / (likely - low) : (high - x) / (high - likely))
  } else if (quantity.as === 'range') {
    const rise = (4 * (quantity.likely - low)) / (high - low)
    const fall = (4 * (high - quantity.likely)) / (high - low)
    density = (x) => {
      const u = (x - low) / (high - low)
      return u ** rise * (1 - u) ** fall
    }
  } else {
    const mu = (Math.log(low) + Math.log(high)) / 2
    const sigma = (Math.log(high) - Math.log(low)) / (2 * 1.6448536269514722)
    from = Math.exp(mu - 2.6 * sigma)
    to = Math.exp(mu + 2.4 * sigma)
    density = (x) => Math.exp(-((Math.log(x) - mu) ** 2) / (2 * sigma * sigma)) / x
  }
  const at = (index: number): number => from + ((to - from) * index) / steps
  const raw = Array.from({ length: steps + 1 }, (_, index) => density(at(index)))
  const top = Math.max(...raw)
  return { from, to, peak: at(raw.indexOf(top)), heights: raw.map((height) => height / top) }
}
