import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { calculatorFor } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { pert } from '../../../src/shared/losses/sampling/distributions'
import type {
  DriverInput,
  Figure,
  LossLineInput,
  LossStatus,
  SimulationInput
} from '../../../src/shared/losses/engine/incident-loss'
import { incidentWaiting } from '../../../src/shared/losses/engine/incident-waiting'
import { endsOn } from '../../../src/shared/losses/model/harm'
import type { OwnQuantity, Quantity } from '../../../src/shared/losses/model/quantity'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { waterfall } from '../../../src/shared/losses/engine/waterfall'
import { driver, exact, odds, range } from './test-calculators'

beforeAll(loadFormulas)

const today = '2026-03-11'
const keys = ['p10', 'p50', 'p90', 'mean'] as const
const figure = ({ p10, p50, p90, mean }: Figure): Figure => ({ p10, p50, p90, mean })

/** A quantity of any kind within bounds. */
const between = (min: number, max: number): fc.Arbitrary<Quantity> => {
  const value = fc.double({ min, max, noNaN: true }).map((any) => Math.max(min, Math.round(any * 1e4) / 1e4))
  const rising = fc.tuple(value, value, value).map((three) => three.toSorted((a, b) => a - b) as [number, number, number])
  return fc.oneof(
    value.map(exact),
    rising.map((three) => range(...three)),
    rising.map(([low, , high]) => odds(low + 1e-3, high + 1e-3))
  )
}
const days = fc.oneof(between(0, 60), fc.constant(driver('days')))
const kinds: fc.Arbitrary<Pick<LossLineInput, 'calculator' | 'inputs'>> = fc.oneof(
  fc.record({ amount: between(0, 5_000) }).map((inputs) => ({ calculator: 'plain-amount', inputs })),
  fc
    .record({
      unitsLate: between(0, 900),
      unitsPerDay: between(0, 40),
      daysLate: days,
      daysOfCover: between(0, 9),
      contributionPerUnit: between(0, 30),
      shareRecaptured: between(0, 0.9)
    })
    .map((inputs) => ({ calculator: 'late-delivery', inputs })),
  fc
    .record({
      price: between(1, 90_000),
      ratePerPeriod: between(0, 0.02),
      period: fc.constantFrom('day', 'week', 'month'),
      counting: fc.constantFrom('part', 'full', 'pro-rata'),
      daysLate: days,
      graceDays: between(0, 20),
      capShare: between(0, 0.2)
    })
    .map((inputs) => ({ calculator: 'liquidated-damages', inputs: inputs as LossLineInput['inputs'] })),
  fc
    .record({ principal: between(0, 90_000), rate: between(0, 0.2), days, dayCount: fc.constant('actual-365') })
    .map((inputs) => ({ calculator: 'simple-interest', inputs: inputs as LossLineInput['inputs'] }))
)
const statuses = fc.constantFrom<LossStatus>('estimated', 'estimated', 'confirmed', 'recovered', 'compensated')
/** Any incident: lines of several calculators, statuses and currencies, some that happen often, one shared count of days. */
const incidents = (often = true) =>
  fc
    .record({
      lines: fc.array(fc.tuple(kinds, statuses, fc.constantFrom('EUR', 'USD'), fc.option(fc.constantFrom(0.5, 2, 7))), {
        minLength: 1,
        maxLength: 16
      }),
      shared: between(1, 60)
    })
    .map(({ lines, shared }): SimulationInput => ({
      lines: lines.map(([kind, status, currency, frequency], i) => ({
        ...kind,
        id: `l${i}`,
        title: `Line ${i}`,
        status,
        currency,
        frequency: often && frequency ? { as: 'exact', value: frequency } : null
      })),
      drivers: [{ id: 'days', name: 'Days', unit: 'days', quantity: shared as OwnQuantity }],
      currency: 'EUR',
      rates: [{ from: 'USD', to: 'EUR', rate: 0.9, on: '2026-03-01', source: 'ECB' }],
      seed: 'i',
      draws: 400,
      exact: true,
      calculators: (id, { inputs }) => calculatorFor(id, inputs)
    }))

