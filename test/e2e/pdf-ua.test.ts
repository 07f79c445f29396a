import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { expect, test } from './support/app'
import { faultsOf } from './support/pdf-ua'

test.slow()
const name = (text: string) => PDFName.of(text)

/** Every dictionary of a tree of tags. */
function tagsOf(pdf: PDFDocument): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, one]: [unknown, PDFObject]) => {
    return one instanceof PDFDict && one.lookup(name('Type')) === name('StructElem') ? [one] : []
  })
}
const first = (pdf: PDFDocument, role: string) => tagsOf(pdf).find((tag) => tag.lookup(name('S')) === name(role))!

/** One damage for each point: what is checked must be seen to fail. */
const damages: Record<string, (pdf: PDFDocument) => void> = {
  '06-001': (pdf) => pdf.catalog.delete(name('Metadata')),
  '06-002': (pdf) =>
    pdf.catalog.set(name('Metadata'), pdf.context.register(pdf.context.stream('<x/>', { Type: 'Metadata', Subtype: 'XML' }))),
  '06-004': (pdf) => pdf.catalog.delete(name('MarkInfo')),
  '07-001': (pdf) => pdf.catalog.delete(name('ViewerPreferences')),
  '11-006': (pdf) => pdf.catalog.delete(name('Lang')),
  '27-001': (pdf) => pdf.catalog.delete(name('Outlines')),
  '01-005': (pdf) => pdf.catalog.delete(name('StructTreeRoot')),
  '02-001': (pdf) => first(pdf, 'P').set(name('S'), name('Weird')),
  '13-004': (pdf) => first(pdf, 'Figure').delete(name('Alt')),
  '14-002': (pdf) => first(pdf, 'H1').set(name('S'), name('H3')),
  '14-003': (pdf) => first(pdf, 'H2').set(name('S'), name('H5')),
  '09-004': (pdf) => first(pdf, 'TR').set(name('S'), name('Div')),
  '09-006': (pdf) => first(pdf, 'LBody').set(name('S'), name('P')),
  '28-004': (pdf) => {
    for (const entry of pdf.getPages()[0]!.node.Annots()!.asArray()) pdf.context.lookup(entry, PDFDict).delete(name('Contents'))
  },
  '28-002': (pdf) => {
    for (const tag of tagsOf(pdf)) if (tag.lookup(name('S')) === name('Link')) tag.set(name('K'), pdf.context.obj([]))
  }
}

test('a brief is PDF/UA-1 as far as a machine can tell, and each check fails on a damaged file', async ({ launch, folder }) => {
  const redress = await launch()
  const cases = await redress.ask('cases.list', {})
  const caseId = cases.find(({ customer }) => customer.includes('Halden'))!.id
  const file = join(folder, 'brief.pdf')
  await redress.dialogs({ save: file })
  await redress.ask('shell.exportBrief', { caseId, language: 'el', paper: 'a4' })
  const bytes = new Uint8Array(readFileSync(file))
  expect(await faultsOf(bytes)).toEqual([])

  const whole = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(whole.getCreator()).toMatch(/^Redress/)
  expect(whole.getProducer()).toBe('Redress')
  for (const page of whole.getPages()) expect(page.node.lookup(name('Tabs'))).toBe(name('S'))
  // every head of a table says whether it heads a row or a column, and every cell which heads are its own
  for (const tag of tagsOf(whole)) {
    const role = tag.lookup(name('S'))
    if (role === name('TH') || role === name('TD')) {
      const words = String(tag.lookup(name('A'), PDFArray))
      expect(words).toMatch(role === name('TH') ? /\/Scope \/(Row|Column)/ : /\/Headers/)
    }
  }
  for (const [point, damage] of Object.entries(damages)) {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    damage(pdf)
    const faults = await faultsOf(await pdf.save({ useObjectStreams: false }))
    expect(
      faults.map((fault) => fault.point),
      point
    ).toContain(point)
  }
})
