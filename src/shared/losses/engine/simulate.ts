import { toMinor } from '../../values/money'
import type { LineDraws } from '../sampling/draws'
import { chancesOf } from './chances'
import { drawAll, type SimulationMemo } from './draw-all'
import { guardRows, rowsInEffect, type GuardLine } from './guard'
import { addTo, netOf } from './net'
import { countedOnce, onceOf, type Once } from './once'
import { conversion } from '../model/rates'
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
import { within } from '../model/likely'
import { prepare, type Prepared, type PreparedLine } from '../model/prepare'
import { restsOnUnchecked } from '../presets/preset'
import { figureOf, meanOf, ranked } from '../sampling/quantiles'
import { likelyLosses, likelyNet, tornado } from './tornado'

/** At which P10, P50 and P90 of a sum are known to about half a percent where they are uncertain by a factor of ten. */
export const DRAWS = 100_000
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
  const { currency, seed, exact } = input
  const allowNegative = input.allowNegativeNet ?? false
  const prepared = prepare(input)
  const drawn = drawAll(prepared, input, draws, memo)
  const once = onceFor(prepared, input)
  const counted = countedOnce(
    prepared.lines,
    drawn.map(({ amounts }) => amounts),
    once
  )
  const sums = statusSums(prepared, counted, draws)
  const gross = sumOf(draws, sums.estimated, sums.confirmed)
  const rules = { homes: input.homes, allowNegative }
  const { net, held } = netOf(prepared.lines, counted, draws, rules)
  const ranks = ranked(net)

  const likely = likelyLosses(prepared.lines)
  const figures = new Map<string, LineFigure>()
  const guarded: GuardLine[] = []
  const counts = new Map<string, [number, number]>()
  prepared.lines.forEach((one, index) => {
    const result = drawn[index]!
    const computed = one.calculator.compute({ ...one.likely })
    // parts with a unit of their own are shown beside the total and are not in it
    const parts = one.calculator
      .compute(highOf(one))
      .lines.filter(({ unit }) => unit === undefined)
      .map(({ id, amount }) => ({ id, amount: toMinor(amount * one.factor, currency) }))
    const { p10, p90, mean } = result.figure
    guarded.push({ line: one.line, calculator: one.calculator, mean, high: p90, certain: p10 === p90, parts })
    if (result.counts) counts.set(one.line.id, result.counts)
    figures.set(one.line.id, {
      id: one.line.id,
      status: one.line.status,
      ...result.figure,
      ...countedFigure(one.line.id, result, counted[index]!, once, input),
      likely: toMinor(likely[index]!, currency),
      harms: [...one.calculator.harms],
      warnings: warningsOf(one, computed, result, input.locale),
      ...(restsOnUnchecked(computed) ? { unchecked: true as const } : {}),
      ...(untilOf(one) ? { until: untilOf(one)! } : {})
    })
  })
  const guard = guardRows(guarded)
  const loss = figureOf(net, currency, exact, ranks)
  // of lines with one word for them, of which nothing came back, all three sums are the same draws
  const alone = held === 0 && Object.keys(sums).length === 1 && prepared.lines.every(({ sign }) => sign === 1)
  const figure = (sum: Float64Array | undefined): Figure =>
    sum ? (alone ? { ...loss } : figureOf(sum, currency, exact)) : { p10: 0, p50: 0, p90: 0, mean: 0 }
  const byStatus = Object.fromEntries(lossStatuses.map((status) => [status, figure(sums[status])])) as Record<LossStatus, Figure>
  return {
    ...loss,
    currency,
    likely: toMinor(likelyNet(prepared.lines, likely, once, rules), currency),
    gross: figure(gross),
    byLine: input.lines.map((line) => figures.get(line.id)!),
    byStatus,
    others: othersOf(prepared, figures, counted, draws, input),
    histogram: histogram(ranks, currency),
    chances: chancesOf(ranks, currency),
    tornado: tornado(prepared, currency, once, rules, counts),
    guard: guard.concat(rowsInEffect(input.answers ?? [], guard, guarded)),
    rates: prepared.rates,
    heldAtZero: held / draws,
    draws,
    seed
  }
}

/** What the answers to the guard's questions do to these lines. Error: a LossRefusal where a shared amount has no rate. */
export function onceFor({ lines }: Pick<Prepared, 'lines'>, { answers, currency, rates, lines: given }: SimulationInput): Once {
  return onceOf(
    answers ?? [],
    lines.map(({ line }) => line),
    (from) => {
      const found = conversion(from, currency, rates, given[0]?.harmOn)
      if (!found) throw new LossRefusal([{ path: 'currency', code: 'no-rate', name: `${from} → ${currency}` }])
      return found.factor
    }
  )
}

