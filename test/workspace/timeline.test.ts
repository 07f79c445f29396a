// The timeline is asked by index, page by page; the plain rule over all rows says what it must give.
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import '../support/properties'
import type { Parsed } from '../../src/shared/contract/table'
import { timelineKinds, type TimelineEvent } from '../../src/shared/records/timeline'
import { fold } from '../../src/shared/values/fold'
import { addDays, dayIn, dayOf } from '../../src/shared/values/zones'
import { eventsOf } from '../../src/workspace/features/timeline/events'
import { rankOf } from '../../src/workspace/features/timeline/sources'
import type { Context } from '../../src/workspace/handlers'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

type Filter = Omit<Parsed<'timeline.months'>, 'customerId'>

let workspace: Workspace
let room: Context
/** In the order of the timeline, by customer. */
const whole = new Map<string, TimelineEvent[]>()
const zones = new Map<string, string>()
const texts = new Map<string, string[]>()
const tokens = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-test-'))
  const file = join(folder, 'Sample.redress')
  await buildSample(file)
  workspace = await openWorkspace(file)
  const { call, store } = workspace
  // on the edge of months and days in its zone, as precise as it may be, several in one moment
  const { id } = await call('customers.create', { name: 'Edges', currency: 'USD', timeZone: 'America/New_York' })
  const instants = [
    '2025-04-01T03:59:59Z',
    '2025-04-01T04:00:00Z',
    '2025-04-01T04:00:00.5Z',
    '2025-03-09T06:30:00.25Z',
    '2025-12-31T23:00:00Z'
  ]
  for (const at of [...instants, ...instants])
    await call('interactions.create', { customerId: id, channel: 'call', direction: 'in', at, subject: `Called at ${at}` })
  for (const saidAt of ['2025', '2025-03', '2025-03-31', '2025-04-01', '2025-04-01T02:00:00Z'])
    await call('voice.create', { customerId: id, kind: 'need', words: `Said ${saidAt}`, saidAt })
  await call('orders.create', { customerId: id, title: 'No date' })
  const { id: orderId } = await call('orders.create', { customerId: id, title: 'In the trash', orderedOn: '2025-03-31' })
  await call('orders.trash', { id: orderId })
  const told = (await call('timeline.list', { customerId: id, kinds: ['interaction'] })).events[0]!.id
  for (const interactionId of [told, null])
    await call('promises.create', {
      customerId: id,
      interactionId,
      words: 'Tomorrow',
      madeAt: '2025-04-01T04:00:00Z',
      dueAt: '2025-04-02'
    })
  const { id: gone } = await call('interactions.create', {
    customerId: id,
    channel: 'call',
    direction: 'in',
    at: '2025-05-01T00:00:00Z',
    subject: 'x'
  })
  await call('voice.create', { customerId: id, interactionId: gone, kind: 'wish', words: 'Said in it', saidAt: '2025-05-02' })
  await call('interactions.trash', { id: gone })
  // a word that so many records say is looked for in another way
  await store.journal!.change(async (change) => {
    const columns = ['id', 'createdAt', 'updatedAt', 'customerId', 'channel', 'direction', 'at', 'zone', 'subject']
    const rows = Array.from({ length: 2_100 }, (_, n) => {
      const at = new Date(Date.UTC(2025, 2, 1) + n * 3_600_000).toISOString()
      return [change.newId(), change.at, change.at, id, 'chat', 'in', at, 'UTC', `Everywhere ${n}`]
    })
    change.put('interaction', columns, rows)
  })
  const { settings } = await call('workspace.info', {})
  const now = store.now()
  room = { store, read: store.read, now, today: dayIn(now, settings.timeZone), settings } as Context
  for (const { id: customerId } of await call('customers.list', {})) {
    const all = timelineKinds.map(async (kind) => {
      const ids = store.readDb
        .prepare(`SELECT id FROM "${kind}" WHERE customerId = ? AND trashedAt IS NULL`)
        .pluck()
        .all(customerId)
      return ids.length > 0 ? eventsOf[kind](room, ids as string[]) : []
    })
    const by = (a: TimelineEvent, b: TimelineEvent) =>
      a.at < b.at ? 1 : a.at > b.at ? -1 : rankOf(a) - rankOf(b) || (a.id < b.id ? 1 : -1)
    whole.set(customerId, (await Promise.all(all)).flat().sort(by))
    zones.set(customerId, (await call('customers.get', { id: customerId })).customer.timeZone)
  }
  const rows = store.readDb.prepare('SELECT recordId, title, body FROM searchText').all() as {
    recordId: string
    title: string
    body: string | null
  }[]
  for (const { recordId, title, body } of rows) texts.set(recordId, tokens(`${title} ${body ?? ''}`))
  return async () => {
    await workspace.close()
    rmSync(folder, { recursive: true })
  }
})

