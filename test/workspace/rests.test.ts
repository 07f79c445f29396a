// A question is asked again only when a kind of record changed that it says it rests on. What each says is held against the
// tables that its SQL really reads.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { entities, type Entity } from '../../src/shared/contract/journal'
import { meets, rests, type ReadName } from '../../src/shared/contract/rests'
import type { ImportTarget } from '../../src/shared/contract/imports'
import { contract, type Changed, type ChangedRow } from '../../src/shared/contract/table'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { standardRules } from '../../src/shared/records/signal-rules'
import { buildSample } from '../../src/workspace/sample'
import { importFile, mappingOf, orderColumns } from './import-support'
import { customerWithPromise, freshWorkspace } from './support'

const reads = Object.entries(contract).flatMap(([name, { kind, room }]) =>
  kind === 'read' && room === 'workspace' ? [name as ReadName] : []
)

/** Every SQL text that was prepared since this was emptied. */
const prepared: string[] = []
const tablesIn = (sql: string): Entity[] =>
  entities.filter((entity) => new RegExp(`\\b(?:from|join)\\s*\\(?\\s*"?${entity}"?(?!\\w)`, 'i').test(sql))

const own: Partial<Record<ReadName, unknown[]>> = {
  'journal.since': [{ at: '2026-01-01T00:00:00Z' }],
  'drafts.get': [{ key: 'a' }],
  'exercise.questions': [{ turn: 0 }],
  'imports.fields': [{ target: 'orders' }],
  'signals.preview': [{ rules: standardRules }],
  'search.find': [{ words: 'order' }]
}

