import { toMajor } from '../../values/money'
import { dayNumber as numberOf, isoDate } from '../calculators/dates'
import { lastDay, type EndOfHarm } from '../model/harm'
import { countsOn, growsWithin, type Moved } from '../model/counts-on'
import { prepare, type Prepared } from '../model/prepare'
import { checkedOf } from '../model/validate-quantity'
import { distributionOf } from '../sampling/distributions'
import { randomStream } from '../sampling/random'
import { latinHypercube } from '../sampling/sample'
import type { DriverInput, SimulationInput } from './incident-loss'
import type { Ahead } from './present'
import { netDrawsOf } from './simulate'
import type { SimulationMemo } from './draw-all'
import type { Day, Minor } from '../../values/flavours'

/** A dated step: from that day on its amount is lost too. Minor units of the incident's currency. */
export interface Cliff {
  id: string
  title: string
  on: Day
  amount: Minor
}

/** How far a curve looks while nobody knows when the harm ends; a figure "by" its last day is never shown. */
const LONGEST = 60
const YEAR = 366

/** What grows, which steps are ahead, and from which day to which: today, and the last that is looked at. Days as numbers. */
export interface Horizon {
  now: number
  last: number
  /** When the harm ends; not known, the last day is only looked at. */
  end: EndOfHarm
  /** Steps from tomorrow to the last day. */
  ahead: Cliff[]
  moved: Moved
  growing: string[]
  /** In how many days the harm ends, where that is a range: a quantity that all lines share. */
  lasts: DriverInput | null
}

/**
 * Takes an incident as it is simulated, its steps, today, when its harm ends and, while that is not known, the day to look
 * at. Null when no line grows and no step is ahead.
 */
export function horizon(
  input: SimulationInput,
  prepared: Prepared,
  cliffs: readonly Cliff[],
  today: Day,
  end: EndOfHarm,
  lookAt?: Day | null
): Horizon | null {
  const now = dayNumber(today)
  const days = cliffs.map(({ on }) => dayNumber(on)).filter((day) => day > now && day <= now + YEAR)
  // a line with an end of its own may go on after the harm of the others
  const own = input.lines.flatMap(({ runs }) => (runs?.until ? [dayNumber(runs.until)] : []))
  const ends = lastDay(end)
  const known = ends !== null && dayNumber(ends) > now ? Math.max(dayNumber(ends), ...own) : null
  const looked = lookAt && dayNumber(lookAt) > now ? dayNumber(lookAt) : null
  const last = known ?? looked ?? Math.max(now + LONGEST, ...days)
  const ahead = cliffs.filter(({ on }) => dayNumber(on) > now && dayNumber(on) <= last)
  const moved = countsOn(prepared)
  const changed = new Set(growsWithin(last - now, moved, prepared, input))
  if (changed.size === 0 && ahead.length === 0) return null
  const growing = input.lines.filter(({ id }) => changed.has(id)).map(({ id }) => id)
  const lasts = known !== null && end.as === 'range' ? lastsOf(input, end, now) : null
  return { now, last, end: known === null ? { as: 'unknown' } : end, ahead, moved, growing, lasts }
}

function lastsOf({ seed }: SimulationInput, end: EndOfHarm & { as: 'range' }, now: number): DriverInput {
  const [low, likely, high] = [end.earliest, end.likely, end.latest].map((on) => dayNumber(on) - now) as [number, number, number]
  return { id: `end:${seed}`.slice(0, 64), name: 'end', unit: 'days', quantity: { as: 'range', low, likely, high } }
}

/** An incident on the last day of its harm. */
export interface IncidentEnd {
  end: EndOfHarm
  until: Day
  /** In how many days the last of them is. */
  days: number
  /** The incident as it is simulated, what counts days moved to that day, in each draw to the day on which it ends there. */
  input: SimulationInput
  /** Its dated steps until then: in how many days, and minor units of the incident's currency. */
  steps: readonly { id?: string; inDays: number; amount: Minor }[]
  /** In how many days the harm ends, where that is uncertain. */
  lasts: DriverInput | null
}

/** Gives an incident on the last day of its harm; null when no line grows and no step is ahead, or while nobody knows when it ends: `openEnded` then says that something goes on. */
export function incidentEnd(
  input: SimulationInput,
  cliffs: readonly Cliff[],
  today: Day,
  end: EndOfHarm
): { end: IncidentEnd | null; openEnded: boolean } {
  const found = horizon(input, prepare(input), cliffs, today, end)
  const openEnded = found !== null && found.end.as === 'unknown'
  return { end: found && !openEnded ? endOf(input, found) : null, openEnded }
}

export function endOf(input: SimulationInput, { now, last, end, ahead, moved, lasts }: Horizon): IncidentEnd {
  const lines = input.lines.map((line) => {
    const fields = moved.get(line.id)
    if (!fields) return line
    // one with an end of its own does not end with the harm of the others
    const until = lasts && !line.runs?.until ? { lasts: lasts.id } : {}
    return { ...line, waited: { days: last - now, fields, ...until } }
  })
  const drivers = lasts ? [...input.drivers, lasts] : input.drivers
  const steps = ahead.map(({ id, on, amount }) => ({ id, inDays: dayNumber(on) - now, amount }))
  return { end, until: isoDate(last), days: last - now, input: { ...input, lines, drivers }, steps, lasts }
}

/** In how many days the harm ends, draw by draw: the same draws as the lines have. */
export function lastsIn({ id, quantity }: DriverInput, seed: number | string, draws: number): Float64Array {
  const days = latinHypercube(distributionOf(checkedOf(quantity)), draws, randomStream(seed, `driver|${id}`))
  return days.map((day) => Math.max(0, Math.round(day)))
}

/** What dated steps take by so many days from now, in major units; in each draw those that the harm lasts to see. */
export function stepsBy(
  steps: IncidentEnd['steps'],
  days: number,
  currency: string,
  lasts: Float64Array | null
): Float64Array | number {
  const by = (limit: number): number =>
    steps.reduce((sum, { inDays, amount }) => (inDays <= limit ? sum + toMajor(amount, currency) : sum), 0)
  return lasts && steps.length > 0 ? lasts.map((day) => by(Math.min(day, days))) : by(days)
}

/** Gives the loss by an incident's last day in major units, draw by draw: what came back is set against the steps too, then held at zero. */
export function lossAtEnd(one: IncidentEnd, draws: number, memo?: SimulationMemo): Float64Array {
  const { input } = one
  const net = netDrawsOf({ ...input, allowNegativeNet: true }, draws, memo)
  const steps = stepsAtEnd(one, draws)
  return net.map((value, i) => Math.max(0, value + (typeof steps === 'number' ? steps : steps[i]!)))
}

/** What an incident's steps take until its harm ends, or within so many days, in major units of its currency. */
export function stepsAtEnd({ input, steps, lasts }: IncidentEnd, draws: number, days = Infinity): Float64Array | number {
  return stepsBy(steps, days, input.currency, lasts && lastsIn(lasts, input.seed, draws))
}

/** Each step of an incident by itself: in each draw its amount in major units, where the harm lasts to see it. */
export function eachStep({ input, steps, lasts }: IncidentEnd, draws: number): Ahead['steps'] {
  const ends = lasts && lastsIn(lasts, input.seed, draws)
  return steps.map((step) => ({ inDays: step.inDays, amounts: stepsBy([step], Infinity, input.currency, ends) }))
}

/** Dates come from the store, where each was parsed; one that is none would be a fault of ours. */
export function dayNumber(date: Day): number {
  const number = numberOf(date)
  if (number === undefined) throw new Error(`not a date: ${date}`)
  return number
}
