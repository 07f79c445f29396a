import { expect, it } from 'vitest'
import type { Desk } from '../../src/shared/contract/desk'
import type { Clock } from '../../src/shared/values/clock'
import { overdueOf, remindersOf, snoozedUntil } from '../../src/shared/records/reminders'

const clock = 'Europe/Oslo' as Clock
const reply = (id: string, dueAt: string, overdue = false): Desk['replies'][number] => ({
  id,
  dueAt,
  overdue,
  clock,
  customerId: 'c',
  customer: 'Halden',
  contact: null,
  workDueAt: null,
  subject: id,
  at: '2026-11-19T10:00:00Z',
  zone: 'Europe/Oslo'
})
const promise = (id: string, dueAt: string | null, overdue = false): Desk['promises'][number] => ({
  id,
  dueAt,
  overdue,
  clock,
  ref: id,
  customerId: 'c',
  customer: 'Halden',
  words: id,
  zone: 'Europe/Oslo'
})
const now = '2026-11-20T10:00:00Z'
const evening = { from: 20, to: 7 }
const of = (desk: Partial<Desk>, hour = 11, told: string[] = [], quiet = evening) =>
  remindersOf({ replies: [], promises: [], ...desk }, now, hour, new Set(told), quiet)

it('tells of a reply two hours before, and once', () => {
  const replies = [
    reply('soon', '2026-11-20T11:59:00Z'),
    reply('later', '2026-11-20T12:01:00Z'),
    reply('over', '2026-11-20T09:59:00Z', true)
  ]
  expect(of({ replies }).replies).toEqual(['reply:soon:2026-11-20T11:59:00Z'])
  expect(of({ replies }, 11, ['reply:soon:2026-11-20T11:59:00Z']).replies).toEqual([])
})

it('tells of a promise by the hour an hour before, by the day on its day; moved, it is told anew', () => {
  const promises = [
    promise('hour', '2026-11-20T10:59:00Z'),
    promise('day', '2026-11-20'),
    promise('tomorrow', '2026-11-21'),
    promise('undated', null)
  ]
  expect(of({ promises }).promises).toEqual(['promise:hour:2026-11-20T10:59:00Z', 'promise:day:2026-11-20'])
  expect(
    of({ promises: [promise('hour', '2026-11-20T10:30:00Z')] }, 11, ['promise:hour:2026-11-20T10:59:00Z']).promises
  ).toHaveLength(1)
})

it.each([20, 23, 0, 6])('is quiet at %d o’clock', (hour) => {
  expect(of({ replies: [reply('soon', '2026-11-20T11:00:00Z')] }, hour)).toEqual({ replies: [], promises: [] })
})

it('counts on the badge what is over', () => {
  expect(overdueOf({ replies: [reply('a', now, true), reply('b', now)], promises: [promise('p', now, true)], cases: [] })).toBe(2)
})

it.each([
  [{ from: 12, to: 14 }, 13, 0],
  [{ from: 12, to: 14 }, 14, 1],
  [{ from: 12, to: 14 }, 23, 1],
  [{ from: 0, to: 0 }, 3, 1]
])('keeps to the hours %o that the person set: at %d o’clock it tells %d', (quiet, hour, count) => {
  expect(of({ replies: [reply('soon', '2026-11-20T11:00:00Z')] }, hour, [], quiet).replies).toHaveLength(count)
})

it('is put off for an hour, or until the quiet hours of tomorrow are over where the person is', () => {
  expect(snoozedUntil('hour', now, 'Europe/Oslo', evening)).toBe('2026-11-20T11:00:00Z')
  expect(snoozedUntil('tomorrow', now, 'Europe/Oslo', evening)).toBe('2026-11-21T06:00:00Z')
  // late in the evening of the nineteenth in New York
  expect(snoozedUntil('tomorrow', '2026-11-20T03:00:00Z', 'America/New_York', evening)).toBe('2026-11-20T12:00:00Z')
})
