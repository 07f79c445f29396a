import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callProblem, mayTellTime } from '../../../scripts/lint/clock.mjs'
import { root } from '../../../scripts/setup/places.mjs'

describe('one clock', () => {
  it.each([
    ['toLocaleString', []],
    ['toLocaleTimeString', ['el']],
    ['toDateString', []],
    ['getHours', []],
    ['getTimezoneOffset', []],
    ['toZonedDateTimeISO', ['Europe/Athens']],
    ['slice', [0, 10]],
    ['slice', [0, 16]],
    ['slice', [11, 16]],
    ['substring', [0, 10]]
  ])('refuses %s(%j)', (name, args) => {
    expect(callProblem(name, args)).toBeTypeOf('string')
  })

  it.each([
    ['toLocaleUpperCase', []],
    ['getUTCFullYear', []],
    ['slice', [0, 7]],
    ['slice', [10]],
    ['map', [0, 10]]
  ])('lets %s(%j) be', (name, args) => {
    expect(callProblem(name, args)).toBeUndefined()
  })

  it('lets time be told in its own places alone', () => {
    const may = (file: string) => mayTellTime(join(root, file))
    expect(may('src/shared/values/format.ts')).toBe(true)
    expect(may('test/unit/written.test.ts')).toBe(true)
    expect(may('src/renderer/features/desk/Desk.svelte')).toBe(false)
    expect(may('src/shared/brief/promised.ts')).toBe(false)
  })
})
