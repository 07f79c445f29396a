import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber as readCell } from '../../src/shared/imports/numbers'
import { isSeveralNumbers } from '../../src/shared/values/digits'
import { readNumber } from '../../src/renderer/ui/numberText'

test('digits that are parted elsewhere than between thousands are several numbers, typed or imported', () => {
  for (const one of [
    '1',
    '1 234',
    '12 345,6',
    "1'234'567.89",
    '- 5',
    '(1 234)',
    '1\u202f234\u202f567',
    '€ 1 234 ',
    '12 %',
    '',
    '1 234e2'
  ])
    expect(isSeveralNumbers(one), one).toBe(false)
  for (const several of ['10 20', '1 2', '1 23,5', '1,5 2', '210 555 1234', '1 234 56', '12 3456', '1  234', '1.5 234', '3 500 7'])
    expect(isSeveralNumbers(several), several).toBe(true)
})

test('two whole numbers with a blank between them are never read as one that nobody wrote', () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), fc.constantFrom(' ', '\u00a0', '\u202f', "'"), (first, second, blank) => {
      const text = `${first}${blank}${second}`
      const thousands = first < 1_000 && String(second).length === 3
      const typed = readNumber(text, 'en')
      expect(typed.kind === 'value' ? typed.value : null).toBe(thousands ? first * 1_000 + second : null)
      expect(readCell(text, 'point')).toBe(thousands ? first * 1_000 + second : null)
    })
  )
})
