import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/shared/values/errors'
import { DateColumn } from '../../src/shared/imports/date-column'
import { Clock, readDate } from '../../src/shared/imports/dates'
import { readNumber } from '../../src/shared/imports/numbers'
import { importFile, mappingOf, recordsOf } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

const mapping = mappingOf(
  { externalId: { column: 0 }, customer: { column: 1 }, words: { column: 2 }, madeAt: { column: 3, dates: 'dmy' } },
  { target: 'promises' }
)
const piece = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\ufeff',
  '\u0000',
  'a',
  '0',
  '01/02/2025',
  '2025-02-30',
  '=1+1',
  '\ud800',
  'é',
  '__proto__',
  '%',
  "'",
  '\\'
)

describe('any file at all', () => {
  it('is imported or refused in words, and a dry run never changes anything', async () => {
    const workspace = await freshWorkspace()
    const file = join(temporaryFolder(), 'any.csv')
    const before = recordsOf(workspace)
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.array(piece, { maxLength: 120 }).map((pieces) => Buffer.from(`id,customer,words,made\n${pieces.join('')}`)),
      fc.array(piece, { maxLength: 120 }).map((pieces) => Buffer.from(pieces.join(''), 'utf16le'))
    )
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        writeFileSync(file, bytes)
        for (const work of [
          () => importFile(workspace, file, mapping, true),
          () => workspace.call('imports.inspect', { file, target: 'promises' })
        ]) {
          await work().catch((error: unknown) => expect(error).toBeInstanceOf(Refusal))
        }
        expect(recordsOf(workspace)).toBe(before)
      }),
      { numRuns: 150 }
    )
  })
})

describe('dates and numbers, whatever they are', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const written = {
    dmy: (d: string) => d.split('-').reverse().join('/'),
    mdy: (d: string) => `${d.slice(5, 7)}/${d.slice(8)}/${d.slice(0, 4)}`,
    iso: (d: string) => d
  }

  it('a day written in any order is read back as that day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('dmy' as const, 'mdy' as const, 'iso' as const), (iso, order) => {
        expect(readDate(written[order](iso), order)).toEqual({ day: iso, time: null, offset: null })
      })
    )
  })

  it('a moment as most exports write it is the same, or none, with blanks around it and in any order', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
    const year = fc.oneof(fc.constantFrom('0026', '1799'), fc.integer({ min: 1800, max: 2199 }).map(String))
    fc.assert(
      fc.property(fc.tuple(year, two, two, two, two), fc.option(two), fc.constantFrom('T', ' '), (parts, seconds, between) => {
        const [y, month, day, hour, minute] = parts
        const cell = `${y}-${month}-${day}${between}${hour}:${minute}${seconds === null ? '' : `:${seconds}`}`
        for (const order of ['iso', 'dmy', 'mdy', 'ymd', 'unix', 'serial'] as const)
          expect(readDate(cell, order), cell).toEqual(readDate(`  ${cell}`, order))
      })
    )
    expect(readDate('2026-01-05 08:30', 'iso')).toEqual({ day: '2026-01-05', time: '08:30:00', offset: null })
    expect(readDate('2026-02-30T08:30:00', 'iso')).toBeNull()
  })

  it('the order a column was written in is always among those that fit', () => {
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('dmy' as const, 'mdy' as const),
        (days, order) => {
          const column = new DateColumn()
          for (const iso of days) column.see(written[order](iso))
          const fits = column.fits()
          // every date the same day either way: dmy stands for both
          const either = days.every((iso) => iso.slice(5, 7) === iso.slice(8))
          expect(fits).toContain(either ? 'dmy' : order)
        }
      )
    )
  })

  it('a wall-clock time becomes the instant that Intl shows as that time, unless the clocks skip it', () => {
    const clock = new Clock()
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        day.filter((iso) => iso > '1975'),
        time,
        fc.constantFrom('America/New_York', 'Europe/Athens', 'Asia/Kolkata', 'UTC'),
        (iso, at, zone) => {
          const instant = clock.instant(readDate(`${iso} ${at}`, 'iso')!, zone)
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
            new Date(instant)
          )
          const skipped = shown !== `${iso} ${at}`
          if (skipped) expect(Math.abs(Date.parse(`${shown.replace(' ', 'T')}Z`) - Date.parse(`${iso}T${at}Z`))).toBe(3_600_000)
          else expect(shown).toBe(`${iso} ${at}`)
        }
      )
    )
  })

  it('a number written with groups and decimals is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const value = cents / 100
        const english = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(value)
        const german = new Intl.NumberFormat('de', { minimumFractionDigits: 2 }).format(value)
        expect(readNumber(english, 'point')).toBe(value)
        expect(readNumber(german, 'comma')).toBe(value)
        if (Math.abs(cents) >= 100_000) expect(readNumber(english, 'comma')).toBeNull()
      })
    )
  })
})
