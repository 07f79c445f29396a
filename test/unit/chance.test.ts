import { expect, it } from 'vitest'
import { chanceText } from '../../src/shared/values/chance'

it('says no chance is none, and none is certain', () => {
  const write = (share: number): string => `${Math.round(share * 100)} %`
  expect([0, 0.004, 0.01, 0.347, 0.99, 0.996, 1].map((share) => chanceText(share, write))).toEqual([
    '< 1 %',
    '< 1 %',
    '1 %',
    '35 %',
    '99 %',
    '> 99 %',
    '> 99 %'
  ])
})
