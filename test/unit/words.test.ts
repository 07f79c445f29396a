import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/values/languages'
import { m } from '../../src/shared/messages/messages.js'
import { setLocale } from '../../src/shared/messages/runtime.js'
import { describe as messagesOf, type Table } from '../../src/words/describe'

const tables = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`../../src/shared/messages/words/${language}.json`, import.meta.url), 'utf8')) as Table
  ])
)
const spoken = messagesOf((locale) => tables[locale]!)
type Said = (inputs: object, options?: { locale: string }) => string
const compiled = m as unknown as Record<string, Said>
const counts = [0, 1, 2, 3, 7, 11, 21, 1.5, 1_000_000, '1', '2']

describe('the words of the built program', () => {
  afterAll(() => void setLocale('en', { reload: false }))

  it.each(languages)('say in %s what the compiler of the messages says', (locale) => {
    const table = tables[locale]!
    expect(Object.keys(table).sort()).toEqual(Object.keys(compiled).sort())
    for (const [key, text] of Object.entries(table)) {
      const blanks = [...new Set(JSON.stringify(text).match(/(?<=\{)\w+(?=\})/g) ?? [])]
      const inputs = Object.fromEntries(blanks.map((blank, i) => [blank, `<${blank} ${i} $& {x}>`]))
      if (typeof text === 'string')
        expect([key, spoken[key]!(inputs, { locale })]).toEqual([key, compiled[key]!(inputs, { locale })])
      else {
        for (const count of counts) {
          const counted = { ...inputs, [text.count]: count }
          expect([key, count, spoken[key]!(counted, { locale })]).toEqual([key, count, compiled[key]!(counted, { locale })])
        }
      }
    }
  })
  it('follow the language that is set', () => {
    for (const locale of languages) {
      setLocale(locale, { reload: false })
      expect(spoken.common_cancel!()).toBe(tables[locale]!.common_cancel)
    }
  })
  it('show the key of a sentence that is not there, and only sentences', () => {
    expect(spoken.no_such_sentence!()).toBe('no_such_sentence')
    expect(spoken[Symbol.toPrimitive as unknown as string]).toBeUndefined()
  })
})
