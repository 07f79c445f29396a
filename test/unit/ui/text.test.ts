import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { marksAreOurs, readMoney, readNumber, ungrouped, writeMoney, writeNumber } from '../../../src/renderer/ui/numberText'
import { isoDate, readDate } from '../../../src/renderer/ui/dateText'
import { addDays } from '../../../src/shared/values/zones'

const value = (text: string, locale: string): number | string => {
  const read = readNumber(text, locale)
  return read.kind === 'value' ? read.value : read.kind === 'wrong' ? read.why : read.kind
}

describe('numbers as people type them', () => {
  test.each([
    ['1.234,5', 'en', 1234.5],
    ['1,234.5', 'es', 1234.5],
    ['1.234', 'en', 1.234],
    ['1.234', 'es', 1234],
    ['1,234', 'en', 1234],
    ['1,234', 'es', 1.234],
    ['12,5', 'en', 12.5],
    ['1 234,5', 'et', 1234.5],
    ['1\u202f234', 'et', 1234],
    ['1.5', 'et', 1.5],
    ['1.5', 'el', 1.5],
    ['-3', 'el', -3],
    ['\u22123', 'el', -3],
    ['12 %', 'en', 12],
    ["1'234.50", 'en', 1234.5],
    ['.5', 'en', 0.5],
    ['1.234.567', 'en', 1234567],
    ['0.125', 'es', 0.125],
    ['', 'en', 'empty'],
    ['abc', 'en', 'not-a-number'],
    ['1,23,4', 'en', 'not-a-number'],
    ['1.2.3', 'en', 'not-a-number'],
    ['1e308', 'en', 'not-a-number'],
    ['--1', 'en', 'not-a-number'],
    ['Infinity', 'en', 'not-a-number'],
    ['.', 'en', 'not-a-number'],
    ['1,,5', 'en', 'not-a-number'],
    ['%', 'en', 'not-a-number'],
    ['1,2345', 'en', 'not-a-number'],
    ['1234,567', 'en', 'not-a-number'],
    [',230', 'en', 'not-a-number'],
    ['1.2345', 'el', 'not-a-number'],
    ['0,2345', 'en', 0.2345],
    ['1,23', 'en', 1.23],
    ['10 000', 'en', 10_000],
    ['1 234 567,89', 'el', 1_234_567.89],
    ['- 5', 'en', -5],
    ['10 20', 'en', 'not-a-number'],
    ['1 2', 'et', 'not-a-number'],
    ['1 23,5', 'es', 'not-a-number'],
    ['1,5 2', 'es', 'not-a-number'],
    ['12 3456', 'en', 'not-a-number']
  ])('%s in %s', (text, locale, expected) => expect(value(text, locale)).toBe(expected))

  test('what is written is read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en', 'el', 'es', 'et', 'fil', 'en-GB', 'de-CH'),
        (cents, locale) => {
          expect(readNumber(writeNumber(cents / 1000, locale), locale)).toEqual({
            kind: 'value',
            value: cents / 1000 === 0 ? 0 : cents / 1000
          })
          expect(readMoney(writeMoney(cents, locale, 'EUR'), locale, 'EUR')).toEqual({
            kind: 'value',
            value: cents === 0 ? 0 : cents
          })
        }
      )
    )
  })
})

