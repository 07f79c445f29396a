import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedLeftOver, expectedShortage, newsvendor } from '../../src/shared/losses/model/inventory'
import { safetyStock } from '../support/unreached'
import { normalQuantile } from '../../src/shared/losses/sampling/math'
import { normalShare, poissonAt, poissonQuantile } from '../../src/shared/records/statistics'
import { stakeOf, type StakeOption } from '../../src/shared/options/stake'
import {
  breakEvenRetention,
  lifetimeValue,
  lifetimeValueOver,
  remedyValue,
  valueAtStake,
  valueMultiple,
  worthOf
} from '../../src/shared/records/value'

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

describe('value at stake', () => {
  const exact = (value: number) => ({ as: 'exact' as const, value })
  const option = (id: string, stay: number | null, more: Partial<StakeOption> = {}): StakeOption => ({
    id,
    nothing: false,
    stay,
    stayRange: null,
    adds: [],
    beyondWhy: null,
    cost: 0,
    ...more
  })
  const nothing = option('nothing', 0.6, { nothing: true })
  const of = (more: StakeOption[], inputs: object = {}) =>
    stakeOf({ margin: 100_000, discount: 0.1, before: exact(0.9), ...inputs }, [nothing, ...more], 'EUR')

  it('has the published multiples in the product: T63, T66, T64, and the finite and one-period forms', () => {
    // a margin of 1,000.00 at 10 %: 4,500 before; with .8, .7 and .6 the multiples 2.67, 1.75 and 1.2
    const { before, rows } = of([option('a', 0.8), option('b', 0.7)])
    expect(before.mean).toBe(450_000)
    expect(rows.map(({ id, value }) => [id, value.mean])).toEqual([
      ['nothing', 120_000],
      ['a', 266_667],
      ['b', 175_000]
    ])
    expect(rows.map(({ atStake }) => atStake.mean)).toEqual([330_000, 183_333, 275_000])
    expect(of([], { exposed: 0.5 }).rows[0]!.atStake.mean).toBe(165_000)
    const monthly = { margin: 1_895, discount: 0.01, before: exact(0.788) }
    expect(stakeOf(monthly, [nothing], 'EUR').before.mean).toBe(6_726)
    expect(worthOf({ margin: 18.95, retention: 0.788, discount: 0.01 })).toBeCloseTo(67.2639, 3)
    expect(of([], { firstNow: true }).before.mean).toBe(550_000)
    expect(of([], { periods: 1 }).before.mean).toBe(81_818)
    expect(of([], { periods: 1, firstNow: true }).before.mean).toBe(100_000)
    expect(of([], { periods: 2, acquisition: 10_000 }).before.mean).toBe(
      Math.round(100_000 * (0.9 / 1.1 + (0.9 / 1.1) ** 2)) - 10_000
    )
  })
  it('holds what is recovered at the level before, unless a reason says otherwise, and invents no chance', () => {
    const [, over, free, unsaid] = of([
      option('over', 0.97, { cost: 20_000 }),
      option('free', 0.97, { beyondWhy: 'A second contract', cost: 20_000 }),
      option('unsaid', null)
    ]).rows
    expect([over!.stay.mid, over!.capped, over!.gain!.mean]).toEqual([0.9, true, 450_000 * 0.3 - 20_000])
    expect([free!.stay.mid, free!.capped, free!.gain!.mean]).toEqual([0.97, false, Math.round(450_000 * 0.37) - 20_000])
    expect(unsaid).toBeUndefined()
    const [, added] = of([option('added', null, { adds: [exact(0.1), exact(0.05)] })]).rows
    expect(added!.stay.mid).toBeCloseTo(0.75, 9)
    const [, ranged] = of([option('ranged', null, { stayRange: { as: 'range', low: 0.6, likely: 0.7, high: 0.85 } })]).rows
    expect(ranged!.stay.low).toBeLessThan(ranged!.stay.mid)
    expect(ranged!.gain!.p10).toBeLessThan(ranged!.gain!.p90)
  })
  it('breaks even where what is kept is what it costs', () => {
    fc.assert(
      fc.property(
        part,
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (stays, value, cost) => {
          const at = breakEvenRetention({ value, staysWithout: stays, cost })
          if (at === null) expect(cost).toBeGreaterThan((1 - stays) * value - 1e-9 * value)
          else expect(remedyValue({ value, staysBefore: 1, staysWithout: stays, staysWith: at, cost })).toBeCloseTo(0, 4)
        }
      )
    )
    expect(of([option('a', 0.8, { cost: 45_000 })]).rows[1]!.breakEven).toBeCloseTo(0.7, 9)
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
