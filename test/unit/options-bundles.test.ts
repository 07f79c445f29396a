import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFor, frontierOf } from '../../src/shared/options/bundles'
import { costOf, fits, removedBy, type Curve, type Pieces, type Share } from '../../src/shared/options/pieces'
import { reasonsOf } from '../../src/shared/options/reasons'
import { solve } from '../../src/workspace/optimise'

/** A case's pieces at random: shares that overlap, days that differ, amounts, needs and exclusions. */
const pieces = (most: number): fc.Arbitrary<Pieces> =>
  fc.integer({ min: 1, max: most }).chain((count) => {
    const shares = fc
      .uniqueArray(fc.tuple(fc.nat(count - 1), fc.double({ min: 0.05, max: 1, noNaN: true })), {
        selector: ([k]) => k,
        maxLength: 5
      })
      .map((found) => found as Share[])
    const amounts = fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.integer({ min: 1, max: 90_000 })), {
      selector: ([k]) => k,
      maxLength: 3
    })
    const curve: fc.Arbitrary<Curve> = fc
      .record({
        before: fc.integer({ min: 0, max: 50_000 }),
        stretches: fc.array(fc.record({ size: fc.integer({ min: 1, max: 80_000 }), shares }), { maxLength: 4 }),
        wholes: shares,
        amounts
      })
      .map(({ before, ...rest }) => ({ ...rest, whole: before + rest.stretches.reduce((sum, { size }) => sum + size, 0) }))
    const others = fc.uniqueArray(fc.nat(count - 1), { maxLength: 2 })
    const remedy = fc.record({ cost: fc.integer({ min: 0, max: 5_000_000 }), needs: others, excludes: others })
    return fc
      .record({
        remedies: fc.array(remedy, { minLength: count, maxLength: count }),
        curves: fc.array(curve, { minLength: 1, maxLength: 6 }),
        amounts,
        held: fc.double({ min: 0.2, max: 1, noNaN: true })
      })
      .map(({ remedies, curves, amounts: whole, held }) => ({
        remedies: remedies.map(({ cost, needs, excludes }, index) => ({
          id: String(index),
          cost,
          needs: needs.filter((k) => k !== index),
          excludes: excludes.filter((k) => k !== index && !needs.includes(k))
        })),
        curves,
        amounts: whole,
        most: Math.max(1, held * curves.reduce((sum, one) => sum + one.whole, 0))
      }))
  })

/** The most that any set removes within a budget, by trying every set. */
function byForce(given: Pieces, budget: number): number {
  const count = given.remedies.length
  let best = 0
  for (let set = 0; set < 2 ** count; set++) {
    const taken = given.remedies.map((_, k) => (set & (1 << k)) !== 0)
    if (costOf(given, taken) > budget || !fits(given, taken)) continue
    best = Math.max(best, removedBy(given, taken))
  }
  return best
}

describe('the best bundle', () => {
  it('is what trying every set finds, for up to sixteen remedies', async () => {
    await fc.assert(
      fc.asyncProperty(pieces(11), fc.double({ min: 0, max: 1, noNaN: true }), async (given, share) => {
        const budget = Math.floor(share * given.remedies.reduce((sum, { cost }) => sum + cost, 0))
        const found = await bestFor(given, budget, solve)
        expect(found.cost).toBeLessThanOrEqual(budget)
        expect(fits(given, found.taken)).toBe(true)
        expect(Math.abs(found.removed - byForce(given, budget))).toBeLessThanOrEqual(given.most * 1e-6)
      }),
      { numRuns: 60 }
    )
    await fc.assert(
      fc.asyncProperty(pieces(16), fc.double({ min: 0.2, max: 0.7, noNaN: true }), async (given, share) => {
        const budget = Math.floor(share * given.remedies.reduce((sum, { cost }) => sum + cost, 0))
        expect(Math.abs((await bestFor(given, budget, solve)).removed - byForce(given, budget))).toBeLessThanOrEqual(
          given.most * 1e-6
        )
      }),
      { numRuns: 6 }
    )
  })
  it('makes a frontier on which more money never removes less, each for its cost the best', async () => {
    await fc.assert(
      fc.asyncProperty(pieces(5), async (given) => {
        const { bundles } = await frontierOf(given, solve, { most: 1_000 })
        expect(bundles.at(-1)!.cost).toBe(0)
        bundles.forEach(({ cost, removed }, k) => {
          expect(Math.abs(removed - byForce(given, cost))).toBeLessThanOrEqual(given.most * 1e-6)
          const dearer = bundles[k - 1]
          if (dearer) expect(dearer.cost > cost && dearer.removed > removed).toBe(true)
        })
      }),
      { numRuns: 12 }
    )
  })
})

describe('why a remedy is in or out', () => {
  const given: Pieces = {
    remedies: [
      { id: 'engineers', cost: 500, needs: [], excludes: [] },
      { id: 'overtime', cost: 300, needs: [0], excludes: [] },
      { id: 'credit', cost: 900, needs: [], excludes: [0] },
      { id: 'flowers', cost: 10, needs: [], excludes: [] }
    ],
    curves: [
      {
        whole: 100,
        stretches: [
          {
            size: 80,
            shares: [
              [0, 0.5],
              [1, 0.5]
            ]
          }
        ],
        wholes: [],
        amounts: [[2, 30]]
      }
    ],
    amounts: [],
    most: 100
  }
  it('says what it adds, what it lacks, what excludes it, and that it does nothing', async () => {
    const best = await bestFor(given, 600, solve)
    expect(best.taken).toEqual([true, false, false, false])
    expect(reasonsOf(given, best.taken, 600)).toEqual([
      { is: 'in', adds: 40, cost: 500 },
      { is: 'budget', short: 200, adds: 40, cost: 300 },
      { is: 'excluded', by: 0, adds: 30, cost: 900 },
      { is: 'nothing' }
    ])
  })
  it('counts what stands on a remedy with it', async () => {
    const { taken, removed } = await bestFor(given, 1_000, solve)
    expect([taken, removed]).toEqual([[true, true, false, false], 80])
    expect(reasonsOf(given, taken, 1_000)[0]).toEqual({ is: 'in', adds: 80, cost: 800 })
  })
})
