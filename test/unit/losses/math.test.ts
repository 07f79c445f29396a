import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, ln, normalQuantile } from '../../../src/shared/losses/sampling/math'

describe('arithmetic that is the same on every machine', () => {
  it('agrees with the engine to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15)
        const y = Math.exp(x)
        expect(Math.abs(ln(y) - Math.log(y))).toBeLessThanOrEqual(2e-16 * Math.max(1, Math.abs(Math.log(y))))
      }),
      { numRuns: 2_000 }
    )
  })
  it('keeps to the edges', () => {
    expect([exp(0), exp(1000), exp(-1000), exp(NaN), exp(-Infinity)]).toEqual([1, Infinity, 0, NaN, 0])
    expect([ln(1), ln(0), ln(-1), ln(Infinity)]).toEqual([0, -Infinity, NaN, Infinity])
    expect(ln(5e-324)).toBeCloseTo(-744.4400719213812, 10)
  })
  it('gives the normal quantile as published for AS 241', () => {
    // Wichura 1988: p = 0.25, 0.001, 1e-20
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 13)
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14)
  })
})
