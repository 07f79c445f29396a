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

it("a silence is held against the customer's own rhythm, where they have one", async () => {
  const workspace = await freshWorkspace({ now })
  const { id: weekly } = await workspace.call('customers.create', { name: 'Every week', currency: 'EUR' })
  const { id: yearly } = await workspace.call('customers.create', { name: 'Every quarter', currency: 'EUR' })
  const talk = (customerId: string, day: string) =>
    workspace.call('interactions.create', { customerId, channel: 'call', direction: 'out', at: `${day}T09:00:00Z`, subject: day })
  for (const day of ['2026-09-20', '2026-09-27', '2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01'])
    await talk(weekly, day)
  for (const day of ['2025-03-01', '2025-06-01', '2025-09-01', '2025-12-01', '2026-03-01', '2026-06-01', '2026-09-10'])
    await talk(yearly, day)
  const { signals } = await workspace.call('desk.today', {})
  // 19 days are long for the one, 71 are usual for the other
  expect(signals).toMatchObject([{ kind: 'quiet', customer: 'Every week', days: 19, rhythm: { intervals: 6, usual: 7, long: 7 } }])
})

it('what repeats says how often, by what was seen of them and of everybody', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  for (const [title, began] of [
    ['First', '2023-11-20'],
    ['Second', '2026-03-01'],
    ['Third', '2026-11-01']
  ] as const)
    await workspace.call('incidents.create', { customerId, title, kind: 'outage', began, currency: 'EUR' })
  const [signal] = (await workspace.call('desk.today', {})).signals
  // shape 1 + 3, three years of their own on top of as many to one event of everybody: 4 ÷ 4
  expect(signal).toMatchObject({ kind: 'repeat', subject: 'outage' })
  expect(signal!.often!.mean).toBeCloseTo(1, 2)
  // gamma(4) at 0.1 and 0.9 (SciPy), over four years
  expect(signal!.often!.low).toBeCloseTo(1.74477 / 4, 2)
  expect(signal!.often!.high).toBeCloseTo(6.680783 / 4, 2)
  expect(signal!.often!.rising).toBeGreaterThan(0.8)
})

it('a changed rule is tried before it is saved, then holds everywhere, and is undone', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await workspace.call('interactions.create', {
    customerId,
    channel: 'call',
    direction: 'out',
    at: '2026-11-01T09:00:00Z',
    subject: 'x'
  })
  const rules = { ...(await workspace.call('workspace.info', {})).settings.signals, quiet: 14 }
  expect((await workspace.call('signals.preview', { rules })).quiet).toEqual({ now: 0, then: 1 })
  expect((await workspace.call('desk.today', {})).signals).toEqual([])
  await workspace.call('workspace.configure', { signals: rules })
  expect((await workspace.call('desk.today', {})).signals).toMatchObject([{ kind: 'quiet', days: 19 }])
  expect(await workspace.call('customers.get', { id: customerId })).toMatchObject({ signals: 1 })
  await workspace.call('journal.undo', {})
  expect((await workspace.call('desk.today', {})).signals).toEqual([])
  await expect(workspace.call('workspace.configure', { signals: { ...rules, quiet: 0 } })).rejects.toMatchObject({
    code: 'invalid'
  })
})
