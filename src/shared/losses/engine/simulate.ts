import { toMinor } from '../../values/money'
import { drawLine, type DrawSettings, type LineDraws } from '../sampling/draws'
import { guardRows, type GuardLine } from './guard'
import type { Computed } from '../model/calculator'
import { histogram } from '../sampling/histogram'
import {
  lossStatuses,
  type Figure,
  type IncidentLoss,
  type LineFigure,
  type LossStatus,
  type SimulationInput
} from './incident-loss'
import { LossRefusal } from '../model/input-error'
import { m } from '../../messages/messages.js'
import { prepare, type Prepared, type PreparedLine } from '../model/prepare'
import { restsOnUnchecked } from '../presets/preset'
import { figureOf } from '../sampling/quantiles'
import { randomStream } from '../sampling/random'
import { latinHypercube } from '../sampling/sample'
import { likelyLosses, netOf, tornado } from './tornado'

export const DRAWS = 20_000
/** Separate happenings that are drawn over all lines with a frequency. */
const EVENTS = 1_000_000

/** Lines that were drawn before. One that has not changed is not drawn again: what makes recalculating while typing quick. */
export type SimulationMemo = Map<string, LineDraws>

/**
 * Simulates an incident's loss as a whole: one Latin hypercube sample of every uncertain input, each line computed in
 * each draw, and the sum of the lines ranked. Money in the result is in minor units of the incident's currency, rounded
 * once. The same input gives the same figures on every machine; the order of the lines changes nothing.
 * Errors: a LossRefusal with a code, naming line and field.
 */
export function simulateIncident(input: SimulationInput, memo?: SimulationMemo): IncidentLoss {
  const draws = input.draws ?? DRAWS
  if (!Number.isInteger(draws) || draws < 100) throw new LossRefusal([{ path: 'draws', code: 'below', limit: 100 }])
  if (draws > 1_000_000) throw new LossRefusal([{ path: 'draws', code: 'above', limit: 1_000_000 }])
  const { currency, seed } = input
  const allowNegative = input.allowNegativeNet ?? false
  const prepared = prepare(input)
  const drawn = drawAll(prepared, input, draws, memo)
  const sums = statusSums(prepared, drawn, draws)
  const { gross, net, held } = netSums(sums, draws, allowNegative)

  const likely = likelyLosses(prepared.lines)
  const figures = new Map<string, LineFigure>()
  const guarded: GuardLine[] = []
  const counts = new Map<string, [number, number]>()
  prepared.lines.forEach((one, index) => {
    const result = drawn[index]!
    const computed = one.calculator.compute({ ...one.likely })
    // parts with a unit of their own are shown beside the total and are not in it
    const parts = computed.lines
      .filter(({ unit }) => unit === undefined)
      .map(({ id, amount }) => ({ id, amount: toMinor(amount * one.factor, currency) }))
    guarded.push({ line: one.line, calculator: one.calculator, mean: result.figure.mean, parts })
    if (result.counts) counts.set(one.line.id, result.counts)
    figures.set(one.line.id, {
      id: one.line.id,
      status: one.line.status,
      ...result.figure,
      likely: toMinor(likely[index]!, currency),
      harms: [...one.calculator.harms],
      warnings: warningsOf(one, computed, result, input.locale),
      ...(restsOnUnchecked(computed) ? { unchecked: true as const } : {}),
      ...(untilOf(one) ? { until: untilOf(one)! } : {})
    })
  })
  const nothing: Figure = { p10: 0, p50: 0, p90: 0, mean: 0 }
  const figure = (sum: Float64Array | undefined): Figure => (sum ? figureOf(sum, currency) : { ...nothing })
  const byStatus = Object.fromEntries(lossStatuses.map((status) => [status, figure(sums[status])])) as Record<LossStatus, Figure>
  return {
    ...figureOf(net, currency),
    currency,
    likely: toMinor(netOf(prepared.lines, likely, allowNegative), currency),
    gross: figureOf(gross, currency),
    byLine: input.lines.map((line) => figures.get(line.id)!),
    byStatus,
    others: othersOf(prepared, drawn, draws, currency),
    histogram: histogram(net, currency),
    tornado: tornado(prepared, currency, allowNegative, counts),
    guard: guardRows(guarded),
    rates: prepared.rates,
    heldAtZero: held / draws,
    draws,
    seed
  }
}

/**
 * The net loss in each draw, in major units of the input's currency, once for each group of lines (their ids). With the
 * same seeds, draws of changed inputs stand beside each other: their differences are what the change makes.
 */
