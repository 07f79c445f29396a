import { exp, ln, normalQuantile } from './math'
import { pertQuantile, pertTable } from './pert-table'
import { UNIT } from './random'
import type { CheckedQuantity } from '../model/quantity'

/** What an uncertain number may be, in its own unit. */
export interface Distribution {
  /** The value that stands for it when something else is varied: the mode of a range, the median of a 1-in-20 range. */
  likely: number
  mean: number
  sd: number
  min: number
  max: number
  /** The value below which a share `u` (0 to 1, exclusive) lies. */
  quantile(u: number): number
  /** Writes one draw from each of `out.length` equally probable strata, in rising order; `bits` place it in the stratum. */
  strata(out: Float64Array, bits: Uint32Array): void
}

/** A number that is known. */
export function exactly(value: number): Distribution {
  return {
    likely: value,
    mean: value,
    sd: 0,
    min: value,
    max: value,
    quantile: () => value,
    strata: (out) => void out.fill(value)
  }
}

/**
 * PERT in Vose's form: Beta(1 + 4(m - a)/(b - a), 1 + 4(b - m)/(b - a)) on [a, b], mean (a + 4m + b)/6.
 * Its sd is sqrt((mean - a)(b - mean)/7); the (b - a)/6 of textbooks is an approximation. Takes a <= m <= b.
 */
export function pert(low: number, likely: number, high: number): Distribution {
  const range = high - low
  if (!(range > 0)) return exactly(likely)
  const mean = (low + 4 * likely + high) / 6
  const table = pertTable((likely - low) / range)
  return {
    likely,
    mean,
    sd: Math.sqrt(((mean - low) * (high - mean)) / 7),
    min: low,
    max: high,
    quantile: (u) => low + range * pertQuantile(table, u),
    strata(out, bits) {
      const count = out.length
      const step = 1 / count
      const unit = UNIT * step
      let i = 0
      let u = bits[0]! * unit
      // strata and cells rise together, so no cell is searched for
      for (let k = 0; ; k++) {
        const start = table.cdf[k]!
        const end = k === table.c1.length - 1 ? Infinity : table.cdf[k + 1]!
        const c0 = low + range * table.x[k]!
        const c1 = range * table.c1[k]!
        const c2 = range * table.c2[k]!
        const c3 = range * table.c3[k]!
        while (u < end) {
          const v = u - start
          out[i] = c0 + v * (c1 + v * (c2 + v * c3))
          if (++i === count) return
          u = i * step + bits[i]! * unit
        }
      }
    }
  }
}

/** Triangular on [a, b] with mode m; heavier in the tails than PERT. Takes a <= m <= b. */
export function triangular(low: number, likely: number, high: number): Distribution {
  const range = high - low
  if (!(range > 0)) return exactly(likely)
  const share = (likely - low) / range
  const left = range * (likely - low)
  const right = range * (high - likely)
  const quantile = (u: number): number => (u < share ? low + Math.sqrt(u * left) : high - Math.sqrt((1 - u) * right))
  return {
    likely,
    mean: (low + likely + high) / 3,
    sd: Math.sqrt((low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18),
    min: low,
    max: high,
    quantile,
    strata: byQuantile(quantile)
  }
}

/** The normal quantile at 95 %. */
const Z95 = normalQuantile(0.95)

/** Lognormal with 1 in 20 below `low` and 1 in 20 above `high` (the fit of riskquant). Takes 0 < low <= high. */
export function lognormal(low: number, high: number): Distribution {
  if (!(high > low)) return exactly(low)
  const mu = (ln(low) + ln(high)) / 2
  const sigma = (ln(high) - ln(low)) / (2 * Z95)
  const mean = exp(mu + (sigma * sigma) / 2)
  const quantile = (u: number): number => exp(mu + sigma * normalQuantile(u))
  return {
    likely: exp(mu),
    mean,
    sd: mean * Math.sqrt(exp(sigma * sigma) - 1),
    min: 0,
    max: Infinity,
    quantile,
    strata: byQuantile(quantile)
  }
}

function byQuantile(quantile: (u: number) => number): Distribution['strata'] {
  return (out, bits) => {
    const step = 1 / out.length
    // half a unit keeps u above 0, where a lognormal has no quantile
    const unit = UNIT * step
    for (let i = 0; i < out.length; i++) out[i] = quantile(i * step + (bits[i]! + 0.5) * unit)
  }
}

/** Takes a quantity that was checked, gives its distribution. */
export function distributionOf(quantity: CheckedQuantity): Distribution {
  switch (quantity.as) {
    case 'exact':
      return exactly(quantity.value)
    case 'range':
      return (quantity.shape === 'triangular' ? triangular : pert)(quantity.low, quantity.likely, quantity.high)
    case 'one-in-twenty':
      return lognormal(quantity.low, quantity.high)
  }
}
