import { randomBeta, randomLcg } from 'd3-random'
import { pert } from '../../src/shared/losses/sampling/distributions'
import { randomStream } from '../../src/shared/losses/sampling/random'
import { calculatorById } from '../../src/shared/losses/model/all-calculators'
import type { LossLineInput, SimulationInput } from '../../src/shared/losses/engine/incident-loss'
import { latinHypercube } from '../../src/shared/losses/sampling/sample'
import { simulateIncident } from '../../src/shared/losses/engine/simulate'
import type { SimulationMemo } from '../../src/shared/losses/engine/draw-all'

const DRAWS = 100_000
const PAIRS = 9
const ranges: [number, number, number][] = [
  [4, 6, 12],
  [100, 400, 2_000],
  [0.1, 0.35, 0.4],
  [10_000, 18_000, 50_000],
  [1, 1, 9],
  [20, 60, 60],
  [0, 5, 100],
  [3, 4, 5]
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

/** An incident of 20 lines of five kinds, two uncertain inputs or more in each. */
function twentyLines(): SimulationInput {
  const kinds = ['late-delivery', 'idle-labour', 'expedite', 'liquidated-damages', 'lost-sales']
  const lines = Array.from({ length: 20 }, (_, i): LossLineInput => {
    const calculator = calculatorById(kinds[i % kinds.length]!)!
    const inputs = { ...calculator.examples[0]!.inputs }
    for (const field of calculator.fields) {
      const given = inputs[field.id]
      if (field.kind !== 'quantity' || typeof given !== 'object' || given.as !== 'exact' || given.value === 0) continue
      const [low, high] = [given.value * 0.8, Math.min(field.max, given.value * 1.3)]
      if (high > given.value) inputs[field.id] = { as: 'range', low, likely: given.value, high }
    }
    return { id: `line-${i}`, title: `Line ${i}`, calculator: calculator.id, inputs, currency: 'EUR', status: 'estimated' }
  })
  return { lines, drivers: [], currency: 'EUR', rates: [], seed: 1, calculators: calculatorById }
}

/** The 95th percentile of 60 edits, each of one number in one line, as the app recalculates while someone types. */
function editing(): number {
  const memo: SimulationMemo = new Map()
  let input = twentyLines()
  simulateIncident(input, memo)
  const times = Array.from({ length: 60 }, (_, edit) => {
    const at = edit % 20
    const lines = input.lines.map((line, i) => {
      if (i !== at) return line
      const [field, given] = Object.entries(line.inputs).find(([, value]) => typeof value === 'object' && value.as === 'range')!
      const edited = { ...(given as object), shape: edit % 2 ? 'pert' : 'triangular' } as typeof given
      return { ...line, inputs: { ...line.inputs, [field]: edited } }
    })
    input = { ...input, lines }
    const start = performance.now()
    simulateIncident(input, memo)
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
}

export const name = 'sampling'

interface Row {
  name: string
  ours: number
  baseline: number
  ratio: number
  goal: number
  unit: string
}

/**
 * 100,000 draws of 8 PERT lines, summed, against a plain d3-random loop: interleaved pairs, medians, milliseconds.
 * And an edit among 20 lines through the whole engine, against the 100 ms within which it is to be on the screen.
 */
export async function run(): Promise<Row[]> {
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
  const edit = editing()
  return [
    {
      name: '100,000 draws of 8 PERT lines, d3-random',
      ours: median(own),
      baseline: median(base),
      ratio: median(ratios),
      goal: 0.3,
      unit: 'ms'
    },
    { name: 'one edit among 20 lines, engine only, p95', ours: edit, baseline: 100, ratio: edit / 100, goal: 1, unit: 'ms' }
  ]
}
