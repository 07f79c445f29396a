import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataText } from '../../src/shared/brief/data'
import type { BriefShape } from '../../src/shared/brief/shape'
import { shaped, shapes, type ShapeName } from '../../src/main/shapes/shape'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { filledEverywhere, marked, marksIn, saidIn } from '../support/marked'
import { temporaryFolder } from './support'

it('a word that is left out is in no byte of any shape, whichever field of the workspace it was in', async () => {
  const file = join(temporaryFolder(), 'Marked.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const found = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
  await filledEverywhere(workspace, found)
  const { marks, bare } = await marked(workspace, found.customerId)
  // every field of every kind of record has one
  expect(bare).toEqual([])
  expect(marks.length).toBeGreaterThan(200)

  const asked = { caseId: found.id, language: 'en', paper: 'a4', audience: 'leadership' } as const
  const shapesOf = async (shape?: BriefShape, given: { audience?: 'customer'; language?: 'el' } = {}) => {
    const all = { ...asked, ...given, ...(shape ? { shape } : {}) }
    const model = await workspace.call('brief.model', all)
    const { id: versionId } = await workspace.call('brief.freeze', all)
    const frozen = await workspace.call('brief.model', { ...all, versionId })
    const said = new Map<string, string[]>([
      ['data', [dataText({ caseId: found.id, versionId: null, model })]],
      ['frozen', [dataText({ caseId: found.id, versionId, model: frozen })]],
      ['name', [model.fileName]],
      ['exhibits', (await workspace.call('brief.exhibits', all)).map(({ name }) => name)]
    ])
    for (const as of Object.keys(shapes) as ShapeName[])
      said.set(as, await saidIn(await shaped(as, model, () => workspace.call('brief.book', all))))
    return said
  }
  // without it they are there, in each shape: the test can see them
  const open = await shapesOf()
  for (const as of Object.keys(shapes)) expect(marksIn(open.get(as)!, marks).length, as).toBeGreaterThan(15)
  expect(marksIn([...open.values()].flat(), marks).length).toBeGreaterThan(100)

  for (const given of [{}, { audience: 'customer' }, { language: 'el' }] as const) {
    const left = await shapesOf({ words: marks }, given)
    for (const [as, said] of left) expect(marksIn(said, marks), `${as} ${JSON.stringify(given)}`).toEqual([])
  }

  // names: of the customer and of everybody who is at work for it or with it, as each is called
  const contacts = workspace.store.db.prepare('SELECT name FROM contact WHERE customerId = ?').all(found.customerId) as {
    name: string
  }[]
  const names = ['Halden', ...contacts.flatMap(({ name }) => name.replace(/ Qx.*/, '').split(' ')), 'Ilves', 'Tamm', 'Lepik']
  expect(marksIn([...open.values()].flat(), names)).toEqual(names)
  for (const [as, said] of await shapesOf({ hide: ['people', 'customer'] })) expect(marksIn(said, names), as).toEqual([])
  await workspace.close()
})
