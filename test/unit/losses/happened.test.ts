import { expect, it } from 'vitest'
import { calculators } from '../../../src/shared/losses/model/all-calculators'
import { happened, happenedIn, happenedOf } from '../../../src/shared/losses/model/happened'
import { incidentKinds } from '../../../src/shared/records/incidents'

it('every calculator says what happened to them, and no other is named', () => {
  expect(Object.keys(happenedOf).sort()).toEqual(calculators.map(({ id }) => id).sort())
  expect(new Set(Object.values(happenedOf))).toEqual(new Set(happened))
})

it('what fits an incident comes first, and nothing is left out', () => {
  for (const kind of incidentKinds) {
    const { order, fit } = happenedIn(kind)
    expect([...order].sort()).toEqual([...happened].sort())
    if (kind !== 'other') expect(fit).toBeGreaterThan(0)
    expect(order.at(-1)).toBe('other')
  }
  expect(happenedIn('late-delivery').order[0]).toBe('sell')
  expect(happenedIn('billing').order[0]).toBe('owed')
})
