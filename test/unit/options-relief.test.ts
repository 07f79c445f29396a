import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseDraws, pooled, type CaseDraws, type CasePart } from '../../src/shared/losses/engine/case-draws'
import { simulateCase } from '../../src/shared/losses/engine/case-loss'
import { incidentEnd, type Cliff } from '../../src/shared/losses/engine/horizon'
import type { SimulationInput } from '../../src/shared/losses/engine/incident-loss'
import { leftAfter } from '../../src/shared/losses/engine/relief'
import { remainingAfter, type ReliefPart } from '../../src/shared/losses/engine/remaining'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import { meanOf } from '../../src/shared/losses/sampling/quantiles'
import { piecesOf, removedBy } from '../../src/shared/options/pieces'
import { later, type OptionPlan, type RemedyPlan } from '../../src/shared/options/plan'
import { optionDraws, weigh } from '../../src/shared/options/weigh'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const today = '2026-03-11'
const steps: Cliff[] = [
  { id: 'penalty', title: 'Penalty', on: '2026-03-16', amount: 500_000 },
  { id: 'listing', title: 'Listing lost', on: '2026-03-20', amount: 900_000 }
]

/** One line that grows by the day, one that stands, and two dated steps, until the 31st. */
function part(id: string, seed = id): CasePart {
  const now: SimulationInput = {
    lines: [
      {
        id: `${id}-hire`,
        title: 'Trailers',
        calculator: 'plain-amount',
        currency: 'EUR',
        status: 'estimated',
        inputs: { amount: range(80, 100, 150) },
        until: today,
        runs: { per: 'day', from: '2026-03-01' }
      },
      {
        id: `${id}-spoilt`,
        title: 'Spoilt',
        calculator: 'plain-amount',
        currency: 'EUR',
        status: 'confirmed',
        inputs: { amount: range(1_000, 2_000, 4_000) }
      }
    ],
    drivers: [],
    currency: 'EUR',
    rates: [],
    seed,
    calculators: calculatorById
  } as SimulationInput
  return {
    id,
    now,
    ...incidentEnd(now, steps, today, { as: 'range', earliest: '2026-03-18', likely: '2026-03-24', latest: '2026-03-31' })
  }
}
const parts = [part('a'), part('b')]
const drawn = (draws: number, of = parts): CaseDraws => {
  const now = pooled(of, (one) => one.now, 'EUR', [], draws)
  return caseDraws(of, now, { currency: 'EUR', answers: [], draws })!
}
const all = drawn(1_000)
const ends = (day: number): ReliefPart => ({ of: 'all', what: 'ahead', day, stream: 'ends' })

const aPart: fc.Arbitrary<ReliefPart> = fc
  .record({
    of: fc.constantFrom('line' as const, 'step' as const, 'all' as const, 'amount' as const),
    id: fc.constantFrom('a-hire', 'a-spoilt', 'b-hire', 'penalty', 'listing'),
    what: fc.constantFrom('ahead' as const, 'whole' as const),
    day: fc.option(fc.nat(25)),
    share: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }).map(exact), fc.constant(range(0.1, 0.4, 0.9))),
    amount: fc.option(fc.integer({ min: 0, max: 400_000 }).map(exact)),
    stream: fc.constantFrom('one', 'two', 'three')
  })
  .map((given) => (given.of === 'amount' ? { ...given, amount: given.amount ?? exact(10_000) } : given))

