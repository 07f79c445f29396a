import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { temporaryFolder } from './support'

it('what a brief is told by, and nobody wrote, is left as it is: any letter may be left out of any case', async () => {
  const file = join(temporaryFolder(), 'Any.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const figures = (model: object) => JSON.stringify(model).match(/"(?:value|low|high|minor|n)":-?\d+(?:\.\d+)?/g)
  for (const { id: caseId, ref } of await workspace.call('cases.list', {})) {
    const asked = { caseId, language: 'en', paper: 'a4', audience: 'leadership' } as const
    const open = figures(await workspace.call('brief.model', asked))
    const formulas = async (words: string[]) =>
      JSON.stringify(await workspace.call('brief.book', { ...asked, shape: { words } })).match(
        /"(?:formula|range)":"(?:[^"\\\\]|\\\\.)*"/g
      )
    const alive = await formulas([])
    expect(alive!.length, ref).toBeGreaterThan(3)
    for (const words of ['abcdefghijklmnopqrstuvwxyz', '0123456789-.:'].map((signs) => signs.split(''))) {
      const left = await workspace.call('brief.model', { ...asked, shape: { words } })
      expect(figures(left), ref).toEqual(open)
      expect(await formulas(words), ref).toEqual(alive)
    }
  }
  await workspace.close()
})
