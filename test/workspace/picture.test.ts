import { expect, it } from 'vitest'
import { add } from '../../src/workspace/records'
import { freshWorkspace } from './support'

const now = () => '2026-11-20T09:00:00Z'

it('a stretch of a timeline shows what lasted: promises, questions, silences, incidents', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', {
    name: 'Halden',
    currency: 'EUR',
    timeZone: 'Europe/Oslo',
    replyHours: 24
  })
  const talk = (at: string, direction: 'in' | 'out', more = {}) =>
    workspace.call('interactions.create', { customerId, channel: 'call', direction, at, subject: at, ...more })
  await talk('2026-09-01T09:00:00Z', 'out')
  await talk('2026-11-01T09:00:00Z', 'in', { needsReply: 1 })
  const { id: asked } = await talk('2026-11-03T09:00:00Z', 'in', { needsReply: 1 })
  await workspace.call('interactions.answered', { id: asked, at: '2026-11-03T19:00:00Z' })
  await workspace.call('promises.create', {
    customerId,
    words: 'Tubs',
    madeAt: '2026-11-02T09:00:00Z',
    zone: 'Europe/Oslo',
    dueAt: '2026-11-10'
  })
  await workspace.call('incidents.create', {
    customerId,
    title: 'Line down',
    kind: 'outage',
    currency: 'EUR',
    began: '2026-11-05',
    ended: '2026-11-08'
  })

  const { events, cells, spans } = await workspace.call('timeline.picture', { customerId })
  expect(events).toHaveLength(7)
  expect(cells).toEqual([])
  expect(spans.map(({ kind, from, to, state, side }) => [kind, from, to, state, side])).toEqual([
    ['promise', '2026-11-02T09:00:00Z', null, 'overdue', 'us'],
    ['incident', '2026-11-05', '2026-11-08', 'open', 'customer'],
    ['reply', '2026-11-03T09:00:00Z', '2026-11-03T19:00:00Z', 'answered', 'us'],
    ['reply', '2026-11-01T09:00:00Z', null, 'late', 'us'],
    // after our own word it was their turn, for two months
    ['silence', '2026-09-01T09:00:00Z', '2026-11-01T09:00:00Z', 'customer', 'customer']
  ])
  // what lies outside is not asked for, what reaches in is
  const part = await workspace.call('timeline.picture', { customerId, from: '2026-11-06', to: '2026-11-07' })
  expect(part.events).toEqual([])
  expect(part.spans.map(({ kind }) => kind)).toEqual(['promise', 'incident'])
})

it('more events than can be drawn are counted by day or month on the customer’s calendar, none twice and none lost', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', {
    name: 'Busy',
    currency: 'EUR',
    timeZone: 'America/New_York'
  })
  await workspace.store.journal!.change(async (change) => {
    for (let n = 0; n < 2_200; n++) {
      // in New York still the evening of the last of February
      const at =
        n < 2_000
          ? `2026-03-01T0${n % 4}:${String(n % 60).padStart(2, '0')}:00Z`
          : n < 2_100
            ? '2026-03-01T05:30:00Z'
            : '2026-03-14T12:00:00Z'
      const direction = n % 3 === 0 ? 'in' : 'out'
      await add(change, 'interaction', { customerId, channel: 'call', direction, subject: String(n), at })
    }
    change.says('create', 'interaction', 'Calls', customerId)
  })
  const months = await workspace.call('timeline.picture', { customerId })
  expect(months.events).toBeNull()
  expect(months.cells).toEqual([
    { kind: 'interaction', at: '2026-02', ours: 1_333, theirs: 667 },
    { kind: 'interaction', at: '2026-03', ours: 133, theirs: 67 }
  ])
  const days = await workspace.call('timeline.picture', { customerId, from: '2026-02-20', to: '2026-03-20' })
  expect(days.cells.map(({ at, ours, theirs }) => [at, ours + theirs])).toEqual([
    ['2026-02-28', 2_000],
    ['2026-03-01', 100],
    ['2026-03-14', 100]
  ])
})

