import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Clock } from '../../src/shared/values/clock'
import { languages, type Language } from '../../src/shared/values/languages'
import { writtenDay, writtenMoment } from '../../src/shared/values/format'
import { findWhen, nextWeekday, readWhen } from '../../src/shared/values/when'
import { dayFrom } from '../../src/renderer/features/promises/due'
import { momentOn } from '../../src/renderer/ui/momentOn'
import { readDay } from '../../src/renderer/ui/dateText'

/** A Friday. */
const today = '2026-11-20'
const reads = (language: Language, text: string, from = today): string | undefined => {
  const found = readDay(text, language === 'en' ? 'en-GB' : language, from, language)
  return found ? [found.day, found.time].filter(Boolean).join(' ') : undefined
}

const said: Record<Language, Record<string, string>> = {
  en: {
    today: '2026-11-20',
    'Tomorrow noon': '2026-11-21 12:00',
    'tomorrow at noon': '2026-11-21 12:00',
    'the day after tomorrow': '2026-11-22',
    'Friday 15:00': '2026-11-27 15:00',
    'by Monday, 9:30': '2026-11-23 09:30',
    'next Wednesday': '2026-11-25',
    'on wed at 3pm': '2026-11-25 15:00',
    'Thursday at 3': '2026-11-26 15:00',
    'in 3 days': '2026-11-23',
    'in two weeks': '2026-12-04',
    'in a week': '2026-11-27',
    'next week': '2026-11-27',
    'in a month': '2026-12-20',
    'end of the month': '2026-11-30',
    'end of the week': '2026-11-20',
    tonight: '2026-11-20 18:00',
    'tomorrow morning': '2026-11-21 09:00',
    'end of day': '2026-11-20',
    'tomorrow 3:30 p.m.': '2026-11-21 15:30',
    noon: '2026-11-20 12:00',
    '24 Nov 15:00': '2026-11-24 15:00',
    'by 24 November': '2026-11-24',
    '24/11 at 3': '2026-11-24 15:00',
    '+5': '2026-11-25'
  },
  el: {
    σήμερα: '2026-11-20',
    'αύριο το μεσημέρι': '2026-11-21 12:00',
    ΑΥΡΙΟ: '2026-11-21',
    μεθαυριο: '2026-11-22',
    'την Παρασκευή στις 15:00': '2026-11-27 15:00',
    'Δευτέρα πρωί': '2026-11-23 09:00',
    'στις 3 το απόγευμα': '2026-11-20 15:00',
    'αύριο στις τρεις': '2026-11-21 15:00',
    'σε 3 μέρες': '2026-11-23',
    'σε δύο εβδομάδες': '2026-12-04',
    'σε μία εβδομάδα': '2026-11-27',
    'την άλλη εβδομάδα': '2026-11-27',
    'τέλος του μήνα': '2026-11-30',
    'την επόμενη Τρίτη': '2026-11-24',
    'στις 3 Δεκεμβρίου': '2026-12-03'
  },
  es: {
    hoy: '2026-11-20',
    'mañana al mediodía': '2026-11-21 12:00',
    manana: '2026-11-21',
    'mañana por la mañana': '2026-11-21 09:00',
    'pasado mañana': '2026-11-22',
    'el viernes a las 15:00': '2026-11-27 15:00',
    'lunes a las tres de la tarde': '2026-11-23 15:00',
    'mar 15:00': '2026-11-24 15:00',
    'en 3 días': '2026-11-23',
    'dentro de una semana': '2026-11-27',
    'la semana que viene': '2026-11-27',
    'el próximo miércoles': '2026-11-25',
    'a finales de mes': '2026-11-30',
    '3 dic': '2026-12-03'
  },
  et: {
    täna: '2026-11-20',
    'homme kell 12': '2026-11-21 12:00',
    homseks: '2026-11-21',
    'ülehomme hommikul': '2026-11-22 09:00',
    'reedel kell 15.00': '2026-11-27 15:00',
    esmaspäevaks: '2026-11-23',
    'järgmisel kolmapäeval': '2026-11-25',
    '3 päeva pärast': '2026-11-23',
    'kahe päeva pärast': '2026-11-22',
    'nädala pärast': '2026-11-27',
    'kahe nädala pärast': '2026-12-04',
    'homme keskpäeval': '2026-11-21 12:00',
    'kuu lõpuks': '2026-11-30',
    '3. dets': '2026-12-03'
  },
  fil: {
    ngayon: '2026-11-20',
    'bukas ng tanghali': '2026-11-21 12:00',
    'bukas ng umaga': '2026-11-21 09:00',
    'sa makalawa': '2026-11-22',
    'sa Biyernes, 15:00': '2026-11-27 15:00',
    'sa Lunes alas-3 ng hapon': '2026-11-23 15:00',
    'bukas alas dos': '2026-11-21 14:00',
    'sa Linggo': '2026-11-22',
    'sa loob ng 3 araw': '2026-11-23',
    'sa loob ng dalawang linggo': '2026-12-04',
    'sa susunod na linggo': '2026-11-27',
    'sa susunod na Miyerkules': '2026-11-25',
    'katapusan ng buwan': '2026-11-30'
  }
}

