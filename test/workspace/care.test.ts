// The desk, the list of customers and the customer's page say the same of what a customer needs, whatever happened.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

const now = '2026-11-20T09:00:00Z'
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const day = fc.integer({ min: -20, max: 60 })
const direction = fc.constantFrom('in' as const, 'out' as const)

const happening = fc.oneof(
  fc.record({ is: fc.constant('call' as const), at: fc.nat(60), direction, needsReply: fc.boolean() }),
  fc.record({
    is: fc.constant('promise' as const),
    due: fc.option(day),
    theirs: fc.boolean(),
    about: fc.boolean(),
    kept: fc.boolean()
  }),
  fc.record({ is: fc.constant('order' as const), due: fc.option(day), received: fc.boolean() }),
  fc.record({ is: fc.constant('incident' as const), at: fc.nat(60), decided: fc.boolean() }),
  fc.record({ is: fc.constant('voice' as const), at: fc.nat(60), kind: fc.constantFrom('wish' as const, 'concern' as const) })
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never
type Workspace = Awaited<ReturnType<typeof freshWorkspace>>

async function happens({ call }: Workspace, customerId: string, given: Happening, n: number): Promise<void> {
  const title = `${given.is} ${n}`
  if (given.is === 'call') {
    const { at, direction: to, needsReply } = given
    await call('interactions.create', { customerId, channel: 'call', direction: to, at: ago(at), subject: title, needsReply })
  } else if (given.is === 'promise') {
    const [order] = await call('orders.list', { customerId })
    const { id } = await call('promises.create', {
      customerId,
      words: title,
      madeBy: given.theirs ? 'customer' : 'us',
      madeAt: ago(61),
      dueAt: given.due === null ? null : ago(given.due).slice(0, 10),
      orderId: given.about ? (order?.id ?? null) : null
    })
    if (given.kept) await call('promises.close', { id, outcome: 'kept' })
  } else if (given.is === 'order') {
    const promisedOn = given.due === null ? null : ago(given.due).slice(0, 10)
    await call('orders.create', { customerId, title, promisedOn, receivedOn: given.received ? '2026-11-19' : null })
  } else if (given.is === 'incident') {
    const orderIds = (await call('orders.list', { customerId })).slice(0, 1).map(({ id }) => id)
    const began = ago(given.at).slice(0, 10)
    const { id } = await call('incidents.create', { customerId, title, kind: 'service', began, currency: 'EUR', orderIds })
    if (!given.decided) return
    const { id: caseId } = await call('cases.create', { customerId, title, currency: 'EUR', incidentIds: [id] })
    await call('cases.decide', { caseId, decidedBy: 'Aino', decidedOn: '2026-11-20', makePromises: false })
  } else await call('voice.create', { customerId, kind: given.kind, words: title, saidAt: ago(given.at).slice(0, 10) })
}

it('whatever happened, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(happening, { maxLength: 8 }), { minLength: 2, maxLength: 3 }), async (books) => {
      const workspace = await freshWorkspace({ now: () => now })
      const { call } = workspace
      for (const [n, history] of books.entries()) {
        const { id } = await call('customers.create', { name: `Customer ${n}`, currency: 'EUR', timeZone: 'Asia/Manila' })
        for (const [at, given] of history.entries()) await happens(workspace, id, given, at)
      }
      const [desk, list] = [await call('desk.today', {}), await call('customers.list', {})]
      for (const row of list) {
        const own = <T extends { customerId: string }>(rows: readonly T[]) => rows.filter(({ customerId }) => customerId === row.id)
        const page = await call('customers.get', { id: row.id })
        const same = (({ id: _id, ref: _ref, name: _n, kind: _k, industry: _i, country: _c, clock: _clock, ...care }) => care)(row)
        expect(page).toMatchObject(same)
        expect(row.overduePromises).toBe(own(desk.promises).filter(({ overdue }) => overdue).length)
        expect(row.theirsOverdue).toBe(own(desk.theirs).filter(({ overdue }) => overdue).length)
        expect(row.undatedPromises).toBe(own([...desk.promises, ...desk.theirs]).filter(({ dueAt }) => !dueAt).length)
        expect(row.repliesOverdue).toBe(own(desk.replies).filter(({ overdue }) => overdue).length)
        expect(row.replyDueAt).toBe(own(desk.replies)[0]?.dueAt ?? null)
        expect(row.signals).toBe(own(desk.signals).length)
        expect(row.graveSignals).toBe(own(desk.signals).filter(({ grave }) => grave).length)
        // and each agrees with the records themselves
        const promises = await call('promises.list', { customerId: row.id })
        expect(row.openPromises).toBe(promises.filter(({ closedAt, outcome }) => !closedAt && !outcome).length)
        const orders = await call('orders.list', { customerId: row.id })
        expect(row.lateOrders).toBe(orders.filter(({ state }) => state === 'late').length)
        for (const order of orders.filter(({ state }) => state === 'late'))
          expect(own(desk.signals).some(({ kind, reasons }) => kind === 'order-late' && reasons[0]!.id === order.id)).toBe(true)
      }
    }),
    { numRuns: 12 }
  )
})

it('a promise without a date, and one of theirs, are on the desk until they are settled', async () => {
  const { call } = await freshWorkspace({ now: () => now })
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR' })
  const { id: ours } = await call('promises.create', { customerId, words: 'We call back', madeAt: now })
  const { id: theirs } = await call('promises.create', { customerId, words: 'They send it', madeBy: 'customer', madeAt: now })
  await call('promises.create', { customerId, words: 'In a month', madeAt: now, dueAt: '2026-12-20' })
  const { id: caseId } = await call('cases.create', { customerId, title: 'Ask', currency: 'EUR' })
  const { id: optionId } = await call('options.create', { caseId, title: 'Do it' })
  await call('remedies.create', { optionId, words: 'An action without a day' })
  await call('cases.decide', { caseId, optionId, decidedBy: 'Aino', decidedOn: '2026-11-20', makePromises: true })
  const desk = await call('desk.today', {})
  expect(desk.promises.map(({ words, dueAt }) => [words, dueAt])).toEqual([
    ['We call back', null],
    ['An action without a day', null]
  ])
  expect(desk.theirs.map(({ words }) => words)).toEqual(['They send it'])
  expect(await call('customers.get', { id: customerId })).toMatchObject({ openPromises: 4, undatedPromises: 3 })
  await call('promises.change', { id: ours, patch: { dueAt: '2026-11-21' } })
  await call('promises.close', { id: theirs, outcome: 'kept' })
  const later = await call('desk.today', {})
  expect(later.promises.map(({ words, dueAt }) => [words, dueAt])).toEqual([
    ['We call back', '2026-11-21'],
    ['An action without a day', null]
  ])
  expect(later.theirs).toEqual([])
})