describe('any incident', () => {
  it('has a waterfall whose bars join, add up to the gross and the net, each to a minor unit a line', () => {
    fc.assert(
      fc.property(incidents(), fc.boolean(), (input, all) => {
        const loss = simulateIncident(input)
        const bars = waterfall(loss, input.lines, all)
        const within = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(input.lines.length)
        let at = 0
        for (const bar of bars.slice(0, -1)) {
          if (bar.kind === 'gross') {
            // the lines lead to it, and what came back leads on from it
            within(at, bar.to)
            expect([bar.from, bar.to]).toEqual([0, loss.gross.mean])
          } else {
            expect(bar.from).toBe(at)
            expect((bar.to - bar.from) * (bar.kind === 'back' ? -1 : 1), bar.kind).toBeGreaterThanOrEqual(0)
          }
          at = bar.to
        }
        within(at, loss.mean)
        expect(bars.at(-1)).toMatchObject({ kind: 'net', from: 0, to: loss.mean })
        if (bars.some(({ kind }) => kind === 'held')) expect(loss.heldAtZero).toBeGreaterThan(0)
        // every line is in it once, by itself or among the others
        const shown = bars.reduce((sum, { kind, count }) => sum + (kind === 'loss' || kind === 'back' ? (count ?? 1) : 0), 0)
        expect(shown).toBe(input.lines.length)
      }),
      { numRuns: 60 }
    )
  })
  it('waits from the very figures of today, and every figure of it keeps its order', () => {
    fc.assert(
      fc.property(incidents(), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9e5 }), (input, inDays, amount) => {
        const on = new Date(Date.parse(today) + inDays * 86_400_000).toISOString().slice(0, 10)
        const fine = { draws: 400, now: new Map(), end: new Map() }
        const waiting = incidentWaiting(input, [{ id: 's', title: 's', on, amount }], today, endsOn('2026-04-30'), { fine })!
        expect(waiting.soFar).toEqual(figure(simulateIncident(input)))
        for (const one of [waiting.soFar, waiting.perDay, ...waiting.points.flatMap(({ loss, saves }) => [loss, saves])]) {
          expect(one.p10).toBeLessThanOrEqual(one.p50)
          expect(one.p50).toBeLessThanOrEqual(one.p90)
        }
        expect(waiting.points[0]!.on).toBe(today)
        expect(waiting.points.at(-1)!.on).toBe('2026-04-30')
        expect(figure(waiting.points.at(-1)!.saves)).toEqual({ p10: 0, p50: 0, p90: 0, mean: 0 })
      }),
      { numRuns: 25 }
    )
  })
  it('has a result where the likely loss is as good as nothing, however often it happens', () => {
    const rate = range(0, 5e-324, 1e-3)
    const line: LossLineInput = {
      id: 'a',
      title: 'a',
      calculator: 'liquidated-damages',
      currency: 'EUR',
      status: 'estimated',
      frequency: { as: 'exact', value: 30 },
      inputs: {
        price: exact(1_000),
        ratePerPeriod: rate,
        period: 'day',
        counting: 'part',
        daysLate: driver('days'),
        graceDays: exact(1)
      }
    }
    const drivers: DriverInput[] = [{ id: 'days', name: 'Days', unit: 'days', quantity: range(1, 2, 9) as OwnQuantity }]
    const input: SimulationInput = {
      lines: [line],
      drivers,
      currency: 'EUR',
      rates: [],
      seed: 'i',
      draws: 1_000,
      exact: true,
      calculators: (id) => calculatorFor(id, {})
    }
    // each day of waiting draws fewer happenings and stretches them by their mean at the likely values
    const waiting = incidentWaiting(input, [], today, endsOn('2026-03-31'))!
    expect(waiting.points.every(({ loss }) => keys.every((key) => Number.isFinite(loss[key])))).toBe(true)
    expect(waiting.points.at(-1)!.loss.mean).toBeGreaterThan(waiting.soFar.mean)
  })
  it('swings in its tornado as the incident does when that one number is set by hand', () => {
    const likely = (quantity: OwnQuantity): OwnQuantity => {
      if (quantity.as === 'one-in-twenty') return { as: 'exact', value: Math.sqrt(quantity.low * quantity.high) }
      return { as: 'exact', value: quantity.as === 'range' ? quantity.likely : quantity.value }
    }
    fc.assert(
      fc.property(incidents(false), (input) => {
        const sure = (
          lineId: string | undefined,
          fieldId: string | undefined,
          driverId: string | undefined,
          value: number
        ): SimulationInput => ({
          ...input,
          draws: 100,
          exact: true,
          lines: input.lines.map((line) => ({
            ...line,
            inputs: Object.fromEntries(
              Object.entries(line.inputs).map(([id, given]) => {
                if (typeof given !== 'object' || given.as === 'driver') return [id, given]
                return [id, line.id === lineId && id === fieldId ? { as: 'exact', value } : likely(given)]
              })
            ) as LossLineInput['inputs']
          })),
          drivers: input.drivers.map((one): DriverInput => ({
            ...one,
            quantity: one.id === driverId ? { as: 'exact', value } : likely(one.quantity)
          }))
        })
        const { tornado, likely: base } = simulateIncident(input)
        expect(Math.abs(simulateIncident(sure(undefined, undefined, undefined, 0)).p50 - base)).toBeLessThanOrEqual(1)
        let before = Infinity
        for (const { lineId, fieldId, driverId, low, high, atLow, atHigh, swing } of tornado) {
          // the median of a wide 1-in-20 range may be a hair off, so that a week more or less is counted: not in these
          for (const [value, at] of [
            [low, atLow],
            [high, atHigh]
          ] as const) {
            expect(Math.abs(simulateIncident(sure(lineId, fieldId, driverId, value)).p50 - at)).toBeLessThanOrEqual(2)
          }
          expect(swing).toBe(Math.abs(atHigh - atLow))
          expect(swing).toBeLessThanOrEqual(before)
          before = swing
        }
      }),
      { numRuns: 25 }
    )
  })
})

