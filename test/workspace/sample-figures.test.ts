// An estimate is never printed to the euro beside a rounded headline: every amount of the sample's briefs is looked at.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { amountsIn, certainAmounts, preciseOnes } from '../support/amounts'
import { temporaryFolder } from './support'

it('no estimate in the sample’s briefs has more than three figures, in their charts’ tables and workings neither', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const sample = await openWorkspace(file)
  let seen = 0
  for (const { id, ref } of await sample.call('cases.list', {})) {
    const view = await sample.call('cases.get', { id })
    const known = [view]
    for (const { id: incidentId } of view.incidents) {
      known.push((await sample.call('losses.simulate', { incidentId })) as never)
      known.push((await sample.call('losses.sheet', { incidentId })) as never)
    }
    const certain = certainAmounts(known)
    for (const language of ['en', 'el'] as const) {
      const asked = { caseId: id, language, paper: 'a4', audience: 'leadership' } as const
      const found = amountsIn(await sample.call('brief.model', asked))
      seen += found.length
      expect(preciseOnes(found, certain), `${ref} ${language}`).toEqual([])
      const [summary] = (await sample.call('brief.book', asked)).sheets
      const shown = summary!.rows
        .flat()
        .flatMap((cell) =>
          typeof cell === 'object' && cell !== null && 'format' in cell && cell.format === 'amount' ? [Number(cell.value)] : []
        )
      expect(shown.filter((amount) => String(amount).replace(/[.0]+$/, '').length > 3 && !certain.has(amount))).toEqual([])
    }
  }
  expect(seen).toBeGreaterThan(400)
})
