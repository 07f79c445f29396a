import { randomBeta, randomLcg } from 'd3-random'
import { pert } from '../../src/shared/losses/distributions'
import { randomStream } from '../../src/shared/losses/random'
import { latinHypercube } from '../../src/shared/losses/sample'

const DRAWS = 100_000
const PAIRS = 9
const ranges: [number, number, number][] = [
  [4, 6, 12], [100, 400, 2_000], [0.1, 0.35, 0.4], [10_000, 18_000, 50_000],
  [1, 1, 9], [20, 60, 60], [0, 5, 100], [3, 4, 5]
]

/** Sums of one draw of each range, ours: a quantile table for each, one draw per stratum, shuffled. */
function ours(seed: number): Float64Array {
  const sums = new Float64Array(DRAWS)
  ranges.forEach(([low, likely, high], line) => {
    const drawn = latinHypercube(pert(low, likely, high), DRAWS, randomStream(seed, `line-${line}`))
    for (let i = 0; i < DRAWS; i++) sums[i] = sums[i]! + drawn[i]!
  })
  return sums
}

/** The same sums by a plain loop over d3-random's beta. */
function plain(seed: number): Float64Array {
  const beta = randomBeta.source(randomLcg(seed / 1_000))
  const lines = ranges.map(([low, likely, high]) => {
    const range = high - low
    return { low, range, draw: beta(1 + (4 * (likely - low)) / range, 1 + (4 * (high - likely)) / range) }
  })
  const sums = new Float64Array(DRAWS)
  for (let i = 0; i < DRAWS; i++) {
    let sum = 0
    for (const line of lines) sum += line.low + line.range * line.draw()
    sums[i] = sum
  }
  return sums
}

function timed(work: () => Float64Array): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

export const name = 'sampling'

/** 100,000 draws of 8 PERT lines, summed, against a plain d3-random loop: interleaved pairs, medians, milliseconds. */
export async function run(): Promise<{ name: string; ours: number; baseline: number; ratio: number; goal: number; unit: string }[]> {
  const own: number[] = []
  const base: number[] = []
  for (let pair = 0; pair <= PAIRS; pair++) {
    const mine = timed(() => ours(pair + 1))
    const theirs = timed(() => plain(pair + 1))
    // the first pair warms both up
    if (pair === 0) continue
    own.push(mine)
    base.push(theirs)
  }
  const ratios = own.map((value, i) => value / base[i]!)
  return [{ name: '100,000 draws of 8 PERT lines', ours: median(own), baseline: median(base), ratio: median(ratios), goal: 0.3, unit: 'ms' }]
}
