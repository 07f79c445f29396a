// What closed cases teach of the calculators that were used in them.
import { describe, expect, it } from 'vitest'
import { calculatorsHeld } from '../../src/shared/records/followed'

const close = (value: number) => expect.closeTo(value, 9) as number

describe('which calculators run high', () => {
  it('tells those that say too much first, and those that fit as fitting', () => {
    const held = calculatorsHeld([
      { by: { outage: 100 }, said: 1_000, came: 500 },
      { by: { 'late-delivery': 100 }, said: 1_000, came: 1_100 },
      { by: { defect: 100 }, said: 1_000, came: 4_000 }
    ])
    expect(held).toEqual([
      { calculator: 'outage', counted: 1, ratio: close(0.5), runs: 'high' },
      { calculator: 'late-delivery', counted: 1, ratio: close(1.1), runs: 'fits' },
      { calculator: 'defect', counted: 1, ratio: close(4), runs: 'low' }
    ])
  })

  it('counts a case for each calculator by its share of the loss', () => {
    const [small, large] = calculatorsHeld([
      { by: { a: 90, b: 10 }, said: 1_000, came: 500 },
      { by: { a: 10, b: 90 }, said: 1_000, came: 2_000 }
    ])
    expect(small).toMatchObject({ calculator: 'a', counted: 2, ratio: close(2 ** -0.8), runs: 'high' })
    expect(large).toMatchObject({ calculator: 'b', counted: 2, ratio: close(2 ** 0.8), runs: 'low' })
  })

  it('lets twice too much and half of it even out, and learns nothing where nothing was said', () => {
    const twice = [
      { by: { a: 1 }, said: 1_000, came: 2_000 },
      { by: { a: 1 }, said: 1_000, came: 500 }
    ]
    expect(calculatorsHeld(twice)).toEqual([{ calculator: 'a', counted: 2, ratio: close(1), runs: 'fits' }])
    expect(
      calculatorsHeld([
        { by: { a: 1 }, said: 0, came: 5 },
        { by: {}, said: 10, came: 5 }
      ])
    ).toEqual([])
    expect(calculatorsHeld([{ by: { a: 1 }, said: 1_000, came: 0 }])[0]!.ratio).toBeGreaterThan(0)
  })
})
