import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pert } from '../../../src/shared/losses/sampling/distributions'
import type { LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { amount, driver, exact, incident, line, lookup, odds, range, sales } from './test-calculators'

const dollars = [{ from: 'USD', to: 'EUR', rate: 0.9, on: '2026-03-01', source: 'ECB' }]

describe('an incident simulated as a whole', () => {
  it('adds exact lines exactly, in minor units', () => {
    const loss = simulateIncident(incident([line('a', { amount: exact(100.1) }), line('b', { amount: exact(200.2) })]))
    expect(loss).toMatchObject({ p10: 30_030, p50: 30_030, p90: 30_030, mean: 30_030, likely: 30_030, tornado: [] })
    expect(loss.histogram).toEqual({ bins: [{ from: 30_030, to: 30_031, count: 2_000 }], below: 0, above: 0 })
  })
  it('gives a P90 of the sum that is well below the sum of P90s', () => {
    const loss = simulateIncident(incident(['a', 'b', 'c', 'd'].map((id) => line(id, { amount: range(0, 1_000, 10_000) }))))
    const p90s = loss.byLine.reduce((sum, one) => sum + one.p90, 0)
    const means = loss.byLine.reduce((sum, one) => sum + one.mean, 0)
    expect(loss.p90).toBeLessThan(p90s * 0.85)
    expect(loss.p10).toBeGreaterThan(loss.byLine.reduce((sum, one) => sum + one.p10, 0))
    expect(Math.abs(loss.mean - means)).toBeLessThanOrEqual(4)
  })
  it('finds the quantiles of a single PERT line', () => {
    const loss = simulateIncident(incident([line('a', { amount: range(4, 6, 12) })], { draws: 20_000 }))
    const analytic = pert(4, 6, 12)
    for (const [key, u] of [
      ['p10', 0.1],
      ['p50', 0.5],
      ['p90', 0.9]
    ] as const) {
      expect(Math.abs(loss[key] / 100 / analytic.quantile(u) - 1)).toBeLessThan(0.005)
    }
    expect(loss.likely).toBe(600)
  })
  it('moves lines together by a shared driver', () => {
    const drivers = [{ id: 'd', name: 'Days', unit: 'count', quantity: { as: 'range', low: 1, likely: 2, high: 9 } } as const]
    const lines = ['a', 'b'].map((id) => line(id, { units: driver('d'), each: exact(100) }, { calculator: 'sales' }))
    const together = simulateIncident(incident(lines, { drivers: [...drivers] }))
    const apart = simulateIncident(
      incident(['a', 'b'].map((id) => line(id, { units: range(1, 2, 9), each: exact(100) }, { calculator: 'sales' })))
    )
    expect(Math.abs(together.p90 - together.byLine[0]!.p90 * 2)).toBeLessThanOrEqual(1)
    expect(together.p90 - together.p10).toBeGreaterThan((apart.p90 - apart.p10) * 1.2)
    expect(together.tornado.map(({ key }) => key)).toEqual(['driver:d'])
    expect(apart.tornado.map(({ key }) => key)).toEqual(['line:a:units', 'line:b:units'])
  })
  it('is structured-cloneable: plain data only', () => {
    const loss = simulateIncident(incident([line('a', { amount: range(1, 2, 3) })]))
    expect(structuredClone(loss)).toEqual(loss)
  })
  it('gives zeros for no lines', () => {
    expect(simulateIncident(incident([]))).toMatchObject({ p10: 0, p50: 0, p90: 0, mean: 0, byLine: [], guard: [], heldAtZero: 0 })
  })
  it('has a fixed result for a fixed seed', () => {
    const loss = simulateIncident(
      incident([
        line('a', { amount: range(100, 250, 900) }),
        line('b', { amount: odds(50, 500) }, { frequency: range(1, 2, 5) as never })
      ])
    )
    const { p10, p50, p90, mean } = loss
    expect({ p10, p50, p90, mean }).toMatchInlineSnapshot(`
      {
        "mean": 80291,
        "p10": 34121,
        "p50": 71119,
        "p90": 137464,
      }
    `)
  })
})

describe('amounts by whose word they are', () => {
  const lines = [
    line('a', { amount: range(900, 1_000, 1_200) }),
    line('b', { amount: exact(500) }, { status: 'confirmed' }),
    line('c', { amount: exact(200) }, { status: 'recovered' }),
    line('d', { amount: exact(100) }, { status: 'compensated' })
  ]
  it('stay apart, and only the net takes off what came back', () => {
    const loss = simulateIncident(incident(lines))
    expect(loss.byStatus.confirmed.mean).toBe(50_000)
    expect(loss.byStatus.recovered.p50).toBe(20_000)
    expect(loss.byStatus.compensated.p90).toBe(10_000)
    expect(loss.gross.mean - loss.mean).toBe(30_000)
    expect(loss.gross.p10).toBe(loss.byStatus.estimated.p10 + 50_000)
  })
  it('hold the net at zero unless it is said that it may be below', () => {
    const more = [line('a', { amount: range(0, 50, 200) }), line('b', { amount: exact(100) }, { status: 'compensated' })]
    const held = simulateIncident(incident(more))
    expect(held.p10).toBe(0)
    expect(held.heldAtZero).toBeGreaterThan(0.5)
    const below = simulateIncident(incident(more, { allowNegativeNet: true }))
    expect(below.p10).toBeLessThan(0)
    expect(below.heldAtZero).toBe(0)
  })
})

describe('frequency', () => {
  const often = (frequency: LossLineInput['frequency'], inputs: LossLineInput['inputs'] = { amount: range(50, 100, 200) }) =>
    simulateIncident(incident([line('a', inputs, { frequency })], { draws: 20_000 }))

  it('T61: the mean is the product of the means', () => {
    const loss = often({ as: 'range', low: 3, likely: 5, high: 12 }, { amount: range(125_000, 750_000, 3_500_000) })
    expect(Math.abs(loss.mean / 100 / 6_440_972.22 - 1)).toBeLessThan(0.01)
  })
  it('sums a Poisson number of separate draws: the spread is that of a compound Poisson, not of one draw multiplied', () => {
    const severity = pert(50, 100, 200)
    const loss = often({ as: 'exact', value: 9 })
    const sd = Math.sqrt(9 * (severity.sd ** 2 + severity.mean ** 2))
    expect((loss.p90 - loss.p10) / 100 / (2 * 1.2816 * sd)).toBeCloseTo(1, 1)
    // one draw multiplied with the count would be wider
    const multiplied = Math.sqrt(9 * (severity.sd ** 2 + severity.mean ** 2) + (81 - 9) * severity.sd ** 2)
    expect((loss.p90 - loss.p10) / 100).toBeLessThan(2 * 1.2816 * multiplied * 0.95)
  })
  it('of exact losses is their number times the loss', () => {
    const loss = often({ as: 'exact', value: 0.1 }, { amount: exact(100) })
    expect(loss.p90).toBe(0)
    expect(loss.mean / 1_000).toBeCloseTo(1, 1)
    expect(loss.likely).toBe(1_000)
  })
  it('keeps a shared driver the same for every time in a draw', () => {
    const input = (quantity: typeof sharedDays) =>
      incident(
        [line('a', { units: driver('d'), each: exact(1) }, { calculator: 'sales', frequency: { as: 'exact', value: 50 } })],
        { drivers: [{ id: 'd', name: 'Days', unit: 'count', quantity }], draws: 5_000 }
      )
    const sharedDays = { as: 'range', low: 10, likely: 20, high: 90 } as const
    const loss = simulateIncident(input(sharedDays as never))
    // the driver's own spread stays, however often it happens
    expect(loss.p90 / loss.p10).toBeGreaterThan(2.2)
  })
  it('counts its own P10 to P90 in the tornado', () => {
    const row = often({ as: 'exact', value: 9 }).tornado.find(({ kind }) => kind === 'frequency')!
    expect([row.low, row.high, row.atLow, row.atHigh]).toEqual([5, 13, 50_000, 130_000])
  })
  it('stays bounded for a thousand times of an uncertain loss', () => {
    const loss = often({ as: 'exact', value: 1_000 })
    expect(Math.abs(loss.mean / 100 / (1_000 * pert(50, 100, 200).mean) - 1)).toBeLessThan(0.002)
    const sd = Math.sqrt(1_000 * (pert(50, 100, 200).sd ** 2 + pert(50, 100, 200).mean ** 2))
    expect((loss.p90 - loss.p10) / 100 / (2 * 1.2816 * sd)).toBeCloseTo(1, 1)
  })
})

describe('tornado', () => {
  it('swings each input from its P10 to its P90 with the others at their likely value', () => {
    const loss = simulateIncident(
      incident([line('a', { units: range(4, 6, 12), each: exact(10), recaptured: range(0, 0.1, 0.5) }, { calculator: 'sales' })])
    )
    const [units, share] = loss.tornado
    expect(units!.low).toBeCloseTo(4.8979, 3)
    expect(units).toMatchObject({ key: 'line:a:units', kind: 'input', unit: 'count', atHigh: Math.round(8.67112 * 10 * 0.9 * 100) })
    expect(share!.key).toBe('line:a:recaptured')
    expect(share!.atHigh).toBeLessThan(share!.atLow)
    expect(units!.swing).toBeGreaterThan(share!.swing)
  })
})

describe('currencies', () => {
  it('convert with a dated rate that is kept', () => {
    const loss = simulateIncident(incident([line('a', { amount: exact(100) }, { currency: 'USD' })], { rates: dollars }))
    expect(loss.p50).toBe(9_000)
    expect(loss.rates).toEqual(dollars)
  })
  it('take the latest rate, in either direction', () => {
    const rates = [...dollars, { from: 'EUR', to: 'USD', rate: 1.25, on: '2026-04-01', source: 'ECB' }]
    const loss = simulateIncident(incident([line('a', { amount: exact(100) }, { currency: 'USD' })], { rates }))
    expect(loss.p50).toBe(8_000)
    expect(loss.rates).toEqual([rates[1]])
  })
  it('turn a driver in money into the line’s currency', () => {
    const loss = simulateIncident(
      incident([line('a', { units: exact(2), each: driver('d') }, { calculator: 'sales' })], {
        drivers: [{ id: 'd', name: 'Rate', unit: 'money-per-unit', quantity: { as: 'exact', value: 100 }, currency: 'USD' }],
        rates: dollars
      })
    )
    expect(loss.p50).toBe(18_000)
  })
  it('without minor units stay whole', () => {
    const loss = simulateIncident(incident([line('a', { amount: exact(1_234.6) }, { currency: 'JPY' })], { currency: 'JPY' }))
    expect(loss.p50).toBe(1_235)
  })
})

describe('properties', () => {
  type Triple = [number, number, number]
  const value = fc.double({ min: 0, max: 1e6, noNaN: true })
  const triple = fc.tuple(value, value, value).map((values) => values.toSorted((a, b) => a - b) as Triple)
  const anyAmount = fc.oneof(
    fc.double({ min: 0, max: 1e6, noNaN: true }).map(exact),
    triple.map(([low, likely, high]) => range(low, likely, high)),
    triple.map(([low, , high]) => odds(low + 1, high + 1))
  )
  const anyLine = fc.record({
    amount: anyAmount,
    status: fc.constantFrom('estimated' as const, 'confirmed' as const, 'recovered' as const, 'compensated' as const),
    currency: fc.constantFrom('EUR', 'USD'),
    frequency: fc.option(fc.double({ min: 0, max: 4, noNaN: true }))
  })
  const anyLines = fc
    .array(anyLine, { minLength: 1, maxLength: 8 })
    .map((list) =>
      list.map(({ amount, status, currency, frequency }, i) =>
        line(`l${i}`, { amount }, { status, currency, frequency: frequency === null ? null : { as: 'exact', value: frequency } })
      )
    )
  const run = (lines: LossLineInput[], more = {}) => simulateIncident(incident(lines, { rates: dollars, draws: 300, ...more }))

  it('P10 ≤ P50 ≤ P90 everywhere, and no net below zero', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const loss = run(lines)
        for (const one of [loss, loss.gross, ...loss.byLine, ...Object.values(loss.byStatus)]) {
          expect(one.p10).toBeLessThanOrEqual(one.p50)
          expect(one.p50).toBeLessThanOrEqual(one.p90)
          expect([one.p10, one.p50, one.p90, one.mean].every(Number.isSafeInteger)).toBe(true)
        }
        expect(
          Math.min(loss.p10, loss.mean, loss.likely, ...loss.tornado.flatMap(({ atLow, atHigh }) => [atLow, atHigh]))
        ).toBeGreaterThanOrEqual(0)
        const { bins, below, above } = loss.histogram
        expect(bins.length).toBeLessThanOrEqual(40)
        expect(bins.reduce((sum, { count }) => sum + count, below + above)).toBe(300)
      }),
      { numRuns: 60 }
    )
  })
  it('same seed, same result; and the order of lines changes nothing', () => {
    fc.assert(
      fc.property(anyLines, fc.infiniteStream(fc.nat()), (lines, order) => {
        const shuffled = lines
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const [first, again, moved] = [run(lines), run(lines), run(shuffled)]
        expect(again).toEqual(first)
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect({ ...moved, byLine: moved.byLine.toSorted(byId) }).toEqual({ ...first, byLine: first.byLine.toSorted(byId) })
      }),
      { numRuns: 40 }
    )
  })
  it('a line’s figures do not depend on the other lines', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const alone = run([lines[0]!]).byLine[0]
        expect(run(lines).byLine[0]).toEqual(alone)
      }),
      { numRuns: 40 }
    )
  })
  const figures = ['p10', 'p50', 'p90', 'mean', 'likely'] as const
  // one minor unit from rounding, and the table's millionth of the range
  const slack = ([low, , high]: number[]) => 1 + (high! - low!) * 1e-4
  const raise = fc.double({ min: 0, max: 1e5, noNaN: true })

  it('a higher likely value, or a range moved up, is never less in any figure', () => {
    fc.assert(
      fc.property(triple, raise, fc.boolean(), ([low, likely, high], more, whole) => {
        const raised: Triple = whole ? [low + more, likely + more, high + more] : [low, Math.min(high, likely + more), high]
        const [before, after] = ([[low, likely, high], raised] as Triple[]).map((v) => run([line('a', { amount: range(...v) })]))
        for (const key of figures) expect(after![key]).toBeGreaterThanOrEqual(before![key] - slack(raised))
      }),
      { numRuns: 100 }
    )
  })
  it('a higher low or high is never less in the mean, though a PERT then narrows and a far quantile may fall', () => {
    fc.assert(
      fc.property(triple, raise, fc.boolean(), ([low, likely, high], more, upper) => {
        const raised: Triple = upper ? [low, likely, high + more] : [Math.min(likely, low + more), likely, high]
        const [before, after] = ([[low, likely, high], raised] as Triple[]).map((v) =>
          run([line('a', { amount: range(...v) })], { draws: 2_000 })
        )
        expect(after!.mean).toBeGreaterThanOrEqual(before!.mean - 1 - (raised[2] - low) * 0.02)
      }),
      { numRuns: 60 }
    )
    expect(pert(0.5, 1, 150).quantile(0.9)).toBeLessThan(pert(0, 1, 150).quantile(0.9))
  })
  it('an added loss is never less, an added recovery never more', () => {
    fc.assert(
      fc.property(anyLines, anyAmount, (lines, amount) => {
        const before = run(lines)
        const worse = run([...lines, line('z', { amount })])
        const better = run([...lines, line('z', { amount }, { status: 'recovered' })])
        for (const key of figures) {
          expect(worse[key]).toBeGreaterThanOrEqual(before[key])
          expect(better[key]).toBeLessThanOrEqual(before[key])
        }
      }),
      { numRuns: 40 }
    )
  })
  it('recapturing more is never a greater loss', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }), (share, more) => {
        const at = (recaptured: number) =>
          run([line('a', { units: range(1, 5, 9), each: exact(10), recaptured: exact(recaptured) }, { calculator: 'sales' })])
        expect(at(share + more).p50).toBeLessThanOrEqual(at(share).p50)
      }),
      { numRuns: 40 }
    )
  })
  it('scales with the exchange rate and with the money', () => {
    fc.assert(
      fc.property(triple, fc.integer({ min: 2, max: 50 }), (values, times) => {
        const base = run([line('a', { amount: range(...values) })])
        const scaled = run([line('a', { amount: range(...(values.map((v) => v * times) as [number, number, number])) })])
        const abroad = run([line('a', { amount: range(...values) }, { currency: 'USD' })], {
          rates: [{ ...dollars[0]!, rate: times }]
        })
        for (const key of ['p10', 'p50', 'p90', 'mean'] as const) {
          expect(Math.abs(scaled[key] - base[key] * times)).toBeLessThanOrEqual(times)
          expect(Math.abs(abroad[key] - base[key] * times)).toBeLessThanOrEqual(times)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('a memo of earlier draws', () => {
  it('changes no figure, and draws only the line that was edited', () => {
    const memo = new Map()
    let computed = 0
    const counting = { ...amount, compute: (draw: Parameters<typeof amount.compute>[0]) => (computed++, amount.compute(draw)) }
    const lines = ['a', 'b', 'c'].map((id) => line(id, { amount: range(1, 2, 9) }))
    const input = (edited: LossLineInput[]) => incident(edited, { calculators: lookup([counting, sales]), draws: 1_000 })
    simulateIncident(input(lines), memo)
    computed = 0
    const edited = [lines[0]!, { ...lines[1]!, inputs: { amount: range(1, 3, 9) } }, lines[2]!]
    const quick = simulateIncident(input(edited), memo)
    expect(computed).toBeLessThan(1_100)
    // the edited line stands beside what it was before
    expect(memo.size).toBe(4)
    expect(quick).toEqual(simulateIncident(input(edited)))
  })
})
