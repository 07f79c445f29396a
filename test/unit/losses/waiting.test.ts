import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOfWaiting, type WaitingInput } from '../../../src/shared/losses/waiting'

const base: WaitingInput = {
  began: '2026-03-01', today: '2026-03-11', until: '2026-03-31', currency: 'EUR', seed: 1,
  daily: [{ id: 'd', perDay: { as: 'exact', value: 100 } }],
  steps: [{ id: 'penalty', on: '2026-03-16', amount: { as: 'exact', value: 5_000 } }, { id: 'passed', on: '2026-03-05', amount: { as: 'exact', value: 300 } }]
}
const flat = (minor: number) => ({ p10: minor, p50: minor, p90: minor, mean: minor })
const at = (result: ReturnType<typeof costOfWaiting>, on: string) => result.points.find((point) => point.on === on)!

describe('cost of waiting', () => {
  it('is the daily loss so far and the steps passed', () => {
    const result = costOfWaiting(base)
    expect(result.soFar).toEqual(flat(10 * 10_000 + 30_000))
    expect(result.perDay).toEqual(flat(10_000))
    expect(at(result, '2026-03-31').loss).toEqual(flat(30 * 10_000 + 530_000))
  })
  it('has a cliff on the first day that is too late', () => {
    const result = costOfWaiting(base)
    expect(at(result, '2026-03-16').loss.p50 - at(result, '2026-03-15').loss.p50).toBe(510_000)
    expect(result.steps.map(({ id, inDays, lastDecision }) => [id, inDays, lastDecision])).toEqual([
      ['passed', -6, '2026-03-04'], ['penalty', 5, '2026-03-15']
    ])
  })
  it('says what a decision on a day saves, with the time its relief takes', () => {
    const now = costOfWaiting(base)
    expect(at(now, '2026-03-11').saves).toEqual(flat(20 * 10_000 + 500_000))
    expect(at(now, '2026-03-16').saves).toEqual(flat(15 * 10_000))
    const late = costOfWaiting({ ...base, daysToRelief: 5 })
    expect(at(late, '2026-03-11').saves).toEqual(flat(15 * 10_000))
    expect(at(late, '2026-03-10').saves).toEqual(at(late, '2026-03-11').saves)
    expect(late.steps[1]!.lastDecision).toBe('2026-03-10')
  })
  it('ends a daily loss when it ends, and adds ranges by simulation', () => {
    const result = costOfWaiting({
      ...base, steps: [],
      daily: ['a', 'b'].map((id) => ({ id, perDay: { as: 'range', low: 0, likely: 100, high: 500 }, until: '2026-03-11' }))
    })
    expect(result.perDay).toEqual(flat(0))
    const one = costOfWaiting({ ...base, steps: [], daily: [{ id: 'a', perDay: { as: 'range', low: 0, likely: 100, high: 500 } }] })
    expect(result.soFar.p90).toBeLessThan(one.soFar.p90 * 2)
    expect(Math.abs(result.soFar.mean - one.soFar.mean * 2)).toBeLessThan(200)
  })
  it('never falls with waiting, and a later decision never saves more', () => {
    fc.assert(fc.property(fc.nat(1_000), fc.nat(60), fc.nat(60), fc.nat(10), (perDay, today, step, daysToRelief) => {
      const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
      const { points } = costOfWaiting({
        began: day(0), today: day(today), until: day(70), currency: 'EUR', seed: 1, daysToRelief,
        daily: [{ id: 'd', perDay: { as: 'range', low: perDay, likely: perDay + 1, high: perDay * 3 + 2 } }],
        steps: [{ id: 's', on: day(step), amount: { as: 'one-in-twenty', low: 10, high: 1_000 } }], draws: 200
      })
      for (let i = 1; i < points.length; i++) {
        expect(points[i]!.loss.p50).toBeGreaterThanOrEqual(points[i - 1]!.loss.p50)
        expect(points[i]!.saves.p50).toBeLessThanOrEqual(points[i - 1]!.saves.p50)
      }
      expect(points.at(-1)!.saves.p50).toBe(0)
    }), { numRuns: 30 })
  })
  it('shows a year in a bounded number of points, cliffs included', () => {
    const { points } = costOfWaiting({ ...base, until: '2031-03-31' })
    expect(points.length).toBeLessThan(220)
    expect(points.some(({ on }) => on === '2026-03-15') && points.some(({ on }) => on === '2026-03-16')).toBe(true)
  })
  it.each([
    [{ began: '2026-02-30' }, 'began', 'bad-date'], [{ until: '2026-02-01' }, 'until', 'ends-before'],
    [{ daysToRelief: -1 }, 'daysToRelief', 'negative'],
    [{ steps: [{ id: 'x', on: 'soon', amount: { as: 'exact' as const, value: 1 } }] }, 'x.on', 'bad-date']
  ])('refuses %o', (wrong, path, code) => {
    expect(() => costOfWaiting({ ...base, ...wrong })).toThrow(expect.objectContaining({ code: 'invalid', errors: [{ path, code }] }))
  })
})
