import { describe, expect, test } from 'vitest'
import { event } from './event'
import { isBlank, newInteraction, restored } from '../../../src/renderer/features/timeline/draft'
import { ownSubject, titleOf } from '../../../src/shared/records/interactions'
import { ahead, grouped } from '../../../src/renderer/features/timeline/groups'
import { side } from '../../../src/shared/records/picture'

describe('the timeline', () => {
  test('groups by month and day in the customer’s zone', () => {
    const groups = grouped([event('2025-03-31T22:30:00Z'), event('2025-03-31'), event('2025-03-05T08:00:00Z')], 'Europe/Athens')
    expect(groups.map(({ month, days }) => [month, days.map(({ day }) => day)])).toEqual([
      ['2025-04', ['2025-04-01']],
      ['2025-03', ['2025-03-31', '2025-03-05']]
    ])
  })

  test('never makes two groups of one month, even where instants and days cross at midnight', () => {
    const groups = grouped([event('2025-04-01T02:00:00Z'), event('2025-04-01'), event('2025-03-31')], 'America/New_York')
    expect(groups.map(({ month }) => month)).toEqual(['2025-04', '2025-03'])
    expect(groups[1]!.days[0]!.events).toHaveLength(2)
  })

  test('keeps dates as precise as they are known, undated last', () => {
    const groups = grouped([event('2025-03-04'), event('2025-03'), event('2025'), event('')], 'UTC')
    expect(groups.map(({ month, days }) => [month, days.map(({ day }) => day)])).toEqual([
      ['2025-03', ['2025-03-04', '2025-03']],
      ['2025', ['2025']],
      ['', ['']]
    ])
  })

  test('knows what lies ahead', () => {
    const events = [event('2025-04-01'), event('2025-03-04T10:00:00Z'), event('2025-01-02')]
    expect(ahead(events, '2025-03-10T00:00:00Z', 'UTC')).toBe(1)
    expect(ahead(events, '2025-04-01T09:00:00Z', 'UTC')).toBe(0)
  })

  test('knows whose side an event is on', () => {
    expect(side(event('2025-01-01', { direction: 'out' }))).toBe('us')
    expect(side(event('2025-01-01', { kind: 'promise', step: 'due', direction: 'in' }))).toBe('customer')
    expect(side(event('2025-01-01', { kind: 'order', step: 'shipped', direction: null }))).toBe('us')
    expect(side(event('2025-01-01', { kind: 'order', step: 'received', direction: null }))).toBe('customer')
  })
})

describe('notes on a call', () => {
  test('are called after their first line where there is no subject, for show only', () => {
    expect(titleOf({ subject: '  Oven ', notes: 'x' })).toBe('Oven')
    expect(titleOf({ subject: '', notes: '\n They lost a shift.\nAnd more' })).toBe('They lost a shift.')
    expect(titleOf({ subject: '', notes: 'w'.repeat(500) })).toHaveLength(120)
    // what earlier versions stored as a subject is the beginning of the notes, and no subject
    const notes = `They ${'wait and '.repeat(30)}hope.`
    expect(ownSubject({ subject: `${notes.slice(0, 119)}…`, notes })).toBeNull()
    expect(ownSubject({ subject: 'Spring', notes })).toBe('Spring')
  })

  test('come back from a kept draft, and nothing else does', () => {
    const draft = { ...newInteraction('Europe/Tallinn'), notes: 'half a sen' }
    expect(restored(JSON.stringify(draft), 'UTC')).toEqual(draft)
    expect(restored('{"notes":1}', 'UTC')).toBeNull()
    expect(restored('not json', 'UTC')).toBeNull()
    expect(isBlank(newInteraction('UTC'))).toBe(true)
    expect(isBlank(draft)).toBe(false)
  })
})
