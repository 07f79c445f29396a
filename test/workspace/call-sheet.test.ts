// The sheet before a call says what the records say, asks what they lack, and names nothing that they do not hold.
import { expect, it } from 'vitest'
import type { CallPartKey } from '../../src/shared/call-sheet/types'
import { m } from '../../src/shared/messages/messages.js'
import { languages, type Language } from '../../src/shared/values/languages'
import { freshWorkspace } from './support'

const now = () => '2026-11-20T09:00:00Z'

async function halden() {
  const workspace = await freshWorkspace({ now })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', {
    name: 'Halden Foods',
    currency: 'EUR',
    timeZone: 'Europe/Oslo',
    about: 'Chilled meals for hospitals.',
    renewalOn: '2027-01-31'
  })
  const { id: contactId } = await call('contacts.create', { customerId, name: 'Ingrid Lund', role: 'Logistics', main: true })
  const say = (direction: 'in' | 'out' | 'internal', at: string, subject: string, notes: string | null = null) =>
    call('interactions.create', { customerId, contactId, channel: 'call', direction, at, subject, notes })
  await say('in', '2026-11-12T09:00:00Z', 'Where are the labels?', 'Without them nothing leaves the plant.')
  await say('in', '2026-11-02T09:00:00Z', 'An older call')
  await say('out', '2026-11-13T09:00:00Z', 'Labels on Tuesday')
  await say('internal', '2026-11-19T09:00:00Z', 'To myself')
  const promise = (words: string, madeBy: 'us' | 'customer', dueAt: string | null) =>
    call('promises.create', { customerId, words, madeBy, madeAt: '2026-11-01T09:00:00Z', zone: 'Europe/Oslo', dueAt })
  await promise('Labels on Tuesday', 'us', '2026-11-17')
  await promise('The forecast for December', 'customer', null)
  const { id: kept } = await promise('A spare printer', 'us', '2026-11-19')
  await call('promises.close', { id: kept, outcome: 'kept', at: '2026-11-18T09:00:00Z' })
  await call('orders.create', { customerId, title: 'Labels', promisedOn: '2026-11-16' })
  const voice = (kind: 'wish' | 'concern' | 'praise', words: string, saidAt: string) =>
    call('voice.create', { customerId, contactId, kind, words, saidAt })
  const { id: refused } = await voice('wish', 'A free month', '2026-10-01')
  await call('voice.change', { id: refused, patch: { state: 'declined', answer: 'Not in the contract' } })
  await voice('wish', 'One invoice a month', '2026-06-01')
  await voice('praise', 'Your driver is a gem', '2026-11-01')
  const { id: incidentId } = await call('incidents.create', {
    customerId,
    title: 'No labels',
    kind: 'late-delivery',
    began: '2026-11-17',
    currency: 'EUR'
  })
  await call('lossLines.create', {
    incidentId,
    title: 'Freight',
    calculator: 'plain-amount',
    inputs: { amount: { as: 'range', low: 100_000, likely: 200_000, high: 400_000 } },
    currency: 'EUR',
    confidence: 'medium',
    basis: 'An estimate'
  } as never)
  const sheet = (language: Language = 'en') => call('callSheet.get', { customerId, language, paper: 'a4' })
  return { ...workspace, customerId, sheet }
}

it('holds the records of each part, and questions that each rest on one', async () => {
  const { sheet } = await halden()
  const { parts, title, sub } = await sheet()
  const of = (key: CallPartKey) => parts.find((part) => part.key === key)!.rows
  const texts = (key: CallPartKey) => of(key).map(({ text }) => text)
  expect(title).toBe('Before the call: Halden Foods')
  expect(sub).toContain('renewal 31 Jan 2027')
  expect(texts('who')).toEqual(['Chilled meals for hospitals.', 'Ingrid Lund, Logistics'])
  expect(of('theirs')).toEqual([
    {
      text: 'Where are the labels? Without them nothing leaves the plant.',
      detail: 'Call · 12 Nov 2026, 10:00 · Ingrid Lund'
    }
  ])
  expect(texts('ours')).toEqual(['Labels on Tuesday'])
  expect(of('promised')).toMatchObject([
    { text: 'Labels on Tuesday', pressing: true, detail: expect.stringMatching(/^Overdue · /) }
  ])
  expect(of('expected')).toMatchObject([{ text: 'The forecast for December', pressing: false }])
  expect(of('orders')).toMatchObject([{ text: 'Labels', pressing: true, detail: expect.stringContaining('4 days late') }])
  expect(of('wishes')).toMatchObject([{ text: 'One invoice a month', quoted: true, detail: expect.stringMatching(/^Wish · /) }])
  expect(of('losses')).toMatchObject([
    { text: 'No labels', detail: expect.stringMatching(/^€[\d,]+ \(€[\d,]+ to €[\d,]+\) · since 17 Nov 2026 · INC-1$/) }
  ])
  expect(texts('avoid')).toEqual([
    'Talking about anything else before the late order.',
    'Talking about the renewal while something is still open.',
    'Offering again what they turned down: “A free month”'
  ])
  expect(texts('ask')).toEqual([
    'Is “No labels” still hurting you, and until when?',
    'Can you confirm 1 figure of “No labels”?',
    'By when do you need “Labels”?',
    'How far along is what you promised: “The forecast for December”?',
    'Did it help as it should: “A spare printer”?',
    'Do you still want this: “One invoice a month”?',
    'What must be settled before the renewal on 31 Jan 2027?'
  ])
})

it('a question goes when its record has what it lacked', async () => {
  const { call, customerId, sheet } = await halden()
  const asked = async () => (await sheet()).parts.find(({ key }) => key === 'ask')!.rows.map(({ text }) => text)
  const [order] = await call('orders.list', { customerId })
  await call('orders.change', { id: order!.id, patch: { neededBy: '2026-11-18' } })
  const [incident] = await call('incidents.list', { customerId })
  await call('incidents.change', { id: incident!.id, patch: { harmEnds: '2026-12-01', harmEndsBasis: 'They said so' } })
  await call('interactions.create', {
    customerId,
    channel: 'mail',
    direction: 'in',
    at: '2026-11-19T09:00:00Z',
    subject: 'The printer works'
  })
  const left = await asked()
  expect(left.join()).not.toMatch(/By when|still hurting|Did it help/)
  expect(left).toHaveLength(4)
})

it('is whole in every language, and says that there is nothing where there is nothing', async () => {
  const { call, sheet } = await halden()
  for (const language of languages) {
    const { parts, more, footer } = await sheet(language)
    expect(parts.map(({ rows }) => rows.length)).toEqual((await sheet()).parts.map(({ rows }) => rows.length))
    expect(more.join('').trim().length, language).toBeGreaterThan(0)
    expect(footer.left).toContain(m.call_sheet_ours({}, { locale: language }))
  }
  const { id } = await call('customers.create', { name: 'New', currency: 'EUR' })
  const { parts } = await call('callSheet.get', { customerId: id, language: 'en', paper: 'letter' })
  expect(parts.filter(({ key }) => key !== 'ask').every(({ rows, none }) => rows.length === 0 && none.length > 0)).toBe(true)
  await expect(
    call('callSheet.get', { customerId: '01900000-0000-7000-8000-000000000000', language: 'en', paper: 'a4' })
  ).rejects.toMatchObject({ code: 'not-found' })
})
