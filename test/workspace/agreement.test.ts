import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBefore } from '../../src/shared/records/agreement'
import type { WorkspaceName } from '../../src/shared/contract/table'
import { add } from '../../src/workspace/records'
import { freshWorkspace } from './support'

const now = '2026-03-11T09:00:00Z'

async function found() {
  const workspace = await freshWorkspace({ now: () => now })
  const { call } = workspace
  const make = async (name: WorkspaceName, fields: object): Promise<string> =>
    ((await call(name, fields as never)) as { id: string }).id
  const customerId = await make('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const otherId = await make('customers.create', { name: 'Levante', currency: 'EUR' })
  return { workspace, call, make, customerId, otherId }
}
/** The sentence at a field of what is refused; the workspace must be as before. */
async function refusal(
  { workspace }: Awaited<ReturnType<typeof found>>,
  name: WorkspaceName,
  input: object
): Promise<Record<string, string>> {
  const { head } = await workspace.call('journal.verify', {})
  const fields = await workspace.call(name, input as never).then(
    () => ({}),
    (error: { code: string; fields?: Record<string, string> }) =>
      error.code === 'invalid' ? (error.fields ?? {}) : { thrown: String(error) }
  )
  expect((await workspace.call('journal.verify', {})).head).toBe(head)
  return fields
}

describe('an end before its beginning is refused where it is written', () => {
  const promise = { words: 'On Friday', madeAt: '2026-03-02T09:00:00Z', zone: 'Europe/Oslo' }
  const incident = { title: 'Late', kind: 'late-delivery', currency: 'EUR', began: '2026-03-05' }
  const interaction = { channel: 'mail', direction: 'in', subject: 'Where is it?', at: '2026-03-05T09:00:00Z' }
  const wrong: [name: string, family: string, whole: object, field: string, value: string, other: string][] = [
    [
      'an order that is shipped before it was ordered',
      'orders',
      { title: 'Labels', orderedOn: '2026-03-05' },
      'shippedOn',
      '2026-03-04',
      'Ordered'
    ],
    [
      'an order that is received before it was ordered',
      'orders',
      { title: 'Labels', orderedOn: '2026-03-05' },
      'receivedOn',
      '2026-03-04',
      'Ordered'
    ],
    [
      'an order that is received before it was shipped',
      'orders',
      { title: 'Labels', shippedOn: '2026-03-05' },
      'receivedOn',
      '2026-03-04',
      'Shipped'
    ],
    [
      'an order that was promised for before it was ordered',
      'orders',
      { title: 'Labels', orderedOn: '2026-03-05' },
      'promisedOn',
      '2026-03-04',
      'Ordered'
    ],
    [
      'an order that is cancelled before it was ordered',
      'orders',
      { title: 'Labels', orderedOn: '2026-03-05' },
      'cancelledOn',
      '2026-03-04',
      'Ordered'
    ],
    ['a promise that is due before it was made', 'promises', promise, 'dueAt', '2026-02-28', 'Made'],
    ['a promise that is closed before it was made', 'promises', promise, 'closedAt', '2026-03-02T08:59:59Z', 'Made'],
    ['an incident that ended before it began', 'incidents', incident, 'ended', '2026-03-04', 'Began'],
    ['an incident whose harm ends before it began', 'incidents', incident, 'harmEnds', '2026-03-04', 'Began'],
    ['an answer before the question', 'interactions', interaction, 'repliedAt', '2026-03-05T08:00:00Z', 'When'],
    [
      'a renewal before there was a customer',
      'customers',
      { name: 'Third', currency: 'EUR', customerSince: '2026-03-05' },
      'renewalOn',
      '2025-12-31',
      'Customer since'
    ]
  ]
  it.each(wrong)('%s', async (_, family, whole, field, value, other) => {
    const own = await found()
    const owned = family === 'customers' ? whole : { ...whole, customerId: own.customerId }
    expect((await refusal(own, `${family}.create` as WorkspaceName, { ...owned, [field]: value }))[field]).toContain(`“${other}”`)
    const id = await own.make(`${family}.create` as WorkspaceName, owned)
    expect((await refusal(own, `${family}.change` as WorkspaceName, { id, patch: { [field]: value } }))[field]).toContain(
      `before “${other}”`
    )
    // and from the other side: the beginning is moved past the end
    const [began] = Object.entries(whole)
      .filter(([, date]) => typeof date === 'string' && date.startsWith('2026-03-0'))
      .map(([name]) => name)
    const late = field === 'closedAt' || field === 'repliedAt' ? '2026-03-06T09:00:00Z' : '2026-03-06'
    await own.call(`${family}.change` as 'orders.change', { id, patch: { [field]: late } })
    const later = String((whole as Record<string, string>)[began!]).includes('T') ? '2026-03-07T23:00:00Z' : '2026-03-07'
    const refused = await refusal(own, `${family}.change` as WorkspaceName, { id, patch: { [began!]: later } })
    expect(refused[began!]).toMatch(/^This is after “.+”/)
    // both at once is no question of order
    const moved = field === 'closedAt' || field === 'repliedAt' ? '2026-03-09T09:00:00Z' : '2026-03-09'
    await own.call(`${family}.change` as 'orders.change', { id, patch: { [began!]: later, [field]: moved } })
    // one undo takes both back, and what was wrong is wrong again
    await own.call('journal.undo', {})
    expect((await refusal(own, `${family}.change` as WorkspaceName, { id, patch: { [began!]: later } }))[began!]).toBe(
      refused[began!]
    )
  })

  it('a promise closed, or agreed anew, for before it was made', async () => {
    const own = await found()
    const id = await own.make('promises.create', { ...promise, customerId: own.customerId })
    expect(await refusal(own, 'promises.close', { id, outcome: 'kept', at: '2026-03-01T09:00:00Z' })).toEqual({
      at: expect.stringContaining('“Made”')
    })
    expect(await refusal(own, 'promises.renegotiate', { id, dueAt: '2026-03-01', reason: 'Snow' })).toEqual({
      dueAt: expect.stringContaining('“Made”')
    })
    expect((await own.call('promises.get', { id })).dates).toEqual([])
    await own.call('promises.close', { id, outcome: 'kept' })
    const asked = await own.make('interactions.create', { ...interaction, customerId: own.customerId })
    expect(await refusal(own, 'interactions.answered', { id: asked, at: '2026-03-05T08:00:00Z' })).toEqual({
      at: expect.stringContaining('“When”')
    })
  })

  it('what is unusual is taken: early goods, goods needed before they were ordered, the same day', async () => {
    const { make, customerId } = await found()
    await make('orders.create', {
      customerId,
      title: 'A',
      orderedOn: '2026-03-05',
      neededBy: '2026-03-01',
      promisedOn: '2026-03-20',
      shippedOn: '2026-03-05',
      receivedOn: '2026-03-05'
    })
    await make('promises.create', { customerId, ...promise, dueAt: '2026-03-02' })
    // half past eleven at night is the next day in Oslo
    await make('promises.create', { customerId, ...promise, madeAt: '2026-03-02T23:30:00Z', dueAt: '2026-03-03' })
    await make('incidents.create', { customerId, ...incident, began: '2026-03', ended: '2026-03-02', harmEnds: '2026-03-01' })
    await make('incidents.create', { customerId, ...incident, began: '2026-03-06T02:00:00Z', ended: '2026-03-05' })
  })

  it('what an earlier build took in can still be changed where the dates are not touched', async () => {
    const own = await found()
    const id = await own.make('orders.create', { customerId: own.customerId, title: 'Labels', orderedOn: '2026-03-05' })
    await own.workspace.store.journal!.change(async (change) => {
      await change.db.updateTable('order').set({ receivedOn: '2026-03-01' }).where('id', '=', id).execute()
      change.says('change', 'order', 'Labels', own.customerId)
    })
    await own.call('orders.change', { id, patch: { note: 'They wait', orderedOn: '2026-03-05' } })
    expect((await own.call('orders.get', { id })).note).toBe('They wait')
    expect((await refusal(own, 'orders.change', { id, patch: { receivedOn: '2026-03-02' } })).receivedOn).toContain('“Ordered”')
  })

  it('a date is before another only when it is so in every zone and however exactly it is known', () => {
    const date = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 19) + 'Z')
    const cut = fc.constantFrom(4, 7, 10, 20)
    fc.assert(
      fc.property(date, date, cut, cut, (a, b, left, right) => {
        const [one, other] = [a.slice(0, left), b.slice(0, right)]
        expect(isBefore(one, other) && isBefore(other, one)).toBe(false)
        // what is not before when it is known exactly is not before when it is known roughly
        if (a >= b) expect(isBefore(one, other)).toBe(false)
        if (Date.parse(b) - Date.parse(a) > 400 * 86_400_000)
          expect(isBefore(one, other)).toBe(left === 4 || right === 4 ? one.slice(0, 4) !== other.slice(0, 4) : true)
      })
    )
  })
})

