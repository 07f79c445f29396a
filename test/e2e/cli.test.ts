import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatMoney } from '../../src/shared/values/money'
import { redress } from '../support/cli'
import { expect, test } from './support/app'
import { readPdf } from './support/hands'

test.slow()

test('brief prints the case of the sample, in a real Electron without a window', async ({ folder }) => {
  const workspace = join(folder, 'Sample.redress')
  expect((await redress(['sample', workspace])).code).toBe(0)
  const { json: cases } = await redress(['call', 'cases.list', '{}', '--workspace', workspace])
  const { ref, ask } = (cases as { ref: string; ask: string; customer: string }[]).find(({ customer }) =>
    customer.includes('Halden')
  )!
  const out = join(folder, 'brief.pdf')
  const said = await redress([
    'brief',
    '--workspace',
    workspace,
    '--case',
    ref.toLowerCase(),
    '--language',
    'en',
    '--paper',
    'letter',
    '--out',
    out
  ])
  expect(said.words).toBe('')
  expect(said).toMatchObject({ code: 0, json: { file: out, case: ref, language: 'en', paper: 'letter' } })

  const { pages, outline, tagged } = await readPdf(out)
  expect(tagged).toBe(true)
  expect(pages).toHaveLength(said.json.pages as number)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages[0]).toContain(ask.slice(0, 40))
  // the figure in large on the first page is the one that the case has
  const { json: view } = await redress(['call', 'cases.get', JSON.stringify({ id: ref }), '--workspace', workspace])
  const { p50, currency } = (view as { loss: { p50: number; currency: string } }).loss
  expect(pages[0]).toContain(formatMoney({ minor: p50, currency }, 'en', 'estimate'))
  expect(outline.length).toBeGreaterThan(3)
  // a heading over two lines has no space between them in the outline; one glyph draws both apostrophes
  const words = (text: string) => text.replaceAll('ʼ', '’').replace(/\s+/gu, '')
  for (const heading of outline) expect(words(pages.join(' '))).toContain(words(heading))

  const greek = join(folder, 'brief-el.pdf')
  expect(await redress(['brief', '--workspace', workspace, '--case', ref, '--language', 'el', '--out', greek])).toMatchObject({
    code: 0
  })
  expect((await readPdf(greek)).outline.join(' ')).toMatch(/[Α-Ωα-ω]{5}/)
})

test('brief says what is wrong, and writes nothing', async ({ folder }) => {
  const [workspace, out] = [join(folder, 'Sample.redress'), join(folder, 'brief.pdf')]
  const args = ['--workspace', workspace, '--out', out]
  expect(await redress(['brief', ...args])).toMatchObject({ code: 2, out: '', words: expect.stringContaining('--case CASE-1') })
  expect(await redress(['brief', '--case', 'CASE-1', '--language', 'xx', ...args])).toMatchObject({ code: 2, out: '' })
  expect(await redress(['brief', '--case', 'CASE-1', ...args])).toMatchObject({ code: 1, json: { error: { code: 'not-found' } } })
  expect(existsSync(workspace)).toBe(false)
  await redress(['sample', workspace])
  const missing = await redress(['brief', '--case', 'CASE-99', ...args])
  expect(missing).toMatchObject({ code: 1, json: { error: { code: 'not-found', message: expect.stringContaining('CASE-99') } } })
  writeFileSync(join(folder, 'file'), '')
  const nowhere = await redress(['brief', '--case', 'CASE-1', '--workspace', workspace, '--out', join(folder, 'file', 'brief.pdf')])
  expect(nowhere).toMatchObject({ code: 1, json: { error: { message: expect.stringContaining('brief.pdf') } } })
  expect(statSync(join(folder, 'file')).size).toBe(0)
  expect(existsSync(out)).toBe(false)
})
