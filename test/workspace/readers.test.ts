import { join } from 'node:path'
import { expect, it } from 'vitest'
import { shapeFor, usualReaders } from '../../src/shared/brief/readers'
import { openWorkspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { freshWorkspace, temporaryFolder } from './support'

it('readers of our own are kept in the workspace under a name each, and what is no reader changes nothing', async () => {
  const workspace = await freshWorkspace()
  const readers = async () => (await workspace.call('workspace.info', {})).settings.readers
  expect(await readers()).toEqual([])
  const council = { name: 'Works council', audience: 'leadership', shape: { without: ['method'], hide: ['people'] } } as const
  const given = [{ ...council, shape: { without: [...council.shape.without], hide: [...council.shape.hide] } }]
  await workspace.call('workspace.configure', { readers: given })
  expect(await readers()).toEqual([council])
  const second = { ...given[0]!, name: 'works COUNCIL' }
  await expect(workspace.call('workspace.configure', { readers: [...given, second] })).rejects.toMatchObject({ code: 'invalid' })
  const unknown = [{ ...given[0]!, shape: { hide: ['everything'] } }] as never
  await expect(workspace.call('workspace.configure', { readers: unknown })).rejects.toMatchObject({ code: 'invalid' })
  expect(await readers()).toEqual([council])
  await workspace.call('workspace.configure', { readers: [] })
  expect(await readers()).toEqual([])
})

it('a brief for a reader has the parts that are of use to them, hides what they must not see, and bears their name', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const caseId = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!.id
  const asked = { caseId, language: 'en', paper: 'a4' } as const
  const found = new Map<string, { parts: string[]; costs: string[]; name: string }>()
  for (const reader of usualReaders('en')) {
    const shape = shapeFor(reader)
    const { appendix, page, fileName } = await workspace.call('brief.model', { ...asked, audience: reader.audience, shape })
    const parts = Object.entries(appendix).flatMap(([part, held]) =>
      held && typeof held === 'object' && 'id' in held ? [part] : []
    )
    found.set(reader.name, { parts, costs: page.options!.rows.map(({ cells }) => cells[0]!), name: fileName })
    await workspace.call('brief.freeze', { ...asked, audience: reader.audience, shape })
  }
  const all = ['loss', 'options', 'timeline', 'view', 'exhibits', 'texts', 'method']
  const whole = (await workspace.call('brief.model', asked)).appendix
  const less = (without: string[]) => all.filter((part) => whole[part as 'loss'] && !without.includes(part))
  expect(found.get('Board')!.parts).toEqual(less(['texts', 'method']))
  expect(found.get('Finance')!.parts).toEqual(less(['view', 'texts']))
  expect(found.get('Legal')!.parts).toEqual(less(['options']))
  expect(new Set(found.get('Legal')!.costs)).toEqual(new Set(['–']))
  expect(found.get('Board')!.costs.some((cost) => /€/.test(cost))).toBe(true)
  for (const [name, { name: fileName }] of found) expect(fileName).toContain(` ${name} `)
  const versions = await workspace.call('brief.versions', { caseId })
  expect(versions.map(({ reader }) => reader)).toEqual(['Legal', 'Finance', 'Board'])
  await workspace.close()
})
