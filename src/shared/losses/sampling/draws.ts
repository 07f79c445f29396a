import { minorDigits } from '../../values/money'
import { LossRefusal } from '../model/input-error'
import { poissonCounts } from './poisson'
import { within } from '../model/likely'
import { lossOnce, type PreparedLine, type Uncertain } from '../model/prepare'
import { figureOf, quantiles } from './quantiles'
import { randomStream } from './random'
import { latinHypercube } from './sample'
import { scaleUp } from '../model/scale-up'
import type { Draw } from '../model/calculator'
import type { Figure } from '../engine/incident-loss'

/** One line over all draws, in major units of the incident's currency. */
export interface LineDraws {
  amounts: Float64Array
  readonly figure: Figure
  /** P10 and P90 of how often it happened. */
  counts?: [number, number] | undefined
  /** Fields whose draws had to be held within their bounds in more than 1 % of cases. */
  held: string[]
}

export interface DrawSettings {
  draws: number
  seed: number | string
  currency: string
  /** How many separate happenings of one line are drawn at most. */
  events: number
  driverDraws(id: string): Float64Array
  /** The line's figure as it is drawn, not rounded. */
  exact?: boolean
  /** Keeps the draws of inputs, for lines that are computed again with the same ones. */
  samples?: Map<string, Float64Array>
}

/** Values of a line's own inputs at which draws are told apart, where several quantities are shared. */
const SCORED = 8

/** Takes a prepared line, gives its loss in each draw. Throws a LossRefusal when it is not a number or does not fit. */
export function drawLine(prepared: PreparedLine, settings: DrawSettings): LineDraws {
  const { line, frequency } = prepared
  const counts = frequency && poissonCounts(frequency, settings.draws, settings.seed, `${line.id}|frequency`)
  const held: string[] = []
  const amounts = counts ? drawOften(prepared, counts, settings, held) : drawOnce(prepared, settings, held)
  const limit = 9e15 / 10 ** minorDigits(settings.currency)
  const fits = (amount: number): void => {
    if (amount >= -limit && amount <= limit) return
    // what the advocate wrote is at fault where they wrote it
    const path = typeof line.inputs['formula'] === 'string' ? 'inputs.formula' : 'inputs'
    throw new LossRefusal([{ path, code: Number.isNaN(amount) ? 'not-finite' : 'too-large' }], line.id, line.title)
  }
  for (let i = 0; i < amounts.length; i++) if (!(Math.abs(amounts[i]!) <= limit)) fits(amounts[i]!)
  fits(lossOnce(prepared, { ...prepared.likely }))
  return new Drawn(amounts, held, counts && (quantiles(counts, [0.1, 0.9]) as [number, number]), settings.currency, settings.exact)
}

/** The draws of a line. Its figure is ranked when it is first asked for: of most days ahead only the draws are. */
class Drawn implements LineDraws {
  private ranked: Figure | undefined
  constructor(
    readonly amounts: Float64Array,
    readonly held: string[],
    readonly counts: [number, number] | undefined,
    private readonly currency: string,
    private readonly exact: boolean | undefined
  ) {}
  get figure(): Figure {
    return (this.ranked ??= figureOf(this.amounts, this.currency, this.exact))
  }
}

function drawOnce(prepared: PreparedLine, settings: DrawSettings, held: string[]): Float64Array {
  const { draws } = settings
  const out = new Float64Array(draws)
  const draw: Draw = { ...prepared.likely }
  if (prepared.uncertain.length === 0) return out.fill(lossOnce(prepared, draw))
  const values = prepared.uncertain.map((one) => fieldDraws(prepared, one, draws, undefined, settings, held))
  const ids = prepared.uncertain.map((one) => one.field.id)
  for (let i = 0; i < draws; i++) {
    for (let k = 0; k < ids.length; k++) draw[ids[k]!] = values[k]![i]!
    out[i] = lossOnce(prepared, draw)
  }
  return out
}

/**
 * Each time it happens is a separate draw of the line's own inputs; a driver has one value for all of them. Above the
 * limit of events only a share of them is drawn, and the sums are stretched to the full number.
 */
