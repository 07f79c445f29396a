import { expect, it } from 'vitest'
import { maybeText, text } from '../../src/shared/values/fields'
import { invalid } from '../../src/shared/values/errors'

const unseen = [
  '',
  ' ',
  '\u200b',
  '\u200d\u2060\ufeff',
  '\u00ad',
  '\u2800',
  '\u3164',
  '\u202e\u202c',
  '\u0000',
  '\ufe0f',
  '\u115f \u1160'
]

it.each(unseen)('a name of nothing that is seen is missing (%j)', (name) => {
  const given = text(100).safeParse(name)
  expect(given.success).toBe(false)
  expect(Object.values(invalid(given.error!).fields!)).toEqual(['This is needed.'])
  expect(maybeText(100).parse(name)).toBeNull()
})

it.each(['Ω', 'नमस्ते', '👩‍👩‍👧', 'O\u200bK', '…', '日本', '\u05d0'])('what is seen stays as it was written (%j)', (name) => {
  expect(text(100).parse(name)).toBe(name)
  expect(maybeText(100).parse(name)).toBe(name)
})
