import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { calculatorFor } from '../../../src/shared/losses/model/all-calculators'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { pert } from '../../../src/shared/losses/sampling/distributions'
import type { DriverInput, LossLineInput, LossStatus } from '../../../src/shared/losses/engine/incident-loss'
import { LossRefusal } from '../../../src/shared/losses/model/input-error'
import { netDrawsOf, simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { checkInputs, checkLine } from '../../../src/shared/losses/model/validate'
import { driver, exact, incident, line, lookup, odds, range } from './test-calculators'

beforeAll(loadFormulas)

const shared = (id: string, low: number, likely: number, high: number): DriverInput => ({
  id,
  name: id,
  unit: 'number',
  quantity: { as: 'range', low, likely, high }
})
const sold = (id: string, by: string, more: Partial<LossLineInput> = {}) =>
  line(id, { units: driver(by), each: exact(100) }, { calculator: 'sales', ...more })
const real = (lines: LossLineInput[], more = {}) =>
  simulateIncident(incident(lines, { calculators: (id, { inputs }) => calculatorFor(id, inputs), draws: 2_000, ...more }))

describe('shared quantities', () => {
  it('of two names are drawn apart, even when they are given alike', () => {
    const drivers = [shared('d', 1, 2, 9), shared('e', 1, 2, 9)]
    const apart = simulateIncident(incident([sold('a', 'd'), sold('b', 'e')], { drivers }))
    const same = simulateIncident(incident([sold('a', 'd'), sold('b', 'd')], { drivers }))
    expect(apart.p90 - apart.p10).toBeLessThan((same.p90 - same.p10) * 0.85)
  })
  it('swing in the tornado from their own P10 to their own P90', () => {
    const row = simulateIncident(incident([sold('a', 'd')], { drivers: [shared('d', 4, 6, 12)] })).tornado[0]!
    expect([row.low, row.high]).toEqual([pert(4, 6, 12).quantile(0.1), pert(4, 6, 12).quantile(0.9)])
  })
  it('that are changed are drawn anew, though their likely value and the line stay', () => {
    const memo = new Map()
    const input = (high: number) => incident([sold('a', 'd')], { drivers: [shared('d', 1, 2, high)] })
    simulateIncident(input(9), memo)
    expect(simulateIncident(input(90), memo)).toEqual(simulateIncident(input(90)))
  })
  it('in money stand in their own currency and turn into the line’s', () => {
    const margin: DriverInput = {
      id: 'm',
      name: 'Margin',
      unit: 'money-per-unit',
      quantity: { as: 'exact', value: 10 },
      currency: 'EUR'
    }
    const abroad = line('a', { units: exact(3), each: driver('m') }, { calculator: 'sales', currency: 'USD' })
    const rates = [{ from: 'USD', to: 'EUR', rate: 0.8, on: '2026-03-01', source: 'ECB' }]
    // 10 euros are 12.5 dollars; three of them, in euros, are 30 again
    expect(simulateIncident(incident([abroad], { drivers: [margin], rates })).p50).toBe(3_000)
  })
})

describe('whose word an amount is', () => {
  const one = (status: LossStatus, value: number) => line(status, { amount: exact(value) }, { status })
  it('confirmed and estimated are lost; recovered and compensated are taken off, each once, in every figure', () => {
    const loss = simulateIncident(
      incident([one('confirmed', 700), one('estimated', 200), one('recovered', 40), one('compensated', 5)])
    )
    expect(loss.gross).toEqual({ p10: 90_000, p50: 90_000, p90: 90_000, mean: 90_000 })
    expect([loss.p50, loss.mean, loss.likely]).toEqual([85_500, 85_500, 85_500])
    for (const [status, value] of [
      ['confirmed', 70_000],
      ['estimated', 20_000],
      ['recovered', 4_000],
      ['compensated', 500]
    ] as const) {
      expect(loss.byStatus[status].p50).toBe(value)
    }
  })
  it('no status ever moves into the figure of another', () => {
    const statuses = fc.constantFrom<LossStatus>('estimated', 'confirmed', 'recovered', 'compensated')
    fc.assert(
      fc.property(fc.array(fc.tuple(statuses, fc.integer({ min: 0, max: 100_000 })), { minLength: 1, maxLength: 8 }), (rows) => {
        const loss = simulateIncident(
          incident(
            rows.map(([status, value], i) => line(`l${i}`, { amount: exact(value) }, { status })),
            { draws: 100 }
          )
        )
        const sum = (...of: LossStatus[]) =>
          rows.filter(([status]) => of.includes(status)).reduce((total, [, value]) => total + value * 100, 0)
        for (const status of ['estimated', 'confirmed', 'recovered', 'compensated'] as const)
          expect(loss.byStatus[status].p50).toBe(sum(status))
        expect(loss.gross.p50).toBe(sum('confirmed', 'estimated'))
        expect(loss.p50).toBe(Math.max(0, sum('confirmed', 'estimated') - sum('recovered', 'compensated')))
      }),
      { numRuns: 60 }
    )
  })
})

describe('the order of lines', () => {
  it('changes no draw, not even its last bit', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const lines = ids.map((id, i) =>
      line(id, { amount: range(0.1, 0.2 + i / 3, 1_000 / (i + 1)) }, { status: i % 3 === 2 ? 'confirmed' : 'estimated' })
    )
    const drawn = (order: LossLineInput[]) => [...netDrawsOf(incident(order), 500)]
    expect(drawn(lines.toReversed())).toEqual(drawn(lines))
  })
})

