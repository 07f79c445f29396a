// The product's quantiles against a second simulation that shares nothing with it: samplers, lines and sums are written anew here.
import { describe, expect, it } from 'vitest'
import { incidentEnd } from '../../../src/shared/losses/engine/horizon'
import { netDrawsOf } from '../../../src/shared/losses/engine/simulate'
import { quantilesWithError } from '../../../src/shared/losses/sampling/quantiles'
import { calculatorById } from '../../../src/shared/losses/model/all-calculators'
import type { DriverInput, LossLineInput, SimulationInput } from '../../../src/shared/losses/engine/incident-loss'
import type { EndOfHarm } from '../../../src/shared/losses/model/harm'
import { driver, exact, line as base, odds, range } from './test-calculators'

/** A million in `npm run endurance`. */
const DRAWS = Number(process.env.REDRESS_INDEPENDENT_DRAWS ?? 60_000)

// ----- samplers of its own: xoshiro128**, Box and Muller, Marsaglia and Tsang, Knuth -----
const state = Uint32Array.of(0x12345678, 0x90abcdef, 0xfedcba09, 0x87654321)
function uniform(): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number]
  const five = Math.imul(b, 5)
  const bits = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
  const [x, y] = [c ^ a, d ^ b]
  state[0] = a ^ y
  state[1] = b ^ x
  state[2] = x ^ (b << 9)
  state[3] = (y << 11) | (y >>> 21)
  return (bits + 0.5) / 4294967296
}
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
function gamma(shape: number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
const pert = (low: number, likely: number, high: number): number => {
  const a = gamma(1 + (4 * (likely - low)) / (high - low))
  return low + ((high - low) * a) / (a + gamma(1 + (4 * (high - likely)) / (high - low)))
}
const lognormal = (p5: number, p95: number): number => {
  const [a, b] = [Math.log(p5), Math.log(p95)]
  return Math.exp((a + b) / 2 + ((b - a) / 2 / 1.6448536269514722) * normal())
}
function poisson(mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = uniform(); product > limit; product *= uniform()) count++
  return count
}
const often = (mean: number, one: () => number): number => {
  let sum = 0
  for (let left = poisson(mean); left > 0; left--) sum += one()
  return sum
}

// ----- thirteen incidents, each told to the product and written out here -----
const line = (id: string, inputs: LossLineInput['inputs'], more: Partial<LossLineInput> = {}): LossLineInput =>
  base(id, inputs, { calculator: 'plain-amount', until: '2026-03-10', ...more })
// money in the incident's currency, as the workspace gives it: a line in dollars takes it at the rate
const days = (low: number, likely: number, high: number) => ({
  id: 'd',
  name: 'D',
  unit: 'money',
  currency: 'EUR',
  quantity: { as: 'range' as const, low, likely, high }
})
const harm: EndOfHarm & { as: 'range' } = { as: 'range', earliest: '2026-03-15', likely: '2026-03-20', latest: '2026-04-20' }
/** In how many days from 10 March the harm ends. */
const ends = (): number => Math.round(pert(5, 10, 41))
const clause = {
  price: exact(400_000),
  ratePerPeriod: exact(0.005),
  period: 'week',
  counting: 'part',
  graceDays: exact(2),
  capShare: exact(0.05)
}
const damages = (late: number): number => Math.min(20_000, Math.ceil(Math.max(0, late - 2) / 7 - 1e-9) * 2_000)
const rates = [{ from: 'USD', to: 'EUR', rate: 0.9, on: '2026-03-01', source: 'ECB' }]
const perDay = { per: 'day', from: '2026-03-01' } as const

