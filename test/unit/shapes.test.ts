import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import Zip from 'jszip'
import { all, create } from 'mathjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formulas } from '../../src/shared/brief/workbook/formulas'
import { columnOf, type Book } from '../../src/shared/brief/workbook/types'
import type { BriefModel } from '../../src/shared/brief/model'
import { chartsOf } from '../../src/shared/brief/pictures'
import { loadFormulas } from '../../src/shared/losses/calculators/own-formula'
import { calculatorFor, calculators } from '../../src/shared/losses/model/all-calculators'
import { normalDensity, normalShare, poissonAt } from '../../src/shared/records/statistics'
import { seeded } from '../e2e/support/hostile'
import type { PreparedLine } from '../../src/shared/losses/model/prepare'
import { docxOf } from '../../src/main/shapes/docx'
import { pptxOf } from '../../src/main/shapes/pptx'
import { tablesOf } from '../../src/main/shapes/tables'
import { xlsxOf } from '../../src/main/shapes/xlsx'
import { buildSample } from '../../src/workspace/sample'
import { openWorkspace } from '../../src/workspace'

const folder = mkdtempSync(join(tmpdir(), 'redress-shapes-'))
let model: BriefModel
let book: Book

beforeAll(async () => {
  const file = join(folder, 'sample.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file, { readOnlyIfLocked: true })
  const caseId = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!.id
  const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
  model = await workspace.call('brief.model', asked)
  book = await workspace.call('brief.book', asked)
  await workspace.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheetMath = create(all!, {})
sheetMath.import({
  ABS: Math.abs,
  INT: Math.floor,
  ROUND: (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places,
  SQRT: Math.sqrt,
  NORMDIST: (z: number, sum: boolean) => (sum ? normalShare(z) : normalDensity(z)),
  POISSONDIST: (count: number, mean: number) => poissonAt(mean, count).atMost,
  MAX: Math.max,
  MIN: Math.min,
  IF: (is: boolean, yes: number, no: number) => (is ? yes : no),
  ROUNDUP: Math.ceil,
  ROUNDDOWN: Math.trunc
})

/** A formula of a sheet as math.js reads it: names of functions have no points there, and two numbers are compared by two signs. */
const read = (formula: string): string =>
  formula
    .replaceAll('_xlfn.NORM.S.DIST', 'NORMDIST')
    .replaceAll('_xlfn.POISSON.DIST', 'POISSONDIST')
    .replaceAll(/\b(TRUE|FALSE)\b/g, (word) => word.toLowerCase())
    .replaceAll(/(?<![<>=])=(?!=)/g, '==')
    .replaceAll('<>', '!=')

describe('the workbook', () => {
  it('has a formula for every calculator, which says what it computes: for its examples, and around them', async () => {
    await loadFormulas()
    const random = seeded(39)
    expect(Object.keys(formulas).toSorted()).toEqual(calculators.map(({ id }) => id).toSorted())
    for (const { id, examples } of calculators) {
      for (const { inputs } of examples) {
        const calculator = calculatorFor(id, inputs)!
        const likely = Object.fromEntries(
          Object.entries(inputs).map(([field, given]) => [
            field,
            typeof given === 'object' && 'value' in given ? given.value : given
          ])
        ) as PreparedLine['likely']
        const line = { calculator, likely } as PreparedLine
        const written = formulas[id]!((field) => `(${Number(line.likely[field] ?? 0)})`, line)!
        // as long as they get in a sheet, which takes 8,192 letters
        const longest = formulas[id]!(() => 'MAX(-1000000,MIN(1000000000,$ABC1000))', line)!
        expect(longest.length, id).toBeLessThan(8_000)
        // the choices and days of a line are no cells: its quantities are what a reader changes
        const quantities = line.calculator.fields.filter(
          (field) => field.kind === 'quantity' && line.likely[field.id] !== undefined
        )
        for (let round = 0; round < 40; round++) {
          const changed = { ...line.likely }
          if (round > 0)
            for (const field of quantities) {
              if (field.kind !== 'quantity' || random() < 0.3) continue
              const value = Number(changed[field.id]) * [0, 0.4, 0.9, 1.3, 2, 5][Math.floor(random() * 6)]!
              changed[field.id] = Math.min(field.max, Math.max(field.min, value))
            }
          const of = formulas[id]!((field) => `(${Number(changed[field] ?? 0)})`, line)!
          const [here, there] = [Number(sheetMath.evaluate(read(of))), line.calculator.compute(changed).total]
          const apart = Math.abs(here - there) / Math.max(1, Math.abs(there))
          expect(apart, `${id}: ${JSON.stringify(changed)}: ${here}, not ${there}, by ${written}`).toBeLessThan(1e-6)
        }
      }
    }
  })

  it('takes an own formula whatever it is written with', async () => {
    await loadFormulas()
    const own = [
      '-a ^ 2 + 500',
      '2 ^ 3 ^ 2 - a',
      'if(a > b, a, b) * 2',
      'a == b ? 1 : min(a, b, 7) - -3',
      'round(a / 3, 1) + ceil(b) + floor(a / 7) + abs(b - a)'
    ]
    for (const formula of own) {
      const inputs = {
        formula,
        a: { as: 'exact', value: 11 },
        'a.unit': 'number',
        b: { as: 'exact', value: 4.5 },
        'b.unit': 'number'
      }
      const calculator = calculatorFor('own-formula', inputs as never)!
      const likely = { formula, a: 11, b: 4.5 }
      const written = formulas['own-formula']!((field) => String(likely[field as 'a']), { calculator, likely } as never)!
      expect(Number(sheetMath.evaluate(read(written))), written).toBeCloseTo(calculator.compute(likely as never).total, 6)
    }
  })

  it('is alive: an independent reader finds formulas, their values, named ranges and no macro', async () => {
    const bytes = await xlsxOf(book)
    const read = await readXlsx(bytes)
    expect(read.sheets.map(({ name }) => name)).toEqual(['Summary', 'Inputs INC-8', 'Draws INC-8'])
    expect(read.namedRanges?.map(({ name }) => name)).toContain('Net_INC_8')
    const zip = await Zip.loadAsync(bytes)
    expect(Object.keys(zip.files).filter((name) => /vba|macro/i.test(name))).toEqual([])
    const summary = await zip.file('xl/worksheets/sheet1.xml')!.async('string')
    expect(summary).toContain('PERCENTILE(Net_INC_8,0.5)')
    const draws = await zip.file('xl/worksheets/sheet3.xml')!.async('string')
    expect(draws.match(/_xlfn\.BETA\.INV\(/g)!.length).toBeGreaterThan(4_000)
    // all but the uniform numbers is formulas: each line of the sample follows its inputs
    const uniforms = (book.sheets[2]!.rows[0] as string[]).filter((head) => /^U\d+$/.test(String(head)))
    expect(book.sheets[2]!.below!.filter(({ formula }) => formula === null)).toHaveLength(uniforms.length)
    // its draws are where its formulas look for them, to the last row
    const { rows } = read.sheets[2]!
    const below = book.sheets[2]!.below!
    expect(rows).toHaveLength(1 + below[0]!.values.length)
    for (const at of [0, 1, 999]) expect(rows[at + 1]).toEqual(below.map(({ values }) => values[at]))
    expect(draws).toContain(`MAX(0,`)
    expect(draws).not.toContain('{row}')
    const net = below.length - 1
    expect(draws.match(new RegExp(`<c r="${columnOf(net)}1001"[^>]*><f>MAX\\(0,[A-Z]+1001[^<]*</f><v>`))).not.toBeNull()
    // the sheet's own figures are the brief's within the error of its draws
    const parts = book.sheets[0]!.rows.filter((row) => /^P\d0, EUR$/.test(String(row[0])))
    expect(parts).toHaveLength(3)
    for (const row of parts) {
      const [, here, there] = row as [string, { value: number }, { value: number }]
      expect(Math.abs(here.value / there.value - 1)).toBeLessThan(0.03)
    }
  })

  it('draws with fixed numbers: twice the same', async () => {
    const drawsOf = async () => (await Zip.loadAsync(await xlsxOf(book))).file('xl/worksheets/sheet3.xml')!.async('string')
    expect(await drawsOf()).toBe(await drawsOf())
    const uniform = book.sheets[2]!.below![0]!.values
    expect(Math.min(...uniform)).toBeGreaterThan(0)
    expect(Math.max(...uniform)).toBeLessThan(1)
    expect(uniform.reduce((sum, one) => sum + one, 0) / uniform.length).toBeCloseTo(0.5, 3)
  })
})

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, '')
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('the other shapes', () => {
  it('is a document with real heads, a table of contents, and every table of the brief', async () => {
    const zip = await Zip.loadAsync(await docxOf(model))
    const xml = await zip.file('word/document.xml')!.async('string')
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'TableCaption']) expect(xml).toContain(`w:val="${style}"`)
    expect(xml).toContain('TOC \\h')
    expect(xml).toContain('<w:tblHeader/>')
    const words = plain(xml)
    for (const text of [
      model.page.ask!.text,
      model.page.loss!.main,
      model.page.voice!.words,
      model.appendix.loss!.incidents[0]!.lines[0]!.formula
    ])
      expect(words).toContain(squeezed(text))
  })

  it('is slides, a message each, with charts of their own', async () => {
    const zip = await Zip.loadAsync(await pptxOf(model))
    const slides = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    expect(slides.length).toBeGreaterThan(7)
    // each chart of the brief is one, and none is empty
    const charts = Object.keys(zip.files).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    expect(new Set(chartsOf(model).map(({ kind }) => kind))).toEqual(
      new Set(['lines', 'distribution', 'chance', 'tornado', 'waiting'])
    )
    expect(charts).toHaveLength(chartsOf(model).length)
    for (const name of charts) expect((await zip.file(name)!.async('string')).match(/<c:v>[^<]+/g)!.length, name).toBeGreaterThan(4)
    const words = (await Promise.all(slides.map(async (name) => plain(await zip.file(name)!.async('string'))))).join('')
    for (const text of [model.page.ask!.text, model.page.voice!.words, model.page.loss!.main])
      expect(words).toContain(squeezed(text))
  })

  it('is tables for a spreadsheet, numbered, no cell of which is run', async () => {
    const evil = structuredClone(model)
    evil.page.promised.table!.rows[0]![0] = '=HYPERLINK("http://x")'
    const zip = await Zip.loadAsync(await tablesOf(evil))
    const names = Object.keys(zip.files)
    expect(names.length).toBeGreaterThan(15)
    expect(names.every((name) => /^\d\d .+\.csv$/.test(name))).toBe(true)
    expect(await zip.file(names[0]!)!.async('string')).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('tells no day as it is stored, in whatever shape', async () => {
    const texts = async (file: Uint8Array, of: RegExp) => {
      const { files } = await Zip.loadAsync(file)
      return (
        await Promise.all(
          Object.keys(files)
            .filter((name) => of.test(name))
            .map((name) => files[name]!.async('string'))
        )
      )
        .join(' ')
        .replaceAll(/<[^>]+>/g, ' ')
    }
    const said = {
      docx: await texts(await docxOf(model), /^word\/(document|footer\d*)\.xml$/),
      pptx: await texts(await pptxOf(model), /^ppt\/(slides\/slide|charts\/chart)\d+\.xml$/),
      csv: await texts(await tablesOf(model), /\.csv$/),
      xlsx: JSON.stringify(book)
    }
    for (const [shape, text] of Object.entries(said)) {
      expect(text.length, shape).toBeGreaterThan(1_000)
      // but where a source says on which day it was read
      expect(text.replaceAll(/reviewed \d{4}-\d{2}-\d{2}/g, '').match(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?/g) ?? [], shape).toEqual([])
    }
  })
})
