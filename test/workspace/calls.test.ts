import { describe, expect, it } from 'vitest'
import { freshWorkspace } from './support'

const at = '2026-11-20T09:00:00Z'
const notes = `They ${'wait for the freezer and '.repeat(40)}ask when.\nThe second line.`

async function book() {
  const workspace = await freshWorkspace({ now: () => at })
  const { call } = workspace
  const { id: customerId } = await call('customers.create', { name: 'Halden', currency: 'EUR', timeZone: 'Europe/Oslo' })
  return { call, customerId }
}

describe('a call', () => {
  it('holds what was promised and said in it, in one change, and the timeline shows them as one', async () => {
    const { call, customerId } = await book()
    const { id: orderId } = await call('orders.create', { customerId, title: 'Freezer', promisedOn: '2026-11-16' })
    const { id: promiseId } = await call('promises.create', { customerId, words: 'Tonight', madeAt: at, orderId })
    const { id: voiceId } = await call('voice.create', { customerId, kind: 'concern', words: 'Will it?', saidAt: '2026-11-20' })
    const fields = { customerId, orderId, channel: 'call' as const, direction: 'in' as const, at, notes }
    const { id } = await call('interactions.create', { ...fields, promiseIds: [promiseId], voiceIds: [voiceId] })
    expect(await call('interactions.get', { id })).toMatchObject({
      promises: [{ id: promiseId, words: 'Tonight' }],
      voice: [{ id: voiceId }],
      order: { id: orderId, title: 'Freezer' }
    })
    const { events } = await call('timeline.list', { customerId, kinds: ['interaction', 'promise', 'voice'] })
    expect(events.map(({ kind, within }) => [kind, within])).toEqual([
      ['interaction', null],
      ['promise', id],
      ['voice', id]
    ])
    expect(new Set(events.map((event) => event.at))).toEqual(new Set([at]))
    // one step back takes the call and its ties, not what came of it
    await call('journal.undo', {})
    expect(await call('promises.list', { customerId })).toMatchObject([{ id: promiseId, interactionId: null }])
  })

  it('refuses what came of a call with somebody else', async () => {
    const { call, customerId } = await book()
    const { id: other } = await call('customers.create', { name: 'Other', currency: 'EUR' })
    const { id: promiseId } = await call('promises.create', { customerId: other, words: 'x', madeAt: at })
    const fields = { customerId, channel: 'call' as const, direction: 'in' as const, at, notes }
    await expect(call('interactions.create', { ...fields, promiseIds: [promiseId] })).rejects.toMatchObject({ code: 'invalid' })
    expect((await call('timeline.months', { customerId })).total).toBe(0)
  })

  it('keeps its notes whole; no title made of them is stored or taken into a case', async () => {
    const { call, customerId } = await book()
    const fields = { customerId, channel: 'call' as const, direction: 'in' as const, at }
    const { id } = await call('interactions.create', { ...fields, notes, needsReply: true })
    expect(await call('interactions.get', { id })).toMatchObject({ subject: '', notes })
    const [row] = (await call('desk.today', {})).replies
    expect(row!.subject.length).toBeLessThanOrEqual(120)
    expect(notes.startsWith(row!.subject.slice(0, -1))).toBe(true)
    const [whole] = (await call('timeline.list', { customerId, whole: true })).events
    expect(whole).toMatchObject({ title: notes, detail: null })
    // as earlier versions stored it: the beginning of the notes as the subject
    await call('interactions.create', { ...fields, subject: `${notes.slice(0, 119)}…`, notes })
    const { events } = await call('timeline.list', { customerId, whole: true })
    expect(events).toMatchObject([
      { title: notes, detail: null },
      { title: notes, detail: null }
    ])
    expect((await call('search.find', { words: 'freezer' })).every(({ title }) => title.length > 0)).toBe(true)
    await call('interactions.trash', { id })
    expect((await call('trash.list', {}))[0]!.title).not.toBe('')
  })

  it('is something: a subject or notes', async () => {
    const { call, customerId } = await book()
    const fields = { customerId, channel: 'call' as const, direction: 'in' as const, at }
    await expect(call('interactions.create', { ...fields, notes: ' ' })).rejects.toMatchObject({
      fields: { notes: expect.any(String) }
    })
    const { id } = await call('interactions.create', { ...fields, subject: 'Oven' })
    await expect(call('interactions.change', { id, patch: { subject: '' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})