/** A line's figure as far as it counts, where something is shared; and which line contains it. */
function countedFigure(
  id: string,
  { figure }: LineDraws,
  counted: Float64Array,
  { left, shared }: Once,
  { currency, exact }: Pick<SimulationInput, 'currency' | 'exact'>
): Partial<LineFigure> {
  const whole = left.get(id)
  if (whole !== undefined) return { within: whole }
  if (!shared.some(({ from }) => from === id)) return {}
  return { ...figureOf(counted, currency, exact), shared: figure.mean - toMinor(meanOf(counted), currency) }
}

/** Every input as high as it is in 1 of 10 draws. */
function highOf({ likely, uncertain }: PreparedLine): PreparedLine['likely'] {
  const high = { ...likely }
  for (const { field, distribution, factor } of uncertain) high[field.id] = within(distribution.quantile(0.9) * factor, field)
  return high
}

/** The lines of a simulation, and what counts of each in each draw, in major units of the input's currency. */
export interface CountedDraws {
  lines: readonly PreparedLine[]
  counted: readonly Float64Array[]
}

/**
 * Takes a simulation's input; gives what counts of each line in each draw. With the same seeds, draws of changed inputs
 * stand beside each other: their differences are what the change makes. `samples`: the inputs' own draws, of lines that
 * are computed again and again with the same ones.
 */
export function countedDrawsOf(
  input: SimulationInput,
  draws: number,
  memo?: SimulationMemo,
  samples?: Map<string, Float64Array>
): CountedDraws {
  const prepared = prepare(input)
  const amounts = drawAll(prepared, input, draws, memo, samples).map((drawn) => drawn.amounts)
  return { lines: prepared.lines, counted: countedOnce(prepared.lines, amounts, onceFor(prepared, input)) }
}

/** The net loss of an incident in each draw, in major units of the input's currency. */
export function netDrawsOf(input: SimulationInput, draws: number, memo?: SimulationMemo): Float64Array {
  const { lines, counted } = countedDrawsOf(input, draws, memo)
  return netOf(lines, counted, draws, { homes: input.homes, allowNegative: input.allowNegativeNet }).net
}

/** The draws of each status that has lines. Lines are added in the order of their ids, not as they stand. */
function statusSums(
  prepared: Prepared,
  counted: readonly Float64Array[],
  draws: number
): Partial<Record<LossStatus, Float64Array>> {
  const sums: Partial<Record<LossStatus, Float64Array>> = {}
  prepared.lines.forEach(({ line }, index) => {
    addTo((sums[line.status] ??= new Float64Array(draws)), counted[index]!)
  })
  return sums
}

/** How many lines a chart shows one by one; a thirteenth is shown, as it needs no more room than "1 other". */
export const LARGEST = 12

function othersOf(
  { lines }: Prepared,
  figures: ReadonlyMap<string, LineFigure>,
  counted: readonly Float64Array[],
  draws: number,
  { currency, exact }: Pick<SimulationInput, 'currency' | 'exact'>
): IncidentLoss['others'] {
  // what left the sum is in no chart of it
  const summed = lines.flatMap(({ line }, index) => (figures.get(line.id)!.within === undefined ? [index] : []))
  if (summed.length <= LARGEST + 1) return null
  const mean = (index: number): number => figures.get(lines[index]!.line.id)!.mean
  const places = summed.sort((a, b) => mean(b) - mean(a) || a - b).slice(LARGEST)
  const sum = new Float64Array(draws)
  for (const index of places) addTo(sum, counted[index]!, lines[index]!.sign)
  return { ...figureOf(sum, currency, exact), ids: places.map((index) => lines[index]!.line.id) }
}

/** The sum of two; one by itself stays the array that it is. */
function sumOf(draws: number, a: Float64Array | undefined, b: Float64Array | undefined): Float64Array {
  if (!a || !b) return a ?? b ?? new Float64Array(draws)
  const sum = a.slice()
  addTo(sum, b)
  return sum
}

/** The day until which a line counts that still goes on. */
function untilOf({ open, likely, running }: PreparedLine): string | undefined {
  return open.length ? String(likely[open[0]!]) : running?.counted
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
