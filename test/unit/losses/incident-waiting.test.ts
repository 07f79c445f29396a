import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/calculators'
import type { LossLineInput, SimulationInput } from '../../../src/shared/losses/incident-loss'
import { incidentWaiting, type Cliff, type IncidentWaiting } from '../../../src/shared/losses/incident-waiting'
import { simulateIncident } from '../../../src/shared/losses/simulate'

const exact = (value: number) => ({ as: 'exact' as const, value })
const today = '2026-03-11'

/** Ten days late at 100 a day, after none of cover. */
const late: LossLineInput = {
  id: 'late', title: 'Packs', calculator: 'late-delivery', currency: 'EUR', status: 'estimated',
  inputs: { unitsLate: exact(1_000), unitsPerDay: exact(10), daysLate: exact(10), contributionPerUnit: exact(10) }
}
const damages: LossLineInput = {
  id: 'damages', title: 'Penalty', calculator: 'liquidated-damages', currency: 'EUR', status: 'estimated',
  inputs: { price: exact(10_000), ratePerPeriod: exact(0.01), period: 'week', counting: 'full', daysLate: exact(10), capShare: exact(0.02) }
}
const bought: LossLineInput = {
  id: 'bought', title: 'Trailer', calculator: 'plain-amount', currency: 'EUR', status: 'confirmed', inputs: { amount: exact(500) }
}
const cliffs: Cliff[] = [
  { id: 'passed', title: 'Passed', on: '2026-03-05', amount: 30_000 },
  { id: 'penalty', title: 'Penalty date', on: '2026-03-16', amount: 500_000 }
]
const input = (lines: LossLineInput[]): SimulationInput => ({ lines, drivers: [], currency: 'EUR', rates: [], seed: 'i', calculators: calculatorById })
const flat = (minor: number) => ({ p10: minor, p50: minor, p90: minor, mean: minor })
const at = (waiting: IncidentWaiting, on: string) => waiting.points.find((point) => point.on === on)!

describe('what waiting costs in an incident', () => {
  it('grows by the lines that count days, from the loss as it is simulated', () => {
    const waiting = incidentWaiting(input([late, bought]), [], today, '2026-03-31')!
    expect(waiting.soFar).toEqual(flat(simulateIncident(input([late, bought])).p50))
    expect(waiting.perDay).toEqual(flat(10_000))
    expect(at(waiting, '2026-03-31').loss).toEqual(flat(100_000 + 50_000 + 20 * 10_000))
    expect(waiting.growing).toEqual(['late'])
  })
  it('has a cliff on its day; one that has passed is named and not added', () => {
    const waiting = incidentWaiting(input([late]), cliffs, today, '2026-03-31')!
    expect(at(waiting, '2026-03-16').loss.p50 - at(waiting, '2026-03-15').loss.p50).toBe(510_000)
    expect(waiting.soFar).toEqual(flat(100_000))
    expect(waiting.cliffs.map(({ id, inDays, passed }) => [id, inDays, passed])).toEqual([['passed', -6, true], ['penalty', 5, false]])
  })
  it('says what relief on a day saves against none', () => {
    const waiting = incidentWaiting(input([late]), cliffs, today, '2026-03-31')!
    expect(at(waiting, today).saves).toEqual(flat(20 * 10_000 + 500_000))
    expect(at(waiting, '2026-03-16').saves).toEqual(flat(15 * 10_000))
    expect(at(waiting, '2026-03-31').saves).toEqual(flat(0))
  })
  it('keeps grace, periods and the cap of a contract', () => {
    const waiting = incidentWaiting(input([damages]), [], today, '2026-04-30')!
    expect(waiting.soFar).toEqual(flat(10_000))
    expect(at(waiting, '2026-04-30').loss).toEqual(flat(20_000))
  })
  it('moves a shared quantity once for all lines that use it, and no other', () => {
    const shared = { as: 'driver' as const, driverId: 'days' }
    const lines = ['a', 'b'].map((id) => ({ ...late, id, inputs: { ...late.inputs, daysLate: shared } }))
    const drivers = [{ id: 'days', name: 'Days', unit: 'days', quantity: exact(10) }]
    expect(incidentWaiting({ ...input(lines), drivers }, [], today, null)!.perDay).toEqual(flat(20_000))
  })
  it('is nothing when nothing grows and no step is ahead', () => {
    expect(incidentWaiting(input([bought]), [cliffs[0]!], today, null)).toBeNull()
    expect(incidentWaiting(input([{ ...late, status: 'compensated' }]), [], today, null)).toBeNull()
  })
  it('never falls with waiting, and later relief never saves more', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 40 }), fc.nat(100_000), (each, days, step) => {
        const line = { ...late, inputs: { ...late.inputs, contributionPerUnit: { as: 'range' as const, low: each, likely: each + 1, high: each * 3 + 2 }, daysLate: exact(days) } }
        const { points } = incidentWaiting(input([line]), [{ id: 's', title: 's', on: '2026-03-20', amount: step }], today, '2026-04-10')!
        for (let i = 1; i < points.length; i++) {
          expect(points[i]!.loss.p50).toBeGreaterThanOrEqual(points[i - 1]!.loss.p50)
          expect(points[i]!.saves.p50).toBeLessThanOrEqual(points[i - 1]!.saves.p50)
        }
      }),
      { numRuns: 20 }
    )
  })
})
