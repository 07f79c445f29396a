import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { isoDate, dayNumber } from '../../../src/shared/losses/calculators/dates'
import { incidentEnd, lossAtEnd, type Cliff } from '../../../src/shared/losses/engine/horizon'
import type { LossLineInput, SimulationInput } from '../../../src/shared/losses/engine/incident-loss'
import { incidentWaiting } from '../../../src/shared/losses/engine/incident-waiting'
import { calculatorFor, calculators } from '../../../src/shared/losses/model/all-calculators'
import { growthOf, runningFields, stillWhy } from '../../../src/shared/losses/model/growth'
import { endsOn, type EndOfHarm } from '../../../src/shared/losses/model/harm'
import { runsPer, type Runs } from '../../../src/shared/losses/model/runs'
import { quantiles } from '../../../src/shared/losses/sampling/quantiles'

beforeAll(loadFormulas)
const today = '2026-11-30'
const later = (days: number): string => isoDate(dayNumber(today)! + days)
const running = calculators.filter(({ id }) => growthOf[id]?.as === 'runs')

const input = (lines: LossLineInput[]): SimulationInput => ({
  lines: lines.map((line) => ({ ...line, until: today })),
  drivers: [],
  currency: 'EUR',
  rates: [],
  seed: 'growth',
  calculators: (id, line) => calculatorFor(id, line.inputs)
})
const example = (id: string, runs: Runs | null): LossLineInput => {
  const found = calculators.find((one) => one.id === id)!
  const { currency = 'EUR', examples } = found
  return { id, title: id, calculator: id, currency, status: 'estimated', inputs: examples[0]!.inputs, runs }
}
const rates = [{ from: 'EUR', to: 'GBP', rate: 0.85, on: '2026-01-05', source: 'ECB' }]

describe('what time does to each calculator', () => {
  it('is said of every one, and of none that is not there', () => {
    expect(Object.keys(growthOf).sort()).toEqual(calculators.map(({ id }) => id).sort())
  })
  it.each(calculators.map(({ id }) => id))('%s: the inputs that it names are there', (id) => {
    const found = calculators.find((one) => one.id === id)!
    const growth = growthOf[id]!
    const counts = found.fields.some(
      (field) => (field.kind === 'quantity' && field.growsDaily) || (field.kind === 'date' && field.endOf)
    )
    expect(growth.as === 'counts').toBe(counts)
    for (const field of runningFields(found)) {
      if (field !== null) expect(found.fields.find((one) => one.id === field)?.kind).toBe('quantity')
    }
    if (growth.as === 'still') expect(growth.why().length).toBeGreaterThan(20)
  })
  it('is not known of one that may go on, until somebody says so', () => {
    const line = example('line-down', null)
    const found = calculatorFor('line-down', line.inputs)!
    expect(stillWhy(line, found)).toBe('unsaid')
    expect(stillWhy({ ...line, runs: { per: 'day', from: today } }, found)).toBeUndefined()
  })
})

describe('a line that runs', () => {
  it.each(running.map(({ id }) => id))('%s is at one unit what it is by itself, and never falls with the days', (id) => {
    const simulated = (runs: Runs | null, end: EndOfHarm) =>
      incidentEnd({ ...input([example(id, runs)]), rates }, [], today, end).end
    const once = { ...input([example(id, null)]), rates }
    const one = incidentWaiting({ ...input([example(id, { per: 'day', from: today })]), rates }, [], today, endsOn(later(20)))
    const alone = incidentWaiting(once, [{ id: 's', title: 's', on: later(1), amount: 1 }], today, endsOn(later(20)))!
    // a power cut pays from its twelfth hour on: more hours may add nothing, but then the line does not grow
    if (one) {
      expect(one.soFar).toEqual(alone.soFar)
      one.points.reduce((before, point) => {
        expect(point.loss.p50).toBeGreaterThanOrEqual(before.loss.p50)
        return point
      })
    }
    expect(simulated(null, endsOn(later(20)))).toBeNull()
  })

  const anyRuns = fc.record({
    per: fc.constantFrom(...runsPer),
    from: fc.integer({ min: -60, max: 40 }).map(later),
    most: fc.option(fc.integer({ min: 1, max: 100_000 }))
  })
  const rent = (runs: Runs): LossLineInput => ({
    ...example('plain-amount', runs),
    inputs: { amount: { as: 'range', low: 10, likely: 30, high: 90 } }
  })
  const atEnd = (line: LossLineInput, end: EndOfHarm, cliffs: Cliff[] = []): Float64Array | undefined => {
    const found = incidentEnd(input([line]), cliffs, today, end).end
    return found ? lossAtEnd(found, 400) : undefined
  }

  it('loses in no draw less when it lasts longer, and never more than its maximum', () => {
    fc.assert(
      fc.property(anyRuns, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), (runs, days, more) => {
        const [sooner, longer] = [days, days + more].map((on) => atEnd(rent(runs), endsOn(later(on))))
        if (!sooner || !longer) return
        for (let i = 0; i < sooner.length; i++) expect(longer[i]!).toBeGreaterThanOrEqual(sooner[i]!)
        if (runs.most !== null) expect(Math.max(...longer)).toBeLessThanOrEqual(runs.most)
      }),
      { numRuns: 60 }
    )
  })

  it('is wider the wider the range of its ends, and lies between what its first and its last end would give', () => {
    const runs: Runs = { per: 'day', from: later(-5) }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 2, max: 40 }), (first, width) => {
        const range = (by: number): EndOfHarm => ({
          as: 'range',
          earliest: later(first),
          likely: later(first + by),
          latest: later(first + 2 * by)
        })
        const line = { ...rent(runs), inputs: { amount: { as: 'exact' as const, value: 100 } } }
        const spread = (end: EndOfHarm): number => {
          const [low, high] = quantiles(atEnd(line, end)!, [0.1, 0.9]) as [number, number]
          return high - low
        }
        expect(spread(range(width * 2))).toBeGreaterThan(spread(range(width)))
        const [whole, least, most] = [range(width), endsOn(later(first)), endsOn(later(first + 2 * width))].map((end) =>
          atEnd(line, end)!
        )
        whole!.forEach((loss, i) => {
          expect(loss).toBeGreaterThanOrEqual(least![i]!)
          expect(loss).toBeLessThanOrEqual(most![i]!)
        })
      }),
      { numRuns: 25 }
    )
  })

  it('widens its curve with distance while the end is a range', () => {
    const end: EndOfHarm = { as: 'range', earliest: later(3), likely: later(10), latest: later(30) }
    const line = { ...rent({ per: 'day', from: today }), inputs: { amount: { as: 'exact' as const, value: 100 } } }
    const { points, perDay } = incidentWaiting(input([line]), [], today, end)!
    points.reduce((before, point) => {
      expect(point.loss.p90 - point.loss.p10).toBeGreaterThanOrEqual(before.loss.p90 - before.loss.p10)
      return point
    })
    // while it lasts a day costs a day, however likely it is to be over
    expect(perDay).toEqual({ p10: 10_000, p50: 10_000, p90: 10_000, mean: 10_000 })
  })
})
