import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedLeftOver, expectedShortage, newsvendor } from '../../src/shared/losses/model/inventory'
import { safetyStock } from '../support/unreached'
import { normalQuantile } from '../../src/shared/losses/sampling/math'
import { normalShare, poissonAt, poissonQuantile } from '../../src/shared/records/statistics'
import { lifetimeValue, lifetimeValueOver, remedyValue, valueAtStake, valueMultiple } from '../../src/shared/records/value'

const part = fc.double({ min: 0, max: 0.99, noNaN: true })

describe('customer value', () => {
  it('is the limit of the value over ever more periods', () => {
    const customer = { margin: 120, retention: 0.85, discount: 0.08 }
    expect(lifetimeValueOver(400, customer)).toBeCloseTo(lifetimeValue(customer), 6)
    expect(lifetimeValueOver(400, customer, true)).toBeCloseTo(lifetimeValue(customer, true), 6)
    expect(lifetimeValue(customer, true)).toBeCloseTo(lifetimeValue(customer) + 120, 6)
    expect(lifetimeValue(customer, false, 50)).toBeCloseTo(lifetimeValue(customer) - 50, 9)
    expect(lifetimeValueOver(0, customer)).toBe(0)
  })

  it('rises with retention and falls with the discount', () => {
    fc.assert(
      fc.property(part, part, part, (one, other, discount) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(valueMultiple(high, discount)).toBeGreaterThanOrEqual(valueMultiple(low, discount))
        expect(valueMultiple(one, discount + 0.1)).toBeLessThanOrEqual(valueMultiple(one, discount))
      })
    )
  })

  it('at stake is the difference that an incident makes, never below zero', () => {
    const before = { margin: 1000, retention: 0.9, discount: 0.1 }
    expect(valueAtStake(before, 0.8)).toBeCloseTo(4500 - 1000 * (0.8 / 0.3), 6)
    expect(valueAtStake(before, 0.8, 0.5)).toBeCloseTo(valueAtStake(before, 0.8) / 2, 9)
    expect(valueAtStake(before, 0.95)).toBe(0)
  })

  it('of a remedy is capped at the loyalty before the incident, unless said otherwise', () => {
    const remedy = { value: 10000, staysBefore: 0.9, staysWithout: 0.6, staysWith: 0.95, cost: 500 }
    expect(remedyValue(remedy)).toBeCloseTo(2500, 9)
    expect(remedyValue({ ...remedy, uncapped: true })).toBeCloseTo(3000, 9)
    expect(remedyValue({ ...remedy, staysWith: 0.6 })).toBeCloseTo(-500, 9)
  })
})

describe('statistics', () => {
  it('the normal share undoes the normal quantile, far into both tails', () => {
    for (const share of [1e-12, 1e-6, 0.025, 0.5, 0.8, 0.975, 1 - 1e-6]) {
      expect(normalShare(normalQuantile(share)) / share).toBeCloseTo(1, 8)
    }
    expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 12)
    expect([normalShare(-40), normalShare(40)]).toEqual([0, 1])
  })

  it('Poisson shares add up and the quantile is the least that reaches the share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 600, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (mean, share) => {
          const level = poissonQuantile(mean, share)
          expect(poissonAt(mean, level).atMost).toBeGreaterThanOrEqual(share - 1e-9)
          if (level > 0) expect(poissonAt(mean, level - 1).atMost).toBeLessThan(share + 1e-9)
        }
      )
    )
  })

  it('shortage, what is left over and the mean belong together', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 900, noNaN: true }), fc.integer({ min: 0, max: 1200 }), (mean, stock) => {
        for (const demand of [
          { kind: 'poisson' as const, mean },
          { kind: 'normal' as const, mean, sd: mean / 5 }
        ]) {
          const short = expectedShortage(demand, stock)
          const over = expectedLeftOver(demand, stock)
          expect(short).toBeGreaterThanOrEqual(0)
          expect(Math.abs(over - short - (stock - mean))).toBeLessThan(1e-6 * (1 + mean + stock))
          expect(expectedShortage(demand, stock + 1)).toBeLessThanOrEqual(short + 1e-9)
        }
      })
    )
  })

  it('the best stock costs no more than one unit more or less', () => {
    const demand = { kind: 'poisson' as const, mean: 30 }
    const costAt = (stock: number) => 2 * expectedLeftOver(demand, stock) + 5 * expectedShortage(demand, stock)
    const { stock, cost } = newsvendor(demand, 2, 5)
    expect(cost).toBeCloseTo(costAt(stock), 9)
    expect(cost).toBeLessThanOrEqual(Math.min(costAt(stock - 1), costAt(stock + 1)))
  })

  it('safety stock is the root of both variances', () => {
    expect(safetyStock(2, 9, 0, 100, 10)).toBeCloseTo(60, 9)
    expect(safetyStock(2, 9, 1, 100, 0)).toBeCloseTo(200, 9)
  })
})
