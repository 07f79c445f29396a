import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { freshWorkspace } from './support'

const folder = mkdtempSync(join(tmpdir(), 'redress-test-'))
let workspace: Workspace
const ids: Record<string, string> = {}

async function note(customerId: string, at: string, subject: string, notes = '', contactId?: string): Promise<string> {
  const { id } = await workspace.call('interactions.create', {
    customerId,
    contactId,
    channel: 'call',
    direction: 'in',
    at,
    subject,
    notes
  })
  return id
}

/** Subjects of what was found, in their order. */
const found = async (words: string, more: object = {}) =>
  (await workspace.call('search.find', { words, ...more })).map(({ title }) => title)

beforeAll(async () => {
  workspace = await openWorkspace(join(folder, 'Search.redress'), { create: true })
  await workspace.call('workspace.configure', { language: 'en' })
  ids.athens = (await workspace.call('customers.create', { name: 'Athens', currency: 'EUR', timeZone: 'Europe/Athens' })).id
  ids.lima = (await workspace.call('customers.create', { name: 'Lima', currency: 'EUR', timeZone: 'America/Lima' })).id
  ids.eleni = (await workspace.call('contacts.create', { customerId: ids.athens, name: 'Eleni' })).id
  await note(ids.athens, '2026-03-01T22:30:00Z', 'Two deliveries', 'The freezers were promised for Monday.', ids.eleni)
  await note(ids.athens, '2026-02-01T10:00:00Z', 'Οι παραγγελίες των ξενοδοχείων', 'Καθυστερήσεις')
  await note(ids.lima, '2026-03-02T02:30:00Z', 'Los camiones', 'Nos dijeron la entrega del pedido. Freezer broken.')
  await note(ids.lima, '2025-12-31T12:00:00Z', 'Monday', 'for promised words the other way round')
  await workspace.call('promises.create', {
    customerId: ids.athens,
    contactId: ids.eleni,
    words: 'A freezer by noon',
    madeAt: '2026-01-15T09:00:00Z'
  })
})

afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('forms of words', () => {
  it('finds another form of a word, in the languages that a stemmer is to be had of', async () => {
    expect(await found('delivery')).toEqual(['Two deliveries'])
    expect(await found('promises monday')).toEqual(['Two deliveries', 'Monday'])
    expect(await found('παραγγελία')).toEqual(['Οι παραγγελίες των ξενοδοχείων'])
    expect(await found('ΞΕΝΟΔΟΧΕΊΟ καθυστέρηση')).toEqual(['Οι παραγγελίες των ξενοδοχείων'])
    await workspace.call('workspace.configure', { language: 'es' })
    expect(await found('camión entregas')).toEqual(['Los camiones'])
    await workspace.call('workspace.configure', { language: 'en' })
  })

  it('leaves words alone that only begin alike', async () => {
    // "delight" begins as "delivery" does, and is none of its forms
    await note(ids.lima!, '2024-01-01T10:00:00Z', 'A delight')
    expect(await found('delivery')).toEqual(['Two deliveries'])
    expect(await found('deli')).toEqual(['Two deliveries', 'A delight'])
  })

  it('is the same for the timeline', async () => {
    const { total } = await workspace.call('timeline.months', { customerId: ids.athens!, text: 'delivery' })
    expect(total).toBe(1)
  })

  it('shows the other form as what was found', async () => {
    const [hit] = await workspace.call('search.find', { words: 'delivery' })
    expect(hit!.excerpt).toBe('Two \ue000deliveries\ue001')
  })
})

describe('phrases and prefixes', () => {
  it('takes words in quotes as they stand side by side, the last of an open quote as a beginning', async () => {
    expect(await found('promised for')).toHaveLength(2)
    expect(await found('"promised for"')).toEqual(['Two deliveries'])
    expect(await found('“promised fo')).toEqual(['Two deliveries'])
    expect(await found('"promised fo"')).toEqual([])
    expect(await found('«for promised» monday')).toEqual(['Monday'])
    for (const odd of ['"', '""', '" "', '"*', 'AND', 'NEAR(', "o'x"]) expect(await found(odd)).toEqual([])
  })
})