it('the running loss grows from the beginning of the harm until today, and never falls', async () => {
  const workspace = await freshWorkspace({ now })
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: incidentId } = await workspace.call('incidents.create', {
    customerId,
    title: 'Line down',
    kind: 'outage',
    currency: 'EUR',
    began: '2026-11-06'
  })
  expect(await workspace.call('losses.running', { incidentId })).toBeNull()
  await workspace.call('lossLines.create', {
    incidentId,
    title: 'Rent of a crane',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: { as: 'exact', value: 500 }, basis: '' },
    runs: { per: 'day', from: '2026-11-06' }
  })
  const { points } = (await workspace.call('losses.running', { incidentId }))!
  expect(points[0]!.on).toBe('2026-11-06')
  expect(points.at(-1)!.on).toBe('2026-11-20')
  points.slice(1).forEach(({ loss }, i) => expect(loss.p50).toBeGreaterThanOrEqual(points[i]!.loss.p50))
  expect(points.at(-1)!.loss.p50).toBeGreaterThan(points[0]!.loss.p50)
})

it('what happened stands with its orders, incidents and cases, is asked for by person and order, and is there without a date too', async () => {
  const { call } = await freshWorkspace({ now })
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR', timeZone: 'Europe/Oslo' })
  const { id: contactId } = await call('contacts.create', { customerId, name: 'Kaisa' })
  const { id: orderId } = await call('orders.create', { customerId, title: 'Tubs', orderedOn: '2026-10-01' })
  const { id: other } = await call('orders.create', { customerId, title: 'Lids' })
  const about = { customerId, channel: 'call' as const, direction: 'in' as const }
  const { id: interactionId } = await call('interactions.create', {
    ...about,
    at: '2026-10-02T09:00:00Z',
    subject: 'Where are they?',
    orderId,
    contactId
  })
  await call('interactions.create', { ...about, at: '2026-10-03T09:00:00Z', subject: 'Another thing' })
  await call('voice.create', { customerId, interactionId, kind: 'concern', words: 'We stand still', saidAt: '2026-10-02' })
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'Line down',
    kind: 'outage',
    currency: 'EUR',
    began: '2026-10-05',
    orderIds: [orderId]
  })
  await call('promises.create', { customerId, contactId, incidentId, words: 'By noon', madeAt: '2026-10-06T09:00:00Z' })
  await call('cases.create', { customerId, title: 'Fly them in', currency: 'EUR', incidentIds: [incidentId] })

  const whole = await call('timeline.picture', { customerId })
  const of = (title: string) => whole.events!.find((event) => event.title === title)!.of
  const [incident, order, argued] = [['INC-1 Line down'], ['ORD-1 Tubs'], ['CASE-1 Fly them in']]
  expect(of('Tubs')).toEqual({ order, incident, case: argued })
  expect(of('Where are they?')).toEqual({ order, incident, case: argued })
  expect(of('We stand still')).toEqual({ order, incident, case: argued })
  expect(of('Line down')).toEqual({ order, incident, case: argued })
  expect(of('By noon')).toEqual({ order: [], incident, case: argued })
  expect(of('Fly them in')).toEqual({ order: [], incident, case: argued })
  expect(of('Another thing')).toEqual({ order: [], incident: [], case: [] })

  const titles = async (filter: object) =>
    [...new Set((await call('timeline.list', { customerId, ...filter })).events.map(({ title }) => title))].sort()
  expect(await titles({ orderId })).toEqual(['By noon', 'Fly them in', 'Line down', 'Tubs', 'We stand still', 'Where are they?'])
  expect(await titles({ contactId })).toEqual(['By noon', 'Where are they?'])
  expect(await titles({ contactId, orderId })).toEqual(['By noon', 'Where are they?'])
  expect(await titles({ orderId: other })).toEqual(['Lids'])

  // an order of which nobody knows a day, whatever is shown
  for (const filter of [{ from: '2026-10', to: '2026-10' }, {}, { orderId: other }])
    expect((await call('timeline.picture', { customerId, ...filter })).undated.map(({ title }) => title)).toEqual(['Lids'])
  expect((await call('timeline.picture', { customerId, contactId })).undated).toEqual([])
  const { spans } = await call('timeline.picture', { customerId, orderId })
  expect(spans.map(({ kind }) => kind)).toEqual(['incident'])
})
