import { describe, expect, it } from 'vitest'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import type { OwnQuantity, Quantity } from '../../../src/shared/losses/model/quantity'
import type { DriverInput, LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { inOwnTerms, movedTogether, summarise } from '../../../src/shared/losses/engine/summary'
import { waterfall } from '../../../src/shared/losses/engine/waterfall'
import { exact, incident, line, range } from './test-calculators'

const lines = [
  line('a', { amount: range(900, 1_000, 1_300) }),
  line('b', { amount: exact(500) }, { status: 'confirmed' }),
  line('c', { amount: exact(200) }, { status: 'recovered' }),
  line('d', { amount: exact(100) }, { status: 'compensated' })
]

describe('the summary', () => {
  it('keeps the four kinds of amount apart', () => {
    const summary = summarise(simulateIncident(incident(lines)))
    expect(summary.confirmed.p50).toBe(50_000)
    expect(summary.recovered.p50).toBe(20_000)
    expect(summary.compensated.p50).toBe(10_000)
    expect(summary.net.mean).toBe(summary.gross.mean - 30_000)
    expect(summary.shareConfirmed).toBeCloseTo(50_000 / summary.gross.mean, 10)
    expect(summary.shareBack).toBeCloseTo(30_000 / summary.gross.mean, 10)
  })
  it('has no shares of nothing', () => {
    expect(summarise(simulateIncident(incident([])))).toMatchObject({ shareConfirmed: undefined, shareBack: undefined })
  })
})

describe('in the customer’s own terms', () => {
  it('are days of their work, a share of their yearly margin, and things of theirs', () => {
    const terms = inOwnTerms(
      { p10: 100_000, p50: 260_000, p90: 520_000, mean: 0 },
      { yearlyMargin: 26_000_000, equals: [{ id: 'night', each: 13_000 }] }
    )
    expect(terms.daysOfWork).toEqual({ p10: 1, p50: 2.6, p90: 5.2 })
    expect(terms.shareOfYearlyMargin!.p50).toBe(0.01)
    expect(terms.equals).toEqual([{ id: 'night', count: { p10: 100_000 / 13_000, p50: 20, p90: 40 } }])
  })
  it('leave out what is not known', () => {
    expect(inOwnTerms({ p10: 1, p50: 1, p90: 1, mean: 1 }, { yearlyMargin: null, equals: [{ id: 'x', each: 0 }] })).toEqual({
      equals: []
    })
  })
})

describe('finding 3.7: what independence hides', () => {
  const sites = [1, 2, 3, 4]
  const days = range(3, 10, 30)
  const late = (daysLate: Quantity, id: number) =>
    line(
      `site-${id}`,
      { unitsLate: exact(9_000), unitsPerDay: exact(100), daysLate, contributionPerUnit: exact(40) },
      { calculator: 'late-delivery' }
    )
  const run = (lines: LossLineInput[], drivers: DriverInput[] = []) =>
    simulateIncident(incident(lines, { drivers, calculators: calculatorById, draws: 20_000 }))

  it('the sum of the quantiles is what one shared quantity gives, and wider than four that move apart', () => {
    const apart = run(sites.map((id) => late(days, id)))
    const shared = run(
      sites.map((id) => late({ as: 'driver', driverId: 'd' }, id)),
      [{ id: 'd', name: 'Days late', unit: 'days', quantity: days as OwnQuantity }]
    )
    const together = movedTogether(apart)!
    expect(Math.abs(together.p10 / shared.gross.p10 - 1)).toBeLessThan(0.01)
    expect(Math.abs(together.p90 / shared.gross.p90 - 1)).toBeLessThan(0.01)
    expect(together.p10).toBeLessThan(apart.gross.p10 * 0.8)
    expect(together.p90).toBeGreaterThan(apart.gross.p90 * 1.15)
  })
  it('is not said of one uncertain line', () => {
    expect(movedTogether(run([late(days, 1), late(exact(5), 2)]))).toBeUndefined()
  })
})

describe('the waterfall', () => {
  it('goes from confirmed over estimated to gross, then back to net, without a gap', () => {
    const loss = simulateIncident(incident(lines))
    const bars = waterfall(loss, lines)
    expect(bars.map(({ id }) => id)).toEqual(['b', 'a', 'gross', 'c', 'd', 'net'])
    expect(bars[1]!.from).toBe(bars[0]!.to)
    expect(bars.at(-1)!.to).toBe(loss.mean)
    expect(bars.at(-2)!.to).toBe(loss.mean)
  })
  it('shows where the net was held at zero', () => {
    const more = [line('a', { amount: exact(50) }), line('b', { amount: exact(80) }, { status: 'compensated' })]
    const bars = waterfall(simulateIncident(incident(more)), more)
    expect(bars.find(({ kind }) => kind === 'held')).toEqual({ id: 'held', kind: 'held', from: -3_000, to: 0 })
  })
})
