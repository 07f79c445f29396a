import { toMinor } from '../money'
import { drawLine, type DrawSettings, type LineDraws } from './draws'
import { guardRows, type GuardLine } from './guard'
import type { Computed } from './calculator'
import { histogram } from './histogram'
import { lossStatuses, type Figure, type IncidentLoss, type LineFigure, type LossStatus, type SimulationInput } from './incident-loss'
import { LossRefusal } from './input-error'
import { m } from '../messages/messages.js'
import { prepare, type Prepared, type PreparedLine } from './prepare'
import { figureOf } from './quantiles'
import { randomStream } from './random'
import { latinHypercube } from './sample'
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

  const sums = Object.fromEntries(lossStatuses.map((status) => [status, new Float64Array(draws)])) as Record<LossStatus, Float64Array>
  prepared.lines.forEach(({ line }, index) => {
    const sum = sums[line.status]
    const { amounts } = drawn[index]!
    for (let i = 0; i < draws; i++) sum[i] = sum[i]! + amounts[i]!
  })
  const gross = new Float64Array(draws)
  const net = new Float64Array(draws)
  let held = 0
  for (let i = 0; i < draws; i++) {
    const lost = sums.estimated[i]! + sums.confirmed[i]!
    const left = lost - sums.recovered[i]! - sums.compensated[i]!
    gross[i] = lost
    if (left < 0 && !allowNegative) held++
    net[i] = allowNegative || left > 0 ? left : 0
  }

  const likely = likelyLosses(prepared.lines)
  const figures = new Map<string, LineFigure>()
  const guarded: GuardLine[] = []
  const counts = new Map<string, [number, number]>()
  prepared.lines.forEach((one, index) => {
    const result = drawn[index]!
    const computed = one.calculator.compute({ ...one.likely })
    const parts = computed.lines.filter((part) => part.unit === undefined).map((part) => toMinor(part.amount * one.factor, currency))
    guarded.push({ line: one.line, calculator: one.calculator, mean: result.figure.mean, parts })
    if (result.counts) counts.set(one.line.id, result.counts)
    figures.set(one.line.id, {
      id: one.line.id,
      status: one.line.status,
      ...result.figure,
      likely: toMinor(likely[index]!, currency),
      harms: [...one.calculator.harms],
      warnings: warningsOf(one, computed, result, input.locale)
    })
  })
  const byStatus = Object.fromEntries(lossStatuses.map((status) => [status, figureOf(sums[status], currency)])) as Record<LossStatus, Figure>
  return {
    ...figureOf(net, currency),
    currency,
    likely: toMinor(netOf(prepared.lines, likely, allowNegative), currency),
    gross: figureOf(gross, currency),
    byLine: input.lines.map((line) => figures.get(line.id)!),
    byStatus,
    histogram: histogram(net, currency),
    tornado: tornado(prepared, currency, allowNegative, counts),
    guard: guardRows(guarded),
    rates: prepared.rates,
    heldAtZero: held / draws,
    draws,
    seed
  }
}

function drawAll(prepared: Prepared, input: SimulationInput, draws: number, memo: SimulationMemo | undefined): LineDraws[] {
  const often = prepared.lines.filter((one) => one.frequency).length
  const shared = new Map<string, Float64Array>()
  const settings: DrawSettings = {
    draws,
    seed: input.seed,
    currency: input.currency,
    events: Math.max(draws, Math.floor(EVENTS / Math.max(1, often))),
    driverDraws(id) {
      let found = shared.get(id)
      if (!found) {
        found = latinHypercube(prepared.drivers.get(id)!.distribution, draws, randomStream(input.seed, `driver|${id}`))
        shared.set(id, found)
      }
      return found
    }
  }
  if (!memo) return prepared.lines.map((one) => drawLine(one, settings))
  const keep: SimulationMemo = new Map()
  const results = prepared.lines.map((one) => {
    const key = memoKey(one, prepared, settings)
    const result = memo.get(key) ?? drawLine(one, settings)
    keep.set(key, result)
    return result
  })
  memo.clear()
  for (const [key, result] of keep) memo.set(key, result)
  return results
}

/** Everything that a line's draws depend on. */
function memoKey(one: PreparedLine, prepared: Prepared, settings: DrawSettings): string {
  const { line, calculator } = one
  const drivers = Object.values(line.inputs).map((value) =>
    typeof value === 'object' && value.as === 'driver' ? prepared.drivers.get(value.driverId)!.driver.quantity : 0
  )
  const factors = [one.factor, ...one.uncertain.map(({ factor }) => factor)]
  return JSON.stringify([
    settings.draws, settings.seed, settings.currency, settings.events, line.id, calculator.id, calculator.version, line.inputs,
    line.frequency, drivers, factors, one.likely
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
