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
      losses: await Promise.all(
        incidents.filter(({ lines }) => lines > 0).map(({ id }) => sample.call('losses.simulate', { incidentId: id }))
      ),
      entries: info.entries
    })
    await sample.close()
  }
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, inner) => (key === 'id' && typeof inner === 'string' ? undefined : inner))
  expect(plain(seen[0])).toBe(plain(seen[1]))
})

it('tells of eight customers, in several alphabets, with a desk that is alive', async () => {
  const file = join(temporaryFolder(), 'Sample.redress')
  await buildSample(file)
  const sample = await openWorkspace(file)
  const customers = await sample.call('customers.list', {})
  expect(customers).toHaveLength(8)
  expect(customers.some(({ name }) => /\p{Script=Greek}/u.test(name))).toBe(true)
  expect(customers.some(({ name }) => /\p{Script=Cyrillic}/u.test(name))).toBe(true)
  expect(new Set(customers.map(({ kind }) => kind))).toEqual(new Set(['business', 'public', 'person']))
  let events = 0
  for (const { id } of customers) events += (await sample.call('timeline.months', { customerId: id })).total
  expect(events).toBeGreaterThan(300)
  const desk = await sample.call('desk.today', {})
  expect(desk.replies.filter(({ overdue }) => overdue)).toHaveLength(1)
  expect(desk.promises.filter(({ overdue }) => overdue)).toHaveLength(3)
  expect(new Set(desk.signals.map(({ kind }) => kind)).size).toBeGreaterThan(4)
  expect(desk.signals[0]).toMatchObject({ kind: 'order-late', grave: true })
  expect(desk.cases).toHaveLength(3)
  for (const { id, title } of await sample.call('incidents.list', {})) {
    const loss = await sample.call('losses.simulate', { incidentId: id })
    expect(loss.p10, title).toBeLessThanOrEqual(loss.p50)
    expect(loss.p50, title).toBeLessThanOrEqual(loss.p90)
  }
  const [main] = (await sample.call('incidents.list', {})).filter(({ title }) => title.startsWith('Second freezer'))
  const { answers } = await sample.call('losses.sheet', { incidentId: main!.id })
  const { guard } = await sample.call('losses.simulate', { incidentId: main!.id })
  expect(guard.map(({ key }) => key).sort()).toEqual(answers.map(({ key }) => key).sort())
  await sample.close()
}, 60_000)
