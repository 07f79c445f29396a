import { describe, expect, test } from 'vitest'
import { promiseSentences } from '../../src/shared/imports/promise-sentences'
import type { Language } from '../../src/shared/values/languages'

/** A Monday. */
const said = '2026-09-14'
const due = (text: string) => promiseSentences(text, said).map(({ language, due }) => [language, due])

describe('a sentence that promises is offered with its day', () => {
  const cases: [Language, string, string | null][] = [
    ['en', 'We will replace it by Friday.', '2026-09-18'],
    ['en', "I'll send you the report tomorrow.", '2026-09-15'],
    ['en', 'The new pump will be with you on 21 September 2026.', '2026-09-21'],
    ['en', 'We promise to credit the invoice.', null],
    ['el', 'Θα σας στείλουμε το ανταλλακτικό αύριο.', '2026-09-15'],
    ['el', 'Δεσμευόμαστε να το αντικαταστήσουμε μέχρι την Παρασκευή.', '2026-09-18'],
    ['es', 'Le enviaremos la pieza el viernes.', '2026-09-18'],
    ['es', 'Nos comprometemos a reemplazarla mañana.', '2026-09-15'],
    ['et', 'Saadame uue pumba reedel.', '2026-09-18'],
    ['et', 'Lubame selle homme parandada.', '2026-09-15'],
    ['fil', 'Ipapadala namin ang kapalit bukas.', '2026-09-15'],
    ['fil', 'Nangangako kaming aayusin ito.', null]
  ]
  test.each(cases)('%s: %s', (language, text, day) => {
    expect(due(text)).toEqual([[language, day]])
  })

  test.each([
    'Will you replace it by Friday?',
    'We will not replace it.',
    'I hope that we would manage it.',
    'The second pump arrived cracked.',
    'Δεν θα το αντικαταστήσουμε.',
    'No le enviaremos nada.',
    'Ei saa lubada, et see jõuab homme.',
    'Hindi namin ipapadala ang kapalit.'
  ])('%s promises nothing', (text) => {
    expect(due(text)).toEqual([])
  })

  test('stands in its place among other sentences, also where one goes over a number', () => {
    const text = 'Hello Anna,\n\nthe pump no. 4 came cracked. We will bring the new one on Friday. Sorry again.\nMira'
    const [found, ...more] = promiseSentences(text, said)
    expect(more).toEqual([])
    expect(text.slice(found!.from, found!.to)).toBe('We will bring the new one on Friday.')
    expect(found).toMatchObject({ words: 'We will bring the new one on Friday.', due: '2026-09-18' })
  })

  test('is found in no time in a text that was made to take some', () => {
    const began = performance.now()
    promiseSentences('we will '.repeat(20_000), said)
    promiseSentences('θα '.repeat(20_000), said)
    promiseSentences('. A'.repeat(20_000), said)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