describe('what was kept has its day', () => {
  it('it cannot be taken away from it, and what has a day was kept', async () => {
    const own = await found()
    const id = await own.make('promises.create', {
      customerId: own.customerId,
      words: 'On Friday',
      madeAt: '2026-03-02T09:00:00Z',
      dueAt: '2026-03-06'
    })
    expect(await refusal(own, 'promises.change', { id, patch: { outcome: 'kept' } })).toEqual({
      closedAt: expect.stringContaining('Say when')
    })
    await own.call('promises.change', { id, patch: { closedAt: '2026-03-05T09:00:00Z' } })
    expect(await own.call('promises.get', { id })).toMatchObject({ outcome: 'kept', state: 'kept' })
    expect(await refusal(own, 'promises.change', { id, patch: { closedAt: null } })).toEqual({
      closedAt: expect.stringContaining('Say when')
    })
    await own.call('promises.reopen', { id })
    expect((await own.call('promises.get', { id })).state).toBe('overdue')
  })
})

describe('an amount stays the amount that it is', () => {
  it.each([
    ['customers', { name: 'Third', currency: 'EUR', yearlyRevenue: 10_000 }, 'yearlyRevenue'],
    ['customers', { name: 'Third', currency: 'EUR', yearlyMargin: 10_000 }, 'yearlyMargin'],
    ['orders', { title: 'Labels', value: 10_000, currency: 'EUR' }, 'value'],
    ['gestures', { givenOn: '2026-03-01', words: 'Flowers', cost: 10_000, currency: 'EUR' }, 'cost']
  ])('%s: 100 euros never become 10,000 yen', async (family, whole, amount) => {
    const own = await found()
    const id = await own.make(
      `${family}.create` as WorkspaceName,
      family === 'customers' ? whole : { ...whole, customerId: own.customerId }
    )
    const to = (patch: object) => own.call(`${family}.change` as 'orders.change', { id, patch })
    expect(await refusal(own, `${family}.change` as WorkspaceName, { id, patch: { currency: 'JPY' } })).toEqual({
      currency: expect.stringContaining('EUR')
    })
    await to({ currency: 'EUR' })
    // given anew with its currency, or emptied first, it may
    await to({ currency: 'JPY', [amount]: 100 })
    await to({ [amount]: null })
    await to({ currency: 'USD' })
  })

  it('an order’s value without a currency is in that of its customer', async () => {
    const { make, call } = await found()
    const customerId = await make('customers.create', { name: 'Osaka', currency: 'JPY' })
    const id = await make('orders.create', { customerId, title: 'Labels', value: 10_000 })
    expect((await call('orders.get', { id })).currency).toBe('JPY')
    const later = await make('orders.create', { customerId, title: 'Ink' })
    await call('orders.change', { id: later, patch: { value: 500 } })
    expect((await call('orders.get', { id: later })).currency).toBe('JPY')
  })
})

