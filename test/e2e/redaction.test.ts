import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Zip from 'jszip'
import { chartsOf } from '../../src/shared/brief/pictures'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { marked, marksIn, saidIn } from '../support/marked'
import { expect, test } from './support/app'
import { structure, words } from './support/pdf'

// The other shapes alone, and each field of the workspace, are looked at in workspace/redaction.test.ts.
test('a word that is left out is in no byte of a PDF, nor of the archive of everything', async ({ launch, folder }) => {
  const file = join(folder, 'Marked.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const { id: caseId, customerId } = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
  const { marks } = await marked(workspace, customerId)
  await workspace.close()

  const { ask, dialogs } = await launch({ workspace: file })
  const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
  const pdfSays = async (bytes: Uint8Array) => {
    const [read, tags] = await Promise.all([words(bytes), structure(bytes)])
    return [read.title, ...read.pages, ...read.outline, ...tags.alts, ...(await saidIn(bytes))]
  }
  const to = (name: string) => join(folder, name)
  // without it they are there: the test can see them, on the pages and in what is attached
  await dialogs({ save: to('open.pdf') })
  await ask('shell.exportBrief', { ...asked, draft: true })
  const open = new Uint8Array(readFileSync(to('open.pdf')))
  expect(marksIn((await words(open)).pages, marks).length).toBeGreaterThan(60)
  expect(marksIn(await saidIn(open), marks).length).toBeGreaterThan(60)

  await dialogs({ save: to('left.zip') })
  await ask('shell.exportShape', { ...asked, shape: { words: marks }, as: 'whole' })
  const parts = Object.values((await Zip.loadAsync(readFileSync(to('left.zip')))).files).filter(({ dir }) => !dir)
  for (const ending of ['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'svg', 'png'])
    expect(
      parts.some(({ name }) => name.endsWith(`.${ending}`)),
      ending
    ).toBe(true)
  // each chart, as a vector and as dots
  const charts = chartsOf(await ask('brief.model', asked))
  for (const ending of ['svg', 'png']) expect(parts.filter(({ name }) => name.endsWith(`.${ending}`))).toHaveLength(charts.length)
  for (const part of parts) {
    const bytes = await part.async('uint8array')
    if (part.name.endsWith('.svg')) expect(Buffer.from(bytes).toString(), part.name).toMatch(/<title>.+<\/title>[^]*<text /)
    // 300 dots to the inch of its width on paper
    if (part.name.endsWith('.png')) expect(Buffer.from(bytes).readUInt32BE(16), part.name).toBe(1920)
    const said = [part.name, ...(part.name.endsWith('.pdf') ? await pdfSays(bytes) : await saidIn(bytes))]
    expect(marksIn(said, marks), part.name).toEqual([])
  }
})
