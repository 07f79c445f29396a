import { toMajor } from '../../values/money'
import { dayNumber as numberOf, isoDate } from '../calculators/dates'
import { drawLine } from '../sampling/draws'
import { daysLater, prepare, type Prepared } from '../model/prepare'
import { figureOf } from '../sampling/quantiles'
import { drawSettings, memoKey, netDrawsOf, onceFor, type SimulationMemo } from './simulate'
import { netOf } from './net'
import { countedOnce } from './once'
import { countsOn, growsWithin, type Moved } from '../model/waits'
import type { Figure, SimulationInput } from './incident-loss'

/** A dated step: from that day on its amount is lost too. Minor units of the incident's currency. */
export interface Cliff {
  id: string
  title: string
  on: string
  amount: number
}

export interface WaitingPoint {
  on: string
  /** The loss by that day if nothing is done. */
  loss: Figure
  /** What relief on that day saves against none until the last. */
  saves: Figure
}

export interface IncidentWaiting {
  currency: string
  today: string
  /** The last day that is looked at: when the harm ends by itself, else sixty days from now or the last step within a year. */
  until: string
  soFar: Figure
  /** What each further day costs now: the mean of the coming week, as a contract may count in weeks. Without the steps. */
  perDay: Figure
  points: WaitingPoint[]
  /** By their day. `counted`: ahead, and not later than the last day that is looked at. */
  cliffs: (Cliff & { inDays: number; passed: boolean; counted: boolean })[]
  /** Lines that grow until then; the others stay as they are. */
  growing: string[]
}

/** The lines of an incident on each day that was looked at: while one is typed, the others are not computed again. */
export type WaitingMemo = Map<string, Map<number, Float64Array>>

/** How many draws the first and the last day get, with what was drawn for them before; without `end` only the first. */
export interface FineDraws {
  draws: number
  now: SimulationMemo
  end?: SimulationMemo
}

const DRAWS = 1_000
/** Separate happenings that are drawn for each day: the days are compared with each other, not counted to the last one. */
const EVENTS = 20_000
const MOST_POINTS = 15
const LONGEST = 60
const YEAR = 366
const WEEK = 7

/**
 * What waiting costs in an incident: every line that counts days late is reckoned again for each day ahead, with the
 * same draws, so that caps, grace and cover work as they do in the line itself; steps are added from their day on.
 * Takes the incident as it is simulated, its steps, today, and the day on which the harm ends; `also`: days to have
 * among the points, if they lie ahead; `fine`: to begin and end with the loss so far and by the last day of as many draws
 * as other screens show. Null when no line grows and no step is ahead. Passed steps are named, not added: they belong into
 * a line of their own. Errors: a LossRefusal, as of the simulation.
 */
export function incidentWaiting(
  input: SimulationInput,
  cliffs: readonly Cliff[],
  today: string,
  ends: string | null,
  { memo, also = [], fine }: { memo?: WaitingMemo; also?: readonly string[]; fine?: FineDraws } = {}
): IncidentWaiting | null {
  const prepared = prepare(input)
  const found = horizon(input, prepared, cliffs, today, ends)
  if (!found) return null
  const { now, last, ahead, moved } = found
  const { currency } = input
  const netOn = netByDay(input, prepared, moved, memo)
  const lossOn = (day: number): Float64Array => netOn(day - now, stepsBy(ahead, day, currency))
  const soFar = lossOn(now)
  const whole = lossOn(last)
  const week = Math.min(WEEK, last - now)
  const [plain, inWeek] = [netOn(0, 0), netOn(week, 0)]
  const figure = (draws: Float64Array): Figure => figureOf(draws, currency)
  const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!)
  const extra = also.map(dayNumber).filter((day) => day > now && day < last)
  const points = daysShown(
    now,
    last,
    ahead.map(({ on }) => dayNumber(on)),
    extra
  ).map((day): WaitingPoint => {
    const loss = day === now ? soFar : day === last ? whole : lossOn(day)
    return { on: isoDate(day), loss: figure(loss), saves: figure(less(whole, loss)) }
  })
  const simulated = fine && figure(netDrawsOf(input, fine.draws, fine.now))
  if (fine && simulated) {
    if (fine.end) points.at(-1)!.loss = figure(lossAtEnd(endOf(input, found), fine.draws, fine.end))
    points.at(-2)!.loss = notAbove(points.at(-2)!.loss, points.at(-1)!.loss)
    points[0]!.loss = notAbove(simulated, points[1]!.loss)
  }
  return {
    currency,
    today,
    until: isoDate(last),
    soFar: simulated ?? figure(soFar),
    perDay: figure(less(inWeek, plain).map((value) => value / week)),
    points,
    cliffs: cliffs
      .map((cliff) => ({
        ...cliff,
        inDays: dayNumber(cliff.on) - now,
        passed: dayNumber(cliff.on) <= now,
        counted: ahead.includes(cliff)
      }))
      .sort((a, b) => a.inDays - b.inDays),
    growing: found.growing
  }
}

/** The curve begins and ends at figures that every screen shows; that these are drawn more finely must not make it fall from day to day. */
function notAbove(figure: Figure, next: Figure): Figure {
  const least = (key: keyof Figure): number => Math.min(figure[key], next[key])
  return { p10: least('p10'), p50: least('p50'), p90: least('p90'), mean: least('mean') }
}