interface Told {
  lines: LossLineInput[]
  drivers?: DriverInput[]
  end?: EndOfHarm
  once: () => number
}
const told: Record<string, Told> = {
  'one range': { lines: [line('a', { amount: range(4_000, 6_000, 12_000) })], once: () => pert(4_000, 6_000, 12_000) },
  'two kinds of range': {
    lines: [line('a', { amount: range(1_000, 2_000, 9_000) }), line('b', { amount: odds(500, 20_000) })],
    once: () => pert(1_000, 2_000, 9_000) + lognormal(500, 20_000)
  },
  'what came back, held at zero': {
    lines: [line('a', { amount: odds(1_000, 9_000) }), line('b', { amount: range(500, 3_000, 6_000) }, { status: 'recovered' })],
    once: () => Math.max(0, lognormal(1_000, 9_000) - pert(500, 3_000, 6_000))
  },
  'a shared quantity': {
    lines: ['a', 'b', 'c'].map((id) => line(id, { amount: driver('d') })),
    drivers: [days(1_000, 4_000, 9_000)],
    once: () => 3 * pert(1_000, 4_000, 9_000)
  },
  'a shared quantity and one of its own': {
    lines: [line('a', { amount: driver('d') }), line('b', { amount: range(2_000, 2_500, 8_000) })],
    drivers: [days(1_000, 4_000, 9_000)],
    once: () => pert(1_000, 4_000, 9_000) + pert(2_000, 2_500, 8_000)
  },
  'a frequency': {
    lines: [line('a', { amount: range(100, 400, 2_000) }, { frequency: { as: 'exact', value: 7 } })],
    once: () => often(7, () => pert(100, 400, 2_000))
  },
  'an uncertain frequency': {
    lines: [line('a', { amount: odds(100, 900) }, { frequency: { as: 'range', low: 3, likely: 5, high: 12 } })],
    once: () => often(pert(3, 5, 12), () => lognormal(100, 900))
  },
  'two currencies': {
    lines: [line('a', { amount: range(1_000, 3_000, 4_000) }), line('b', { amount: odds(1_000, 5_000) }, { currency: 'USD' })],
    once: () => pert(1_000, 3_000, 4_000) + 0.9 * lognormal(1_000, 5_000)
  },
  'a clause with grace and a cap': {
    lines: [
      line('a', { ...clause, daysLate: range(3, 30, 120) }, { calculator: 'liquidated-damages' }),
      line('b', { amount: range(500, 900, 4_000) })
    ],
    once: () => damages(pert(3, 30, 120)) + pert(500, 900, 4_000)
  },
  'growing until an uncertain end': {
    lines: [line('a', { amount: range(200, 300, 700) }, { runs: perDay })],
    end: harm,
    once: () => pert(200, 300, 700) * (10 + ends())
  },
  'growing to a maximum, beside a line that stays': {
    lines: [
      line('a', { amount: range(200, 300, 700) }, { runs: { ...perDay, most: 8_000 } }),
      line('b', { amount: odds(500, 5_000) })
    ],
    end: harm,
    once: () => Math.min(8_000, pert(200, 300, 700) * (10 + ends())) + lognormal(500, 5_000)
  },
  'in part due to something else': {
    lines: [line('a', { amount: range(1_000, 2_000, 9_000) }, { caused: 'c' }), line('b', { amount: odds(500, 5_000) })],
    drivers: [{ id: 'c', name: 'C', unit: 'share', quantity: { as: 'range', low: 0.3, likely: 0.6, high: 0.9 } }],
    once: () => pert(1_000, 2_000, 9_000) * pert(0.3, 0.6, 0.9) + lognormal(500, 5_000)
  },
  'all of it': {
    lines: [
      line('a', { amount: driver('d') }, { runs: perDay }),
      line('b', { amount: driver('d') }, { currency: 'USD' }),
      line('c', { amount: odds(100, 900) }, { frequency: { as: 'exact', value: 4 } }),
      line('e', { amount: range(500, 1_000, 3_000) }, { status: 'compensated' })
    ],
    drivers: [days(100, 400, 900)],
    end: harm,
    once: () => {
      // money of a shared quantity is in the incident's currency: turned into dollars and back it is the same
      const each = pert(100, 400, 900)
      return Math.max(0, each * (10 + ends()) + each + often(4, () => lognormal(100, 900)) - pert(500, 1_000, 3_000))
    }
  }
}

describe('thirteen incidents, simulated twice', () => {
  it.each(Object.entries(told))('%s', { timeout: 600_000 }, (_, { lines, drivers = [], end, once }) => {
    const currency = 'EUR'
    const now: SimulationInput = { lines, drivers, currency, rates, seed: 11, calculators: calculatorById }
    const input = end ? incidentEnd(now, [], '2026-03-10', end).end!.input : now
    const ours = quantilesWithError(netDrawsOf(input, 100_000), [0.1, 0.5, 0.9])
    const theirs = quantilesWithError(
      new Float64Array(DRAWS).map(() => once()),
      [0.1, 0.5, 0.9]
    )
    ours.forEach(({ value, error }, at) => {
      const apart = Math.hypot(error, theirs[at]!.error)
      expect(Math.abs(value - theirs[at]!.value)).toBeLessThanOrEqual(3 * apart)
    })
  })
})