function drawOften(prepared: PreparedLine, counts: Float64Array, settings: DrawSettings, held: string[]): Float64Array {
  const { draws } = settings
  const out = new Float64Array(draws)
  if (prepared.uncertain.length === 0) {
    const each = lossOnce(prepared, { ...prepared.likely })
    for (let i = 0; i < draws; i++) out[i] = counts[i]! * each
    return out
  }
  const own = prepared.uncertain.filter(({ driverId }) => driverId === undefined)
  const shared = prepared.uncertain.filter(({ driverId }) => driverId !== undefined)
  // each time costs the same where all that is uncertain is shared
  if (own.length === 0) return drawOnce(prepared, settings, held).map((amount, i) => counts[i]! * amount)
  let all = 0
  for (let i = 0; i < draws; i++) all += counts[i]!
  const share = all > settings.events ? settings.events / all : 1
  const drawn = counts.map((count) => Math.ceil(count * share))
  const owner: number[] = []
  for (let i = 0; i < draws; i++) for (let k = 0; k < drawn[i]!; k++) owner.push(i)
  if (owner.length === 0) return out
  const draw: Draw = { ...prepared.likely }
  const values = prepared.uncertain.map((one) => fieldDraws(prepared, one, owner.length, owner, settings, held))
  const ids = prepared.uncertain.map((one) => one.field.id)
  for (let event = 0; event < owner.length; event++) {
    const i = owner[event]!
    for (let k = 0; k < ids.length; k++) draw[ids[k]!] = values[k]![event]!
    out[i] = out[i]! + lossOnce(prepared, draw)
  }
  if (share < 1) scaleUp({ sums: out, drawn, counts, score: scoreOf(prepared, own, shared, settings) })
  return out
}

/**
 * What tells draws of a line apart by the loss to be expected in them: the quantity that the incident shares, where it is
 * one; of several, the loss with them at a few values of the line's own inputs.
 */
function scoreOf(
  prepared: PreparedLine,
  own: readonly Uncertain[],
  shared: readonly Uncertain[],
  settings: DrawSettings
): Float64Array | undefined {
  const drivers = new Set(shared.map(({ driverId }) => driverId!))
  if (drivers.size === 0) return undefined
  const values = shared.map((one) => fieldDraws(prepared, one, settings.draws, undefined, settings, []))
  if (drivers.size === 1) return values[0]!
  const samples = own.map(({ field, distribution }, k) =>
    Array.from({ length: SCORED }, (_, j) => within(distribution.quantile((((j + k) % SCORED) + 0.5) / SCORED), field))
  )
  const draw: Draw = { ...prepared.likely }
  return new Float64Array(settings.draws).map((_, i) => {
    shared.forEach(({ field }, k) => (draw[field.id] = values[k]![i]!))
    let sum = 0
    for (let j = 0; j < SCORED; j++) {
      own.forEach(({ field }, k) => (draw[field.id] = samples[k]![j]!))
      sum += lossOnce(prepared, draw)
    }
    return sum
  })
}

/** One value for each draw, or for each event of the draw that owns it. */
function fieldDraws(
  prepared: PreparedLine,
  one: Uncertain,
  count: number,
  owner: number[] | undefined,
  settings: DrawSettings,
  held: string[]
): Float64Array {
  let values: Float64Array
  if (one.driverId === undefined) {
    const name = `${prepared.line.id}|${one.field.id}`
    values = settings.samples?.get(name) ?? latinHypercube(one.distribution, count, randomStream(settings.seed, name))
    settings.samples?.set(name, values)
  } else {
    const shared = settings.driverDraws(one.driverId)
    values = new Float64Array(count)
    for (let i = 0; i < count; i++) values[i] = shared[owner ? owner[i]! : i]! * one.factor
  }
  const { field } = one
  if (one.distribution.min * one.factor >= field.min && one.distribution.max * one.factor <= field.max) return values
  let beyond = 0
  for (let i = 0; i < count; i++) {
    const value = within(values[i]!, field)
    if (value !== values[i]) beyond++
    values[i] = value
  }
  if (beyond > count / 100) held.push(field.id)
  return values
}
