import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/contract/journal'
import type { Clock } from '../../../src/shared/values/clock'
import { dayFrom, left } from '../../../src/renderer/features/promises/due'
import { zonePlace } from '../../../src/renderer/ui/place'
import { duration } from '../../../src/shared/values/span'
import { byKind, pieces, placeOf, plain } from '../../../src/renderer/features/search/hits'

const hour = 3_600_000

describe('what is left until something is due', () => {
  test('an instant counts to the minute', () => {
    expect(left('2025-03-04T12:00:00Z', 'UTC', '2025-03-04T10:00:00Z')).toEqual({
      overdue: false,
      soon: true,
      ms: 2 * hour,
      days: null
    })
    expect(left('2025-03-04T12:00:00Z', 'UTC', '2025-03-05T12:30:00Z')).toMatchObject({
      overdue: true,
      soon: false,
      ms: 24.5 * hour
    })
  })

  test('a day lasts until its end in the zone it was said in', () => {
    const now = '2025-03-04T22:30:00Z'
    expect(left('2025-03-04', 'Europe/Athens', now)).toMatchObject({ overdue: true, days: -1 })
    expect(left('2025-03-04', 'America/New_York', now)).toMatchObject({ overdue: false, soon: true, days: 0 })
    expect(left('2025-03-05', 'UTC', now)).toMatchObject({ overdue: false, days: 1 })
  })

  test('durations have two units at most', () => {
    expect(duration(44 * 60_000, 'en')).toBe('44 min')
    expect(duration(3.5 * hour, 'en')).toBe('3 hr 30 min')
    expect(duration(19.5 * hour, 'en')).toBe('19 hr')
    expect(duration(52 * hour, 'en')).toBe('2 days 4 hr')
    expect(duration(35 * 24 * hour + hour, 'en')).toBe('35 days')
    expect(duration(0, 'en')).toBe('1 min')
    expect(duration(3.5 * hour, 'el')).toContain('3')
  })

  test('days are counted on the calendar there', () => {
    expect(dayFrom('2025-03-29T22:30:00Z', 'Europe/Athens', 1)).toBe('2025-03-31')
    expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})

describe('search hits', () => {
  test('mark the words found', () => {
    const excerpt = '…the \ue000oven\ue001 and \ue000oven\ue001s'
    expect(pieces(excerpt)).toEqual([
      { text: '…the ', hit: false },
      { text: 'oven', hit: true },
      { text: ' and ', hit: false },
      { text: 'oven', hit: true },
      { text: 's', hit: false }
    ])
    expect(plain(excerpt)).toBe('…the oven and ovens')
    expect(pieces('')).toEqual([])
  })

  test('lead to where the record is', () => {
    expect(placeOf({ entity: 'promise', id: 'p', customerId: 'c' })).toEqual({
      name: 'customer',
      id: 'c',
      tab: 'promises',
      open: 'promise.p'
    })
    expect(placeOf({ entity: 'interaction', id: 'i', customerId: 'c' })).toEqual({
      name: 'customer',
      id: 'c',
      tab: undefined,
      open: 'interaction.i'
    })
    expect(placeOf({ entity: 'case', id: 'k', customerId: 'c' })).toEqual({ name: 'case', id: 'k' })
  })

  test('are grouped, customers first', () => {
    const rest = {
      customerId: null,
      customer: null,
      title: '',
      excerpt: '',
      within: null,
      named: false,
      at: null,
      clock: 'UTC' as Clock
    }
    const hit = (entity: Entity, id: string) => ({ entity, id, ...rest })
    expect(
      byKind([hit('fact', '1'), hit('order', '2'), hit('customer', '3'), hit('order', '4')]).map(({ entity, hits }) => [
        entity,
        hits.length
      ])
    ).toEqual([
      ['customer', 1],
      ['order', 2],
      ['fact', 1]
    ])
  })
})
