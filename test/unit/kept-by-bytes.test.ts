import { expect, it } from 'vitest'
import { keptByBytes } from '../../src/workspace/kept-by-bytes'

it('keeps as much as fits and lets go of what was used longest ago', () => {
  const kept = keptByBytes<Float64Array>(80, (values) => values.byteLength)
  for (const key of ['a', 'b', 'c', 'd', 'e']) kept.set(key, new Float64Array(2))
  expect(kept.size).toBe(5)
  kept.get('a')
  kept.set('f', new Float64Array(2))
  expect([kept.get('a') !== undefined, kept.get('b')]).toEqual([true, undefined])
  kept.set('f', new Float64Array(6))
  expect(kept.size).toBe(3)
  // one that is larger than the room is kept until the next: it was asked for
  kept.set('large', new Float64Array(60))
  expect([kept.size, kept.get('large')?.length]).toEqual([1, 60])
})
