import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import type { LossLineInput, SimulationInput } from '../../../src/shared/losses/engine/incident-loss'
import { incidentEnd, type Cliff } from '../../../src/shared/losses/engine/horizon'
import { incidentWaiting, type IncidentWaiting, type WaitingMemo } from '../../../src/shared/losses/engine/incident-waiting'
import { endsOn, unknownEnd } from '../../../src/shared/losses/model/harm'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'

const exact = (value: number) => ({ as: 'exact' as const, value })
const today = '2026-03-11'

/** Ten days late at 100 a day, after none of cover. */
const late: LossLineInput = {
  id: 'late',
  title: 'Packs',
  calculator: 'late-delivery',
  currency: 'EUR',
  status: 'estimated',
  inputs: { unitsLate: exact(1_000), unitsPerDay: exact(10), daysLate: exact(10), contributionPerUnit: exact(10) }
}
const damages: LossLineInput = {
  id: 'damages',
  title: 'Penalty',
  calculator: 'liquidated-damages',
  currency: 'EUR',
  status: 'estimated',
  inputs: {
    price: exact(10_000),
    ratePerPeriod: exact(0.01),
    period: 'week',
    counting: 'full',
    daysLate: exact(10),
    capShare: exact(0.02)
  }
}
const bought: LossLineInput = {
  id: 'bought',
  title: 'Trailer',
  calculator: 'plain-amount',
  currency: 'EUR',
  status: 'confirmed',
  inputs: { amount: exact(500) }
}
const cliffs: Cliff[] = [
  { id: 'passed', title: 'Passed', on: '2026-03-05', amount: 30_000 },
  { id: 'penalty', title: 'Penalty date', on: '2026-03-16', amount: 500_000 }
]
const input = (lines: LossLineInput[]): SimulationInput => ({
  lines,
  drivers: [],
  currency: 'EUR',
  rates: [],
  seed: 'i',
  exact: true,
  calculators: calculatorById
})
const flat = (minor: number) => ({ p10: minor, p50: minor, p90: minor, mean: minor })
const at = (waiting: IncidentWaiting, on: string) => waiting.points.find((point) => point.on === on)!

