import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import type { LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { beyondCapacity, type CapacityFacts } from '../../../src/shared/losses/questions/capacity'
import { standardHours } from '../../../src/shared/records/clocks'

const exact = (value: number) => ({ as: 'exact' as const, value })
const line = (calculator: string, inputs: LossLineInput['inputs'], more: Partial<LossLineInput> = {}): LossLineInput => ({
  id: calculator,
  title: calculator,
  calculator,
  currency: 'EUR',
  status: 'estimated',
  inputs,
  ...more
})
const sales = (units: number) =>
  line('lost-sales', { unitsShort: exact(units), contributionPerUnit: exact(10), shareRecaptured: exact(0) })
function held(lines: LossLineInput[], more: Partial<CapacityFacts> = {}) {
  const loss = simulateIncident({
    lines,
    drivers: [],
    currency: 'EUR',
    rates: [],
    seed: 1,
    draws: 100,
    calculators: calculatorById
  })
  return beyondCapacity({
    loss,
    lines,
    drivers: [],
    customer: { currency: 'EUR', yearlyMargin: 36_500_000 },
    numbers: null,
    from: '2026-03-01',
    until: '2026-03-10',
    calendar: standardHours,
    ...more
  })
}

describe('capacity', () => {
  it('of earnings: what they earn in that time is usual, what they earn in a year is the most', () => {
    // €365,000 a year is €10,000 in ten days
    expect(held([sales(900)])).toEqual([])
    expect(held([sales(1_200)])).toEqual([
      { bound: 'yearly-margin', lineId: null, claimed: 1_200_000, most: 1_000_000, days: 10, impossible: false }
    ])
    expect(held([sales(40_000)])).toMatchObject([{ claimed: 40_000_000, most: 36_500_000, impossible: true }])
  })

  it('takes their turnover where their margin is not known, and nothing in another currency', () => {
    const numbers = { yearlyRevenue: 3_650_000, yearlyUnits: null, weeklyHours: null }
    const customer = { currency: 'EUR', yearlyMargin: null }
    expect(held([sales(4_000)], { customer, numbers })).toMatchObject([{ bound: 'yearly-revenue', impossible: true }])
    expect(held([sales(40_000)], { customer: { currency: 'USD', yearlyMargin: 100 } })).toEqual([])
  })

  it('of units and hours, with what runs counted as it has run', () => {
    const numbers = { yearlyRevenue: null, yearlyUnits: 3_650, weeklyHours: 40 }
    expect(held([sales(120)], { numbers })).toMatchObject([{ bound: 'yearly-units', claimed: 120, most: 100, impossible: false }])
    expect(held([sales(4_000)], { numbers, customer: { currency: 'EUR', yearlyMargin: null } })).toMatchObject([
      { bound: 'yearly-units', most: 3_650, impossible: true }
    ])
    const idle = (hours: number, more: Partial<LossLineInput> = {}) =>
      line('idle-labour', { people: exact(2), hoursIdle: exact(hours), loadedRate: exact(20), shareRedeployed: exact(0) }, more)
    expect(held([idle(241)])).toMatchObject([{ bound: 'clock', claimed: 241, most: 240, impossible: true }])
    expect(held([idle(60)], { numbers })).toMatchObject([{ bound: 'weekly-hours', claimed: 60, impossible: false }])
    expect(held([idle(50)], { numbers })).toEqual([])
    // 25 hours a day for ten days
    expect(held([idle(25, { runs: { per: 'day', from: '2026-03-01' }, until: '2026-03-10' })])).toMatchObject([
      { bound: 'clock', claimed: 250, most: 240 }
    ])
  })
})
