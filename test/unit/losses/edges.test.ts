// Small things that a sceptic tries: each with the value that is right.
import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import { expectedLeftOver, expectedShortage } from '../../../src/shared/losses/model/inventory'
import { conversion } from '../../../src/shared/losses/model/rates'
import type { Computed, Draw } from '../../../src/shared/losses/model/calculator'
import { parseFormula } from '../../../src/shared/losses/formula/formula'
import { m } from '../../../src/shared/messages/messages.js'
import type { Clock } from '../../../src/shared/values/clock'
import { afterNeed, lateness, orderState } from '../../../src/shared/records/orders'

const compute = (id: string, draw: Draw): Computed => calculatorById(id)!.compute(draw)
const said = ({ warnings = [] }: Computed): string[] => warnings.map((warning) => warning())

describe('an own formula', () => {
  const value = (text: string): number => {
    const formula = parseFormula(text, [])
    if (!formula.ok) throw new Error(text)
    return formula.run({})
  }
  it.each([
    ['ceil(0.1 + 0.2 - 0.3)', 0],
    ['ceil(1.1 * 3 * 10 / 3 / 11)', 1],
    ['floor(0.7 * 10 - 7 + 1)', 1],
    ['floor(4.35 * 100)', 435],
    ['ceil(2.0001)', 3],
    ['floor(-0.5)', -1],
    ['ceil(1e12 + 0.5)', 1e12 + 1]
  ])('%s is %d', (text, expected) => expect(value(text)).toBe(expected))
})

describe('interest', () => {
  const uk = { principal: 5_000, due: '2026-01-31', paid: '2026-03-31', fixedSum: true }
  it('of a debt of nothing is nothing, with the fixed sum too', () => {
    expect(compute('late-payment-uk', { ...uk, principal: 0 }).total).toBe(0)
    expect(compute('late-payment-eu', { ...uk, principal: 0, country: 'eu' }).total).toBe(0)
    expect(compute('late-payment-uk', uk).total).toBeGreaterThan(70)
  })
  it('at a contract’s own rate leaves the British fixed sum out and says so; the European one stays', () => {
    const own = compute('late-payment-uk', { ...uk, ownRate: 0.05 })
    expect(own.total).toBeCloseTo((5_000 * 0.05 * 59) / 365, 9)
    expect(said(own)).toContain(m.calc_warn_contract_no_fixed())
    expect(compute('late-payment-eu', { ...uk, country: 'eu', ownRate: 0.05 }).total).toBeCloseTo((5_000 * 0.05 * 59) / 365 + 40, 9)
  })
  it.each(['late-payment-uk', 'late-payment-eu'])('%s that is not due yet says so', (id) => {
    const ahead = compute(id, { ...uk, country: 'eu', due: '2027-01-31' })
    expect(ahead.total).toBe(0)
    expect(said(ahead)).toEqual([m.calc_warn_not_due()])
  })
  it.each(['simple-interest', 'compound-interest'])('%s that is not due yet says so', (id) => {
    const ahead = compute(id, { principal: 100, rate: 0.1, from: '2027-01-31', to: '2026-11-30' })
    expect([ahead.total, said(ahead)]).toEqual([0, [m.calc_warn_not_due()]])
    expect(said(compute(id, { principal: 100, rate: 0.1, from: '2026-01-31', to: '2026-11-30' }))).toEqual([])
  })
})

describe('demand', () => {
  it('below zero counts as none: what is left over is never more than there was', () => {
    const demand = { kind: 'normal' as const, mean: 10, sd: 20 }
    expect(expectedLeftOver(demand, 0)).toBe(0)
    for (const stock of [1, 5, 50]) {
      expect(expectedLeftOver(demand, stock)).toBeLessThanOrEqual(stock)
      // what was asked for is what was sold and what was missed
      const sold = stock - expectedLeftOver(demand, stock)
      expect(sold + expectedShortage(demand, stock)).toBeCloseTo(expectedShortage(demand, 0), 9)
    }
  })
  it('with a Poisson mean above 700 says that it is reckoned as a normal one', () => {
    const stock = { demand: 'poisson', stockAvailable: 700, unitsLate: 10, contributionPerUnit: 5, clearanceLoss: 1, shareKept: 1 }
    expect(said(compute('seasonal-stock', { ...stock, meanDemand: 701 }))).toContain(m.calc_warn_poisson_normal())
    expect(said(compute('seasonal-stock', { ...stock, meanDemand: 700 }))).toEqual([])
  })
})

