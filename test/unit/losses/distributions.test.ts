import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../support/vectors.json'
import { lognormal, pert, triangular, type Distribution } from '../../../src/shared/losses/sampling/distributions'
import { quantiles } from '../../../src/shared/losses/sampling/quantiles'
import { randomStream } from '../../../src/shared/losses/sampling/random'
import { latinHypercube } from '../../../src/shared/losses/sampling/sample'

function vector(id: string): { expected: number[]; tol: number } {
  const found = vectors.find((one) => one.id === id)!
  return { expected: [found.expected].flat() as number[], tol: found.tol }
}
function expectNear(got: number[], { expected, tol }: { expected: number[]; tol: number }): void {
  expect(got.length).toBe(expected.length)
  got.forEach((value, i) => expect(Math.abs(value - expected[i]!), `${value} for ${expected[i]}`).toBeLessThanOrEqual(tol))
}

describe('published distribution vectors', () => {
  it('T52: PERT mean; its true sd is not the textbook (b - a)/6', () => {
    expectNear([pert(4, 6, 12).mean, (12 - 4) / 6], vector('T52'))
    expect(pert(4, 6, 12).sd).toBeGreaterThan(1.42)
  })
  it('T53: PERT shape and quantiles are Vose, not pyfair (5.006, 6.534, 8.524)', () => {
    const one = pert(4, 6, 12)
    const alpha = 1 + (4 * (6 - 4)) / 8
    expectNear([alpha, 6 - alpha, one.sd, one.quantile(0.1), one.quantile(0.5), one.quantile(0.9)], vector('T53'))
  })
  it('T55: triangular, heavier at P90 than PERT of the same numbers', () => {
    const one = triangular(10_000, 18_000, 50_000)
    expectNear([one.mean, one.quantile(0.1), one.quantile(0.5), one.quantile(0.9)], vector('T55'))
    expect(pert(10_000, 18_000, 50_000).quantile(0.9)).toBeCloseTo(31_813, -1)
  })
  it('T56, T57: lognormal with low and high as P5 and P95', () => {
    expectNear([0.1 * lognormal(1, 10).mean, 3 * lognormal(1, 10).mean], vector('T56'))
    expectNear([lognormal(635_000, 19_000_000).mean], vector('T57'))
    expect(lognormal(1, 10).quantile(0.05)).toBeCloseTo(1, 12)
    expect(lognormal(1, 10).quantile(0.95)).toBeCloseTo(10, 12)
  })
  it('T60, T61: FAIR risk is frequency × magnitude, in means', () => {
    expectNear([200 * 3_000, 200 * 0.25], vector('T60'))
    expectNear([pert(3, 5, 12).mean * pert(125_000, 750_000, 3_500_000).mean], vector('T61'))
  })
  it('takes the mean of a PERT frequency, not its mode (a known error of riskquant)', () => {
    expect(pert(0.1, 0.3, 0.9).mean).toBeCloseTo(0.36667, 4)
    expect(pert(0.1, 0.3, 0.9).likely).toBe(0.3)
  })
})

describe('PERT quantiles', () => {
  // SciPy 1.17 beta.ppf(u, 1 + 4t, 5 - 4t)
  const scipy: [number, number[]][] = [
    [0, [2.00080048e-4, 2.08516376e-2, 1.29449437e-1, 3.69042656e-1, 7.48811357e-1]],
    [0.01, [2.66510904e-4, 2.33483737e-2, 1.36705978e-1, 3.7896787e-1, 7.55606616e-1]],
    [0.3, [1.50333868e-2, 1.36199963e-1, 3.50999485e-1, 6.20754486e-1, 8.96369138e-1]],
    [0.77, [1.299296e-1, 4.3132017e-1, 7.0105232e-1, 8.9690146e-1, 9.9154581e-1]],
    [1, [2.51188643e-1, 6.3095734e-1, 8.7055056e-1, 9.7914836e-1, 9.9979992e-1]]
  ]
  it.each(scipy)('of the mode at %s agree with SciPy to a millionth of the range', (t, expected) => {
    const got = [0.001, 0.1, 0.5, 0.9, 0.999].map((u) => pert(0, t, 1).quantile(u))
    got.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-6))
  })
  it('rise with u and stay within the range', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
        const one = pert(-5, -5 + 20 * t, 15)
        let before = -5
        for (let i = 0; i <= 1_000; i++) {
          const value = one.quantile(i / 1_000)
          expect(value).toBeGreaterThanOrEqual(before - 1e-12)
          expect(value).toBeLessThanOrEqual(15 + 1e-12)
          before = value
        }
      }),
      { numRuns: 50 }
    )
  })
  it('of a range without width are the value', () => {
    expect([pert(3, 3, 3).quantile(0.9), triangular(3, 3, 3).quantile(0.1), lognormal(3, 3).quantile(0.5)]).toEqual([3, 3, 3])
  })
})

describe('20,000 simulated draws of one input', () => {
  const inputs: [string, Distribution][] = [
    ['PERT 4/6/12', pert(4, 6, 12)],
    ['PERT 125k/750k/3.5m', pert(125_000, 750_000, 3_500_000)],
    ['PERT with the mode at its end', pert(0, 0, 10)],
    ['triangular', triangular(10_000, 18_000, 50_000)],
    ['lognormal', lognormal(1, 10)],
    ['wide lognormal', lognormal(635_000, 19_000_000)]
  ]
  it.each(inputs)('%s: quantiles within 0.5 % of the analytic ones', (name, one) => {
    for (const seed of [1, 2, 3]) {
      const drawn = latinHypercube(one, 20_000, randomStream(seed, name))
      const got = quantiles(drawn, [0.05, 0.1, 0.5, 0.9, 0.95])
      ;[0.05, 0.1, 0.5, 0.9, 0.95].forEach((u, i) => expect(Math.abs(got[i]! / one.quantile(u) - 1)).toBeLessThan(0.005))
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length
      expect(Math.abs(mean / one.mean - 1)).toBeLessThan(0.005)
    }
  })
})
