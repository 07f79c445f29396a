import { dayNumber, isoDate } from './calculators/dates'
import { isDay } from './day'
import { distributionOf } from './distributions'
import { LossRefusal } from './input-error'
import { figureOf } from './quantiles'
import { randomStream } from './random'
import { latinHypercube } from './sample'
import type { Figure } from './incident-loss'
import type { OwnQuantity } from './quantity'

/** A loss that grows with each day, in major units per day, from a day (when the harm began) to one (when it ends). */
export interface DailyLoss {
  id: string
  perDay: OwnQuantity
  from?: string
  until?: string
}

/** A loss that comes all at once: a penalty date, the end of a season. `on` is the first day on which it is too late. */
export interface LossStep {
  id: string
  on: string
  amount: OwnQuantity
}

export interface WaitingInput {
  began: string
  today: string
  /** The last day that is looked at, such as when the harm ends by itself. */
  until: string
  daily: readonly DailyLoss[]
  steps: readonly LossStep[]
  /** Days from a decision until its relief arrives. */
  daysToRelief?: number
  currency: string
  seed: number | string
  draws?: number
}

export interface WaitingCost {
  /** What waiting has cost from the beginning up to today. */
  soFar: Figure
  /** What one more day costs now, without the steps. */
  perDay: Figure
  /** Loss up to the beginning of each day, and what a decision on that day saves against none until the last day. */
  points: { on: string; loss: Figure; saves: Figure }[]
  /** Steps in the order of their days; `inDays` is negative once passed, `lastDecision` the last day that avoids it. */
  steps: { id: string; on: string; amount: Figure; inDays: number; lastDecision: string }[]
}

const MOST_POINTS = 200

/** The number of a day that has been checked. */
const dayAt = (day: string): number => dayNumber(day) ?? 0

/**
 * The cost of waiting: W(t) = the daily losses up to t plus the steps up to t, simulated as a whole. Pure over the dates
 * given; counts calendar days. Errors: a LossRefusal naming a date that is none, or a last day before the first.
 */
export function costOfWaiting(input: WaitingInput): WaitingCost {
  check(input)
  const began = dayAt(input.began)
  const today = dayAt(input.today)
  const end = Math.max(dayAt(input.until), today)
  const relief = input.daysToRelief ?? 0
  const given = [...input.daily.map((one) => one.perDay), ...input.steps.map((one) => one.amount)]
  const certain = given.every((one) => one.as === 'exact')
  const draws = certain ? 1 : (input.draws ?? 2_000)
  const sampled = (id: string, quantity: OwnQuantity): Float64Array =>
    latinHypercube(distributionOf(quantity), draws, randomStream(input.seed, `waiting|${id}`))
  const daily = input.daily.map((one) => ({
    from: Math.max(began, one.from ? dayAt(one.from) : began),
    until: one.until ? dayAt(one.until) : Infinity,
    values: sampled(`daily|${one.id}`, one.perDay)
  }))
  const steps = input.steps.map((one) => ({ on: dayAt(one.on), values: sampled(`step|${one.id}`, one.amount) }))

  const lossBy = (day: number): Float64Array => {
    const out = new Float64Array(draws)
    for (const { from, until, values } of daily) add(out, values, Math.max(0, Math.min(day, until) - from))
    for (const { on, values } of steps) if (on <= day) add(out, values, 1)
    return out
  }
  const figure = (values: Float64Array): Figure => figureOf(values, input.currency)
  const whole = lossBy(end)
  const perDay = new Float64Array(draws)
  for (const { from, until, values } of daily) if (from <= today && today < until) add(perDay, values, 1)
  return {
    soFar: figure(lossBy(today)),
    perDay: figure(perDay),
    points: daysShown(began, today, end, relief, steps.map(({ on }) => on)).map((day) => {
      const saves = whole.slice()
      // what is lost by today cannot be saved, whatever the day of the decision
      add(saves, lossBy(Math.min(end, Math.max(day, today) + relief)), -1)
      return { on: isoDate(day), loss: figure(lossBy(day)), saves: figure(saves) }
    }),
    steps: input.steps
      .map((one, index) => {
        const { on, values } = steps[index]!
        return { id: one.id, on: one.on, amount: figure(values), inDays: on - today, lastDecision: isoDate(on - 1 - relief) }
      })
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
  }
}

function add(out: Float64Array, values: Float64Array, times: number): void {
  if (times === 0) return
  for (let i = 0; i < out.length; i++) out[i] = out[i]! + values[i]! * times
}

/** Evenly spaced days, and always the first, today, the last, each step and the day before it, with relief taken off. */
function daysShown(began: number, today: number, end: number, relief: number, steps: readonly number[]): number[] {
  const first = Math.min(began, today)
  const every = Math.max(1, Math.ceil((end - first) / MOST_POINTS))
  const days = new Set([first, began, today, end])
  for (let day = first; day <= end; day += every) days.add(day)
  const near = steps.flatMap((on) => [on, on - 1, on - relief, on - relief - 1])
  for (const day of near) if (day >= first && day <= end) days.add(day)
  return [...days].sort((a, b) => a - b)
}

function check(input: WaitingInput): void {
  const dates: [string, string | undefined][] = [
    ['began', input.began], ['today', input.today], ['until', input.until],
    ...input.daily.map((one): [string, string | undefined] => [`${one.id}.from`, one.from]),
    ...input.daily.map((one): [string, string | undefined] => [`${one.id}.until`, one.until]),
    ...input.steps.map((one): [string, string] => [`${one.id}.on`, one.on])
  ]
  for (const [path, day] of dates) if (day !== undefined && !isDay(day)) throw new LossRefusal([{ path, code: 'bad-date' }])
  if (input.until < input.began) throw new LossRefusal([{ path: 'until', code: 'ends-before' }])
  const relief = input.daysToRelief ?? 0
  if (!Number.isInteger(relief) || relief < 0) throw new LossRefusal([{ path: 'daysToRelief', code: 'negative' }])
}
