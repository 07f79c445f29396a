import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { betaQuantile, betaShare, gammaQuantile, gammaShare, lnGamma } from '../../src/shared/records/incomplete'
import { chanceHigher, chanceWithin, rateOf, rhythmOf, shareOf } from '../../src/shared/records/how-often'

// independent values: SciPy 1.17 (gammainc, betainc, gamma.ppf, beta.ppf, gammaln, nbinom, numerical integration)
describe('shares and quantiles of gamma and beta distributions', () => {
  it.each([
    [0.5, 0.1, 0.34527915398142317],
    [3.2, 1, 0.06129674183870602],
    [3.2, 9, 0.9918231128282247],
    [50, 45, 0.24680203440017026],
    [200, 230, 0.9796688566711638]
  ])('gamma %d at %d', (shape, x, share) => expect(gammaShare(shape, x)).toBeCloseTo(share, 12))

  it.each([
    [0.5, 0.5, 0.2, 0.2951672353008665],
    [3.5, 1.5, 0.9, 0.8526158035593171],
    [40.5, 2.5, 0.95, 0.5166840352601096],
    [2, 30, 0.01, 0.03838951459523544],
    [120, 80, 0.62, 0.7158196279556703]
  ])('beta %d, %d at %d', (a, b, x, share) => expect(betaShare(a, b, x)).toBeCloseTo(share, 12))

  it.each([
    [3.5, 2, 0.1, 0.708276729453836],
    [3.5, 2, 0.9, 3.004259155945133],
    [0.5, 1, 0.1, 0.00789538704671561],
    [120, 10, 0.9, 13.423537135434792]
  ])('gamma %d with rate %d, quantile %d', (shape, rate, p, x) => expect(gammaQuantile(shape, rate, p)).toBeCloseTo(x, 10))

  it.each([
    [17.5, 3.5, 0.1, 0.7250920541781595],
    [17.5, 3.5, 0.9, 0.9271106187770867],
    [0.5, 10.5, 0.9, 0.12357420632868017]
  ])('beta %d, %d, quantile %d', (a, b, p, x) => expect(betaQuantile(a, b, p)).toBeCloseTo(x, 10))

  it.each([
    [0.1, 2.252712651734206],
    [2.5, 0.2846828704729192],
    [10, 12.801827480081469],
    [171.3, 708.1149470389971],
    [5000, 37582.62631568535]
  ])('ln Γ(%d)', (x, value) => expect(lnGamma(x) / value).toBeCloseTo(1, 12))
})

describe('how often something happens to a customer', () => {
  it('is a rate between their own past and that of all, with its uncertainty', () => {
    const rate = rateOf({ count: 4, years: 1 }, { count: 6, years: 20 })
    expect(rate.mean).toBeCloseTo(1.1538461538461537, 12)
    expect(rate.low).toBeCloseTo(0.5613671598375377, 10)
    expect(rate.high).toBeCloseTo(1.8446745198582994, 10)
    expect(chanceWithin(rate, 0.25)).toBeCloseTo(0.24455427013803055, 10)
  })

  it('is compared with what it was before: 4 in this year, 2 in the three before', () => {
    const [now, before] = [rateOf({ count: 4, years: 1 }), rateOf({ count: 2, years: 3 })]
    expect(chanceHigher(now, before)).toBeCloseTo(0.9856498133035607, 10)
    expect(chanceHigher(now, before) + chanceHigher(before, now)).toBeCloseTo(1, 12)
  })

  it('needs time in which it was watched', () => expect(() => rateOf({ count: 0, years: 0 })).toThrow(RangeError))

  it('grows with what was seen, and is better known the longer one watches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.1, max: 30, noNaN: true }), (count, years) => {
        const [one, more] = [rateOf({ count, years }), rateOf({ count: count + 1, years })]
        expect(more.low).toBeGreaterThan(one.low)
        expect(one.low).toBeLessThan(one.high)
        const longer = rateOf({ count: count * 4, years: years * 4 })
        if (count > 0) expect(longer.high / longer.low).toBeLessThan(one.high / one.low)
      }),
      { numRuns: 100 }
    )
  })
})

describe('how often promises are kept', () => {
  it('is a share with an interval: 17 of 20', () => {
    const kept = shareOf(17, 20)!
    expect(kept.share).toBe(0.85)
    expect(kept.low).toBeCloseTo(0.7250920541781595, 10)
    expect(kept.high).toBeCloseTo(0.9271106187770867, 10)
  })

  it('knows nothing of none, and does not bound what never failed', () => {
    expect(shareOf(0, 0)).toBeNull()
    expect(shareOf(3, 3)!.high).toBe(1)
    expect(shareOf(0, 10)!.low).toBe(0)
    expect(shareOf(0, 10)!.high).toBeCloseTo(0.12357420632868017, 10)
  })
})

describe("a customer's own rhythm", () => {
  const day = 86_400_000
  const from = (gaps: readonly number[]) => gaps.reduce<number[]>((at, gap) => [...at, at.at(-1)! + gap * day], [1e12])

  it('is what nine of ten of their silences stay below (quantiles of type 6, as NumPy "weibull")', () => {
    expect(rhythmOf(from([3, 5, 7, 7, 8, 10, 14, 30]))).toEqual({ intervals: 8, usual: 7.5, long: 30 })
  })

  it('takes what passes within half a day as one conversation, in any order', () => {
    const at = from([7, 7, 7, 7, 7, 7])
    const answers = at.map((moment) => moment + day / 24)
    expect(rhythmOf([...answers.toReversed(), ...at])).toMatchObject({ intervals: 6, usual: 7 - 1 / 24 })
  })

  it('is none after a few words', () => expect(rhythmOf(from([7, 7, 7, 7]))).toBeNull())
})