describe('what a question rests on', () => {
  let workspace: Workspace
  const inputs: unknown[] = [{}]

  beforeAll(async () => {
    const prepare = Database.prototype.prepare
    Database.prototype.prepare = function (this: Database.Database, source: string) {
      prepared.push(source)
      return prepare.call(this, source)
    } as typeof prepare
    const folder = mkdtempSync(join(tmpdir(), 'redress-test-'))
    const file = join(folder, 'Sample.redress')
    await buildSample(file)
    workspace = await openWorkspace(file)
    const { id: caseId } = (await workspace.call('cases.list', {})).find(({ ref }) => ref === 'CASE-4')!
    await workspace.call('brief.freeze', { caseId, language: 'en', paper: 'a4', audience: 'leadership' })
    inputs.push({ caseId, language: 'en', paper: 'a4', audience: 'leadership' })
    for (const entity of ['customer', 'incident', 'case', 'promise', 'order', 'interaction', 'lossLine', 'evidence'] as const)
      for (const { id } of workspace.store.readDb.prepare(`SELECT id FROM "${entity}" LIMIT 15`).all() as { id: string }[])
        inputs.push({ id }, { customerId: id }, { incidentId: id }, { caseId: id }, { caseId: id, language: 'en' }, { entity, id })
    const options = workspace.store.readDb.prepare(`SELECT id AS optionId, caseId FROM option LIMIT 2`).all()
    inputs.push(...options)
    const list = join(folder, 'rows.csv')
    writeFileSync(list, 'id,customer,title\n1,Halden Foods,Labels\n2,,Ink\n')
    const mapping = mappingOf(orderColumns)
    const { importId } = await importFile(workspace, list, mapping)
    const paged = (show: string) =>
      inputs.flatMap((input) => ('customerId' in (input as object) ? [{ ...(input as object), show, sort: null, first: 50 }] : []))
    own['promises.page'] = paged('settled')
    own['orders.page'] = paged('late')
    own['customers.page'] = [{ words: '', sort: null, first: 5 }]
    own['incidents.page'] = [{ show: 'all', words: 'e', sort: null, first: 5 }]
    own['promises.pick'] = inputs.flatMap((input) =>
      'customerId' in (input as object) ? [{ ...(input as object), free: true }] : []
    )
    own['replies.facts'] = inputs.flatMap((input) => {
      const { id, caseId } = input as { id?: string; caseId?: string }
      return [...(id ? [{ about: { interactionId: id } }] : []), ...(caseId ? [{ about: { caseId } }] : [])]
    })
    const { customer } = await workspace.call('cases.get', { id: caseId })
    own['evidence.preview'] = [await workspace.call('evidence.attach', { customerId: customer.id, file: list })].map(({ id }) => ({
      id
    }))
    own['callSheet.get'] = inputs.flatMap((input) => {
      const { customerId } = input as { customerId?: string }
      return customerId ? [{ customerId, language: 'en', paper: 'a4' }] : []
    })
    own['timeline.sheet'] = inputs.flatMap((input) => {
      const { customerId } = input as { customerId?: string }
      return customerId ? [{ customerId, grouping: 'side', language: 'en', paper: 'a4' }] : []
    })
    own['inquiry.sheet'] = [{ caseId, language: 'en', paper: 'a4' }]
    own['imports.brought'] = [{ id: importId }]
    own['imports.inspect'] = [{ file: list }]
    const closed = join(folder, 'closed.ics')
    writeFileSync(
      closed,
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    )
    own['imports.days'] = [{ file: closed }]
    const profits = join(folder, 'profits.csv')
    writeFileSync(
      profits,
      `month,profit\n${Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')},1000`).join('\n')}\n`
    )
    own['answers.months'] = [{ file: profits }]
    // the same again, and as every kind of record that rows may be
    const rows = { file: list, to: join(folder, 'left.csv') }
    const as = (target: ImportTarget, columns: object) => ({
      ...rows,
      target,
      mapping: mappingOf({ externalId: 'id', ...columns }, { target })
    })
    own['imports.leftOut'] = [
      as('orders', orderColumns),
      as('customers', { name: 'title' }),
      as('interactions', { customer: 'customer', subject: 'title', at: { fixed: '2026-03-02' } }),
      as('promises', { customer: 'customer', words: 'title', madeAt: { fixed: '2026-03-02' } }),
      as('contacts', { customer: 'customer', name: 'title' }),
      as('voice', { customer: 'customer', words: 'title', saidAt: { fixed: '2026-03-02' } }),
      as('incidents', { customer: 'customer', title: 'title', began: { fixed: '2026-03-02' } }),
      as('evidence', { customer: 'customer', title: 'title' })
    ]
    return async () => {
      Database.prototype.prepare = prepare
      await workspace.close()
      rmSync(folder, { recursive: true })
    }
  })

  // they open a file, or make one, or ask for what the sample has none of
  const aside = new Set<ReadName>([
    'brief.check',
    'inquiry.look',
    'workspace.backup',
    'journal.verify',
    'mappings.get',
    'explain.changes'
  ])

  it.each(reads.filter((name) => !aside.has(name)))('%s', async (name) => {
    prepared.length = 0
    let answered = 0
    for (const input of [...inputs, ...(own[name] ?? [])])
      await workspace.call(name, input as never).then(
        () => answered++,
        () => undefined
      )
    expect(answered).toBeGreaterThan(0)
    const on = rests[name]
    if (on === 'any') return
    const read = [...new Set(prepared.flatMap(tablesIn))].filter((entity) => entity !== 'setting')
    expect(read.filter((entity) => !on.includes(entity))).toEqual([])
  })
})

describe('a change meets', () => {
  const changed = (...rows: Omit<ChangedRow, 'trash'>[]): Changed => ({
    seq: 1,
    rows: rows.map((row) => ({ trash: false, ...row })),
    savedAt: '2026-03-02T09:00:00Z'
  })
  const contact = changed({ entity: 'contact', id: 'x', customerId: 'theirs' })

  it('no question about another customer, none that rests on other kinds', () => {
    expect(meets(contact, { name: 'timeline.list', input: { customerId: 'ours' } })).toBe(false)
    expect(meets(contact, { name: 'timeline.list', input: { customerId: 'theirs' } })).toBe(true)
    expect(meets(contact, { name: 'incidents.list', input: {} })).toBe(false)
    expect(meets(contact, { name: 'cases.get', input: { id: 'x' } })).toBe(false)
    const brief = { name: 'brief.model', input: { caseId: 'x', language: 'en' } } as const
    expect(meets(contact, { ...brief, whose: 'ours' })).toBe(false)
    expect(meets(contact, { ...brief, whose: 'theirs' })).toBe(true)
    // before the first answer nobody knows whose it is
    expect(meets(contact, brief)).toBe(true)
  })

  it('what is about a customer, by the answer', () => {
    const about = (id: string) => ({ name: 'customers.get', input: { id }, data: { customer: { id } } as never }) as const
    expect(meets(contact, about('ours'))).toBe(false)
    expect(meets(contact, about('theirs'))).toBe(true)
  })

  it('the desk by a contact whose customer waits for a reply, and the trash by what is in it or goes there', () => {
    const desk = (customerId: string) => ({ name: 'desk.today', input: {}, data: { replies: [{ customerId }] } as never }) as const
    expect(meets(contact, desk('ours'))).toBe(false)
    expect(meets(contact, desk('theirs'))).toBe(true)
    expect(meets(changed({ entity: 'promise', id: 'p', customerId: 'theirs' }), desk('ours'))).toBe(true)
    const trash = (...ids: string[]) => ({ name: 'trash.list', input: {}, data: ids.map((id) => ({ id })) as never }) as const
    expect(meets(contact, trash('y'))).toBe(false)
    expect(meets(contact, trash('x'))).toBe(true)
    expect(meets({ ...contact, rows: [{ ...contact.rows[0]!, trash: true }] }, trash('y'))).toBe(true)
    expect(meets(contact, { name: 'trash.list', input: {} })).toBe(true)
  })

  it('says of each change whether it is one of the trash', async () => {
    const workspace = await freshWorkspace()
    const told: boolean[] = []
    workspace.onChanged(({ rows }) => told.push(rows.some(({ trash }) => trash)))
    const { promiseId } = await customerWithPromise(workspace)
    await workspace.call('promises.change', { id: promiseId, patch: { maker: 'Ann' } })
    await workspace.call('promises.trash', { id: promiseId })
    await workspace.call('promises.change', { id: promiseId, patch: { maker: 'Per' } })
    await workspace.call('promises.restore', { id: promiseId })
    await workspace.call('journal.undo', {})
    expect(told).toEqual([false, false, false, true, false, true, true])
  })

  it('everything that is shown, when a setting or something of nobody’s changed', () => {
    expect(meets(changed({ entity: 'setting', id: 'language', customerId: null }), { name: 'rates.list', input: {} })).toBe(true)
    const rate = changed({ entity: 'rate', id: 'x', customerId: null })
    expect(meets(rate, { name: 'losses.simulate', input: { incidentId: 'x' } })).toBe(true)
    expect(meets(rate, { name: 'shell.recent', input: {} })).toBe(false)
  })

  it('every question on its kind when too much changed to be named', async () => {
    const workspace = await freshWorkspace()
    const { id: customerId } = await workspace.call('customers.create', { name: 'One', currency: 'EUR' })
    let seen: Changed | undefined
    workspace.onChanged((one) => (seen = one))
    await workspace.store
      .journal!.change(async (change) => {
        const columns = ['id', 'createdAt', 'updatedAt', 'customerId', 'name']
        change.put(
          'contact',
          columns,
          Array.from({ length: 1_500 }, (_, at) => [change.newId(), change.at, change.at, customerId, `Person ${at}`])
        )
      })
      .then(({ changed: one }) => (seen = one))
    expect(seen!.rows).toHaveLength(1_001)
    expect(meets(seen!, { name: 'timeline.list', input: { customerId: 'another' } })).toBe(true)
  })
})
