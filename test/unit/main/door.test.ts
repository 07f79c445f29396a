import { describe, expect, it } from 'vitest'
import { isBrief, isPage, ownUrl } from '../../../src/main/origin'
import { isPlain } from '../../../src/main/plain'
import { hostileAddresses, seeded, wildValue } from '../../e2e/support/hostile'

describe('our own addresses', () => {
  it('are those of the app and of no other host', () => {
    expect(ownUrl('redress-app://app/index.html')?.pathname).toBe('/index.html')
    expect(isPage('redress-app://app/index.html#/customers/1')).toBe(true)
    expect(isBrief('redress-app://app/brief/14137096.html?language=el')).toBe(true)
  })
  it.each(hostileAddresses)('are not %s', (address) => {
    expect([isPage(address), isBrief(address)]).toEqual([false, false])
  })
})

describe('what a page may send', () => {
  it('is plain data', () => {
    expect([null, undefined, 1, 'x', true, [], {}, { a: [{ b: null }] }, Object.create(null) as object].every(isPlain)).toBe(true)
    const random = seeded(7)
    for (let round = 0; round < 200; round++) expect(isPlain(wildValue(random, 0))).toBe(true)
  })
  it('is nothing with a life of its own', () => {
    for (const value of [
      new Map(),
      new Set(),
      new Date(),
      /x/,
      new Uint8Array(3),
      1n,
      () => 1,
      Symbol('x'),
      new Error('x'),
      Promise.resolve()
    ]) {
      expect(isPlain(value)).toBe(false)
      expect(isPlain({ deep: [value] })).toBe(false)
    }
  })
  it('has an end', () => {
    const ring: Record<string, unknown> = {}
    ring.ring = ring
    let nested: unknown = 1
    for (let depth = 0; depth < 200_000; depth++) nested = [nested]
    expect(
      [ring, nested, Array.from({ length: 300_000 }), 'x'.repeat(8_000_001), { ['k'.repeat(8_000_001)]: 1 }].map(isPlain)
    ).toEqual([false, false, false, false, false])
  })
})
