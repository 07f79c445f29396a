import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const now = () => '2026-11-20T09:00:00Z'

it('a late order is a signal until it is set aside, and comes back on its day or when it is woken', async () => {
  let clock = now()
  const workspace = await freshWorkspace({ now: () => clock })
  const desk = () => workspace.call('desk.today', {})
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await workspace.call('orders.create', { customerId, title: 'Freezer', promisedOn: '2026-11-16' })
  const [signal] = (await desk()).signals
  expect(signal).toMatchObject({
    kind: 'order-late',
    grave: true,
    customer: 'Halden Foods',
    reasons: [{ entity: 'order', title: 'Freezer', at: '2026-11-16' }]
  })

  const { key } = signal!
  await expect(workspace.call('signals.snooze', { key, customerId, until: '2026-11-20', reason: 'Later' })).rejects.toMatchObject({
    fields: { until: expect.any(String) }
  })
  await expect(workspace.call('signals.snooze', { key, customerId, until: '2026-11-30', reason: ' ' })).rejects.toMatchObject({
    fields: { reason: expect.any(String) }
  })
  await workspace.call('signals.snooze', { key, customerId, until: '2026-11-30', reason: 'They know, and it suits them' })
  expect(await desk()).toMatchObject({
    signals: [],
    aside: [{ until: '2026-11-30', reason: 'They know, and it suits them', signal: { key } }]
  })
  expect((await workspace.call('workspace.info', {})).undo).toEqual({
    deed: 'snooze',
    entity: 'signal',
    name: 'They know, and it suits them'
  })

  clock = '2026-11-30T09:00:00Z'
  expect((await desk()).signals.map((each) => each.key)).toEqual([key])
  clock = now()
  await workspace.call('signals.wake', { key })
  expect((await desk()).aside).toEqual([])
  await workspace.call('signals.snooze', { key, customerId, until: '2026-11-25', reason: 'Again' })
  expect((await desk()).aside).toMatchObject([{ until: '2026-11-25', reason: 'Again' }])
  await workspace.call('journal.undo', {})
  expect((await desk()).signals).toHaveLength(1)
  expect((await workspace.call('journal.verify', {})).ok).toBe(true)
})

it('rests on the last word in each direction, not on inner notes', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const say = (direction: 'in' | 'out' | 'internal', at: string, subject: string) =>
    workspace.call('interactions.create', { customerId, channel: 'call', direction, at, subject })
  await say('out', '2026-09-01T09:00:00Z', 'Spring planning')
  await say('in', '2026-10-01T09:00:00Z', 'One more thing')
  await say('internal', '2026-11-19T09:00:00Z', 'To myself')
  const { signals } = await workspace.call('desk.today', {})
  expect(signals).toMatchObject([{ kind: 'quiet', subject: 'One more thing', days: 50 }])
  await say('out', '2026-11-18T09:00:00Z', 'How are you?')
  expect((await workspace.call('desk.today', {})).signals).toEqual([])
})
