import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lognormal, pert, triangular, type Distribution } from '../../../src/shared/losses/sampling/distributions'
import { quantiles } from '../../../src/shared/losses/sampling/quantiles'
import { randomBits, randomStream } from '../../../src/shared/losses/sampling/random'
import { latinHypercube } from '../../../src/shared/losses/sampling/sample'

/** Latin hypercube of the uniform distribution: u itself. */
const uniform: Distribution = {
  likely: 0.5,
  mean: 0.5,
  sd: Math.sqrt(1 / 12),
  min: 0,
  max: 1,
  quantile: (u) => u,
  strata(out, bits) {
    for (let i = 0; i < out.length; i++) out[i] = (i + bits[i]! * 2 ** -32) / out.length
  }
}

describe('Latin hypercube', () => {
  it('hits each stratum once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer(), (count, seed) => {
        const strata = [...latinHypercube(uniform, count, randomStream(seed, 'x'))].map((u) => Math.floor(u * count + 1e-9))
        expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i))
      })
    )
  })
  it.each([
    ['PERT', pert(4, 6, 12)],
    ['triangular', triangular(4, 6, 12)],
    ['lognormal', lognormal(4, 12)]
  ])('hits each stratum of a %s once', (_, one) => {
    const count = 1_000
    const drawn = latinHypercube(one, count, randomStream(3, 'x')).sort()
    for (let i = 0; i < count; i++) {
      const slack = 1e-5 * (one.quantile(0.95) - one.quantile(0.05))
      if (i > 0) expect(drawn[i]).toBeGreaterThanOrEqual(one.quantile(i / count) - slack)
      if (i < count - 1) expect(drawn[i]).toBeLessThanOrEqual(one.quantile((i + 1) / count) + slack)
    }
  })
  it('pairs two inputs at random: no correlation to speak of', () => {
    const count = 20_000
    const [a, b] = ['a', 'b'].map((name) => latinHypercube(uniform, count, randomStream(1, name)))
    let sum = 0
    for (let i = 0; i < count; i++) sum += (a![i]! - 0.5) * (b![i]! - 0.5)
    expect(Math.abs((sum / count) * 12)).toBeLessThan(0.03)
  })
  it('has a far smaller error of the mean than plain draws of the same number', () => {
    const one = pert(4, 6, 12)
    const errors = Array.from({ length: 20 }, (_, seed) => {
      const drawn = latinHypercube(one, 1_000, randomStream(seed, 'x'))
      return Math.abs(drawn.reduce((sum, value) => sum + value, 0) / 1_000 - one.mean)
    })
    expect(Math.max(...errors)).toBeLessThan(one.sd / Math.sqrt(1_000) / 20)
  })
})

describe('random streams', () => {
  it('are the same on every machine', () => {
    expect([...randomBits(randomStream(42, 'line|field'), new Uint32Array(4))]).toMatchInlineSnapshot(`
      [
        479801403,
        2306352651,
        2445327083,
        3502691189,
      ]
    `)
    expect([...latinHypercube(pert(4, 6, 12), 4, randomStream(42, 'line|field'))]).toMatchInlineSnapshot(`
      [
        6.064716120225878,
        4.447448904170779,
        9.319666397783719,
        7.105527320293953,
      ]
    `)
    expect([...latinHypercube(lognormal(1, 10), 3, randomStream('a', 'b'))]).toMatchInlineSnapshot(`
      [
        3.5071418273428896,
        6.11473462240238,
        1.7029640225618539,
      ]
    `)
  })
  it('differ by seed and by name', () => {
    const first = (seed: number | string, name: string) => randomBits(randomStream(seed, name), new Uint32Array(1))[0]
    expect(new Set([first(1, 'a'), first(2, 'a'), first(1, 'b'), first('1', 'a')]).size).toBe(4)
  })
  it('are even: 100 bins of 100,000 draws', () => {
    const bins = new Array(100).fill(0)
    for (const bits of randomBits(randomStream(1, 'even'), new Uint32Array(100_000))) bins[Math.floor((bits / 2 ** 32) * 100)]++
    const chi = bins.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)
    expect(chi).toBeGreaterThan(60)
    expect(chi).toBeLessThan(150)
  })
})

describe('quantiles', () => {
  it('are those of the sorted draws, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const expected = [0, 0.1, 0.5, 0.9, 1].map((p) => {
          const place = p * (sorted.length - 1)
          const k = Math.floor(place)
          return place === k ? sorted[k]! : sorted[k]! + (sorted[k + 1]! - sorted[k]!) * (place - k)
        })
        expect(quantiles(Float64Array.from(values), [0, 0.1, 0.5, 0.9, 1])).toEqual(expected)
      })
    )
  })
  it('leave the draws as they are', () => {
    const draws = Float64Array.of(3, 1, 2)
    quantiles(draws, [0.5])
    expect([...draws]).toEqual([3, 1, 2])
  })
})
