import { expect, it } from 'vitest'
import type { PromiseRow } from '../../../src/shared/records/promises'
import { failed, incidentOf } from '../../../src/renderer/features/promises/incident'

const promise = {
  id: 'p1',
  ref: 'PRM-1',
  words: 'The parts\nleave tonight',
  madeBy: 'us',
  state: 'overdue',
  zone: 'Europe/Tallinn',
  clock: 'Europe/Tallinn' as PromiseRow['clock'],
  orderId: null,
  madeAt: '2026-03-02T09:00:00Z',
  dueAt: '2026-03-06T22:30:00Z',
  closedAt: null
} as PromiseRow

it('begins on the day the promise was due, where it was given', () => {
  expect(incidentOf(promise)).toMatchObject({
    began: '2026-03-07',
    kind: 'service',
    title: 'Promise not kept: The parts leave tonight',
    tied: ['PRM-1'],
    promiseIds: ['p1'],
    orderIds: []
  })
  expect(incidentOf({ ...promise, dueAt: '2026-03-06' }).began).toBe('2026-03-06')
  expect(incidentOf({ ...promise, state: 'broken', dueAt: null, closedAt: '2026-04-01T08:00:00Z' })).toMatchObject({
    began: '2026-04-01',
    known: expect.stringContaining('without a date') as string
  })
})

it('says what it was and takes the order along', () => {
  expect(incidentOf({ ...promise, orderId: 'o1' })).toMatchObject({ kind: 'late-delivery', orderIds: ['o1'] })
  expect(incidentOf({ ...promise, state: 'kept-late' }).title).toBe('Promise kept late: The parts leave tonight')
  const long = incidentOf({ ...promise, words: 'word '.repeat(900) })
  expect(long.title.length).toBeLessThan(160)
  expect(long.known).toContain('word '.repeat(900))
})

it('comes only of a promise of ours that was not kept in time', () => {
  const states = ['overdue', 'broken', 'kept-late', 'kept', 'open', 'undated', 'withdrawn'] as const
  expect(states.filter((state) => failed({ madeBy: 'us', state }))).toEqual(['overdue', 'broken', 'kept-late'])
  expect(failed({ madeBy: 'customer', state: 'overdue' })).toBe(false)
})