describe('a frequency', () => {
  // by Fourier inversion of the compound Poisson distribution on 65,536 cells (SciPy 1.17 for the severities): no draw in it
  it.each<[string, OwnQuantity, Quantity, number, number, [number, number, number]]>([
    ['3 × PERT', { as: 'exact', value: 3 }, range(50, 100, 200), 325, 36_785.7142857, [93.9, 305.2, 585.1]],
    [
      'PERT × PERT (T61)',
      { as: 'range', low: 3, likely: 5, high: 12 },
      range(125e3, 750e3, 3.5e6),
      6_440_972.2,
      1.2091e13,
      [2.3193e6, 6.0055e6, 1.11272e7]
    ],
    ['60 × lognormal', { as: 'exact', value: 60 }, odds(10, 1_000), 15_983.9, 3.01e7, [10_265, 15_091, 22_563]],
    ['900 × PERT', { as: 'exact', value: 900 }, range(1, 5, 100), 18_150, 567_000, [17_192.9, 18_143.2, 19_115.6]]
  ])('of %s sums to the quantiles of the compound distribution', (_, frequency, amount, mean, __, wanted) => {
    const line: LossLineInput = {
      id: 'a',
      title: 'a',
      calculator: 'plain-amount',
      inputs: { amount },
      currency: 'EUR',
      status: 'estimated',
      frequency
    }
    const loss = simulateIncident({
      lines: [line],
      drivers: [],
      currency: 'EUR',
      rates: [],
      seed: 5,
      draws: 20_000,
      exact: true,
      calculators: (id) => calculatorFor(id, {})
    })
    expect(Math.abs(loss.mean / 100 / mean - 1)).toBeLessThan(0.002)
    keys.slice(0, 3).forEach((key, i) => expect(Math.abs(loss[key] / 100 / wanted[i]! - 1), key).toBeLessThan(0.012))
  })
})

describe('more happenings than are drawn', () => {
  const days = { days: range(1, 4, 40) as OwnQuantity }
  const often = (times: number, calculator: string, inputs: LossLineInput['inputs'], draws = 20_000): SimulationInput => ({
    lines: [
      { id: 'a', title: 'a', calculator, inputs, currency: 'EUR', status: 'estimated', frequency: { as: 'exact', value: times } }
    ],
    drivers: [{ id: 'days', name: 'Days', unit: 'days', quantity: days.days }],
    currency: 'EUR',
    rates: [],
    seed: 5,
    draws,
    calculators: (id) => calculatorFor(id, {})
  })
  const penalty = {
    price: exact(1_000),
    ratePerPeriod: exact(0.01),
    period: 'day',
    counting: 'part',
    daysLate: driver('days'),
    graceDays: range(0, 5, 30),
    capShare: exact(0.1)
  }
  const late = {
    unitsLate: exact(1e6),
    unitsPerDay: range(1, 5, 50),
    daysLate: driver('days'),
    daysOfCover: range(0, 10, 20),
    contributionPerUnit: exact(1)
  }
  // P10, P50, P90 and mean by integration over 4,000 shares of the days late and of the line's own input, the sum in each
  // taken as normal around them (SciPy 1.17). The loss at the likely values is nothing below 5 or 10 days, its mean is not.
  it.each<[number, string, string, LossLineInput['inputs'], [number, number, number, number]]>([
    [200, 'a penalty', 'liquidated-damages', penalty, [399, 4_581.9, 16_318.4, 6_604.3]],
    [900, 'a penalty', 'liquidated-damages', penalty, [1_828.2, 20_685.9, 73_614.3, 29_719.1]],
    [200, 'a delay', 'late-delivery', late, [26.8, 1_940.2, 19_463.7, 6_236.8]],
    [900, 'a delay', 'late-delivery', late, [138.8, 8_787, 87_678.1, 28_065.8]]
  ])('%i times %s of one shared count of days have its quantiles', (times, _, calculator, inputs, wanted) => {
    const loss = simulateIncident(often(times, calculator, inputs))
    const near = [0.06, 0.03, 0.03, 0.015]
    keys.forEach((key, i) => expect(Math.abs(loss[key] / 100 / wanted[i]! - 1), key).toBeLessThan(near[i]!))
  })
  it('are each the same where only shared quantities are uncertain, and then their number times the loss', () => {
    const loss = simulateIncident(often(400, 'late-delivery', { ...late, unitsPerDay: exact(5), daysOfCover: exact(0) }))
    const one = pert(1, 4, 40)
    for (const [key, u] of [
      ['p10', 0.1],
      ['p50', 0.5],
      ['p90', 0.9]
    ] as const)
      expect(Math.abs(loss[key] / 100 / (400 * 5 * one.quantile(u)) - 1)).toBeLessThan(0.02)
  })
  it('and with several shared quantities keep the spread that these bring', () => {
    const two = often(300, 'late-delivery', { ...late, contributionPerUnit: driver('each'), daysOfCover: exact(0) })
    const each: DriverInput = { id: 'each', name: 'Each', unit: 'money-per-unit', quantity: range(1, 2, 9) as OwnQuantity }
    const few = often(10, 'late-delivery', two.lines[0]!.inputs)
    const [many, drawn] = [two, few].map((input) => simulateIncident({ ...input, drivers: [...input.drivers, each] }))
    // ten times are all drawn; relative to the mean the shared spread is the same, only that of the units is less
    expect(Math.abs(many!.mean / drawn!.mean / 30 - 1)).toBeLessThan(0.01)
    expect((many!.p90 - many!.p10) / many!.mean).toBeGreaterThan(((drawn!.p90 - drawn!.p10) / drawn!.mean) * 0.85)
    expect((many!.p90 - many!.p10) / many!.mean).toBeLessThan((drawn!.p90 - drawn!.p10) / drawn!.mean)
  })
  it('cost by waiting what they cost in the incident', () => {
    const input = often(60, 'late-delivery', late)
    const { soFar } = incidentWaiting(input, [], today, endsOn('2026-03-31'))!
    const whole = simulateIncident(input)
    for (const key of ['p50', 'p90', 'mean'] as const) expect(Math.abs(soFar[key] / whole[key] - 1), key).toBeLessThan(0.08)
  })
})