describe('a number that was written with marks of thousands and is typed in', () => {
  const languages = fc.constantFrom('en', 'el', 'es', 'et', 'fil', 'en-GB')
  const edits = fc.array(fc.record({ at: fc.nat(20), digit: fc.option(fc.nat(9)) }), { minLength: 1, maxLength: 4 })

  test('is the number of its digits, wherever one is put in or taken out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), languages, edits, (from, locale, edits) => {
        let text = writeNumber(from, locale)
        let ours = true
        for (const { at, digit } of edits) {
          const place = at % (text.length + 1)
          text = text.slice(0, place) + (digit ?? '') + text.slice(digit === null ? place + 1 : place)
          const inputType = digit === null ? 'deleteContentForward' : 'insertText'
          ours = marksAreOurs(ours, { inputType, data: digit === null ? null : String(digit) }, locale)
        }
        expect(ours).toBe(true)
        const digits = text.replace(/\D/g, '')
        const read = readNumber(ungrouped(text, locale), locale)
        expect(read).toEqual(digits ? { kind: 'value', value: Number(digits) } : { kind: 'empty' })
      })
    )
  })
  test('and where nobody knows who wrote the marks, never a fraction of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e9 }), languages, fc.nat(9), fc.nat(14), (from, locale, digit, at) => {
        const text = writeNumber(from, locale)
        const place = 1 + (at % text.length)
        const now = text.slice(0, place) + digit + text.slice(place)
        const read = readNumber(now, locale)
        if (read.kind === 'value') expect(read.value).toBe(Number(now.replace(/\D/g, '')))
        else expect(read).toEqual({ kind: 'wrong', why: 'not-a-number' })
      })
    )
  })
  test('a mark that somebody types or pastes is read as theirs', () => {
    for (const event of [
      { inputType: 'insertText', data: ',' },
      { inputType: 'insertFromPaste', data: null },
      { inputType: 'insertReplacementText', data: '1,5' }
    ])
      expect(marksAreOurs(true, event, 'en')).toBe(false)
    expect(marksAreOurs(false, { inputType: 'insertText', data: '5' }, 'en')).toBe(false)
  })
})

describe('money as people type it', () => {
  test.each([
    ['€1,234.50', 'en', 'EUR', 123450],
    ['1234 eur', 'en', 'EUR', 123400],
    ['1.234,50 €', 'es', 'EUR', 123450],
    ['1,250', 'en', 'JPY', 1250],
    ['0.005', 'en', 'KWD', 5],
    ['₱99.95', 'fil', 'PHP', 9995]
  ])('%s in %s', (text, locale, currency, minor) =>
    expect(readMoney(text, locale, currency)).toEqual({ kind: 'value', value: minor })
  )
  test('refuses more decimals than the currency has', () => {
    expect(readMoney('1.005', 'en', 'EUR')).toEqual({ kind: 'wrong', why: 'too-precise' })
    expect(readMoney('12.5', 'en', 'JPY')).toEqual({ kind: 'wrong', why: 'too-precise' })
  })
})

describe('dates as people type them', () => {
  const today = '2025-03-10'
  test.each([
    ['2025-03-04', 'en', '2025-03-04'],
    ['4/3/2025', 'en-GB', '2025-03-04'],
    ['4/3/2025', 'en-US', '2025-04-03'],
    ['4.3.25', 'et', '2025-03-04'],
    ['4/3', 'es', '2025-03-04'],
    ['4 Mar 2025', 'en', '2025-03-04'],
    ['March 4, 2025', 'en', '2025-03-04'],
    ['4 de marzo de 2025', 'es', '2025-03-04'],
    ['4 Μαρτίου 2025', 'el', '2025-03-04'],
    ['4 Μαρ 2025', 'el', '2025-03-04'],
    ['4. märts 2025', 'et', '2025-03-04'],
    ['+3', 'en', '2025-03-13'],
    ['29 Feb 2024', 'en', '2024-02-29'],
    ['', 'en', null],
    ['30/2/2025', 'es', undefined],
    ['31.4.2025', 'et', undefined],
    ['soon', 'en', undefined],
    ['99999', 'en', undefined],
    ['2025-13-01', 'en', undefined]
  ])('%s in %s', (text, locale, expected) => expect(readDate(text, locale, today)).toBe(expected))

  test('what the screen writes is read back in every language', () => {
    for (const locale of ['en', 'el', 'es', 'et', 'fil', 'en-GB', 'en-US']) {
      for (let day = 0; day < 366; day += 9) {
        const iso = addDays('2024-01-01', day)
        const shown = new Intl.DateTimeFormat(locale, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          timeZone: 'UTC'
        }).format(new Date(iso))
        expect(readDate(shown, locale, today), `${shown} in ${locale}`).toBe(iso)
      }
    }
  })
  test('knows the calendar', () => {
    expect(isoDate(2023, 2, 29)).toBe(null)
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
  })
})
