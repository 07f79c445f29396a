import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterWorkingHours, workingTimeBetween, type Schedule } from '../../src/shared/records/clocks'
import { afterWorkingDays } from '../support/unreached'
import { replyDue } from '../../src/shared/records/reply-clock'
import vectors from '../support/vectors.json'

const nine = [['09:00', '17:00']] as const
const ten = [['10:00', '16:00']] as const
const biz: Schedule = { zone: 'Etc/UTC', hours: { 1: nine, 2: ten, 3: nine, 4: ten, 5: nine, 6: [['11:00', '14:30']] } }
const week: Schedule = { zone: 'Etc/UTC', hours: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine } }
const sundays: Schedule = { zone: 'Etc/UTC', hours: { 7: [['11:00', '12:00']] } }
const published = (id: string) => vectors.find((vector) => vector.id === id)!.expected
const hours = (milliseconds: number) => milliseconds / 3_600_000

describe('published vectors', () => {
  it('T68, T69: working time within', () => {
    expect(hours(workingTimeBetween(biz, '2006-01-01T00:00:00Z', '2006-01-08T00:00:00Z'))).toBe(published('T68'))
    expect(hours(workingTimeBetween(biz, '2006-01-05T12:00:00Z', '2006-01-06T12:00:00Z'))).toBe(published('T69'))
  })
  it('T72: two working days, Saturday counts', () => {
    expect(afterWorkingDays(biz, '2006-01-06T12:00:00Z', 2)).toBe('2006-01-09T12:00:00Z')
    expect(published('T72')).toBe('2006-01-09T12:00Z')
  })
  it('T74: exactly at close rolls to the next opening, or stays', () => {
    expect(afterWorkingHours(sundays, '2006-01-01T00:00:00Z', 2, 'roll')).toBe('2006-01-15T11:00:00Z')
    expect(published('T74')).toBe('2006-01-15T11:00Z')
    expect(afterWorkingHours(sundays, '2006-01-01T00:00:00Z', 2)).toBe('2006-01-08T12:00:00Z')
  })
  it('T77: 24 working hours span three working days', () => {
    // Monday 5 to Wednesday 7 January 2026
    expect(afterWorkingHours(week, '2026-01-05T09:00:00Z', 24)).toBe('2026-01-07T17:00:00Z')
    expect(published('T77')).toBe('Wed 17:00')
  })
})

describe('sources that are wrong', () => {
  it('Friday 17:00 and eight hours is Monday 17:00, not Monday 09:00', () => {
    expect(afterWorkingHours(week, '2026-01-09T17:00:00Z', 8)).toBe('2026-01-12T17:00:00Z')
  })
  it('Friday 16:00 and four hours of 8 to 17 is Monday 11:00, not Tuesday', () => {
    const early: Schedule = { ...week, hours: { 1: [['08:00', '17:00']], 5: [['08:00', '17:00']] } }
    expect(afterWorkingHours(early, '2026-01-09T16:00:00Z', 4)).toBe('2026-01-12T11:00:00Z')
  })
})

describe('edges', () => {
  it('24 elapsed hours move the wall clock over a change of summer time', () => {
    expect(replyDue({ at: '2026-03-28T12:00:00Z', repliedAt: null }, 24)).toBe('2026-03-29T12:00:00Z')
  })
  it('a lunch break and a holiday take no time', () => {
    const split: Schedule = {
      zone: 'Europe/Athens',
      hours: {
        1: [
          ['09:00', '12:00'],
          ['13:00', '17:00']
        ],
        2: nine
      },
      holidays: ['2026-01-06']
    }
    expect(hours(workingTimeBetween(split, '2026-01-05T07:00:00Z', '2026-01-06T22:00:00Z'))).toBe(7)
  })
  it('a spring gap moves an opening forward, an autumn repeat counts from its first', () => {
    const night: Schedule = { zone: 'Europe/Berlin', hours: { 7: [['02:30', '04:00']] } }
    expect(hours(workingTimeBetween(night, '2026-03-29T00:00:00Z', '2026-03-29T12:00:00Z'))).toBe(0.5)
    expect(hours(workingTimeBetween(night, '2026-10-25T00:00:00Z', '2026-10-25T12:00:00Z'))).toBe(2.5)
  })
  it('nothing left while closed is the next opening; no hours at all is an error', () => {
    expect(afterWorkingHours(week, '2026-01-10T12:00:00Z', 0)).toBe('2026-01-12T09:00:00Z')
    expect(() => afterWorkingHours({ zone: 'Etc/UTC', hours: {} }, '2026-01-10T12:00:00Z', 1)).toThrow(RangeError)
    expect(() => afterWorkingDays({ zone: 'Etc/UTC', hours: {} }, '2026-01-10T12:00:00Z', 1)).toThrow(RangeError)
    expect(workingTimeBetween(week, '2026-01-12T10:00:00Z', '2026-01-12T09:00:00Z')).toBe(0)
  })
})

it('the working time up to a deadline is what was asked for', () => {
  const zones = ['Etc/UTC', 'Europe/London', 'America/New_York', 'Asia/Manila']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
      fc.integer({ min: 1, max: 200 }),
      (zone, at, asked) => {
        const schedule = { ...biz, zone }
        const from = new Date(at - (at % 60_000)).toISOString()
        expect(hours(workingTimeBetween(schedule, from, afterWorkingHours(schedule, from, asked)))).toBeCloseTo(asked, 9)
      }
    ),
    { numRuns: 100 }
  )
})
