import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { everyByte, filled } from '../workspace/sheet-support'
import { expect, test } from './support/app'
import { drop } from './support/incoming'
import { structure } from './support/pdf'

test.slow()

/** Fills in a form with pdf.js, a reader that wrote none of it; gives the file as that reader saves it, and the names of its fields. */
async function filledIn(
  bytes: Uint8Array,
  answers: Record<string, string | true>
): Promise<{ saved: Uint8Array; names: string[] }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  const names: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    for (const field of await (await pdf.getPage(number)).getAnnotations()) {
      if (field.subtype !== 'Widget') continue
      names.push(field.fieldName)
      const value = answers[field.fieldName as string]
      if (value !== undefined) pdf.annotationStorage.setValue(field.id, { value })
    }
  }
  const saved = await pdf.saveDocument()
  await loading.destroy()
  return { saved, names }
}

test('a customer is asked for their figures; what they answer is dropped on the window, stands beside ours, and becomes theirs', async ({
  launch,
  folder
}) => {
  const redress = await launch()
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 900 })
  const { id: caseId, customer } = (await ask('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
  const costs = await ask('cases.get', { id: caseId })
  await page.evaluate((id) => (location.hash = `#/cases/${id}/brief`), caseId)
  await page.getByRole('button', { name: 'Other shapes' }).click()
  await page.getByRole('menuitem', { name: 'Ask the customer…' }).click()
  const asking = page.getByRole('dialog', { name: `Ask ${customer} for their figures` })
  await expect(asking.getByText(/figures are asked for/)).toBeVisible()
  await asking.getByRole('combobox', { name: 'Language of the sheet' }).selectOption('en')
  if (process.env['REDRESS_LOOK']) await page.screenshot({ path: '/tmp/look-ask.png' })
  const form = join(folder, 'form.pdf')
  await redress.dialogs({ save: form })
  await asking.getByRole('button', { name: 'Save as a PDF form' }).click()
  await expect(page.getByText(/^Saved as form\.pdf/)).toBeVisible()
  const book = join(folder, 'questions.xlsx')
  await redress.dialogs({ save: book })
  expect(await ask('shell.exportQuestions', { caseId, language: 'el', paper: 'a4', as: 'xlsx' })).toEqual({
    saved: 'questions.xlsx'
  })

  // the form: a field for each figure, described, tagged, and nothing of ours
  const bytes = new Uint8Array(readFileSync(form))
  if (process.env['REDRESS_LOOK']) writeFileSync('/tmp/look-form.pdf', bytes)
  const { groups } = await ask('inquiry.sheet', { caseId, language: 'en', paper: 'a4' })
  const rows = groups.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows))
  const { saved, names } = await filledIn(bytes, { by: 'Maria Ilves', on: '2026-11-18', '0.figure': '1,234', '1.right': true })
  const expected = [
    'by',
    'on',
    'remark',
    ...rows.flatMap((_, at) => ['right', 'figure', 'least', 'most'].map((part) => `${at}.${part}`))
  ]
  expect(names.toSorted()).toEqual(expected.toSorted())
  expect.soft((await structure(bytes)).roles).toContain('Form')
  for (const file of [bytes, new Uint8Array(readFileSync(book))]) {
    const said = await everyByte(file)
    expect(said).toContain(caseId)
    for (const ours of [
      costs.case.title,
      costs.case.ask!,
      ...costs.options.flatMap(({ title, remedies }) => [title, ...remedies.map(({ words }) => words)])
    ])
      if (!/^(?:Do nothing|Do as now)/.test(ours)) expect(said, ours).not.toContain(ours)
  }

  // back on the window, from the desk
  await page.getByRole('link', { name: 'Desk' }).click()
  await drop(page, [{ name: 'form.pdf', content: saved }])
  const beside = page.getByRole('dialog', { name: `${customer} answered` })
  await expect(beside.getByRole('row', { name: new RegExp(rows[0]!.label) }).first()).toContainText('1,234')
  await expect(beside.getByLabel('Who confirmed it')).toHaveValue('Maria Ilves')
  expect((await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze()).violations).toEqual([])
  if (process.env['REDRESS_LOOK']) await page.screenshot({ path: '/tmp/look-answers.png' })
  await beside.getByRole('button', { name: 'Take 2 figures as confirmed' }).click()
  await expect(page.getByText(/these are now the customer’s figures/)).toBeVisible()
  const customerId = costs.customer.id
  const kept = (await ask('evidence.list', { customerId })).at(-1)!
  expect(kept).toMatchObject({ title: 'Question sheet answered by Maria Ilves', fileName: 'form.pdf' })
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(async () => (await ask('evidence.list', { customerId })).some(({ id }) => id === kept.id)).toBe(false)

  // the workbook in Greek, written with a comma
  await drop(page, [
    { name: 'απαντήσεις.xlsx', content: await filled(readFileSync(book), { [rows[0]!.key]: { figure: '1.234,5' } }) }
  ])
  await expect(beside.getByRole('row', { name: new RegExp(rows[0]!.label) }).first()).toContainText('1,234.5')
  await beside.getByRole('button', { name: 'Cancel' }).click()
  // one that somebody has changed says so, and nothing opens
  await drop(page, [{ name: 'changed.xlsx', content: await filled(readFileSync(book), { [rows[0]!.key]: { unit: '?' } }) }])
  await expect(page.getByText(/The unit of “.*” was changed from/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // a brief that comes back is held against the workspace
  const brief = join(folder, 'brief.pdf')
  await redress.dialogs({ save: brief })
  await ask('shell.exportBrief', { caseId, language: 'en', paper: 'a4' })
  const { lines } = await ask('losses.sheet', { incidentId: costs.incidents[0]!.id })
  await ask('lossLines.change', { id: lines[0]!.id, patch: { title: 'Renamed since' } })
  await drop(page, [{ name: 'brief.pdf', content: readFileSync(brief) }])
  const check = page.getByRole('dialog', { name: /^The brief CASE-4/ })
  await expect(check).toContainText('nothing in it was changed')
  await expect(check).toContainText(/Different now: \d+/)
  await expect(check).toContainText(/Agrees with the workspace: \d\d/)
  if (process.env['REDRESS_LOOK']) await page.screenshot({ path: '/tmp/look-check.png' })
  await check.getByRole('button', { name: 'Close' }).last().click()
})
