import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import type { CaseDraws, CasePart } from '../../../src/shared/losses/engine/case-draws'
import { simulateCase, type Relief } from '../../../src/shared/losses/engine/case-loss'
import { remainingAfter } from '../../../src/shared/losses/engine/remaining'
import type { DriverInput, Figure, LossLineInput, SimulationInput } from '../../../src/shared/losses/engine/incident-loss'
import { incidentEnd, type Cliff } from '../../../src/shared/losses/engine/horizon'
import { endsOn } from '../../../src/shared/losses/model/harm'
import { netDrawsOf, simulateIncident } from '../../../src/shared/losses/engine/simulate'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const today = '2026-03-11'
const DRAWS = 2_000

/** An incident with a line that grows by the day through a shared quantity, one that happens often, and one that came back. */
function incident(seed: string, high = 30): SimulationInput {
  const days = { as: 'driver' as const, driverId: `${seed}-days` }
  const lines: LossLineInput[] = [
    {
      id: `${seed}-late`,
      title: 'Packs',
      calculator: 'late-delivery',
      currency: 'EUR',
      status: 'estimated',
      inputs: { unitsLate: exact(1_000), unitsPerDay: range(8, 10, 14), daysLate: days, contributionPerUnit: range(9, 10, high) }
    },
    {
      id: `${seed}-often`,
      title: 'Calls',
      calculator: 'plain-amount',
      currency: 'EUR',
      status: 'confirmed',
      inputs: { amount: range(10, 20, 60) },
      frequency: exact(3)
    },
    {
      id: `${seed}-back`,
      title: 'Credit',
      calculator: 'plain-amount',
      currency: 'EUR',
      status: 'compensated',
      inputs: { amount: exact(40) }
    }
  ]
  const drivers: DriverInput[] = [{ id: `${seed}-days`, name: 'Days', unit: 'days', quantity: range(5, 10, 12) }]
  return { lines, drivers, currency: 'EUR', rates: [], seed, calculators: calculatorById }
}
function part(now: SimulationInput, cliffs: Cliff[] = [], ends = '2026-03-21'): CasePart {
  return { id: String(now.seed), now, ...incidentEnd(now, cliffs, today, endsOn(ends)) }
}
const relieves = (amount: number): Relief => ({ amount, endsIn: null })
const step: Cliff = { id: 'c', title: 'Penalty', on: '2026-03-16', amount: 500_000 }
const rises = ({ p10, p50, p90 }: Figure) => expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => a - b))
const figure = ({ p10, p50, p90, mean }: Figure): Figure => ({ p10, p50, p90, mean })

