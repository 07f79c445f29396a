import { describe, expect, it } from 'vitest'
import { exactly, pert } from '../../../src/shared/losses/sampling/distributions'
import { poissonCounts, poissonQuantile } from '../../../src/shared/losses/sampling/poisson'

const moments = (values: Float64Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

describe('Poisson counts', () => {
  // SciPy 1.17 poisson.ppf
  it.each([
    [0.1, 0.5, 0],
    [0.1, 0.95, 1],
    [3, 0.1, 1],
    [3, 0.9, 5],
    [9, 0.1, 5],
    [9, 0.9, 13],
    [400, 0.1, 374],
    [400, 0.9, 426],
    [800, 0.9, 836],
    [800, 0.1, 764]
  ])('mean %s at %s is %s', (mean, u, expected) => expect(poissonQuantile(mean, u)).toBe(expected))
  it.each([0.1, 1, 9, 300, 900])('around %s have that mean and variance', (mean) => {
    const got = moments(poissonCounts(exactly(mean), 20_000, 1, 'x'))
    expect(Math.abs(got.mean / mean - 1)).toBeLessThan(0.005)
    expect(Math.abs(got.variance / mean - 1)).toBeLessThan(0.02)
  })
  it('around an uncertain mean vary by both', () => {
    const mean = pert(3, 5, 12)
    const got = moments(poissonCounts(mean, 20_000, 1, 'x'))
    expect(Math.abs(got.mean / mean.mean - 1)).toBeLessThan(0.01)
    expect(Math.abs(got.variance / (mean.mean + mean.sd ** 2) - 1)).toBeLessThan(0.03)
  })
  it('around zero never happen', () => {
    expect(moments(poissonCounts(exactly(0), 100, 1, 'x'))).toEqual({ mean: 0, variance: 0 })
  })
})
