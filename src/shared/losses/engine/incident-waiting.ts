import { isoDate } from '../calculators/dates'
import { drawLine } from '../sampling/draws'
import { daysLater, prepare, type Prepared } from '../model/prepare'
import { figureOf } from '../sampling/quantiles'
import { netDrawsOf, onceFor } from './simulate'
import { drawSettings, memoKey, type SimulationMemo } from './draw-all'
import { netOf } from './net'
import { countedOnce } from './once'
import { dayNumber, eachStep, endOf, horizon, lastsIn, lossAtEnd, stepsBy, type Cliff, type Horizon } from './horizon'
import { presentOf } from './present'
import type { EndOfHarm } from '../model/harm'
import type { Figure, SimulationInput } from './incident-loss'
import type { Day } from '../../values/flavours'

export interface WaitingPoint {
  on: Day
  /** The loss by that day if nothing is done. */
  loss: Figure
  /** What relief on that day saves against none until the last. */
  saves: Figure
}

export interface IncidentWaiting {
  currency: string
  today: Day
  /** When the harm ends; while that is not known, no figure by any day may be shown, but by the one that was chosen to be looked at. */
  end: EndOfHarm
  /** The last day that is looked at: the end, the last of a range, the chosen day; else as far as a curve looks. */
  until: Day
  /** The day that a person chose to look at while the end is not known. */
  lookedAt: Day | null
  soFar: Figure
  /** The loss by the end of the harm in money of today; missing where nobody gave a discount or the end is not known. */
  present?: Figure
  /** What each further day costs now, while it lasts: the mean of the coming week, as a contract may count in weeks. Without the steps. */
  perDay: Figure
  points: WaitingPoint[]
  /** By their day. `counted`: ahead, and not later than the last day that is looked at. */
  cliffs: (Cliff & { inDays: number; passed: boolean; counted: boolean })[]
  /** Lines that grow until then; the others stay as they are. */
  growing: string[]
}

/** The lines of an incident on each day that was looked at: while one is typed, the others are not computed again. */
export interface WaitingMemo {
  get(key: string): Float64Array | undefined
  set(key: string, amounts: Float64Array): unknown
}

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
const WEEK = 7

interface Asked {
  memo?: WaitingMemo
  /** Days to have among the points, if they lie ahead. */
  also?: readonly string[]
  /** To begin and end with the loss so far and by the last day of as many draws as other screens show. */
  fine?: FineDraws
  /** While the end is not known: the day to look at. */
  lookAt?: Day | null | undefined
}

/**
 * What waiting costs in an incident: every line that counts days or runs is reckoned again for each day ahead, with the
 * same draws, so that caps, grace and cover work as they do in the line itself; steps are added from their day on. Where
 * the end is a range, each draw goes on to a day of its own. Takes the incident as it is simulated, its steps, today, and
 * when the harm ends. Null when no line grows and no step is ahead. Passed steps are named, not added: they belong into a
 * line of their own. Errors: a LossRefusal, as of the simulation.
 */
export function incidentWaiting(
  input: SimulationInput,
  cliffs: readonly Cliff[],
  today: Day,
  end: EndOfHarm,
  { memo, also = [], fine, lookAt }: Asked = {}
): IncidentWaiting | null {
  const prepared = prepare(input)
  const found = horizon(input, prepared, cliffs, today, end, lookAt)
  if (!found) return null
  const { now, last, ahead } = found
  const { currency } = input
  const netOn = netByDay(input, prepared, found, memo)
  const lossOn = (day: number): Float64Array => netOn(day - now, true)
  const soFar = lossOn(now)
  const whole = lossOn(last)
  const week = Math.min(WEEK, last - now)
  const [plain, inWeek] = [netOn(0, false), netOn(week, false)]
  const figure = (draws: Float64Array): Figure => figureOf(draws, currency, input.exact)
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
  let present: Figure | undefined
  if (fine && simulated) {
    if (fine.end) {
      const ended = endOf(input, found)
      const whole = lossAtEnd(ended, fine.draws, fine.end)
      points.at(-1)!.loss = figure(whole)
      if (input.discount !== undefined && found.end.as !== 'unknown') {
        const ahead = {
          now: netDrawsOf(input, fine.draws, fine.now),
          end: whole,
          steps: eachStep(ended, fine.draws),
          days: ended.days
        }
        present = figure(presentOf(ahead, input.discount))
      }
    }
    points.at(-2)!.loss = notAbove(points.at(-2)!.loss, points.at(-1)!.loss)
    points[0]!.loss = notAbove(simulated, points[1]!.loss)
  }
  return {
    currency,
    today,
    end: found.end,
    until: isoDate(last),
    lookedAt: found.end.as === 'unknown' && lookAt === isoDate(last) ? lookAt : null,
    soFar: simulated ?? figure(soFar),
    ...(present ? { present } : {}),
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

/**
 * Gives how to learn the net loss in each draw so many days from now: with the steps and until the harm ends there, or
 * without steps and while it lasts.
 */
function netByDay(
  input: SimulationInput,
  prepared: Prepared,
  { now, ahead, moved, lasts }: Horizon,
  memo: WaitingMemo | undefined
): (days: number, whole: boolean) => Float64Array {
  const known = lasts ? prepare({ ...input, drivers: [...input.drivers, lasts] }) : prepared
  const settingsOf = drawSettings(known, input, DRAWS, EVENTS)
  const ends = lasts && lastsIn(lasts, input.seed, DRAWS)
  const samples = new Map<string, Float64Array>()
  const amountsOf = prepared.lines.map((one) => {
    const settings = { ...settingsOf(one), samples }
    const fields = moved.get(one.line.id)
    const until = lasts && !one.line.runs?.until ? { lasts: lasts.id } : {}
    const key = JSON.stringify([memoKey(one, prepared, settings), fields, lasts?.quantity])
    const days = new Map<number, Float64Array>()
    return (day: number, whole: boolean): Float64Array => {
      const at = fields ? day : 0
      // while it lasts: under a name of its own, as those days go beyond the end in some draws
      const name = whole || !lasts ? at : -at
      const kept = `${key}|${Object.is(name, -0) ? 0 : name}`
      let amounts = days.get(name) ?? memo?.get(kept)
      if (amounts) return amounts
      amounts = drawLine(
        at ? daysLater(one, { days: at, fields: fields!, ...(whole ? until : {}) }, known.drivers) : one,
        settings
      ).amounts
      days.set(name, amounts)
      memo?.set(kept, amounts)
      return amounts
    }
  })
  const steps = ahead.map(({ on, amount }) => ({ inDays: dayNumber(on) - now, amount }))
  const once = onceFor(prepared, input)
  return (days, whole) => {
    const counted = countedOnce(
      prepared.lines,
      amountsOf.map((amounts) => amounts(days, whole)),
      once
    )
    const own = whole ? stepsBy(steps, days, input.currency, ends) : 0
    const added = typeof own === 'number' ? new Float64Array(DRAWS).fill(own) : own
    return netOf(prepared.lines, counted, DRAWS, { steps: new Map([['', added]]), allowNegative: input.allowNegativeNet }).net
  }
}

/** Evenly spaced days from today to the last, each step with the day before it, and what was asked for. */
function daysShown(first: number, last: number, steps: readonly number[], also: readonly number[]): number[] {
  const every = Math.max(1, Math.ceil((last - first) / MOST_POINTS))
  const days = new Set([first, last, ...also])
  for (let day = first; day < last; day += every) days.add(day)
  for (const on of steps) for (const day of [on - 1, on]) if (day > first && day < last) days.add(day)
  return [...days].sort((a, b) => a - b)
}
