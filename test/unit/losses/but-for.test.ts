import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { butForOf, studentQuantile } from '../../../src/shared/losses/questions/but-for'
import type { MonthValue } from '../../../src/shared/losses/questions/questions'

const monthOf = (index: number): string => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const months = (count: number, value: (index: number) => number): MonthValue[] =>
  Array.from({ length: count }, (_, index) => ({ month: monthOf(index), value: value(index) }))
const asked = (all: MonthValue[], from: number, to = from) =>
  butForOf({ counts: 'margin', each: null, months: all, from: monthOf(from), to: monthOf(to) })

describe('what would have been without it', () => {
  it('takes trend and season out exactly where months follow them exactly', () => {
    const season = [0, -5, 3, 8, 12, 20, 31, 28, 15, 7, -2, -9]
    const usual = (index: number) => 100 + 2 * index + season[index % 12]!
    // in July and August 2025 half is missing
    const found = asked(
      months(32, (index) => (index >= 30 ? usual(index) / 2 : usual(index))),
      30,
      31
    )!
    expect(found.method).toBe('trend-season')
    expect(found.before).toBe(30)
    expect(found.expected).toBeCloseTo(usual(30) + usual(31), 6)
    expect(found.gap.middle).toBeCloseTo((usual(30) + usual(31)) / 2, 6)
    expect(found.gap.high - found.gap.low).toBeLessThan(1e-6)
  })

  it('of a straight line gives the textbook prediction interval', () => {
    // y = 10, 12, 11, 14, 13, 15 over six months; the seventh is asked for (R: predict(lm(y ~ x), interval = "prediction", level = 0.8))
    const values = [10, 12, 11, 14, 13, 15, 9]
    const found = asked(
      months(7, (index) => values[index]!),
      6
    )!
    expect(found.method).toBe('trend')
    expect(found.expected).toBeCloseTo(15.6, 6)
    // residual variance 3.7714 / 4, spread 1 + 1/6 + 3.5²/17.5, t(0.9; 4) = 1.5332
    const error = 1.533206 * Math.sqrt((3.771429 / 4) * (1 + 1 / 6 + 12.25 / 17.5))
    expect(found.gap.high - found.gap.middle).toBeCloseTo(error, 2)
    expect(found.actual).toBe(9)
  })

  it('says less where less is known: a mean of few months, nothing of two', () => {
    expect(
      asked(
        months(4, () => 10),
        3
      )!.method
    ).toBe('mean')
    expect(
      asked(
        months(3, () => 10),
        2
      )
    ).toBeNull()
    expect(
      asked(
        months(6, () => 10),
        8
      )
    ).toBeNull()
  })

  it('turns units and revenue into money by what each contributes', () => {
    const all = months(4, (index) => (index === 3 ? 40 : 100))
    const units = butForOf({ counts: 'units', each: 2.5, months: all, from: monthOf(3), to: monthOf(3) })!
    expect(units.gap.middle).toBe(60)
    expect(units.money!.middle).toBe(150)
    expect(butForOf({ counts: 'units', each: null, months: all, from: monthOf(3), to: monthOf(3) })!.money).toBeNull()
  })

  it('holds the truth in about 8 of 10 months drawn around a trend', () => {
    let seed = 7
    const noise = (): number => {
      let sum = 0
      for (let k = 0; k < 12; k++) sum += (seed = (seed * 48271) % 2147483647) / 2147483647
      return sum - 6
    }
    let held = 0
    for (let n = 0; n < 2_000; n++) {
      const { gap } = asked(
        months(13, (index) => 50 + index + 4 * noise()),
        12
      )!
      if (gap.low <= 0 && gap.high >= 0) held++
    }
    expect(held / 2_000).toBeGreaterThan(0.77)
    expect(held / 2_000).toBeLessThan(0.83)
  })

  it('does not depend on the order in which months are given', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 40 }), (values) => {
        const all = months(values.length, (index) => values[index]!)
        expect(asked(all.toReversed(), values.length - 1)).toEqual(asked(all, values.length - 1))
      })
    )
  })
})

describe('the quantile of Student’s t', () => {
  // printed tables, 10 % beyond
  it.each([
    [1, 3.0777],
    [2, 1.8856],
    [3, 1.6377],
    [5, 1.4759],
    [11, 1.3634],
    [30, 1.3104]
  ])('with %i degrees of freedom is the table’s', (free, table) => {
    expect(Math.abs(studentQuantile(0.9, free) / table - 1)).toBeLessThan(0.001)
  })
})
