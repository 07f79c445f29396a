import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOf } from '../../src/renderer/brief/strips'
import { stripLength, stripsOf } from '../../src/shared/timeline-sheet/strips'
import { addDays } from '../../src/shared/values/zones'

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days))

test.each([
  ['2026-03-04', '2026-03-04', 'day', 1],
  ['2026-03-04', '2026-03-09', 'day', 6],
  ['2026-03-04', '2026-04-20', 'week', 8],
  ['2026-03-04', '2027-02-28', 'month', 12],
  ['2022-05-04', '2026-02-28', 'quarter', 16],
  ['1990-05-04', '2026-02-28', 'year', 37]
] as const)('from %s to %s a timeline is printed by the %s', (first, last, length, count) => {
  const made = stripsOf(first, last, 'Europe/Athens')
  expect([made.length, made.strips.length]).toEqual([length, count])
})

test('strips of any stretch hold it whole: each begins where the one before it ends, over changes of summer time too', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom('Europe/Athens', 'America/New_York', 'Asia/Manila'), (a, b, zone) => {
      const [first, last] = a <= b ? [a, b] : [b, a]
      const { length, strips } = stripsOf(first, last, zone)
      expect(length).toBe(stripLength(first, last))
      expect(strips.length).toBeLessThanOrEqual(Math.max(26, (Date.parse(last) - Date.parse(first)) / (365 * 86_400_000) + 2))
      expect(strips[0]!.first <= first && strips.at(-1)!.last >= last).toBe(true)
      strips.slice(1).forEach((strip, at) => {
        expect(strip.from).toBe(strips[at]!.to)
        expect(strip.first).toBe(addDays(strips[at]!.last, 1))
      })
    }),
    { numRuns: 60 }
  )
})

test('every strip is on a page, in its order, and no page holds more than it has room for', () => {
  const heights = fc.array(fc.integer({ min: 60, max: 700 }).map((height) => ({ height })))
  fc.assert(
    fc.property(heights, fc.constantFrom('a4' as const, 'letter' as const), (strips, paper) => {
      const pages = pagesOf(strips, paper)
      expect(pages.flat()).toEqual(strips)
      for (const page of pages.slice(1)) {
        expect(page.length).toBeGreaterThan(0)
        expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThan(((paper === 'a4' ? 271 : 253.4) * 96) / 25.4)
      }
    })
  )
})
