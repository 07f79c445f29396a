import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { temporaryFolder } from './support'

it('is the same every time: records, figures and today', async () => {
  const folder = temporaryFolder()
  const seen: unknown[] = []
  for (const name of ['One.redress', 'Two.redress']) {
    const file = join(folder, name)
    await buildSample(file)
    const sample = await openWorkspace(file)
    const [found] = await sample.call('cases.list', {})
    const info = await sample.call('workspace.info', {})
    expect(info).toMatchObject({ sample: true, undo: null, today: '2026-11-20' })
    expect(await sample.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
    const incidents = await sample.call('incidents.list', {})
    seen.push({
      customers: await sample.call('customers.list', {}),
      case: await sample.call('cases.get', { id: found!.id }),
      losses: await Promise.all(incidents.filter(({ lines }) => lines > 0).map(({ id }) => sample.call('losses.simulate', { incidentId: id }))),
      entries: info.entries
    })
    await sample.close()
  }
  const plain = (value: unknown) => JSON.stringify(value, (key, inner) => (key === 'id' && typeof inner === 'string' ? undefined : inner))
  expect(plain(seen[0])).toBe(plain(seen[1]))
})