describe('quality', () => {
  const parts = (id: string, draw: Draw) => {
    const found = compute(id, draw)
    return { total: found.total, ...Object.fromEntries(found.lines.map((part) => [part.id, part.amount])) }
  }
  it('gives the scrap rate and what each good unit bears', () => {
    const draw = { units: 320, material: 7.4, labour: 2.1, disposal: 0.5, salvage: 400 }
    expect(parts('scrap', { ...draw, unitsMade: 6_720 })).toMatchObject({
      total: 2_800,
      'scrap-rate': 320 / 6_720,
      'per-good-unit': 2_800 / 6_400
    })
    expect(parts('scrap', draw)).not.toHaveProperty('scrap-rate')
  })
  it('gives claims at their pace in a year, beside the loss', () => {
    expect(parts('warranty', { claims: 62, costPerClaim: 50, claimDays: 73 })).toMatchObject({ total: 3_100, 'per-year': 15_500 })
  })
  it('gives subtotals of conformance and failure that are not added again', () => {
    const draw = { definition: 'failure', otherInternal: 114_750, otherExternal: 533_250, inspection: 162_000, prevention: 540_000 }
    expect(parts('poor-quality', draw)).toMatchObject({ total: 648_000, failure: 648_000, conformance: 702_000 })
  })
})

describe('an exchange rate', () => {
  const rate = (on: string, value: number, source = 'ECB') => ({ from: 'USD', to: 'EUR', rate: value, on, source })
  const given = [rate('2025-01-10', 0.97), rate('2025-01-20', 0.96), rate('2026-06-01', 0.9), rate('2099-01-01', 0.5, 'guess')]
  it('is the last one by the day of the harm, however many came after', () => {
    expect(conversion('USD', 'EUR', given, '2025-01-15')).toEqual({ factor: 0.97, used: given[0] })
    expect(conversion('USD', 'EUR', given, '2025-01-20')!.factor).toBe(0.96)
    // a month that is known by itself: any of its days
    expect(conversion('USD', 'EUR', given, '2025-01')!.factor).toBe(0.96)
    expect(conversion('EUR', 'USD', given, '2025-01-15')!.factor).toBeCloseTo(1 / 0.97, 12)
  })
  it('of a later day is the first after it, and named as later', () => {
    expect(conversion('USD', 'EUR', given, '2024-12-01')).toEqual({ factor: 0.97, used: { ...given[0], later: true } })
  })
})

describe('an order', () => {
  const order = {
    promisedOn: '2026-03-20',
    neededBy: '2026-03-10',
    shippedOn: null,
    receivedOn: '2026-03-15',
    cancelledOn: null,
    standing: null
  }
  const at = (now: string) => ({ now, clock: 'Asia/Manila' as Clock })
  it('that came before its promise is not late, and is five days after it was needed', () => {
    const present = at('2026-03-16T09:00:00Z')
    expect([orderState(order, present), lateness(order, present).days, afterNeed(order, present).days]).toEqual(['received', 0, 5])
  })
  it('is held to its promise while it has one, else to the day it is needed', () => {
    const open = { ...order, receivedOn: null }
    expect(orderState(open, at('2026-03-15T09:00:00Z'))).toBe('at-risk')
    // the 20th ends at 16:00 UTC there
    expect(orderState(open, at('2026-03-20T15:59:00Z'))).toBe('at-risk')
    expect(orderState(open, at('2026-03-20T16:00:00Z'))).toBe('late')
    const needed = { ...open, promisedOn: null }
    expect(orderState(needed, at('2026-03-12T09:00:00Z'))).toBe('late')
    expect(lateness(needed, at('2026-03-12T09:00:00Z'))).toEqual({ days: 2, minutes: null })
  })
  it('promised for a day is in time at any hour of it, where the customer is', () => {
    const day = { ...order, neededBy: null, promisedOn: '2026-03-20' }
    const came = (receivedOn: string) => lateness({ ...day, receivedOn }, at('2026-04-01T00:00:00Z'))
    expect(came('2026-03-20T15:59:00Z')).toEqual({ days: 0, minutes: null })
    expect(came('2026-03-20T16:01:00Z')).toEqual({ days: 1, minutes: null })
  })
  it('promised for an hour is late after it, by the minutes that went by, also over a change of the clocks', () => {
    const hour = { ...order, neededBy: null, promisedOn: '2026-03-28T20:00:00Z' }
    const late = (receivedOn: string | null, now = '2026-04-01T00:00:00Z') =>
      lateness({ ...hour, receivedOn }, { now, clock: 'Europe/Athens' as Clock })
    expect(late('2026-03-28T19:59:00Z')).toEqual({ days: 0, minutes: null })
    expect(late('2026-03-28T20:25:00Z')).toEqual({ days: 0, minutes: 25 })
    expect(late('2026-03-29T20:00:00Z')).toEqual({ days: 1, minutes: 1_440 })
    // nobody knows at what hour of that day it came
    expect(late('2026-03-28')).toEqual({ days: 0, minutes: null })
    expect(late('2026-03-29')).toEqual({ days: 1, minutes: null })
    expect(late(null, '2026-03-28T21:00:00Z')).toEqual({ days: 0, minutes: 60 })
    expect(orderState({ ...hour, receivedOn: null }, { now: '2026-03-28T21:00:00Z', clock: 'Europe/Athens' as Clock })).toBe('late')
  })
})
