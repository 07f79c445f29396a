// An answer is drafted from the records, its clock pauses and begins anew, and what was sent is written down; all of it undone.
import { expect, it } from 'vitest'
import { freshWorkspace } from './support'

async function book() {
  let now = '2026-11-20T09:00:00Z'
  const { call } = await freshWorkspace({ now: () => now })
  await call('workspace.configure', { advocate: 'Maria Kask', organisation: 'Nordkjøl', timeZone: 'UTC' })
  const { id: customerId } = await call('customers.create', {
    name: 'Halden',
    currency: 'EUR',
    timeZone: 'Europe/Oslo',
    language: 'el'
  })
  const { id: contactId } = await call('contacts.create', { customerId, name: 'Ingrid', email: 'ingrid@halden.example' })
  const { id: orderId } = await call('orders.create', { customerId, title: 'Freezer', promisedOn: '2026-11-16' })
  const said = { customerId, contactId, orderId, channel: 'mail' as const, direction: 'in' as const }
  const notes = 'When does it come?'
  const { id } = await call('interactions.create', { ...said, at: now, subject: 'Freezer', notes, needsReply: true })
  return { call, customerId, id, orderId, at: (then: string) => void (now = then) }
}

it('an answer knows whom it is for, in their language, and what the records say', async () => {
  const { call, customerId, id, orderId } = await book()
  await call('promises.create', { customerId, words: 'Παράδοση', madeAt: '2026-11-19T09:00:00Z', orderId, dueAt: '2026-11-24' })
  // its day is over: it is not told as what is still to come
  await call('promises.create', { customerId, words: 'Χθες', madeAt: '2026-11-18T09:00:00Z', orderId, dueAt: '2026-11-19' })
  await call('promises.create', { customerId, words: 'Something else', madeAt: '2026-11-19T09:00:00Z', dueAt: '2026-11-25' })
  const facts = await call('replies.facts', { about: { interactionId: id } })
  expect(facts).toMatchObject({
    language: 'el',
    name: 'Ingrid',
    email: 'ingrid@halden.example',
    letter: 'When does it come?',
    order: { title: 'Freezer', promisedOn: '2026-11-16', late: true },
    // of this order alone
    promises: [{ words: 'Παράδοση', dueAt: '2026-11-24' }]
  })
  expect(facts.beginnings[0]).toMatchObject({ kind: 'late' })
  expect(facts.beginnings[0]!.body).toContain('• Παράδοση – 24 Νοεμβρίου 2026')
  await call('workspace.configure', {
    replyTemplates: [
      { id: crypto.randomUUID(), name: 'Δικό μου', language: 'el', body: 'Γεια σας {name}, {me}' },
      { id: crypto.randomUUID(), name: 'Mine', language: 'en', body: 'Hello {name}' }
    ]
  })
  const { own } = await call('replies.facts', { about: { interactionId: id } })
  expect(own).toMatchObject([{ name: 'Δικό μου', body: 'Γεια σας Ingrid, Maria Kask' }])
})

it('what was sent is written down and answers the letter, in one change', async () => {
  const { call, id, at } = await book()
  at('2026-11-20T15:00:00Z')
  const sent = await call('replies.sent', { about: { interactionId: id }, subject: 'Re: Freezer', body: 'It comes on Tuesday.' })
  expect(sent.answered).toBe(true)
  expect(await call('interactions.get', { id: sent.id })).toMatchObject({ direction: 'out', notes: 'It comes on Tuesday.' })
  expect(await call('interactions.get', { id })).toMatchObject({ repliedAt: '2026-11-20T15:00:00Z' })
  expect((await call('desk.today', {})).replies).toEqual([])
  await call('journal.undo', {})
  expect((await call('desk.today', {})).replies).toMatchObject([{ id }])
  await expect(call('interactions.get', { id: sent.id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await call('journal.verify', {})).ok).toBe(true)
})

it('the clock stands still, goes on and begins anew; desk, list and customer agree, and a corrected calendar corrects history', async () => {
  const { call, customerId, id, at } = await book()
  await call('workspace.configure', { replyWorkHours: 4 })
  const due = async () =>
    (await call('desk.today', {})).replies.map(({ dueAt, workDueAt, overdue }) => ({ dueAt, workDueAt, overdue }))
  // a Friday: four working hours end at 13:00, the promise on Saturday
  expect(await due()).toEqual([{ dueAt: '2026-11-21T09:00:00Z', workDueAt: '2026-11-20T13:00:00Z', overdue: false }])
  const { calendar } = (await call('workspace.info', {})).settings
  await call('workspace.configure', { calendar: { ...calendar, holidays: ['2026-11-20'] } })
  expect((await due())[0]!.workDueAt).toBeNull()

  at('2026-11-20T19:00:00Z')
  await call('interactions.pause', { id })
  await expect(call('interactions.pause', { id })).rejects.toMatchObject({ code: 'conflict' })
  at('2026-11-25T19:00:00Z')
  expect(await due()).toEqual([{ dueAt: null, workDueAt: null, overdue: false }])
  expect((await call('customers.list', {})).find((row) => row.id === customerId)).toMatchObject({
    replyDueAt: null,
    repliesOverdue: 0
  })
  await call('interactions.resume', { id })
  expect((await due())[0]!.dueAt).toBe('2026-11-26T09:00:00Z')

  await call('interactions.answered', { id })
  at('2026-11-27T08:00:00Z')
  await call('interactions.reopen', { id })
  expect((await due())[0]!.dueAt).toBe('2026-11-28T08:00:00Z')
  expect((await call('interactions.get', { id })).replyEvents!.map(({ kind }) => kind)).toEqual([
    'paused',
    'resumed',
    'answered',
    'reopened'
  ])
  await expect(call('interactions.reopen', { id })).rejects.toMatchObject({ code: 'conflict' })
  for (let back = 0; back < 4; back++) await call('journal.undo', {})
  expect((await call('interactions.get', { id })).replyEvents).toBeNull()
  expect((await call('journal.verify', {})).ok).toBe(true)
})

it('a decision is told to the customer with what was promised of it', async () => {
  const { call, customerId } = await book()
  const { id: caseId } = await call('cases.create', { customerId, title: 'Get it there', currency: 'EUR' })
  expect((await call('replies.facts', { about: { caseId } })).decided).toBeNull()
  const { id: optionId } = await call('options.create', { caseId, title: 'Rent two trailers', position: 0 })
  await call('cases.decide', { caseId, optionId, decidedBy: 'The board', decidedOn: '2026-11-20', makePromises: true })
  const facts = await call('replies.facts', { about: { caseId } })
  expect(facts.decided).toEqual(['Rent two trailers'])
  expect(facts.beginnings[0]).toMatchObject({ kind: 'decided' })
  expect(facts.beginnings[0]!.body).toContain('• Rent two trailers')
  const { answered } = await call('replies.sent', { about: { caseId }, subject: 'Decided', body: 'We rent two trailers.' })
  expect(answered).toBe(false)
  expect((await call('cases.get', { id: caseId })).outcome).toMatchObject({ toldOn: '2026-11-20' })
})