describe('what remedies leave of a loss', () => {
  it('is never more when one of them comes earlier, nor when another is added', () => {
    fc.assert(
      fc.property(fc.array(aPart, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.integer({ min: 1, max: 9 }), (given, k, by) => {
        const at = k % given.length
        const earlier = given.map((one, index) =>
          index === at && one.day !== null ? { ...one, day: Math.max(0, one.day - by) } : one
        )
        const [left, sooner, fewer] = [leftAfter(all, given), leftAfter(all, earlier), leftAfter(all, given.slice(1))]
        for (let i = 0; i < all.draws; i++) {
          expect(sooner[i]!).toBeLessThanOrEqual(left[i]! + 1e-6)
          expect(left[i]!).toBeLessThanOrEqual(fewer[i]! + 1e-6)
          expect(left[i]!).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 40 }
    )
  })
  it('ends what grows and the steps that are met in time, as the harm does when it ends that day', () => {
    const { remaining, expected } = simulateCase(parts, 'EUR', { reliefs: [{ amount: 0, endsIn: 7 }], draws: 1_000 })
    const left = remainingAfter(all, [ends(7)])
    expect(left).toEqual(remaining![0])
    // until the 18th: seventeen or eighteen days of trailers at a hundred or so, and the step of the 16th, in each incident
    expect(left.sooner!.p50).toBeGreaterThan(900_000)
    expect(left.removed).toEqual(left.sooner)
    expect(Math.abs(left.mean + left.removed.mean - expected!.mean)).toBeLessThanOrEqual(1)
  })
  it('takes shares of a line together to no more than the whole of it', () => {
    const on = (share: number, what: 'ahead' | 'whole', day = 0): ReliefPart => ({
      of: 'line',
      id: 'a-hire',
      what,
      day,
      share: exact(share),
      stream: `${share}`
    })
    const line = all.by(Infinity).lines.findIndex(({ line: { id } }) => id === 'a-hire')
    const whole = all.by(Infinity).counted[line]!
    const removed = (given: ReliefPart[]): number => meanOf(all.end) - meanOf(leftAfter(all, given))
    expect(removed([on(0.7, 'whole'), on(0.6, 'whole'), on(0.5, 'ahead')])).toBeCloseTo(meanOf(whole), 6)
    expect(removed([on(0.25, 'whole')])).toBeCloseTo(meanOf(whole) / 4, 6)
    const ahead = meanOf(whole) - meanOf(all.by(3).counted[line]!)
    expect(removed([on(0.5, 'ahead', 3)])).toBeCloseTo(ahead / 2, 6)
    expect(removed([on(0.5, 'ahead', 3), on(0.8, 'ahead', 3)])).toBeCloseTo(ahead, 6)
  })
})

const remedy = (id: string, given: ReliefPart[], cost: RemedyPlan['cost']): RemedyPlan => ({
  id,
  parts: given,
  cost,
  needs: [],
  excludes: []
})
const engineers: OptionPlan = { id: 'A', remedies: [remedy('e', [ends(6)], { once: range(300_000, 500_000, 900_000) })] }
const half: ReliefPart = { of: 'line', id: 'a-hire', what: 'whole', day: 2, share: range(0.2, 0.5, 0.9), stream: 'half' }
const credit: OptionPlan = {
  id: 'B',
  remedies: [
    remedy('c', [half, { ...half, id: 'b-hire', stream: 'other' }], {
      once: exact(50_000),
      perDay: range(1_000, 3_000, 9_000),
      days: 20
    })
  ]
}

describe('options held against each other', () => {
  it('win as often as in a million draws that have nothing in common with theirs', () => {
    const fine = drawn(20_000)
    const { better, less, options } = weigh(fine, [engineers, credit])
    const draws = 1_000_000
    const plain = drawn(draws, [part('a', 'elsewhere'), part('b', 'anywhere')])
    const [a, b] = [engineers, credit].map((option) => optionDraws(plain, option)) as [
      ReturnType<typeof optionDraws>,
      ReturnType<typeof optionDraws>
    ]
    let [wins, leaves] = [0, 0]
    for (let i = 0; i < draws; i++) {
      if (a.left[i]! + a.cost[i]! < b.left[i]! + b.cost[i]!) wins++
      if (a.left[i]! < b.left[i]!) leaves++
    }
    expect(Math.abs(better[0]![1]! - wins / draws)).toBeLessThan(0.012)
    expect(Math.abs(less[0]![1]! - leaves / draws)).toBeLessThan(0.012)
    expect(better[0]![0]).toBe(0)
    expect(better[0]![1]! + better[1]![0]!).toBeCloseTo(1, 9)
    expect(options.map(({ worth }) => worth! > 0 && worth! <= 1)).toEqual([true, true])
  })
  it('are cut into pieces that remove what they remove by themselves', () => {
    const pieces = piecesOf(all, [...engineers.remedies, ...credit.remedies])
    const [a, b] = weigh(all, [engineers, credit]).options
    const close = (one: number, minor: number) => expect(Math.abs(one * 100 - minor)).toBeLessThan(minor * 0.01)
    close(removedBy(pieces, [true, false]), a!.remaining.removed.mean)
    close(removedBy(pieces, [false, true]), b!.remaining.removed.mean)
    expect(pieces.remedies.map(({ cost }) => Math.round(cost / 1_000))).toEqual([533, 123])
  })
  it('cost more the later they are decided', () => {
    const [now, week] = [engineers, later(engineers, 7)].map((one) => meanOf(optionDraws(all, one).left)) as [number, number]
    expect(week - now).toBeGreaterThan(7 * 100 * 2)
  })
})
