import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { leastDelayFirst } from '../../support/unreached'
import { a, b, given } from '../../support/vector-cases'
import vectors from '../../support/vectors.json'

describe('published and derived vectors', () => {
  beforeAll(loadFormulas)

  it.each(vectors)('$id $calc', ({ id, expected, tol }) => {
    const found = [given[id]!()].flat()
    const wanted = [expected].flat()
    expect(found).toHaveLength(wanted.length)
    found.forEach((value, index) => {
      const right = wanted[index]!
      if (typeof value === 'string' || typeof right === 'string') return expect(value).toBe(right)
      // a tolerance of zero means exact but for the representation of decimal fractions
      expect(Math.abs(value - right)).toBeLessThanOrEqual(tol + Math.abs(right) * 4 * Number.EPSILON)
    })
  })

  it('have one test each, and no test is of a vector that is none', () => {
    expect(Object.keys(given).sort()).toEqual(vectors.map(({ id }) => id).sort())
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
  })

  it('are those that were agreed, to the byte: no expected value is bent to fit the code', () => {
    const file = readFileSync(new URL('../../support/vectors.json', import.meta.url))
    expect(createHash('sha256').update(file).digest('hex')).toBe('ad355626e2dea85ab51c2e3552dc5f054780f9df49d233abae4e1492e08038e9')
  })

  it('T67: the greater cost of delay by duration goes first', () => {
    expect(leastDelayFirst([a, b]).map(({ id }) => id)).toEqual(['B', 'A'])
  })
})
