// What pressed on a past day is told from the dates of the records; how often a rule was right, from what came after.
import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

async function book(now = '2026-11-20T09:00:00Z') {
  let clock = now
  const workspace = await freshWorkspace({ now: () => clock })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR', timeZone: 'Europe/Oslo' })
  const say = (direction: 'in' | 'out', day: string) =>
    call('interactions.create', { customerId, channel: 'call', direction, at: `${day}T09:00:00Z`, subject: day })
  return { ...workspace, customerId, say, at: (next: string) => (clock = next) }
}

it('an order was late from the day after it was due until it came, whenever that was written down', async () => {
  const { call, customerId, say } = await book()
  await say('out', '2026-05-20')
  const { id } = await call('orders.create', {
    customerId,
    title: 'Freezer',
    orderedOn: '2026-05-01',
    promisedOn: '2026-06-10',
    receivedOn: '2026-06-20'
  })
  const { spans, from, to } = await call('signals.line', { customerId })
  expect([from, to]).toEqual(['2025-11-20', '2026-11-20'])
  const late = spans.filter(({ signal }) => signal.kind.startsWith('order'))
  expect(late).toMatchObject([
    { from: '2026-06-07', to: '2026-06-11', signal: { kind: 'order-at-risk', reasons: [{ id }] } },
    { from: '2026-06-11', to: '2026-06-20', signal: { kind: 'order-late', grave: true, days: 9 } }
  ])
  // nobody has spoken since the 20th of May: longer than the rule of 30 days until today
  expect(spans.find(({ signal }) => signal.kind === 'quiet')).toMatchObject({ from: '2026-06-19', to: null })
})

it('what stands today is what the desk says', async () => {
  const { call, customerId, say } = await book()
  await say('in', '2026-09-01')
  await call('orders.create', { customerId, title: 'Freezer', promisedOn: '2026-11-16' })
  for (const dueAt of ['2026-10-01', '2026-10-20'])
    await call('promises.create', { customerId, words: dueAt, madeAt: '2026-09-02T09:00:00Z', zone: 'Europe/Oslo', dueAt })
  const { id: voice } = await call('voice.create', { customerId, kind: 'concern', words: 'No news', saidAt: '2026-10-05' })
  await call('voice.change', { id: voice, patch: { state: 'met', answer: 'Weekly mail', answeredOn: '2026-10-10' } })
  await call('voice.again', { id: voice, on: '2026-11-18' })
  const today = (await call('desk.today', {})).signals.map(({ key }) => key).sort()
  const { spans } = await call('signals.line', { customerId })
  expect(
    spans
      .filter(({ to }) => to === null)
      .map(({ signal }) => signal.key)
      .sort()
  ).toEqual(today)
  expect(today.map((key) => key.split(':')[0])).toEqual(['order-late', 'promises-slip', 'quiet', 'returned'])
  expect(spans.find(({ signal }) => signal.kind === 'returned')).toMatchObject({
    from: '2026-11-18',
    signal: { grave: true, days: 2, subject: 'No news' }
  })
  await call('voice.change', { id: voice, patch: { state: 'met', answer: 'A person calls' } })
  expect((await call('desk.today', {})).signals.map(({ kind }) => kind)).not.toContain('returned')
})

it('a date that moved held until it was moved', async () => {
  const { call, customerId, at } = await book('2026-06-01T09:00:00Z')
  const promise = async (words: string) =>
    (await call('promises.create', { customerId, words, madeAt: '2026-06-01T08:00:00Z', zone: 'Europe/Oslo', dueAt: '2026-06-20' }))
      .id
  const both = [await promise('One'), await promise('Two')]
  at('2026-06-10T09:00:00Z')
  for (const id of both) await call('promises.renegotiate', { id, dueAt: '2026-07-15', reason: 'The supplier' })
  at('2026-07-30T09:00:00Z')
  const { spans } = await call('signals.line', { customerId })
  const [slip] = spans.filter(({ signal }) => signal.kind === 'promises-slip')
  // the first date that did not hold was the 20th
  expect(slip).toMatchObject({ from: '2026-06-20', to: null })
})

it('a rule was right where it was acted on or came true, and its share bears its interval', async () => {
  const { call, customerId, say } = await book()
  // at risk and then late; nothing was said: it came true
  await call('orders.create', {
    customerId,
    title: 'One',
    orderedOn: '2026-02-01',
    promisedOn: '2026-03-10',
    receivedOn: '2026-03-30'
  })
  // at risk, and it came in time: neither
  await call('orders.create', {
    customerId,
    title: 'Two',
    orderedOn: '2026-05-01',
    promisedOn: '2026-06-10',
    receivedOn: '2026-06-10'
  })
  // at risk, and we called
  await call('orders.create', {
    customerId,
    title: 'Three',
    orderedOn: '2026-07-01',
    promisedOn: '2026-07-20',
    receivedOn: '2026-07-20'
  })
  await say('out', '2026-07-22')
  const track = (await call('signals.track', {}))['order-at-risk']
  expect(track).toMatchObject({ judged: 3, acted: 1, came: 1, young: 0 })
  // Jeffreys, 2 of 3: the quantiles of Beta(2.5, 1.5) at 0.1 and 0.9, by summing its density
  expect(track.right).toMatchObject({ of: 3, share: 2 / 3 })
  expect(track.right!.low).toBeCloseTo(0.31529, 3)
  expect(track.right!.high).toBeCloseTo(0.89846, 3)
  expect((await call('signals.track', {})).renewal).toMatchObject({ judged: 0, right: null })
})