describe('Clemen’s Eagle Airlines (its inputs recalled, its arithmetic confirmed)', () => {
  const formula =
    '100000 + charter * hours * price + (1 - charter) * hours * ticket * 5 * filled - hours * operating - insurance - worth * financed * interest'
  const inputs: Record<string, [number, number, number]> = {
    hours: [500, 800, 1000],
    price: [300, 325, 350],
    ticket: [95, 100, 108],
    filled: [0.4, 0.5, 0.6],
    charter: [0.45, 0.5, 0.7],
    operating: [230, 245, 260],
    insurance: [18e3, 20e3, 25e3],
    financed: [0.3, 0.4, 0.5],
    interest: [0.105, 0.115, 0.13],
    worth: [85e3, 87_500, 90e3]
  }
  const profit = (v: Record<string, number>) =>
    v.charter! * v.hours! * v.price! +
    (1 - v.charter!) * v.hours! * v.ticket! * 5 * v.filled! -
    v.hours! * v.operating! -
    v.insurance! -
    v.worth! * v.financed! * v.interest!
  const base = Object.fromEntries(Object.entries(inputs).map(([name, [, likely]]) => [name, likely]))

  it('has the base case of 9,975, and each input swings from its P10 to its P90, the widest first', () => {
    const line: LossLineInput = {
      id: 'eagle',
      title: 'Eagle',
      calculator: 'own-formula',
      currency: 'USD',
      status: 'estimated',
      // a loss is not below zero, so the profit is set on a hundred thousand
      inputs: { formula, ...Object.fromEntries(Object.entries(inputs).map(([name, three]) => [name, range(...three)])) }
    }
    const loss = simulateIncident({
      lines: [line],
      drivers: [],
      currency: 'USD',
      rates: [],
      seed: 1,
      draws: 1_000,
      exact: true,
      calculators: (id, { inputs }) => calculatorFor(id, inputs)
    })
    expect(profit(base)).toBeCloseTo(9_975, 9)
    expect(loss.likely).toBe(10_997_500)
    expect(loss.tornado).toHaveLength(10)
    for (const { fieldId, atLow, atHigh } of loss.tornado) {
      const at = (u: number) => 100_000 + profit({ ...base, [fieldId!]: pert(...inputs[fieldId!]!).quantile(u) })
      expect(atLow / 100).toBeCloseTo(at(0.1), 1)
      expect(atHigh / 100).toBeCloseTo(at(0.9), 1)
    }
    expect(loss.tornado.map(({ swing }) => swing)).toEqual(loss.tornado.map(({ swing }) => swing).toSorted((a, b) => b - a))
    // as in the book, how full the flights are weighs most, what the aeroplane is worth least
    expect([loss.tornado[0]!.fieldId, loss.tornado.at(-1)!.fieldId]).toEqual(['filled', 'worth'])
  })
})
