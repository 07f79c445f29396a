import { toMajor } from '../money'
import { dayNumber as numberOf, isoDate } from './calculators/dates'
import { figureOf } from './quantiles'
import { netDraws, type SimulationMemo } from './simulate'
import type { DriverInput, Figure, LossLineInput, SimulationInput } from './incident-loss'
import type { LineInputs, QuantityField } from './calculator'
import type { OwnQuantity } from './quantity'

/** A dated step that is still ahead: from that day on its amount is lost too. Minor units of the incident's currency. */
export interface Cliff {
  id: string
  title: string
  on: string
  amount: number
}

export interface IncidentWaiting {
  currency: string
  today: string
  /** The last day that is looked at: when the harm ends by itself, or sixty days from now. */
  until: string
  soFar: Figure
  /** What one more day costs now, without the steps. */
  perDay: Figure
  /** Loss by each day if nothing is done, and what relief on that day saves against none until the last. */
  points: { on: string; loss: Figure; saves: Figure }[]
  cliffs: (Cliff & { inDays: number; passed: boolean })[]
  /** Lines that grow with each day; the others stay as they are. */
  growing: string[]
}

const DRAWS = 1_000
const MOST_POINTS = 20
const LONGEST = 60

/**
 * What waiting costs in an incident: every line that counts days late is reckoned again for each day ahead, with the
 * same draws, so that caps, grace and cover work as they do in the line itself; steps are added from their day on.
 * Takes the incident as it is simulated, its steps, today, and the day on which the harm ends. Null when no line grows
 * and no step is ahead. Passed steps are named, not added: they belong into a line of their own.
 */
export function incidentWaiting(input: SimulationInput, cliffs: readonly Cliff[], today: string, ends: string | null): IncidentWaiting | null {
  const growing = input.lines.filter((line) => line.status === 'estimated' || line.status === 'confirmed').filter((line) => waits(line, input).length > 0)
  const now = dayNumber(today)
  const ahead = cliffs.filter((cliff) => dayNumber(cliff.on) > now)
  if (growing.length === 0 && ahead.length === 0) return null
  const last = Math.max(now + 1, ends && dayNumber(ends) > now ? dayNumber(ends) : now + LONGEST, ...(ends ? [] : ahead.map(({ on }) => dayNumber(on))))
  // lines that do not grow are drawn once for all days
  const memo: SimulationMemo = new Map()
  const lossOn = (day: number): Float64Array => {
    const draws = netDraws(later(input, growing, day - now), DRAWS, memo)
    const steps = ahead.reduce((sum, cliff) => (dayNumber(cliff.on) <= day ? sum + toMajor(cliff.amount, input.currency) : sum), 0)
    return steps ? draws.map((loss) => loss + steps) : draws
  }
  const whole = lossOn(last)
  const soFar = lossOn(now)
  const tomorrow = netDraws(later(input, growing, 1), DRAWS, memo)
  const figure = (draws: Float64Array): Figure => figureOf(draws, input.currency)
  const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!)
  return {
    currency: input.currency,
    today,
    until: isoDate(last),
    soFar: figure(soFar),
    perDay: figure(less(tomorrow, netDraws(input, DRAWS, memo))),
    points: daysShown(now, last, ahead.map(({ on }) => dayNumber(on))).map((day) => {
      const loss = day === now ? soFar : day === last ? whole : lossOn(day)
      return { on: isoDate(day), loss: figure(loss), saves: figure(less(whole, loss)) }
    }),
    cliffs: cliffs
      .map((cliff) => ({ ...cliff, inDays: dayNumber(cliff.on) - now, passed: dayNumber(cliff.on) <= now }))
      .sort((a, b) => a.inDays - b.inDays),
    growing: growing.map(({ id }) => id)
  }
}

/** Dates come from the store, where each was parsed; one that is none would be a fault of ours. */
function dayNumber(date: string): number {
  const number = numberOf(date)
  if (number === undefined) throw new Error(`not a date: ${date}`)
  return number
}

function waits(line: LossLineInput, input: SimulationInput): QuantityField[] {
  const fields = input.calculators(line.calculator, line)?.fields ?? []
  return fields.filter((field): field is QuantityField => field.kind === 'quantity' && field.waits === true && line.inputs[field.id] !== undefined)
}

/** The same incident some days later: what counts days is moved, whether a line has its own count or a shared one. */
function later(input: SimulationInput, growing: readonly LossLineInput[], days: number): SimulationInput {
  if (days === 0) return input
  const shared = new Set<string>()
  const lines = input.lines.map((line) => {
    if (!growing.includes(line)) return line
    const inputs: LineInputs = { ...line.inputs }
    for (const { id } of waits(line, input)) {
      const value = inputs[id]
      if (typeof value !== 'object') continue
      if (value.as === 'driver') shared.add(value.driverId)
      else inputs[id] = moved(value, days)
    }
    return { ...line, inputs }
  })
  const drivers = input.drivers.map((driver): DriverInput => (shared.has(driver.id) ? { ...driver, quantity: moved(driver.quantity, days) } : driver))
  return { ...input, lines, drivers }
}

function moved(quantity: OwnQuantity, days: number): OwnQuantity {
  switch (quantity.as) {
    case 'exact':
      return { ...quantity, value: quantity.value + days }
    case 'range':
      return { ...quantity, low: quantity.low + days, likely: quantity.likely + days, high: quantity.high + days }
    case 'one-in-twenty':
      return { ...quantity, low: quantity.low + days, high: quantity.high + days }
  }
}

/** Evenly spaced days from today to the last, and each step with the day before it. */
function daysShown(first: number, last: number, steps: readonly number[]): number[] {
  const every = Math.max(1, Math.ceil((last - first) / MOST_POINTS))
  const days = new Set([first, last])
  for (let day = first; day < last; day += every) days.add(day)
  for (const on of steps) for (const day of [on - 1, on]) if (day > first && day < last) days.add(day)
  return [...days].sort((a, b) => a - b)
}
