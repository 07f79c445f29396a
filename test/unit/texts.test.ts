import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../src/shared/values/file-name'
import { plainCell, plainUnlessNumber } from '../../src/shared/values/spreadsheet'
import { beginning, cut } from '../../src/shared/values/truncate'
import { wholeText, wholeTexts } from '../../src/shared/values/whole-text'
import { html, tsv } from '../../src/renderer/charts/copy'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Texts of the kind that break when they are cut: emoji of many characters, flags, accents on accents, Korean, Devanagari. */
const hard = fc
  .array(fc.constantFrom('a', ' ', '😀', '👩‍👩‍👧‍👦', '🇬🇷', 'é', 'e\u0301\u0323', '한', 'क्षि', '\r\n', 'ά', '1️⃣'), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('a text that is cut', () => {
  it('ends where a grapheme ends, and is as long as it may be', () => {
    fc.assert(
      fc.property(hard, fc.integer({ min: 0, max: 80 }), (text, most) => {
        const ends = new Set([0, text.length, ...Array.from(graphemes.segment(text), ({ index }) => index)])
        const longest = Math.max(...[...ends].filter((end) => end <= most))
        expect(beginning(text, most)).toBe(text.slice(0, longest))
        expect(cut(text, Math.max(1, most)).length).toBeLessThanOrEqual(Math.max(1, most))
      })
    )
  })

  it('never ends in half a character, even in a pile of marks', () => {
    const pile = `a${'\u0301'.repeat(300)}`
    expect(beginning(pile, 200)).toHaveLength(200)
    expect(beginning(`a${'𝅥'.repeat(300)}`, 200).isWellFormed()).toBe(true)
  })
})

describe('a text with half a character', () => {
  it('is made whole, and whole text is left alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(wholeText(text)).toBe(text.toWellFormed())))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 8 }), (units) => {
        const text = String.fromCharCode(...units)
        expect(wholeText(text)).toBe(text.toWellFormed())
      })
    )
  })

  it('is found wherever it is, but not in what is named', () => {
    expect(
      wholeTexts({ a: ['x\ud83d', { b: '\ude00' }], 'n\ud83d': 1, file: '/x\ud83d', flag: true, none: null }, ['file'])
    ).toEqual({
      a: ['x\ufffd', { b: '\ufffd' }],
      'n\ufffd': 1,
      file: '/x\ud83d',
      flag: true,
      none: null
    })
  })
})

describe('a cell that leaves as part of a table', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '\0=1',
    '\u200e@A1',
    '\u200b\ufeff=1',
    '﹦1',
    '=HYPERLINK("https://x","y")'
  ]
  it('is no formula there', () => {
    for (const text of formulas) expect(plainCell(text), JSON.stringify(text)).toBe(`'${text}`)
    for (const text of ['a=1', '1-2', '', 'Halden – AS']) expect(plainCell(text)).toBe(text)
    const all = formulas.filter((each) => each !== '+1')
    for (const text of all) expect(plainUnlessNumber(text), JSON.stringify(text)).toBe(`'${text}`)
    // what begins as a number and goes on as something else is one, too
    for (const text of ["-1+cmd|' /C calc'!A0", '+1-1', '-2*3', '-A1', '-ABC1', '-5(1)', '+1 =2', '-1;2', '@5', '-$A$1'])
      expect(plainUnlessNumber(text), text).toBe(`'${text}`)
    for (const text of ['-5', '−5 %', '-1,200.50', '-€1,200', 'EUR -5.00', '-1 200,50 €', '+3', '-12 EUR', "-1'200"])
      expect(plainUnlessNumber(text), text).toBe(text)
  })

  it('neither in the tab-separated nor in the HTML form, while numbers stay bare', () => {
    const table = {
      columns: [{ label: '=head' }, { label: 'n', numeric: true }],
      rows: formulas.map((text): [string, number] => [text, -5]),
      write: String
    }
    const [head, ...rows] = tsv(table, 'en').split('\n')
    expect(head).toBe("'=head\tn")
    expect(rows).toHaveLength(formulas.length)
    for (const row of rows) expect(row).toMatch(/^'[^\t]*\t-5$/)
    expect(html(table, '=title').match(/<t[hd][^>]*>\s*(?:=|\+|@|-\D)/g)).toBeNull()
  })
})

describe('a file name that is proposed', () => {
  it.each([
    ['Quarter\u202Efdp.exe', 'Quarterfdp.exe'],
    ['CON', 'CON_'],
    ['nul.pdf', 'nul_.pdf'],
    ['COM1.txt', 'COM1_.txt'],
    ['COM10.txt', 'COM10.txt'],
    ['letter. ', 'letter'],
    ['letter.pdf...', 'letter.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['a\u0000b\u200bc\ufeff.pdf', 'abc.pdf'],
    ['.hidden', 'hidden'],
    ['...', 'Redress'],
    ['\u202e', 'Redress'],
    ['Επιστολή: Μαΐου?.pdf', 'Επιστολή Μαΐου.pdf']
  ])('%j becomes %j', (words, name) => expect(fileName(words)).toBe(name))

  it('keeps its ending however long it is, and is the same when it is proposed again', () => {
    expect(fileName(`${'😀'.repeat(200)}.pdf`)).toMatch(/^(😀)+\.pdf$/u)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const name = fileName(words)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(121)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[. ]|[. ]$/u)
        expect(fileName(name)).toBe(name)
      })
    )
  })
})
