import { describe, expect, it } from 'vitest'
import { rounded, stepOf } from '../../../src/shared/losses/sampling/precision'
import { figureOf, quantilesWithError } from '../../../src/shared/losses/sampling/quantiles'
import { netDrawsOf, simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { incident, line, odds, range } from './test-calculators'

describe('the step that an estimate is rounded to', () => {
  it('is no less than its standard error, and never more than three figures', () => {
    expect(stepOf(14_632_150, 83_000, 'EUR')).toBe(100_000)
    expect(stepOf(14_632_150, 120_000, 'EUR')).toBe(200_000)
    expect(stepOf(14_632_150, 3, 'EUR')).toBe(100_000)
    expect(stepOf(1_234_567, 800, 'JPY')).toBe(10_000)
    expect(stepOf(14_632_150, 0, 'EUR')).toBe(0)
    expect(stepOf(4_237, 1, 'EUR')).toBe(100)
    expect(stepOf(42, 1, 'EUR')).toBe(1)
  })
  it('never makes nothing of something', () => {
    expect(rounded(14_632_150, 83_000, 'EUR')).toBe(14_600_000)
    expect(rounded(-14_632_150, 83_000, 'EUR')).toBe(-14_600_000)
    expect(rounded(3_100, 40_000, 'EUR')).toBe(3_000)
    expect(rounded(0, 10, 'EUR')).toBe(0)
    expect(rounded(1_234_567, 0, 'EUR')).toBe(1_234_567)
  })
})

describe('the standard error of a quantile', () => {
  const lines = ['a', 'b', 'c', 'd'].map((id) => line(id, { amount: odds(1_000, 90_000) }))
  const over = (draws: number) => {
    const runs = Array.from({ length: 40 }, (_, seed) =>
      quantilesWithError(netDrawsOf(incident(lines, { seed }), draws), [0.1, 0.5, 0.9])
    )
    return [0, 1, 2].map((at) => {
      const values = runs.map((run) => run[at]!.value)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
      return { sd, said: runs.reduce((sum, run) => sum + run[at]!.error, 0) / runs.length, mean }
    })
  }
  it('is no less than what forty seeds differ by; hypercube draws may do some times better', () => {
    for (const { sd, said } of over(2_000)) {
      expect(said).toBeGreaterThan(sd * 0.75)
      expect(said).toBeLessThan(sd * 3.5)
    }
  })
  it('falls with more draws as their root', () => {
    const [few, many] = [over(500), over(8_000)]
    few.forEach(({ said }, at) => expect(said / many[at]!.said).toBeCloseTo(4, 0))
  })
})

describe('finding 3.14: a simulated figure', () => {
  const lines = ['a', 'b', 'c', 'd'].map((id) => line(id, { amount: range(100, 4_000, 90_000) }))
  it('has no more figures than its draws support, for the whole, each line, each status and the gross', () => {
    const loss = simulateIncident(incident(lines, { exact: false }))
    for (const figure of [loss, loss.gross, loss.byStatus.estimated, ...loss.byLine])
      for (const value of [figure.p10, figure.p50, figure.p90])
        expect(String(value / 100).replace(/0+$/, '').length).toBeLessThanOrEqual(3)
  })
  it('differs from seed to seed by no more than a step or two, where three figures were made up before', () => {
    const seen = Array.from({ length: 12 }, (_, seed) => simulateIncident(incident(lines, { seed, draws: 20_000, exact: false })))
    for (const key of ['p10', 'p50', 'p90'] as const) {
      const values = seen.map((loss) => loss[key])
      const drawn = netDrawsOf(incident(lines), 20_000)
      const error = quantilesWithError(drawn, [{ p10: 0.1, p50: 0.5, p90: 0.9 }[key]])[0]!.error
      expect(new Set(values).size).toBeLessThanOrEqual(5)
      expect(Math.max(...values) - Math.min(...values)).toBeLessThan(error * 100 * 8)
    }
  })
  it('stays to the cent where nothing is uncertain', () => {
    expect(figureOf(new Float64Array(500).fill(12_345.67), 'EUR')).toEqual({
      p10: 1_234_567,
      p50: 1_234_567,
      p90: 1_234_567,
      mean: 1_234_567
    })
  })
  it('keeps P10, P50 and P90 in their order, even across a gap', () => {
    const draws = Float64Array.from({ length: 1_000 }, (_, i) => (i < 99 ? 10 : i < 500 ? 1_004 : i < 900 ? 1_006 : 90_000))
    const { p10, p50, p90 } = figureOf(draws, 'EUR')
    expect(p10).toBeLessThanOrEqual(p50)
    expect(p50).toBeLessThanOrEqual(p90)
  })
})
