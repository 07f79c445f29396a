import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { fieldsOfMapping } from '../../src/shared/contract/imports'
import { promiseState } from '../../src/shared/records/promises'
import type { Workspace } from '../../src/workspace/index'
import { keptRows } from './import-support'
import { freshWorkspace } from './support'

const file = 'resources/sample-imports/boston311-100.csv'
/** Midnight in Boston. */
const asOf = '2022-06-01T04:00:00Z'

async function importBoston(workspace: Workspace, dryRun = false) {
  const preset = (await workspace.call('mappings.list', {})).find(({ name }) => name === 'boston311')!
  return workspace.call('imports.run', { file, target: 'promises', mapping: fieldsOfMapping(preset), dryRun })
}

describe('the promises of the City of Boston', () => {
  it('counts what the city itself says', async () => {
    const workspace = await freshWorkspace()
    const dry = await importBoston(workspace, true)
    expect(dry.counts).toEqual({ create: 100, update: 0, unchanged: 0, skipped: 0, error: 0 })
    expect(dry).toMatchObject({ rows: 100, newCustomers: 1, importId: null })
    expect(await workspace.call('customers.list', {})).toEqual([])

    const done = await importBoston(workspace)
    expect(done.counts).toEqual(dry.counts)
    expect(await workspace.call('promises.count', { asOf })).toEqual({
      open: 0,
      overdue: 12,
      kept: 72,
      'kept-late': 5,
      broken: 0,
      withdrawn: 0,
      undated: 11
    })
  })

  it('agrees with the city on every row', async () => {
    const workspace = await freshWorkspace()
    await importBoston(workspace)
    const city = parse(readFileSync(file), { columns: true }) as Record<string, string>[]
    const tied = await workspace.store.read
      .selectFrom('importedRow')
      .innerJoin('promise', (join) => join.on(sql<boolean>`promise.id = unpacked_id(importedRow.recordId)`))
      .selectAll('promise')
      .select('externalId')
      .execute()
    const promises = new Map(tied.map((row) => [row.externalId, row]))
    for (const row of city) {
      const state = promiseState(promises.get(row.case_enquiry_id!)!, asOf)
      const late = state === 'overdue' || state === 'kept-late'
      expect([row.case_enquiry_id, late ? 'OVERDUE' : 'ONTIME']).toEqual([row.case_enquiry_id, row.ontime])
      expect(state === 'undated').toBe(row.target_dt === '')
    }
  })

  it('keeps the times, the words and every column that no field takes', async () => {
    const workspace = await freshWorkspace()
    await importBoston(workspace)
    const row = await workspace.store.read
      .selectFrom('importedRow')
      .innerJoin('promise', (join) => join.on(sql<boolean>`promise.id = unpacked_id(importedRow.recordId)`))
      .selectAll('promise')
      .where('externalId', '=', '101004113298')
      .executeTakeFirstOrThrow()
    // winter time when it was opened and closed, summer time when it is due
    expect(row).toMatchObject({
      madeAt: '2022-01-01T05:16:00Z',
      dueAt: '2022-04-01T04:16:06Z',
      firstDueAt: '2022-04-01T04:16:06Z',
      closedAt: '2022-01-10T13:42:23Z',
      outcome: 'kept',
      zone: 'America/New_York',
      maker: 'Inspectional Services'
    })
    expect(row.words).toBe('SCHEDULED Unsatisfactory Utilities - Electrical  Plumbing · 47 W Cedar St')
    const { raw } = (await keptRows(workspace)).find(({ externalId }) => externalId === '101004113298')!
    expect(raw.other).toContainEqual(['neighborhood', 'Beacon Hill'])
    expect(raw.other).toContainEqual(['ontime', 'ONTIME'])
  })

  it('changes nothing the second time, and one undo takes all back', async () => {
    const workspace = await freshWorkspace()
    await importBoston(workspace)
    const { entries } = await workspace.call('workspace.info', {})
    const again = await importBoston(workspace)
    expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 100, skipped: 0, error: 0 })
    expect(again.importId).toBeNull()
    expect((await workspace.call('workspace.info', {})).entries).toBe(entries)

    expect(await workspace.call('journal.undo', {})).toMatchObject({ label: { deed: 'import', name: 'boston311-100.csv' } })
    expect(await workspace.call('customers.list', {})).toEqual([])
    expect(await workspace.call('promises.list', {})).toEqual([])
    expect(await workspace.call('imports.list', {})).toEqual([])
    await workspace.call('journal.redo', {})
    expect((await workspace.call('promises.count', { asOf })).kept).toBe(72)
    expect((await workspace.call('journal.verify', {})).ok).toBe(true)
  })
})
