import { describe, expect, it } from 'vitest'
import { readMonth, readMonths, writeMonths } from '../../../src/renderer/features/questions/months'

const here = (locale: string) => ({ locale, today: '2026-11-20' })

describe('a pasted table of months', () => {
  it.each([
    ['en-GB', 'Month\tMargin\n2026-03\t41,200\nApr 2026\t39,800.50\n05/2026\t40000'],
    ['el', 'Μήνας;Κέρδος\n2026-03;41.200\n4/2026;39.800,50\nΜαΐου 2026;40.000'],
    ['et', '2026-03 41 200\naprill 2026 39 800,50\n\n1.5.2026 40 000'],
    ['es', '"mar 2026","41.200"\n"abril 2026","39.800,50"\n"2026-05-31","40.000"']
  ])('is read as %s writes it', (locale, text) => {
    expect(readMonths(text, here(locale))).toEqual({
      months: [
        { month: '2026-03', value: 41_200 },
        { month: '2026-04', value: 39_800.5 },
        { month: '2026-05', value: 40_000 }
      ]
    })
  })

  it('names the line that is none, and a month that stands there twice', () => {
    expect(readMonths('2026-03 5\n2026-13 7', here('en-GB'))).toEqual({ line: 2, text: '2026-13 7' })
    expect(readMonths('2026-03 5\nlast month 7', here('en-GB'))).toEqual({ line: 2, text: 'last month 7' })
    expect(readMonths('2026-03 5\n03/2026 7', here('en-GB'))).toEqual({ twice: '2026-03' })
    expect(readMonths('', here('en-GB'))).toEqual({ months: [] })
  })

  it('is written as it is read', () => {
    const months = [
      { month: '2025-12', value: -3.5 },
      { month: '2026-01', value: 12_000 }
    ]
    expect(readMonths(writeMonths(months, String), here('en-GB'))).toEqual({ months })
  })
})

it('of one month, or a day in it, is that month', () => {
  expect(readMonth('March 2026', here('en-GB'))).toBe('2026-03')
  expect(readMonth('2026-03-14', here('en-GB'))).toBe('2026-03')
  expect(readMonth('soon', here('en-GB'))).toBeNull()
  expect(readMonth('2026', here('en-GB'))).toBeNull()
})