/** An incident on the last day that is looked at. */
export interface IncidentEnd {
  until: string
  /** The incident as it is simulated, what counts days moved to that day. */
  input: SimulationInput
  /** What its dated steps take until then, in minor units of the incident's currency. */
  steps: number
}

/** Gives the loss by an incident's last day in major units, draw by draw: what came back is set against the steps too, then held at zero. */
export function lossAtEnd({ input, steps }: IncidentEnd, draws: number, memo?: SimulationMemo): Float64Array {
  const net = netDrawsOf({ ...input, allowNegativeNet: true }, draws, memo)
  const added = toMajor(steps, input.currency)
  return net.map((value) => Math.max(0, value + added))
}

/** Gives an incident on the last day that `incidentWaiting` looks at; null when no line grows and no step is ahead. */
export function incidentEnd(
  input: SimulationInput,
  cliffs: readonly Cliff[],
  today: string,
  ends: string | null
): IncidentEnd | null {
  const found = horizon(input, prepare(input), cliffs, today, ends)
  return found && endOf(input, found)
}

function endOf(input: SimulationInput, { now, last, ahead, moved }: Horizon): IncidentEnd {
  const lines = input.lines.map((line) =>
    moved.has(line.id) ? { ...line, waited: { days: last - now, fields: moved.get(line.id)! } } : line
  )
  return { until: isoDate(last), input: { ...input, lines }, steps: ahead.reduce((sum, { amount }) => sum + amount, 0) }
}

interface Horizon {
  now: number
  last: number
  /** Steps from tomorrow to the last day. */
  ahead: Cliff[]
  moved: Moved
  growing: string[]
}

/** What grows, which steps are ahead, and from which day to which: today, and the last that is looked at. */
function horizon(
  input: SimulationInput,
  prepared: Prepared,
  cliffs: readonly Cliff[],
  today: string,
  ends: string | null
): Horizon | null {
  const now = dayNumber(today)
  const ended = ends !== null && dayNumber(ends) > now ? dayNumber(ends) : null
  const days = cliffs.map(({ on }) => dayNumber(on)).filter((day) => day > now && day <= now + YEAR)
  const last = ended ?? Math.max(now + LONGEST, ...days)
  const ahead = cliffs.filter(({ on }) => dayNumber(on) > now && dayNumber(on) <= last)
  const moved = countsOn(prepared)
  const changed = new Set(growsWithin(last - now, moved, prepared, input))
  if (changed.size === 0 && ahead.length === 0) return null
  return { now, last, ahead, moved, growing: input.lines.filter(({ id }) => changed.has(id)).map(({ id }) => id) }
}

/** Gives how to learn the net loss in each draw so many days from now, with steps in major units. */
function netByDay(
  input: SimulationInput,
  prepared: Prepared,
  moved: Moved,
  memo: WaitingMemo | undefined
): (days: number, steps: number) => Float64Array {
  const settingsOf = drawSettings(prepared, input, DRAWS, EVENTS)
  const samples = new Map<string, Float64Array>()
  const kept: WaitingMemo = new Map()
  const amountsOf = prepared.lines.map((one) => {
    const settings = { ...settingsOf(one), samples }
    const fields = moved.get(one.line.id) ?? []
    const key = JSON.stringify([memoKey(one, prepared, settings), fields])
    const known = memo?.get(key)
    const days = new Map<number, Float64Array>()
    kept.set(key, days)
    return (day: number): Float64Array => {
      const at = fields.length ? day : 0
      let amounts = days.get(at) ?? known?.get(at)
      amounts ??= drawLine(at ? daysLater(one, { days: at, fields }) : one, settings).amounts
      days.set(at, amounts)
      return amounts
    }
  })
  if (memo) {
    memo.clear()
    for (const [key, days] of kept) memo.set(key, days)
  }
  const once = onceFor(prepared, input)
  return (days, steps) => {
    const counted = countedOnce(
      prepared.lines,
      amountsOf.map((amounts) => amounts(days)),
      once
    )
    return netOf(prepared.lines, counted, DRAWS, { steps: new Map([['', steps]]), allowNegative: input.allowNegativeNet }).net
  }
}

function stepsBy(ahead: readonly Cliff[], day: number, currency: string): number {
  return ahead.reduce((sum, { on, amount }) => (dayNumber(on) <= day ? sum + toMajor(amount, currency) : sum), 0)
}

/** Dates come from the store, where each was parsed; one that is none would be a fault of ours. */
function dayNumber(date: string): number {
  const number = numberOf(date)
  if (number === undefined) throw new Error(`not a date: ${date}`)
  return number
}

/** Evenly spaced days from today to the last, each step with the day before it, and what was asked for. */
function daysShown(first: number, last: number, steps: readonly number[], also: readonly number[]): number[] {
  const every = Math.max(1, Math.ceil((last - first) / MOST_POINTS))
  const days = new Set([first, last, ...also])
  for (let day = first; day < last; day += every) days.add(day)
  for (const on of steps) for (const day of [on - 1, on]) if (day > first && day < last) days.add(day)
  return [...days].sort((a, b) => a - b)
}