/** What a filter leaves, by the plain rule. */
function plain(customerId: string, { kinds, from, to, text }: Filter): TimelineEvent[] {
  const words = tokens(text ?? '')
  return whole.get(customerId)!.filter(({ id, kind, at }) => {
    const on = dayOf(at, zones.get(customerId)!)
    const said = texts.get(id) ?? []
    return (
      (!kinds?.length || kinds.includes(kind)) &&
      (!from || on >= from) &&
      (!to || on <= `${to}~`) &&
      words.every((word) => said.some((each) => each.startsWith(word)))
    )
  })
}

const key = ({ at, kind, step, id, within }: TimelineEvent) => ({ at, kind, step, id, within })
const keys = (events: readonly TimelineEvent[]) => events.map(key)

const day = fc.integer({ min: -700, max: 200 }).map((days) => addDays('2026-03-31', days))
const moment = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
const filters: fc.Arbitrary<Filter> = fc.record({
  kinds: fc.subarray([...timelineKinds]),
  from: fc.option(moment),
  to: fc.option(moment),
  text: fc.constantFrom('', '', '', 'the', 'order', 'fre', 'prm', 'Ξενο', 'everywhere', 'no such word')
})
const asked = () => fc.tuple(fc.constantFrom(...whole.keys()), filters, fc.integer({ min: 1, max: 30 }))

describe('a timeline', () => {
  it('page by page, in both directions, is what the plain rule leaves', async () => {
    await fc.assert(
      fc.asyncProperty(asked(), async ([customerId, filter, limit]) => {
        const expected = keys(plain(customerId, filter))
        const found = await workspace.call('timeline.list', { customerId, ...filter, limit })
        expect(keys(found.events)).toEqual(expected.slice(0, limit))
        expect([found.newer, found.older]).toEqual([false, expected.length > limit])
        for (let first = 0; first < Math.min(expected.length, 90); first += Math.ceil(expected.length / 8)) {
          const from = await workspace.call('timeline.list', { customerId, ...filter, limit, at: expected[first]! })
          expect(keys(from.events)).toEqual(expected.slice(first, first + limit))
          expect([from.newer, from.older]).toEqual([first > 0, expected.length > first + limit])
          const before = await workspace.call('timeline.list', { customerId, ...filter, limit, newerThan: expected[first]! })
          expect(keys(before.events)).toEqual(expected.slice(Math.max(0, first - limit), first))
          expect(before.newer).toBe(first > limit)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('from a month on begins with that month', async () => {
    await fc.assert(
      fc.asyncProperty(asked(), moment, async ([customerId, filter, limit], until) => {
        const expected = plain(customerId, filter)
        const found = await workspace.call('timeline.list', { customerId, ...filter, until, limit })
        const there = expected.filter(({ at }) => dayOf(at, zones.get(customerId)!) <= `${until}~`)
        expect(keys(found.events)).toEqual(keys(there.slice(0, limit)))
        expect(found.older).toBe(there.length > limit)
        if (there[0]) expect(found.newer).toBe(expected.indexOf(there[0]) > 0)
      }),
      { numRuns: 60 }
    )
  })

  it('of one kind and of a person or an order is told, counted and drawn alike, though nothing of that kind is ever theirs', async () => {
    const count = async (
      asked: Omit<Parsed<'timeline.months'>, 'customerId'>,
      customerId: Parsed<'timeline.months'>['customerId']
    ) => {
      const { events, older } = await workspace.call('timeline.list', { customerId, ...asked, limit: 100 })
      const { total } = await workspace.call('timeline.months', { customerId, ...asked })
      const picture = await workspace.call('timeline.picture', { customerId, ...asked })
      if (!older) expect([total, picture.events?.length], JSON.stringify(asked)).toEqual([events.length, events.length])
      return total
    }
    let found = 0
    const customers = await workspace.call('customers.list', {})
    for (const { id: customerId } of customers.slice(0, 2)) {
      const { contacts } = await workspace.call('customers.get', { id: customerId })
      const [order] = await workspace.call('orders.list', { customerId })
      for (const kind of timelineKinds)
        for (const one of [{ contactId: contacts[0]?.id }, { orderId: order?.id }, { contactId: contacts[0]?.id, text: 'the' }])
          found += await count({ kinds: [kind], ...one }, customerId)
    }
    expect(found).toBeGreaterThan(5)
  })

  it('is counted by the month of the customer’s zone', async () => {
    await fc.assert(
      fc.asyncProperty(asked(), async ([customerId, filter]) => {
        const expected = plain(customerId, filter)
        const months = new Map<string, number>()
        for (const { at } of expected) {
          const month = dayOf(at, zones.get(customerId)!).slice(0, 7)
          months.set(month, (months.get(month) ?? 0) + 1)
        }
        const found = await workspace.call('timeline.months', { customerId, ...filter })
        expect(found.total).toBe(expected.length)
        expect(found.months).toEqual(
          [...months].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1))
        )
      }),
      { numRuns: 60 }
    )
  })
})