describe('filters', () => {
  it('narrows by kind, customer, person and date, whichever way it looks them up', async () => {
    expect(await found('freezer')).toEqual(['Los camiones', 'Two deliveries', 'A freezer by noon'])
    expect(await found('freezer', { entities: ['promise'] })).toEqual(['A freezer by noon'])
    expect(await found('freezer', { customerId: ids.athens })).toEqual(['Two deliveries', 'A freezer by noon'])
    expect(await found('freezer', { contactId: ids.eleni })).toEqual(['Two deliveries', 'A freezer by noon'])
    // half past midnight on the second of March in Athens, half past nine of the day before in Lima
    expect(await found('freezer', { from: '2026-03-02' })).toEqual(['Two deliveries'])
    // an instant is meant as its day
    expect(await found('freezer', { from: '2026-03-02T12:00:00Z' })).toEqual(['Two deliveries'])
    expect(await found('freezer', { from: '2026-03', to: '2026-03-01' })).toEqual(['Los camiones'])
    expect(await found('freezer', { to: '2026-01' })).toEqual(['A freezer by noon'])
    expect(await found('monday', { to: '2025' })).toEqual(['Monday'])
    const ref = 'PRM-1'
    expect(await found(ref, { entities: ['order'] })).toEqual([])
    expect(await found(ref, { customerId: ids.lima })).toEqual([])
    expect(await found(ref, { customerId: ids.athens })).toEqual(['A freezer by noon'])
  })

  it('finds as evidence of a person what is tied to a talk with them, as the timeline does, and no longer what was untied', async () => {
    const letter = await workspace.call('evidence.create', {
      customerId: ids.athens!,
      title: 'A letter of thanks',
      link: 'https://b.eu'
    })
    const talk = (await workspace.call('search.find', { words: 'two deliveries' }))[0]!.id
    const tie = { evidenceId: letter.id, entity: 'interaction', id: talk } as const
    await workspace.call('evidence.tie', { ...tie, tied: true })
    expect(await found('thanks', { contactId: ids.eleni })).toEqual(['A letter of thanks'])
    await workspace.call('evidence.tie', { ...tie, tied: false })
    expect(await found('thanks', { contactId: ids.eleni })).toEqual([])
  })

  it('gives the newest by their own dates, or the best: in the title, side by side, as typed', async () => {
    expect(await found('monday')).toEqual(['Two deliveries', 'Monday'])
    expect(await found('monday', { order: 'best' })).toEqual(['Monday', 'Two deliveries'])
    expect(await found('promised for', { order: 'best' })).toEqual(['Two deliveries', 'Monday'])
    expect(await found('freezer', { order: 'best' })).toEqual(['A freezer by noon', 'Los camiones', 'Two deliveries'])
  })
})

describe('very many hits', () => {
  it('are narrowed as few are', async () => {
    const many = await freshWorkspace()
    const { id: busy } = await many.call('customers.create', { name: 'Busy', currency: 'EUR' })
    const { id: calm } = await many.call('customers.create', { name: 'Calm', currency: 'EUR' })
    const { id: person } = await many.call('contacts.create', { customerId: calm, name: 'Ana' })
    await many.store.journal!.change(async (change) => {
      const columns = ['id', 'createdAt', 'updatedAt', 'customerId', 'channel', 'direction', 'at', 'zone', 'subject', 'notes']
      const rows = Array.from({ length: 2_500 }, (_, n) => {
        const at = new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString()
        return [change.newId(), change.at, change.at, busy, 'call', 'in', at, 'UTC', '', 'A freezer again']
      })
      change.put('interaction', columns, rows)
      change.says('create', 'interaction', 'Calls', busy)
    })
    const call = { channel: 'call' as const, direction: 'in' as const, subject: '', notes: 'One freezer' }
    await many.call('interactions.create', { ...call, customerId: calm, contactId: person, at: '2021-05-05T10:00:00Z' })
    const titles = async (more: object) => (await many.call('search.find', { words: 'freezer', ...more })).map(({ title }) => title)
    for (const more of [{ customerId: calm }, { contactId: person }, { customerId: calm, contactId: person, from: '2021' }])
      expect(await titles(more)).toEqual(['One freezer'])
    expect(await titles({ customerId: calm, to: '2020' })).toEqual([])
    expect(await titles({ from: '2021-05-05', to: '2021-05-05' })).toHaveLength(2)
    expect(await titles({ limit: 200 })).toHaveLength(200)
  })
})
