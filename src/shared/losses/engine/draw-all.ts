import { latinHypercube } from '../sampling/sample'
import { drawLine, type DrawSettings, type LineDraws } from '../sampling/draws'
import { randomStream } from '../sampling/random'
import type { Prepared, PreparedLine } from '../model/prepare'
import type { SimulationInput } from './incident-loss'

/** Separate happenings that are drawn over all lines with a frequency. */
const EVENTS = 1_000_000

/** Lines that were drawn before. One that has not changed is not drawn again: what makes recalculating while typing quick. */
export interface SimulationMemo {
  get(key: string): LineDraws | undefined
  set(key: string, drawn: LineDraws): unknown
}

/**
 * Takes a prepared simulation; gives what each of its lines is drawn with: its seed (its incident's own in a case), and
 * one stream for each driver, shared by all lines.
 */
export function drawSettings(
  prepared: Prepared,
  input: Pick<SimulationInput, 'seed' | 'seeds' | 'currency' | 'exact'>,
  draws: number,
  events = EVENTS
): (one: PreparedLine) => DrawSettings {
  const seedOf = (id: string): number | string => input.seeds?.get(id) ?? input.seed
  const often = new Map<number | string, number>()
  for (const { frequency, line } of prepared.lines) if (frequency) often.set(seedOf(line.id), (often.get(seedOf(line.id)) ?? 0) + 1)
  const shared = new Map<string, Float64Array>()
  const driverDraws = (id: string): Float64Array => {
    let found = shared.get(id)
    if (!found) {
      found = latinHypercube(prepared.drivers.get(id)!.distribution, draws, randomStream(seedOf(id), `driver|${id}`))
      shared.set(id, found)
    }
    return found
  }
  return ({ line }) => {
    const seed = seedOf(line.id)
    return {
      draws,
      seed,
      currency: input.currency,
      events: Math.max(draws, Math.floor(events / Math.max(1, often.get(seed) ?? 0))),
      driverDraws,
      ...(input.exact ? { exact: true } : {})
    }
  }
}

/**
 * Draws every line of a prepared simulation, or takes what the memo has of it. `samples`: the inputs' own draws, where lines
 * are computed again and again with the same ones.
 */
export function drawAll(
  prepared: Prepared,
  input: SimulationInput,
  draws: number,
  memo: SimulationMemo | undefined,
  samples?: Map<string, Float64Array>
): LineDraws[] {
  const own = drawSettings(prepared, input, draws)
  const settingsOf = (one: PreparedLine): DrawSettings => ({ ...own(one), ...(samples ? { samples } : {}) })
  if (!memo) return prepared.lines.map((one) => drawLine(one, settingsOf(one)))
  return prepared.lines.map((one) => {
    const settings = settingsOf(one)
    const key = memoKey(one, prepared, settings)
    const result = memo.get(key) ?? drawLine(one, settings)
    memo.set(key, result)
    return result
  })
}

/** Everything that a line's draws depend on. */
export function memoKey(one: PreparedLine, prepared: Prepared, settings: DrawSettings): string {
  const { line, calculator } = one
  const drivers = Object.values(line.inputs).map((value) =>
    typeof value === 'object' && value.as === 'driver' ? prepared.drivers.get(value.driverId)!.driver.quantity : 0
  )
  const factors = [one.factor, ...one.uncertain.map(({ factor }) => factor)]
  return JSON.stringify([
    settings.draws,
    settings.seed,
    settings.currency,
    settings.events,
    settings.exact,
    line.id,
    calculator.id,
    calculator.version,
    line.inputs,
    line.frequency,
    drivers,
    factors,
    one.likely,
    one.time
  ])
}
