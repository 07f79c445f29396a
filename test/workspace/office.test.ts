import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import Zip from 'jszip'
import { describe, expect, it } from 'vitest'
import { docxOf } from '../../src/main/shapes/docx'
import { pptxOf } from '../../src/main/shapes/pptx'
import { xlsxOf } from '../../src/main/shapes/xlsx'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { words } from '../e2e/support/pdf'
import { converted, libreOffice } from '../support/office'
import { temporaryFolder } from './support'

/** The workbook with what its formulas come to taken out, and the inputs named in it changed: who opens it has to calculate. */
async function bare(bytes: Uint8Array, change: (sheet: string, xml: string) => string): Promise<Buffer> {
  const zip = await Zip.loadAsync(bytes)
  for (const name of Object.keys(zip.files).filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
    const xml = (await zip.file(name)!.async('string')).replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1')
    zip.file(name, change(name, xml))
  }
  return zip.generateAsync({ type: 'nodebuffer' })
}

/** Of each incident: P10, P50 and P90 of the sheet and of the brief. */
function figuresIn(file: string): { here: number; there: number }[] {
  const book = read(readFileSync(file), { dense: true })
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
  return rows
    .filter(([label]) => /^P\d0, EUR$/.test(String(label)))
    .map(([, here, there]) => ({ here: Number(here), there: Number(there) }))
}

describe.skipIf(!libreOffice)('LibreOffice, where it is installed', () => {
  it(
    'calculates the workbook to what the brief says, moves with its inputs, and opens document and slides',
    { timeout: 600_000 },
    async () => {
      const folder = temporaryFolder()
      const sample = join(folder, 'Sample.redress')
      await buildSample(sample)
      const workspace = await openWorkspace(sample)
      const caseId = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!.id
      const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
      const model = await workspace.call('brief.model', asked)
      const book = await workspace.call('brief.book', asked)
      await workspace.close()

      const bytes = await xlsxOf(book)
      const place = (name: string) => join(folder, name)
      writeFileSync(place('as-it-is.xlsx'), await bare(bytes, (_sheet, xml) => xml))
      // every number among the inputs twice as large
      const doubled = (sheet: string, xml: string) =>
        sheet.endsWith('sheet2.xml')
          ? xml.replaceAll(
              /(<c r="[CDE]\d+"(?![^>]*t="s")[^>]*><v>)([\d.]+)(<\/v>)/g,
              (_all, before: string, value: string, after: string) => `${before}${2 * Number(value)}${after}`
            )
          : xml
      writeFileSync(place('changed.xlsx'), await bare(bytes, doubled))
      const out = place('out')
      mkdirSync(out)
      const recalculated = await converted([place('as-it-is.xlsx'), place('changed.xlsx')], 'xlsx', out)
      const [same, changed] = recalculated.map(figuresIn)
      const cached = book.sheets[0]!.rows.filter((row) => /^P\d0, EUR$/.test(String(row[0]))).map(
        ([, here]) => (here as { value: number }).value
      )
      expect(same!.map(({ here }) => here)).toEqual(cached)
      // each draw of each quantity and line, to the last
      const opened = read(readFileSync(recalculated[0]!), { dense: true })
      const draws = utils.sheet_to_json<number[]>(opened.Sheets[opened.SheetNames[2]!]!, { header: 1 })
      for (const [column, { values }] of book.sheets[2]!.below!.entries())
        for (const [row, value] of values.entries())
          if (Math.abs(draws[row + 1]![column]! - value) > 1e-6 * Math.max(1, Math.abs(value)))
            throw new Error(`draw ${row} of column ${column}: ${draws[row + 1]![column]} and ${value}`)
      for (const { here, there } of same!) expect(Math.abs(here / there - 1)).toBeLessThan(0.03)
      for (const [at, { here }] of changed!.entries()) expect(here, `P${at}`).toBeGreaterThan(1.5 * same![at]!.here)

      writeFileSync(place('brief.docx'), await docxOf(model))
      writeFileSync(place('slides.pptx'), await pptxOf(model))
      for (const file of await converted([place('brief.docx'), place('slides.pptx')], 'pdf', out)) {
        const said = (await words(new Uint8Array(readFileSync(file)))).pages.join(' ').replaceAll(/\s+/g, '')
        for (const text of [model.page.ask!.text, model.page.loss!.main, model.page.voice!.words])
          expect(said, file).toContain(text.replaceAll(/\s+/g, ''))
      }
    }
  )
})