describe('the loss of a case', () => {
  it('with one incident in its currency is that incident’s own figures, today and at its end', () => {
    const now = incident('a')
    const { loss, expected } = simulateCase([part(now, [step])], 'EUR', { reliefs: [], draws: DRAWS })
    // what is asked of a case is what is between its incidents
    expect(loss).toEqual({ ...simulateIncident({ ...now, draws: DRAWS }), guard: [] })
    const { input, steps: dated, until } = incidentEnd(now, [step], today, endsOn('2026-03-21')).end!
    expect(dated).toEqual([{ id: 'c', inDays: 5, amount: 500_000 }])
    const steps = 500_000
    expect(until).toBe('2026-03-21')
    const end = simulateIncident({ ...input, draws: DRAWS })
    expect(figure(expected!)).toEqual({ p10: end.p10 + steps, p50: end.p50 + steps, p90: end.p90 + steps, mean: end.mean + steps })
    expect(expected!.until).toBe(until)
  })
  it('draws each line as its incident does, and adds the draws, not the middles', () => {
    const [a, b] = [incident('a'), incident('b')]
    const { loss, expected } = simulateCase([part(a), part(b)], 'EUR', { reliefs: [], draws: DRAWS })
    for (const one of [a, b]) {
      const own = simulateIncident({ ...one, draws: DRAWS })
      expect(loss.byLine.filter(({ id }) => own.byLine.some((line) => line.id === id))).toEqual(own.byLine)
      const shown = expected!.parts.find(({ id }) => id === one.seed)!
      expect(shown.now).toEqual(figure(own))
      expect(shown.end).toEqual(
        figure(simulateIncident({ ...incidentEnd(one, [], today, endsOn('2026-03-21')).end!.input, draws: DRAWS }))
      )
    }
    const net = (one: SimulationInput): Float64Array => netDrawsOf(one, DRAWS)
    const [ofA, ofB] = [net(a), net(b)]
    const drawn = ofA.map((value, i) => value + ofB[i]!)
    const mean = drawn.reduce((sum, value) => sum + value, 0) / DRAWS
    expect(loss.mean).toBe(Math.round(mean * 100))
    // apart from each other, so the range of the sum is narrower than the sum of the ranges
    const [x, y] = expected!.parts
    expect(loss.p90 - loss.p10).toBeLessThan(x!.now.p90 - x!.now.p10 + (y!.now.p90 - y!.now.p10))
    expect(Math.abs(loss.mean - x!.now.mean - y!.now.mean)).toBeLessThanOrEqual(1)
  })
  it('is as it is today where waiting changes nothing', () => {
    const { loss, expected } = simulateCase([{ ...part(incident('a')), end: null }], 'EUR', { reliefs: [], draws: DRAWS })
    expect(figure(expected!)).toEqual(figure(loss))
    expect(expected).toMatchObject({ until: null, steps: { p90: 0, mean: 0 }, grows: { p10: 0, p50: 0, p90: 0, mean: 0 } })
  })
  it('turns another currency by its dated rate, steps too, and is silent on what has none', () => {
    const rates = [{ from: 'USD', to: 'EUR', rate: 0.5, on: '2026-03-01', source: 'bank' }]
    const dollars = { ...incident('a'), currency: 'USD', rates }
    const { loss, expected } = simulateCase([part(dollars, [step])], 'EUR', { reliefs: [], draws: DRAWS })
    expect(figure(loss)).toEqual(figure(simulateIncident({ ...incident('a'), draws: DRAWS })))
    expect(expected!.steps).toEqual({ p10: 250_000, p50: 250_000, p90: 250_000, mean: 250_000 })
    // the lines are in euros all along; only the step would need a rate
    const none = simulateCase([{ ...part(dollars, [step]), now: { ...dollars, rates: [] } }], 'EUR', {
      reliefs: [relieves(1)],
      draws: DRAWS
    })
    expect(figure(none.loss)).toEqual(figure(loss))
    expect(none.expected).toBeNull()
    expect(none.remaining).toBeNull()
    expect(() =>
      simulateCase([{ ...part(incident('a')), now: { ...incident('a'), rates: [] } }], 'USD', { reliefs: [], draws: DRAWS })
    ).toThrow()
  })
  it('sets what came back beyond the loss against a step before holding at zero', () => {
    const back: LossLineInput = {
      id: 'back',
      title: 'Credit',
      calculator: 'plain-amount',
      currency: 'EUR',
      status: 'compensated',
      inputs: { amount: exact(5_000) }
    }
    const now: SimulationInput = { ...incident('a'), lines: [back], drivers: [] }
    const { loss, expected } = simulateCase([part(now, [{ ...step, amount: 700_000 }])], 'EUR', { reliefs: [], draws: DRAWS })
    expect(loss.p50).toBe(0)
    expect(expected!.p50).toBe(200_000)
  })
  it('leaves what a relief does not reach: each quantile less the relief, and nothing below zero', () => {
    const { expected, remaining } = simulateCase([part(incident('a'), [step])], 'EUR', {
      reliefs: [0, 100_000, 9e12].map(relieves),
      draws: DRAWS
    })
    expect(figure(remaining![0]!)).toEqual(figure(expected!))
    expect(remaining![1]!.p50).toBe(expected!.p50 - 100_000)
    expect(remaining![1]!.p90).toBe(expected!.p90 - 100_000)
    expect(remaining![2]).toMatchObject({ p10: 0, p50: 0, p90: 0, mean: 0, none: 1, sooner: null, exceeds: null })
    expect(remaining!.map(({ removed }) => removed.mean)).toEqual([0, 100_000, expected!.mean])
    const amounts = Float64Array.of(1, 2, 3, 4)
    const all: CaseDraws = {
      currency: 'EUR',
      seed: 's',
      draws: 4,
      homes: ['a'],
      homeOf: new Map(),
      last: 1,
      by: () => ({ lines: [], counted: [] }),
      steps: [{ id: 's', home: 'a', inDays: 1, amounts }],
      end: amounts
    }
    const two = { of: 'amount' as const, what: 'whole' as const, day: null, amount: exact(200), stream: 'two' }
    expect(remainingAfter(all, [two])).toMatchObject({ none: 0.5, mean: 75 })
  })
  it('says how likely the loss is more than an option costs', () => {
    const asked = simulateCase([part(incident('a'), [step])], 'EUR', { reliefs: [relieves(0)], draws: DRAWS }).expected!
    const costs = [0, 1, asked.p10, asked.p50, asked.p90, 9e12]
    const { remaining } = simulateCase([part(incident('a'), [step])], 'EUR', {
      reliefs: costs.map((cost) => ({ ...relieves(0), cost })),
      draws: DRAWS
    })
    const chances = remaining!.map(({ exceeds }) => exceeds)
    expect(chances[0]).toBeNull()
    expect([chances[1], chances[5]]).toEqual([1, 0])
    ;[0.9, 0.5, 0.1].forEach((wanted, at) => expect(Math.abs(chances[at + 2]! - wanted)).toBeLessThan(0.03))
  })
  it('keeps its order, its order of incidents and its relief', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 90 }),
        fc.integer({ min: 11, max: 90 }),
        fc.nat(2_000_000),
        fc.nat(2_000_000),
        (one, other, relief, more) => {
          const parts = [part(incident('a', one)), part(incident('b', other), [step]), part(incident('c', 20), [], '2026-04-01')]
          const reliefs = [relief, relief + more].map(relieves)
          const whole = simulateCase(parts, 'EUR', { reliefs, draws: 400 })
          const turned = simulateCase(parts.toReversed(), 'EUR', { reliefs, draws: 400 })
          expect(figure(turned.loss)).toEqual(figure(whole.loss))
          expect(turned.loss.seed).toBe(whole.loss.seed)
          expect(turned.remaining).toEqual(whole.remaining)
          expect({ ...turned.expected!, parts: turned.expected!.parts.toReversed() }).toEqual(whole.expected)
          for (const found of [
            whole.loss,
            whole.expected!,
            whole.expected!.grows,
            ...whole.expected!.parts.map(({ end }) => end),
            ...whole.remaining!
          ])
            rises(found)
          const [less, least] = whole.remaining!
          for (const at of ['p10', 'p50', 'p90', 'mean'] as const) {
            expect(whole.expected![at]).toBeGreaterThanOrEqual(whole.loss[at])
            expect(less![at]).toBeGreaterThanOrEqual(least![at])
            expect(least![at]).toBeGreaterThanOrEqual(0)
            expect(less![at]).toBeLessThanOrEqual(whole.expected![at])
          }
        }
      ),
      { numRuns: 25 }
    )
  })
})
