import { expect, it } from 'vitest'
import { promiseState, promiseStates, type PromiseState } from '../../src/shared/records/promises'
import type { Cell } from '../../src/workspace/store/bulk'
import { customerWithPromise, freshWorkspace } from './support'

it('counts promises as the rule says where each stands, at the edge of their day too', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const now = '2026-03-10T11:30:00Z'
  const dues = [
    '2026-03-09',
    '2026-03-10',
    '2026-03-11',
    '2026-03-10T11:30:00Z',
    '2026-03-10T11:29:59.999Z',
    '2026-03',
    '2026-02',
    '2025-01-01',
    '2027-01-01',
    null
  ]
  const closed = [
    null,
    '2026-03-09T10:00:00Z',
    '2026-03-09T23:30:00Z',
    '2026-03-10T11:30:00.000Z',
    '2026-03-11T12:00:00Z',
    '2026-03-31T23:00:00Z',
    '2024-12-31T12:00:00Z'
  ]
  const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Europe/Athens']
  const rows = dues.flatMap((dueAt) =>
    closed.flatMap((closedAt) =>
      zones.flatMap((zone) =>
        [closedAt ? 'kept' : null, 'broken', 'withdrawn'].map((outcome) => ({ dueAt, closedAt, zone, outcome }))
      )
    )
  )
  await workspace.store.journal!.change(async (change) => {
    change.put(
      'promise',
      ['id', 'createdAt', 'updatedAt', 'number', 'customerId', 'words', 'madeAt', 'dueAt', 'closedAt', 'zone', 'outcome'],
      rows.map(({ dueAt, closedAt, zone, outcome }, n): Cell[] => [
        change.newId(),
        change.at,
        change.at,
        n + 100,
        customerId,
        'x',
        '2024-01-01',
        dueAt,
        closedAt,
        zone,
        outcome
      ])
    )
  })
  const all = await workspace.store.read.selectFrom('promise').select(['dueAt', 'closedAt', 'zone', 'outcome']).execute()
  const expected = Object.fromEntries(promiseStates.map((state) => [state, 0])) as Record<PromiseState, number>
  for (const row of all) expected[promiseState(row as Parameters<typeof promiseState>[0], now)]++
  expect(await workspace.call('promises.count', { asOf: now })).toEqual(expected)
  expect(await workspace.call('promises.count', { asOf: now, customerId })).toEqual(expected)
  expect(Object.values(expected).every((count) => count > 0)).toBe(true)
})