export function netDrawsOf(
  input: SimulationInput,
  draws: number,
  groups: readonly ReadonlySet<string>[],
  memo?: SimulationMemo
): Float64Array[] {
  const prepared = prepare(input)
  const drawn = drawAll(prepared, input, draws, memo)
  return groups.map((ids) => {
    const picked = prepared.lines.flatMap(({ line }, index) => (ids.has(line.id) ? [index] : []))
    const some = { ...prepared, lines: picked.map((index) => prepared.lines[index]!) }
    return netSums(
      statusSums(
        some,
        picked.map((index) => drawn[index]!),
        draws
      ),
      draws,
      input.allowNegativeNet ?? false
    ).net
  })
}

function netSums(
  sums: Partial<Record<LossStatus, Float64Array>>,
  draws: number,
  allowNegative: boolean
): { gross: Float64Array; net: Float64Array; held: number } {
  const gross = sumOf(draws, sums.estimated, sums.confirmed)
  const net = gross.slice()
  let held = 0
  for (const back of [sums.recovered, sums.compensated]) if (back) for (let i = 0; i < draws; i++) net[i] = net[i]! - back[i]!
  if (!allowNegative) {
    for (let i = 0; i < draws; i++) {
      if (net[i]! >= 0) continue
      held++
      net[i] = 0
    }
  }
  return { gross, net, held }
}

/** The draws of each status that has lines. Lines are added in the order of their ids, not as they stand. */
function statusSums(prepared: Prepared, drawn: readonly LineDraws[], draws: number): Partial<Record<LossStatus, Float64Array>> {
  const sums: Partial<Record<LossStatus, Float64Array>> = {}
  prepared.lines.forEach(({ line }, index) => {
    const sum = (sums[line.status] ??= new Float64Array(draws))
    const { amounts } = drawn[index]!
    for (let i = 0; i < draws; i++) sum[i] = sum[i]! + amounts[i]!
  })
  return sums
}

/** How many lines a chart shows one by one; a thirteenth is shown, as it needs no more room than "1 other". */
export const LARGEST = 12

function othersOf(prepared: Prepared, drawn: readonly LineDraws[], draws: number, currency: string): IncidentLoss['others'] {
  if (drawn.length <= LARGEST + 1) return null
  const places = drawn
    .map((_, index) => index)
    .sort((a, b) => drawn[b]!.figure.mean - drawn[a]!.figure.mean || a - b)
    .slice(LARGEST)
  const sum = new Float64Array(draws)
  for (const index of places) {
    const { sign } = prepared.lines[index]!
    const { amounts } = drawn[index]!
    for (let i = 0; i < draws; i++) sum[i] = sum[i]! + sign * amounts[i]!
  }
  return { ...figureOf(sum, currency), ids: places.map((index) => prepared.lines[index]!.line.id) }
}

function sumOf(draws: number, a: Float64Array | undefined, b: Float64Array | undefined): Float64Array {
  if (!a || !b) return (a ?? b)?.slice() ?? new Float64Array(draws)
  return a.map((value, i) => value + b[i]!)
}

/**
 * Takes a prepared simulation; gives what each of its lines is drawn with: its seed (its incident's own in a case), and
 * one stream for each driver, shared by all lines.
 */
export function drawSettings(
  prepared: Prepared,
  input: Pick<SimulationInput, 'seed' | 'seeds' | 'currency'>,
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
      driverDraws
    }
  }
}

function drawAll(prepared: Prepared, input: SimulationInput, draws: number, memo: SimulationMemo | undefined): LineDraws[] {
  const settingsOf = drawSettings(prepared, input, draws)
  if (!memo) return prepared.lines.map((one) => drawLine(one, settingsOf(one)))
  const keep: SimulationMemo = new Map()
  const results = prepared.lines.map((one) => {
    const settings = settingsOf(one)
    const key = memoKey(one, prepared, settings)
    const result = memo.get(key) ?? drawLine(one, settings)
    keep.set(key, result)
    return result
  })
  memo.clear()
  for (const [key, result] of keep) memo.set(key, result)
  return results
}

/** The day until which a line counts that still goes on. */
function untilOf({ open, likely, running }: PreparedLine): string | undefined {
  return open.length ? String(likely[open[0]!]) : running?.counted
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

function warningsOf(one: PreparedLine, computed: Computed, result: LineDraws, locale: string | undefined): string[] {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  const own = (computed.warnings ?? []).map((warning) => warning({}, options))
  const held = result.held.map((id) => {
    const field = one.calculator.fields.find((candidate) => candidate.id === id)!
    return m.loss_warn_held({ field: field.label({}, options) }, options)
  })
  return [...own, ...held]
}
