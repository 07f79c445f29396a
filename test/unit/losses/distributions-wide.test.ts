import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lognormal, pert, triangular, type Distribution } from '../../../src/shared/losses/sampling/distributions'
import { poissonQuantile } from '../../../src/shared/losses/sampling/poisson'
import { figureOf, quantiles } from '../../../src/shared/losses/sampling/quantiles'
import { randomStream } from '../../../src/shared/losses/sampling/random'
import { latinHypercube } from '../../../src/shared/losses/sampling/sample'

const levels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

/** ln Γ(x) by Lanczos. */
function lnGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
    9.984369578019572e-6, 1.5056327351493116e-7
  ]
  const sum = terms.reduce((total, term, i) => total + term / (x + i), 0.9999999999998099)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Share of Beta(a, b) below x, by the continued fraction of Numerical Recipes: nothing in common with our table. */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a)
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let k = 1; k < 300; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    h *= d * c
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return (Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) * h) / a
}

/** The exact quantile of a PERT, by bisection. */
function pertExactly(low: number, likely: number, high: number, u: number): number {
  const t = (likely - low) / (high - low)
  let [from, to] = [0, 1]
  for (let i = 0; i < 80; i++) {
    const x = (from + to) / 2
    if (betaShare(x, 1 + 4 * t, 5 - 4 * t) < u) from = x
    else to = x
  }
  return low + (high - low) * ((from + to) / 2)
}

function within(one: Distribution, exactly: (u: number) => number, seed: number): void {
  const drawn = quantiles(latinHypercube(one, 20_000, randomStream(seed, 'wide')), levels)
  levels.forEach((u, i) => {
    const right = exactly(u)
    expect(Math.abs(drawn[i]! - right), `${drawn[i]} for ${right} at ${u}`).toBeLessThanOrEqual(0.005 * Math.abs(right))
  })
}

// from millionths to millions of millions, from a hair's breadth to a millionfold, mode anywhere and at both ends
const size = fc.integer({ min: -6, max: 12 }).map((power) => 10 ** power)
const width = fc.integer({ min: -6, max: 6 }).map((power) => 10 ** power)
const place = fc.oneof(fc.constantFrom(0, 1, 1e-9, 1 - 1e-9), fc.double({ min: 0, max: 1, noNaN: true }))
const ranges = fc
  .tuple(size, width, place, fc.boolean())
  .map(([at, wide, mode, zero]) => {
    const low = zero ? 0 : at
    const high = low + at * wide
    return [low, Math.min(high, Math.max(low, low + (high - low) * mode)), high] as const
  })
  .filter(([low, , high]) => high > low)

describe('20,000 draws of any input are within 0.5 % of the exact quantiles', () => {
  it('PERT', () => {
    fc.assert(
      fc.property(ranges, fc.nat(), ([low, likely, high], seed) =>
        within(pert(low, likely, high), (u) => pertExactly(low, likely, high, u), seed)
      ),
      { numRuns: 40 }
    )
  })
  it('triangular', () => {
    fc.assert(
      fc.property(ranges, fc.nat(), ([low, likely, high], seed) => {
        const share = (likely - low) / (high - low)
        within(
          triangular(low, likely, high),
          (u) =>
            u < share
              ? low + Math.sqrt(u * (high - low) * (likely - low))
              : high - Math.sqrt((1 - u) * (high - low) * (high - likely)),
          seed
        )
      }),
      { numRuns: 40 }
    )
  })
  it('lognormal', () => {
    const z = [
      -1.6448536269514722, -1.2815515655446004, -0.6744897501960817, 0, 0.6744897501960817, 1.2815515655446004, 1.6448536269514722
    ]
    fc.assert(
      fc.property(size, fc.double({ min: 1e-6, max: 12, noNaN: true }), fc.nat(), (low, spread, seed) => {
        const high = low * Math.exp(spread)
        const [mu, sigma] = [Math.log(low) + spread / 2, spread / (2 * 1.6448536269514722)]
        within(lognormal(low, high), (u) => Math.exp(mu + sigma * z[levels.indexOf(u)]!), seed)
      }),
      { numRuns: 40 }
    )
  })
})

describe('the distributions themselves', () => {
  it('a triangle gives back the share it was asked for, on both sides of its mode', () => {
    fc.assert(
      fc.property(
        ranges.filter(([low, , high]) => high > low * 1.01),
        fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }),
        ([low, likely, high], u) => {
          const x = triangular(low, likely, high).quantile(u)
          const below =
            x < likely ? (x - low) ** 2 / ((high - low) * (likely - low)) : 1 - (high - x) ** 2 / ((high - low) * (high - likely))
          expect(below).toBeCloseTo(u, 6)
        }
      )
    )
    // just below the mode, where the two halves meet
    expect(triangular(0, 5, 10).quantile(0.495)).toBeCloseTo(Math.sqrt(0.495 * 50), 12)
  })
  it('a 1-in-20 range is led by its median, and its mean and deviation are those of a lognormal', () => {
    const one = lognormal(2, 50)
    const sigma = Math.log(25) / (2 * 1.6448536269514722)
    expect(one.likely).toBeCloseTo(10, 12)
    expect(one.mean).toBeCloseTo(10 * Math.exp(sigma ** 2 / 2), 9)
    expect(one.sd).toBeCloseTo(one.mean * Math.sqrt(Math.exp(sigma ** 2) - 1), 9)
  })
  it('a PERT never leaves its range and never falls, however near its mode is to an end', () => {
    for (const mode of [0, 1e-12, 1e-6, 1e-3, 0.5, 1 - 1e-6, 1]) {
      const one = pert(0, mode, 1)
      let before = 0
      // evenly, and ever closer to both ends, where the curve is steep
      const tail = Array.from({ length: 3_000 }, (_, i) => 10 ** (-i / 200))
      const even = Array.from({ length: 20_001 }, (_, i) => i / 20_000)
      for (const u of [...tail, ...even, ...tail.map((share) => 1 - share)].sort((a, b) => a - b)) {
        const value = one.quantile(u)
        expect(value >= before && value <= 1, `${mode} at ${u}`).toBe(true)
        before = value
      }
    }
  })
  it('counts of a large mean are those of the exact Poisson distribution, to one', () => {
    for (const mean of [501, 777, 1_500, 5_000]) {
      const wanted = [0.001, 0.02, 0.1, 0.5, 0.9, 0.98, 0.999]
      let below = 0
      let sum = 0
      let term = -mean
      for (const u of wanted) {
        while (sum + Math.exp(term) < u) {
          sum += Math.exp(term)
          below++
          term += Math.log(mean / below)
        }
        expect(Math.abs(poissonQuantile(mean, u) - below), `${mean} at ${u}`).toBeLessThanOrEqual(1)
      }
    }
    // without the term for the skewness these would be one lower
    expect([poissonQuantile(800, 0.999), poissonQuantile(800, 0.001)]).toEqual([889, 714])
  })
})

describe('a figure', () => {
  it('is rounded once, half away from zero, whatever binary makes of the amount', () => {
    expect(figureOf(Float64Array.of(1.005), 'EUR')).toEqual({ p10: 101, p50: 101, p90: 101, mean: 101 })
    expect(figureOf(Float64Array.of(-1.005), 'EUR').mean).toBe(-101)
    expect(figureOf(Float64Array.of(2.5), 'JPY').p50).toBe(3)
    expect(figureOf(Float64Array.of(1.0005), 'KWD').p50).toBe(1001)
  })
})
