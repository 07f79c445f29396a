import { Linter } from 'eslint'
import regexp from 'eslint-plugin-regexp'
import { describe, expect, it, vi } from 'vitest'
import { languages } from '../../src/shared/values/languages'
import { withoutEnd, withoutEnds } from '../../src/shared/values/ends'
import { fileName } from '../../src/shared/values/file-name'
import { instantAt } from '../../src/shared/values/zones'
import { findWhen } from '../../src/shared/values/when'
import { wordKey } from '../../src/shared/imports/words'
import { wordOf } from '../../src/shared/imports/words-seen'
import { readNumber } from '../../src/renderer/ui/numberText'
import config from '../../eslint.config.js'

/** The rules as the project's own check has them. */
const rules = Object.fromEntries(
  config
    .flatMap(({ rules = {} }: { rules?: object }) => Object.entries(rules))
    .filter(([name]: [string, unknown]) => name.startsWith('regexp/'))
) as Linter.RulesRecord

const troubles = (expression: RegExp | string) =>
  new Linter()
    .verify(`export const it = ${expression}`, { plugins: { regexp: regexp as never }, rules })
    .map(({ ruleId }) => ruleId)

describe('an expression that takes more than the length of its text', () => {
  it('is found by the check, whether it takes the square or never ends', () => {
    expect(Object.keys(rules)).toHaveLength(2)
    for (const bad of ['/^(a+)+$/', '/\\s+$/', '/^\\d*\\.?\\d*x$/', '/[^/]*\\.redress/', '/a.*b.*c/s'])
      expect(troubles(bad), bad).not.toEqual([])
    for (const good of ['/^\\s+/', '/[0-9]{1,30}$/', '/a|b/', '/^[^,]*,[^,]*$/']) expect(troubles(good), good).toEqual([])
  })

  it('is none of those that are made of words of the five languages', async () => {
    // they are made once: not by another test before
    vi.resetModules()
    const { readWhen } = await import('../../src/shared/values/when')
    const made: RegExp[] = []
    const Own = RegExp
    globalThis.RegExp = new Proxy(Own, {
      construct(target, args: [string, string]) {
        const one = new target(...args)
        made.push(one)
        return one
      }
    })
    try {
      for (const language of languages) readWhen('friday', language, '2026-11-30')
    } finally {
      globalThis.RegExp = Own
    }
    expect(made.length).toBeGreaterThan(100)
    for (const expression of made) expect(troubles(expression), String(expression)).toEqual([])
  })

  it.each<[string, (text: string) => unknown]>([
    ['names of files', fileName],
    ['words of a column', wordKey],
    ['addresses', (text) => wordOf(`a@b${text}c`)],
    ['numbers', (text) => readNumber(text, 'en')],
    ['dates in a sentence', (text) => findWhen(text.slice(0, 10_000), 'en', '2026-11-30')],
    ['ends', (text) => withoutEnds(text, /[\s.]/)]
  ])('stands behind none of %s: 80,000 signs take no time', (_, read) => {
    const began = performance.now()
    for (const sign of [' ', '.', '.,', '0', '1 ', '">', '-', '\u00a0', '/', 'a']) read(`x${sign.repeat(80_000 / sign.length)}x`)
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})

describe('the ends of a text', () => {
  it('lose what is named and nothing else, pairs of surrogates whole', () => {
    expect(withoutEnd('a.b.:!', /[.:!]/)).toBe('a.b')
    expect(withoutEnds(' . a. b\u{e0020}\u200b ', /[\p{Cf}\s.]/u)).toBe('a. b')
    expect(withoutEnds('😀', /[\p{Cf}\s]/u)).toBe('😀')
    expect(withoutEnds('...', /[.]/)).toBe('')
    expect(
      ['2026-01-02T03:04:05.120Z', '2026-01-02T03:04:00.000Z', '2026-01-02T03:04:05.500Z'].map((at) => instantAt(Date.parse(at)))
    ).toEqual(['2026-01-02T03:04:05.12Z', '2026-01-02T03:04:00Z', '2026-01-02T03:04:05.5Z'])
  })
})
