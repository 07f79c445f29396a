import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayEnd, dayIn, daysBetween, firstDay, instantAt, lastDay } from '../../src/shared/values/zones'

// zones whose clocks change at midnight, by half hours, backwards over midnight, or that skipped a day
const zones = [
  'UTC',
  'Europe/Athens',
  'Europe/Tallinn',
  'Asia/Manila',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Tehran'
]
const zone = fc.constantFrom(...zones)
const start = Temporal.PlainDate.from('1975-01-01')
const day = fc.integer({ min: 0, max: 365 * 75 }).map((days) => start.add({ days }).toString())

describe('a month or year', () => {
  it('begins and ends when Temporal says so; a day and an instant are themselves', () => {
    fc.assert(
      fc.property(day, (on) => {
        const { year, month, daysInMonth } = Temporal.PlainDate.from(on)
        const [ofYear, ofMonth] = [String(year), `${year}-${String(month).padStart(2, '0')}`]
        expect([firstDay(ofYear), lastDay(ofYear)]).toEqual([`${ofYear}-01-01`, `${ofYear}-12-31`])
        expect([firstDay(ofMonth), lastDay(ofMonth)]).toEqual([`${ofMonth}-01`, `${ofMonth}-${daysInMonth}`])
        for (const exact of [on, `${on}T09:00:00Z`]) expect([firstDay(exact), lastDay(exact)]).toEqual([exact, exact])
      })
    )
  })
})

describe('days in time zones', () => {
  it('end when Temporal says so', () => {
    fc.assert(
      fc.property(day, zone, (date, where) => {
        const end = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(where).epochMilliseconds
        expect(dayEnd(date, where)).toBe(end)
      }),
      { numRuns: 3_000 }
    )
  })
  it('end at every change of the clocks as Temporal says', () => {
    for (const where of zones) {
      let change = Temporal.Instant.from('1975-01-01T00:00Z').toZonedDateTimeISO(where).getTimeZoneTransition('next')
      for (; change && change.year < 2030; change = change.getTimeZoneTransition('next')) {
        for (const days of [-2, -1, 0, 1]) {
          const date = change.toPlainDate().add({ days })
          const end = date.add({ days: 1 }).toZonedDateTime(where).epochMilliseconds
          expect([where, date.toString(), dayEnd(date.toString(), where)]).toEqual([where, date.toString(), end])
        }
      }
    }
  })
  it('are the days of Temporal', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 86_399_999 }), zone, (date, ms, where) => {
        const instant = new Date(Date.parse(date) + ms).toISOString()
        expect(dayIn(instant, where)).toBe(Temporal.Instant.from(instant).toZonedDateTimeISO(where).toPlainDate().toString())
      }),
      { numRuns: 2_000 }
    )
  })
  it('are made of instants that Temporal writes alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), fc.constantFrom(1, 10, 1_000, 60_000), (at, step) => {
        const ms = at - (at % step)
        expect(instantAt(ms)).toBe(Temporal.Instant.fromEpochMilliseconds(ms).toString())
      })
    )
  })
  it('are counted on the calendar, over changes of summer time and leap days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
    expect(dayEnd('2026-03-29', 'Europe/Athens')).toBe(Date.parse('2026-03-29T21:00:00Z'))
    // the clocks of Santiago go from 23:59:59 to 01:00:00
    expect(new Date(dayEnd('2025-09-06', 'America/Santiago')).toISOString()).toBe('2025-09-07T04:00:00.000Z')
  })
})