describe('a due date in words', () => {
  for (const language of languages)
    test(`is understood in ${language}`, () => {
      const found = Object.fromEntries(Object.keys(said[language]).map((text) => [text, reads(language, text)]))
      expect(found).toEqual(said[language])
    })

  test('English is understood beside every language', () => {
    for (const language of languages) expect(reads(language, 'tomorrow noon'), language).toBe('2026-11-21 12:00')
  })

  test('the day of the week that it is, is the one in a week; the days before it are still to come', () => {
    expect(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => reads('en', day))).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-21',
      '2026-11-22'
    ])
    expect(reads('en', 'sunday', '2026-11-22')).toBe('2026-11-29')
    expect(reads('en', 'next monday', '2026-11-22')).toBe('2026-11-23')
    expect(reads('en', 'next sunday', '2026-11-16')).toBe('2026-11-29')
    expect(nextWeekday('2026-12-31', 4)).toBe('2027-01-01')
  })

  test('ends of months, years and Februaries', () => {
    expect(reads('en', 'in a month', '2027-01-31')).toBe('2027-02-28')
    expect(reads('en', 'in 1 month', '2028-01-31')).toBe('2028-02-29')
    expect(reads('en', 'tomorrow', '2026-12-31')).toBe('2027-01-01')
    expect(reads('en', 'end of the month', '2028-02-10')).toBe('2028-02-29')
  })

  test('what is no date is none', () => {
    for (const text of [
      'soon',
      'when it suits',
      'friday 25:00',
      'tomorrow 9:75',
      'at 3 bananas',
      'in days',
      '13 pm',
      'mondayish',
      '💥'
    ])
      expect(reads('en', text), text).toBeUndefined()
  })

  test('today is that of the zone in which it is due, and a change of summer time moves the clock, not the words', () => {
    const now = '2026-11-20T23:30:00Z'
    expect(reads('en', 'tomorrow', dayFrom(now, 'Asia/Tokyo', 0))).toBe('2026-11-22')
    expect(reads('en', 'tomorrow', dayFrom(now, 'America/Los_Angeles', 0))).toBe('2026-11-21')
    const due = (text: string, from: string, zone: string): string => {
      const found = readDay(text, 'en-GB', from, 'en')!
      return momentOn(found.day, found.time, zone)
    }
    // the Saturday before and the Sunday on which summer time ends in Athens
    expect(due('today noon', '2026-10-24', 'Europe/Athens')).toBe('2026-10-24T09:00:00Z')
    expect(due('tomorrow noon', '2026-10-24', 'Europe/Athens')).toBe('2026-10-25T10:00:00Z')
    // it begins: 03:30 is skipped
    expect(due('tomorrow 03:30', '2026-03-28', 'Europe/Athens')).toBe('2026-03-29T01:30:00Z')
    expect(due('tomorrow', '2026-03-28', 'Europe/Athens')).toBe('2026-03-29')
  })

  test('the date in the words of a promise is found, and nothing where there is none', () => {
    const found = (text: string, language: Language = 'en') => {
      const at = findWhen(text, language, today)
      return at && [at.day, at.time].filter(Boolean).join(' ')
    }
    expect(found('I will call you on Friday at noon, whatever happens.')).toBe('2026-11-27 12:00')
    expect(found('We send the parts in 3 days.')).toBe('2026-11-23')
    expect(found('Θα σας πάρω αύριο το μεσημέρι.', 'el')).toBe('2026-11-21 12:00')
    expect(found('Le llamo mañana al mediodía.', 'es')).toBe('2026-11-21 12:00')
    expect(found('Helistan teile homme kell 12.', 'et')).toBe('2026-11-21 12:00')
    expect(found('Tatawag ako bukas ng tanghali.', 'fil')).toBe('2026-11-21 12:00')
    for (const text of ['The spare parts leave soon', 'We sat down with them', 'You will hear from me'])
      expect(found(text), text).toBeNull()
  })

  test('property: a day or a moment is understood again as it is written, in every language', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(...languages), day, fc.integer({ min: 0, max: 1439 }), (language, iso, minutes) => {
        const locale = language === 'en' ? 'en-GB' : language
        const clock = new Date(minutes * 60_000).toISOString().slice(11, 16)
        expect(readDay(writtenDay(iso, locale), locale, today, language)).toEqual({ day: iso, time: null })
        expect(readDay(writtenDay(iso, locale, 'long'), locale, today, language)).toEqual({ day: iso, time: null })
        const moment = writtenMoment(`${iso}T${clock}:00Z`, locale, 'UTC' as Clock)
        expect(readDay(moment, locale, today, language), moment).toEqual({ day: iso, time: clock })
      }),
      { numRuns: 300 }
    )
  })

  test('property: it never fails, and what it names is a real day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ unit: 'grapheme', maxLength: 40 }), (language, text) => {
        const found = readWhen(text, language, today)
        if (found.day) expect(new Date(found.day).toISOString().slice(0, 10)).toBe(found.day)
        if (found.time) expect(found.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u)
      }),
      { numRuns: 300 }
    )
  })
})