describe('what is tied together belongs to one customer', () => {
  async function two() {
    const own = await found()
    const { make, customerId, otherId } = own
    const of = async (customerId: string) => ({
      contactId: await make('contacts.create', { customerId, name: 'Kari' }),
      interactionId: await make('interactions.create', {
        customerId,
        channel: 'call',
        direction: 'in',
        at: now,
        subject: 'Labels'
      }),
      orderId: await make('orders.create', { customerId, title: 'Labels' }),
      incidentId: await make('incidents.create', {
        customerId,
        title: 'Late',
        kind: 'late-delivery',
        began: '2026',
        currency: 'EUR'
      }),
      evidenceId: await make('evidence.create', { customerId, title: 'Mail' }),
      caseId: await make('cases.create', { customerId, title: 'Ask', currency: 'EUR' })
    })
    return { ...own, ours: await of(customerId), theirs: await of(otherId) }
  }

  it('an order, an incident, a piece of evidence, a contact', async () => {
    const own = await two()
    const { ours, theirs, customerId, make } = own
    expect(await refusal(own, 'incidents.tieOrder', { id: ours.incidentId, orderId: theirs.orderId, tied: true })).toEqual({
      orderId: expect.stringContaining('another customer')
    })
    expect(await refusal(own, 'cases.tieIncident', { id: ours.caseId, incidentId: theirs.incidentId, tied: true })).toEqual({
      incidentIds: expect.stringContaining('another customer')
    })
    expect(
      await refusal(own, 'evidence.tie', { evidenceId: ours.evidenceId, entity: 'incident', id: theirs.incidentId, tied: true })
    ).toEqual({ id: expect.stringContaining('another customer') })
    expect(
      await refusal(own, 'evidence.tie', { evidenceId: ours.evidenceId, entity: 'order', id: ours.incidentId, tied: true })
    ).toEqual({ id: expect.stringContaining('isn’t here') })
    const promise = { customerId, words: 'On Friday', madeAt: now }
    for (const field of ['contactId', 'orderId', 'interactionId'] as const) {
      expect(await refusal(own, 'promises.create', { ...promise, [field]: theirs[field] })).toEqual({
        [field]: expect.stringContaining('another customer')
      })
      await make('promises.create', { ...promise, [field]: ours[field] })
    }
    const voice = await make('voice.create', { customerId, kind: 'concern', words: 'We wait', saidAt: '2026' })
    expect(await refusal(own, 'voice.change', { id: voice, patch: { incidentId: theirs.incidentId } })).toEqual({
      incidentId: expect.stringContaining('another customer')
    })
    expect(await refusal(own, 'interactions.change', { id: ours.interactionId, patch: { contactId: theirs.contactId } })).toEqual({
      contactId: expect.any(String)
    })
    await own.call('incidents.tieOrder', { id: ours.incidentId, orderId: ours.orderId, tied: true })
    await own.call('cases.tieIncident', { id: ours.caseId, incidentId: ours.incidentId, tied: true })
    await own.call('evidence.tie', { evidenceId: ours.evidenceId, entity: 'incident', id: ours.incidentId, tied: true })
  })

  it('an option is recommended and decided on in its own case only', async () => {
    const own = await two()
    const [ours, theirs] = [
      await own.make('options.create', { caseId: own.ours.caseId, title: 'Ours' }),
      await own.make('options.create', { caseId: own.theirs.caseId, title: 'Theirs' })
    ]
    await own.make('remedies.create', { optionId: theirs, words: 'Flowers' })
    const decision = { caseId: own.ours.caseId, decidedBy: 'Board', decidedOn: '2026-03-10', makePromises: true }
    expect(await refusal(own, 'cases.change', { id: own.ours.caseId, patch: { recommendedId: theirs } })).toEqual({
      recommendedId: expect.stringContaining('another case')
    })
    expect(await refusal(own, 'cases.decide', { ...decision, optionId: theirs })).toEqual({
      optionId: expect.stringContaining('another case')
    })
    await own.call('cases.change', { id: own.ours.caseId, patch: { recommendedId: ours } })
    await own.call('cases.decide', { ...decision, optionId: ours })
  })

  it('a record stays where it was recorded, with all that hangs on it', async () => {
    const own = await two()
    const { ours, theirs, otherId, make } = own
    const line = await make('lossLines.create', {
      incidentId: ours.incidentId,
      title: 'Fee',
      calculator: 'plain-amount',
      currency: 'EUR',
      inputs: { amount: { as: 'exact', value: 5 } }
    })
    const option = await make('options.create', { caseId: ours.caseId, title: 'Ours' })
    const moves: [WorkspaceName, string, object][] = [
      ['incidents.change', ours.incidentId, { customerId: otherId }],
      ['orders.change', ours.orderId, { customerId: otherId }],
      ['contacts.change', ours.contactId, { customerId: otherId }],
      ['cases.change', ours.caseId, { customerId: otherId }],
      ['lossLines.change', line, { incidentId: theirs.incidentId }],
      ['options.change', option, { caseId: theirs.caseId }]
    ]
    for (const [name, id, patch] of moves) {
      expect(await refusal(own, name, { id, patch })).toEqual({ [Object.keys(patch)[0]!]: expect.stringContaining('stays where') })
    }
    await own.call('orders.change', { id: ours.orderId, patch: { customerId: own.customerId, title: 'The labels' } })
  })

  it('nothing else is asked of records of one customer, whoever writes them', async () => {
    const own = await two()
    await own.workspace.store.journal!.change(async (change) => {
      await add(change, 'promise', {
        customerId: own.customerId,
        orderId: own.ours.orderId,
        words: 'On Friday',
        madeAt: now,
        zone: 'UTC'
      })
    })
    expect(await own.call('promises.list', { customerId: own.customerId })).toHaveLength(1)
  })
})