describe('the guard', () => {
  it('asks whether recovered sales were taken off twice only where the line takes any off', () => {
    const rules = (recaptured: number) =>
      real([
        line(
          'a',
          { unitsShort: exact(10), contributionPerUnit: exact(5), shareRecaptured: exact(recaptured) },
          { calculator: 'lost-sales' }
        ),
        line('b', { amount: exact(9) }, { calculator: 'plain-amount', status: 'recovered' })
      ]).guard.map(({ rule }) => rule)
    expect(rules(0.3)).toContain('recovered-twice')
    expect(rules(0)).not.toContain('recovered-twice')
  })
  it('says what is at stake in the incident’s currency', () => {
    const rates = [{ from: 'USD', to: 'EUR', rate: 0.5, on: '2026-03-01', source: 'ECB' }]
    const inputs = {
      hoursDown: exact(2),
      revenuePerHour: exact(100),
      shareDependent: exact(1),
      contributionRatio: exact(0.5),
      people: exact(1),
      loadedRate: exact(20),
      labourInMargin: 'variable'
    }
    const { guard } = real([line('a', inputs, { calculator: 'outage', currency: 'USD' })], { rates })
    expect(guard).toMatchObject([{ rule: 'sells-and-idles', atStake: 2_000 }])
  })
})

describe('bounds', () => {
  const checked = (raw: object) => checkLine({ ...line('a', { amount: exact(1) }), ...raw }, lookup())
  it('name a huge negative number as too large, and a count of times by its own limit', () => {
    expect(
      checkInputs({ netIncome: exact(-1e16), continuingExpenses: exact(1) }, calculatorFor('interruption-worksheet', {})!)
    ).toMatchObject({ errors: [{ path: 'inputs.netIncome.value', code: 'too-large' }] })
    expect(checked({ frequency: exact(1_000) }).ok).toBe(true)
    expect(checked({ frequency: exact(1_000.5) })).toMatchObject({
      errors: [{ path: 'frequency.value', code: 'above', limit: 1_000 }]
    })
  })
})

describe('an own formula in a simulation', () => {
  const own = (formula: string, inputs: LossLineInput['inputs'], more = {}) =>
    real([line('a', { formula, ...inputs }, { calculator: 'own-formula' })], more)
  it('takes ranges and shared quantities like any calculator', () => {
    const loss = own(
      'rooms * rate',
      { rooms: range(4, 6, 12), rate: driver('d'), 'rate.unit': 'money-per-unit' },
      { drivers: [{ ...shared('d', 80, 90, 130), unit: 'money-per-unit' }], draws: 20_000 }
    )
    expect(loss.likely).toBe(54_000)
    expect(Math.abs(loss.mean / 100 / (pert(4, 6, 12).mean * pert(80, 90, 130).mean) - 1)).toBeLessThan(0.005)
    expect(loss.tornado.map(({ key }) => key).sort()).toEqual(['driver:d', 'line:a:rooms'])
  })
  it.each([
    ['divides by zero', 'rate / (x - 3)', { rate: exact(5), x: exact(3) }],
    ['gives no number in some draws', 'rate * (0 - x) ^ 0.5', { rate: exact(5), x: range(1, 2, 3) }],
    ['gives none at the likely value alone', 'rate / (x - 2)', { rate: exact(5), x: range(1, 2, 3) }]
  ])('that %s is refused at the formula, not counted as nothing', (_, formula, inputs) => {
    let refused: unknown
    try {
      own(formula, inputs)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(LossRefusal)
    expect((refused as LossRefusal).errors).toMatchObject([{ path: 'inputs.formula' }])
  })
  it('is held at zero where it falls below, like every line', () => {
    expect(own('pay - cover', { pay: exact(5), cover: odds(1, 20) }).p10).toBe(0)
  })
})
