import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Chance } from '../../../src/shared/losses/engine/incident-loss'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import { line, odds, range } from './test-calculators'

const lossOf = (low: number, high: number) =>
  simulateIncident({
    lines: [
      line('a', { amount: odds(low, high) }, { calculator: 'plain-amount' }),
      line('b', { amount: range(10, 50, 400) }, { calculator: 'plain-amount' })
    ],
    drivers: [],
    currency: 'EUR',
    rates: [],
    seed: 3,
    draws: 4_000,
    calculators: calculatorById
  })

/** Takes the chances of a loss and an amount in minor units; gives the chance of more than that, along the curve between its points. */
function chanceAbove(chances: readonly Chance[], amount: number): number {
  const after = chances.findIndex((one) => one.amount > amount)
  if (after === 0) return 1
  if (after < 0) return 0
  const [a, b] = [chances[after - 1]!, chances[after]!]
  return a.chance + ((b.chance - a.chance) * (amount - a.amount)) / (b.amount - a.amount)
}

it('the chance of more than an amount falls, and is 9, 5 and 1 in 10 at the ends and the middle of the loss', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 2, max: 50 }), (low, times) => {
      const loss = lossOf(low, low * times)
      const { chances } = loss
      expect(chances).toHaveLength(20)
      chances.forEach(({ amount }, i) => expect(amount).toBeGreaterThanOrEqual(chances[i - 1]?.amount ?? 0))
      chances.forEach(({ chance }, i) => expect(chance).toBeLessThanOrEqual(chances[i - 1]?.chance ?? 1))
      for (const [amount, share] of [
        [loss.p10, 0.9],
        [loss.p50, 0.5],
        [loss.p90, 0.1]
      ] as const)
        expect(Math.abs(chanceAbove(chances, amount) - share)).toBeLessThan(0.02)
      expect(chanceAbove(chances, -1)).toBe(1)
      expect(chanceAbove(chances, 1e15)).toBe(0)
    }),
    { numRuns: 20 }
  )
})