describe('what waiting costs in an incident', () => {
  it('grows by the lines that count days, from the loss as it is simulated', () => {
    const waiting = incidentWaiting(input([late, bought]), [], today, endsOn('2026-03-31'))!
    expect(waiting.soFar).toEqual(flat(simulateIncident(input([late, bought])).p50))
    expect(waiting.perDay).toEqual(flat(10_000))
    expect(at(waiting, '2026-03-31').loss).toEqual(flat(100_000 + 50_000 + 20 * 10_000))
    expect(waiting.growing).toEqual(['late'])
  })
  it('has a cliff on its day; one that has passed is named and not added', () => {
    const waiting = incidentWaiting(input([late]), cliffs, today, endsOn('2026-03-31'))!
    expect(at(waiting, '2026-03-16').loss.p50 - at(waiting, '2026-03-15').loss.p50).toBe(510_000)
    expect(waiting.soFar).toEqual(flat(100_000))
    expect(waiting.cliffs.map(({ id, inDays, passed }) => [id, inDays, passed])).toEqual([
      ['passed', -6, true],
      ['penalty', 5, false]
    ])
  })
  it('says what relief on a day saves against none', () => {
    const waiting = incidentWaiting(input([late]), cliffs, today, endsOn('2026-03-31'))!
    expect(at(waiting, today).saves).toEqual(flat(20 * 10_000 + 500_000))
    expect(at(waiting, '2026-03-16').saves).toEqual(flat(15 * 10_000))
    expect(at(waiting, '2026-03-31').saves).toEqual(flat(0))
  })
  it('keeps grace, periods and the cap of a contract', () => {
    const waiting = incidentWaiting(input([damages]), [], today, endsOn('2026-04-30'))!
    expect(waiting.soFar).toEqual(flat(10_000))
    expect(at(waiting, '2026-04-30').loss).toEqual(flat(20_000))
  })
  it('moves a shared quantity once for all lines that use it, and no other', () => {
    const shared = { as: 'driver' as const, driverId: 'days' }
    const lines = ['a', 'b'].map((id) => ({ ...late, id, inputs: { ...late.inputs, daysLate: shared } }))
    const drivers = [{ id: 'days', name: 'Days', unit: 'days', quantity: exact(10) }]
    expect(incidentWaiting({ ...input(lines), drivers }, [], today, unknownEnd)!.perDay).toEqual(flat(20_000))
  })
  it('is one day longer wherever the shared quantity is used: in what came back too, but not in days of its own', () => {
    const shared = { as: 'driver' as const, driverId: 'days' }
    const lines: LossLineInput[] = [
      { ...late, inputs: { ...late.inputs, daysLate: shared } },
      {
        ...late,
        id: 'substitute',
        status: 'recovered',
        inputs: { ...late.inputs, daysLate: shared, contributionPerUnit: exact(4) }
      },
      { ...late, id: 'paid', status: 'compensated', inputs: { ...late.inputs, contributionPerUnit: exact(1) } }
    ]
    const at = (days: number) => ({ ...input(lines), drivers: [{ id: 'days', name: 'Days', unit: 'days', quantity: exact(days) }] })
    const waiting = incidentWaiting(at(10), [], today, endsOn('2026-03-31'))!
    expect(waiting.perDay).toEqual(flat(6_000))
    expect(waiting.growing).toEqual(['late', 'substitute'])
    expect(waiting.points.at(-1)!.loss.p50).toBe(simulateIncident(at(30)).p50)
    expect(simulateIncident(incidentEnd(at(10), [], today, endsOn('2026-03-31')).end!.input).p50).toBe(simulateIncident(at(30)).p50)
  })
  it('adds each day to every draw: a 1-in-20 range keeps its shape, a count at its limit stays there', () => {
    const days = (daysLate: LossLineInput['inputs'][string]) =>
      input([{ ...late, inputs: { ...late.inputs, unitsLate: exact(1e6), daysLate } }])
    expect(incidentWaiting(days({ as: 'one-in-twenty', low: 2, high: 60 }), [], today, unknownEnd)!.perDay).toEqual(flat(10_000))
    const limit = incidentWaiting(days(exact(3_650)), [], today, unknownEnd)!
    expect(limit.points.at(-1)!.loss.p50 - limit.soFar.p50).toBe(10 * 10_000)
  })
  it('says the mean of the coming week where a contract counts in weeks', () => {
    const weekly = { ...damages, inputs: { ...damages.inputs, counting: 'part', daysLate: exact(8), capShare: exact(0.1) } }
    expect(incidentWaiting(input([weekly]), [], today, unknownEnd)!.perDay).toEqual(flat(Math.round(10_000 / 7)))
  })
  it('does not count a line whose cap is reached, nor one whose dates are given', () => {
    expect(
      incidentWaiting(input([{ ...damages, inputs: { ...damages.inputs, daysLate: exact(60) } }]), [], today, unknownEnd)
    ).toBeNull()
    const dated: LossLineInput = {
      ...damages,
      id: 'interest',
      calculator: 'simple-interest',
      inputs: { principal: exact(1_000), rate: exact(0.1), from: '2026-01-01', to: '2026-03-01', days: exact(5) }
    }
    expect(incidentWaiting(input([dated, late]), [], today, unknownEnd)!.growing).toEqual(['late'])
  })
  it('looks at steps until the harm ends, else within a year; later ones are named and not counted', () => {
    const step = (on: string): Cliff => ({ id: on, title: on, on, amount: 100_000 })
    const ends = incidentWaiting(input([late]), [step('2026-03-20'), step('2026-04-20')], today, endsOn('2026-03-31'))!
    expect(ends.cliffs.map(({ counted }) => counted)).toEqual([true, false])
    expect(ends.points.at(-1)!.loss).toEqual(flat(100_000 + 20 * 10_000 + 100_000))
    expect(incidentWaiting(input([bought]), [step('2026-04-20')], today, endsOn('2026-03-31'))).toBeNull()
    expect(incidentWaiting(input([late]), [step('2026-09-01'), step('2036-09-01')], today, unknownEnd)!.until).toBe('2026-09-01')
  })
  it('sets what came back beyond the loss against a step', () => {
    const paid: LossLineInput = { ...bought, id: 'paid', status: 'compensated', inputs: { amount: exact(800) } }
    const on = (amount: number) =>
      at(
        incidentWaiting(input([bought, paid]), [{ id: 's', title: 's', on: '2026-03-16', amount }], today, unknownEnd)!,
        '2026-03-16'
      ).loss.p50
    expect([on(20_000), on(30_000), on(50_000)]).toEqual([0, 0, 20_000])
  })
  it('has the days that are asked for among its points', () => {
    const waiting = incidentWaiting(input([late]), [], today, endsOn('2026-12-31'), {
      also: ['2026-04-02', '2026-03-01', '2027-01-01']
    })!
    expect(at(waiting, '2026-04-02').loss.p50).toBe(100_000 + 22 * 10_000)
    expect(waiting.points.every(({ on }) => on >= today && on <= '2026-12-31')).toBe(true)
  })
  it('is nothing when nothing grows and no step is ahead', () => {
    expect(incidentWaiting(input([bought]), [cliffs[0]!], today, unknownEnd)).toBeNull()
    expect(incidentWaiting(input([{ ...late, status: 'compensated' }]), [], today, unknownEnd)).toBeNull()
  })
  it('never falls with waiting, and later relief never saves more', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 40 }), fc.nat(100_000), (each, days, step) => {
        const line = {
          ...late,
          inputs: {
            ...late.inputs,
            contributionPerUnit: { as: 'range' as const, low: each, likely: each + 1, high: each * 3 + 2 },
            daysLate: exact(days)
          }
        }
        const { points } = incidentWaiting(
          input([line]),
          [{ id: 's', title: 's', on: '2026-03-20', amount: step }],
          today,
          endsOn('2026-04-10')
        )!
        for (let i = 1; i < points.length; i++) {
          expect(points[i]!.loss.p50).toBeGreaterThanOrEqual(points[i - 1]!.loss.p50)
          expect(points[i]!.saves.p50).toBeLessThanOrEqual(points[i - 1]!.saves.p50)
        }
      }),
      { numRuns: 20 }
    )
  })
  const range = fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50), fc.nat(50))
    .map(([low, a, b]) => ({ as: 'range' as const, low, likely: low + a, high: low + a + b }))
  const anyLine = fc
    .record({ units: range, days: range, each: range, often: fc.boolean() })
    .map(({ units, days, each, often }): LossLineInput => ({
      ...late,
      inputs: { unitsLate: exact(100_000), unitsPerDay: units, daysLate: days, contributionPerUnit: each },
      frequency: often ? exact(2) : null
    }))

  it('has exactly a step more from its day on, and nothing before, however uncertain the lines', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 1, max: 5_000_000 }), (line, amount) => {
        const step: Cliff = { id: 's', title: 's', on: '2026-03-20', amount }
        const without = incidentWaiting(input([line]), [], today, endsOn('2026-04-10'), { also: ['2026-03-19', '2026-03-20'] })
        const waiting = incidentWaiting(input([line]), [step], today, endsOn('2026-04-10'))!
        for (const { on, loss } of waiting.points) {
          const plain = without ? at(without, on).loss : waiting.soFar
          // each figure is rounded once by itself
          for (const key of ['p10', 'p50', 'p90', 'mean'] as const)
            expect(Math.abs(loss[key] - plain[key] - (on < step.on ? 0 : amount))).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 20 }
    )
  })
  it('ends with nothing to save, begins at the simulated loss, and is the same from the same seed, with a memo, in any order', () => {
    const memo: WaitingMemo = new Map()
    fc.assert(
      fc.property(anyLine, anyLine, (a, b) => {
        const lines = [a, { ...b, id: 'other' }]
        const ask = (input: SimulationInput, kept?: WaitingMemo) =>
          incidentWaiting(input, cliffs, today, endsOn('2026-04-10'), kept ? { memo: kept } : {})!
        const waiting = ask(input(lines))
        expect(waiting.points.at(-1)!.saves).toEqual(flat(0))
        // a happening that is drawn a number of times is drawn fewer times for each day
        if (!a.frequency && !b.frequency) expect(waiting.soFar.p50).toBe(simulateIncident({ ...input(lines), draws: 1_000 }).p50)
        expect(ask(input(lines))).toEqual(waiting)
        expect(ask(input(lines), memo)).toEqual(waiting)
        expect(ask(input(lines), memo)).toEqual(waiting)
        expect(ask(input(lines.toReversed())).points).toEqual(waiting.points)
      }),
      { numRuns: 10 }
    )
  })
})
