// A date, a number and an amount are written on the screen as in the brief, in each language, on either paper.
import { expect, it, vi } from 'vitest'
import { wordsOf } from '../../src/shared/brief/words'
import type { Clock } from '../../src/shared/values/clock'
import { languages } from '../../src/shared/values/languages'
import { localeOf, writtenDay, writtenMoment } from '../../src/shared/values/format'
import { usualCurrency, usualPaper } from '../../src/workspace/usual'

// the screen's language is the component's; here it is set
const screen = vi.hoisted(() => ({ locale: 'en-GB' }))
vi.mock('../../src/renderer/ui/language.svelte', () => ({ formatLocale: () => screen.locale }))
vi.mock('../../src/renderer/ui/clock.svelte', () => ({ homeZone: () => 'Europe/Tallinn' }))
const { showDate, showDone, showMoment, showMoney, showNumber, showShare } = await import('../../src/renderer/ui/format')

/** The screen keeps a date on one line, with spaces that do not break. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')
const zone = 'Europe/Tallinn' as Clock
const manila = 'Asia/Manila' as Clock
const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-0${(month % 9) + 1}`)

it.each(languages.flatMap((language) => (['a4', 'letter'] as const).map((paper) => [language, paper] as const)))(
  '%s on %s',
  (language, paper) => {
    const brief = wordsOf(language, paper, zone, '2020-01-01')
    screen.locale = localeOf(language, paper)
    expect(brief.locale).toBe(screen.locale)
    for (const day of days) {
      expect(spaced(showDate(day))).toBe(spaced(brief.day(day)))
      expect(spaced(showMoment(day, zone))).toBe(spaced(brief.moment(day, zone)))
      expect(spaced(showMoment(day.slice(0, 7), zone))).toBe(spaced(brief.moment(day.slice(0, 7), zone)))
      expect(spaced(showDone(`${day}T22:30:00Z`))).toBe(spaced(brief.moment(`${day}T22:30:00Z`, brief.home)))
      expect(spaced(showMoment(`${day}T22:30:00Z`, manila))).toBe(spaced(brief.moment(`${day}T22:30:00Z`, manila)))
    }
    expect(showMoment('2026', zone)).toBe(brief.moment('2026', zone))
    expect(showNumber(1_234_567.891)).toBe(brief.number(1_234_567.891))
    expect(showShare(0.125, 1)).toBe(brief.share(0.125, 1))
    for (const currency of ['EUR', 'USD', 'PHP', 'JPY'])
      expect(showMoney(123_456_789, currency)).toBe(brief.money(123_456_789, currency))
  }
)

it('writes a date as it is usual', () => {
  const on = (language: (typeof languages)[number], paper: 'a4' | 'letter') => writtenDay('2026-11-22', localeOf(language, paper))
  expect(languages.map((language) => on(language, 'a4'))).toEqual([
    '22 Nov 2026',
    '22 Νοε 2026',
    '22 nov 2026',
    '22. nov 2026',
    'Nob 22, 2026'
  ])
  expect([on('en', 'letter'), on('es', 'letter')]).toEqual(['Nov 22, 2026', '22 nov 2026'])
  expect(writtenMoment('2026-11-22T22:30:00Z', 'en-GB', zone)).toBe('23 Nov 2026, 00:30')
  expect(writtenMoment('whenever', 'en-GB', zone)).toBe('whenever')
})

it('begins with the paper of where one is', () => {
  for (const place of ['America/New_York', 'America/Toronto', 'America/Mexico_City', 'Asia/Manila'])
    expect(usualPaper(place)).toBe('letter')
  for (const place of ['Europe/London', 'Europe/Athens', 'America/Argentina/Buenos_Aires', 'Australia/Sydney', 'UTC'])
    expect(usualPaper(place)).toBe('a4')
})

it('begins with what is paid with where one is', () => {
  const places = ['Europe/Athens', 'Europe/Tallinn', 'Asia/Manila', 'America/Mexico_City', 'Europe/London', 'UTC']
  expect(places.map(usualCurrency)).toEqual(['EUR', 'EUR', 'PHP', 'MXN', 'GBP', 'EUR'])
  expect(['Europe/Stockholm', 'Europe/Zurich', 'America/Chicago'].map(usualCurrency)).toEqual(['SEK', 'CHF', 'USD'])
})
