import { toMajor } from '../../values/money'
import { calculatorFor } from '../model/all-calculators'
import { kindsOf } from '../model/harms'
import { runningOf } from '../model/run-units'
import { resolve } from '../model/likely'
import { daysInclusive } from '../calculators/dates'
import type { DriverInput, IncidentLoss, LossLineInput } from '../engine/incident-loss'
import type { Schedule } from '../../records/clocks'
import type { CapacityNumbers } from './questions'
import type { Day, Id, Minor } from '../../values/flavours'

/** What a line, or the lines about earnings together, are held against. */
export type CapacityBound = 'yearly-margin' | 'yearly-revenue' | 'yearly-units' | 'clock' | 'weekly-hours'

/** A claim that goes beyond what the customer can do, or beyond what they usually do in that time. */
export interface BeyondCapacity {
  bound: CapacityBound
  /** The line; null where it is all lines about earnings together. */
  lineId: Id<'lossLine'> | null
  /** What is claimed and what there can be at most: minor units of the loss's currency, units, or hours. */
  claimed: number
  most: number
  /** Over so many days. */
  days: number
  /** More than they do in a whole year, or than there are hours; else only more than is usual in that time. */
  impossible: boolean
}

/** What capacity is held against: the loss with its lines, and what is known of the customer. */
export interface CapacityFacts {
  loss: Pick<IncidentLoss, 'byLine' | 'currency'>
  lines: readonly LossLineInput[]
  drivers: readonly DriverInput[]
  /** The customer's, in their currency. */
  customer: { currency: string; yearlyMargin: Minor | null }
  numbers: CapacityNumbers | null
  /** First and last day of the harm as it is counted now. */
  from: Day
  until: Day
  calendar: Schedule
}

const YEAR = 365
const unitFields = ['unitsShort', 'units', 'unitsPerDay']
const hourFields = ['hoursDown', 'hoursIdle', 'hoursOff']

/**
 * Holds an incident's lines against what the customer earns, makes and works: lines about earnings together against their
 * yearly margin (or, where that is not known, revenue), units against units, hours against hours. The middle of each
 * figure is compared; a share of the year is what they usually do in that time.
 */
export function beyondCapacity(facts: CapacityFacts): BeyondCapacity[] {
  return [...earnings(facts), ...facts.lines.flatMap((line) => ofLine(line, facts))]
}

const daysOf = (from: Day, until: Day): number => Math.max(1, daysInclusive(from, until) ?? 1)

function earnings({ loss, lines, customer, numbers, from, until }: CapacityFacts): BeyondCapacity[] {
  const margin = customer.currency === loss.currency ? customer.yearlyMargin : null
  const yearly = margin ?? numbers?.yearlyRevenue
  if (!yearly || yearly <= 0) return []
  const claimed = marginLines(lines, loss).reduce((sum, { p50 }) => sum + p50, 0)
  const days = daysOf(from, until)
  const most = Math.round(yearly * Math.max(1, days / YEAR))
  const usual = Math.round((yearly * days) / YEAR)
  const bound = margin === null ? 'yearly-revenue' : 'yearly-margin'
  return judged({ bound, lineId: null, claimed, days }, most, usual)
}

/** The lines that measure earnings and count in the sum. */
export function marginLines(lines: readonly LossLineInput[], { byLine }: Pick<IncidentLoss, 'byLine'>): IncidentLoss['byLine'] {
  return byLine.filter(({ id, status, within }) => {
    const line = lines.find((one) => one.id === id)
    const calculator = line && calculatorFor(line.calculator, line.inputs)
    const lost = status === 'estimated' || status === 'confirmed'
    return !!calculator && lost && within === undefined && kindsOf(calculator, line).includes('margin')
  })
}

function ofLine(line: LossLineInput, { drivers, numbers, from, until, calendar }: CapacityFacts): BeyondCapacity[] {
  const calculator = calculatorFor(line.calculator, line.inputs)
  if (!calculator || line.status === 'recovered' || line.status === 'compensated') return []
  const running = runningOf(line, calculator, until, calendar)
  const days = daysOf(line.harmFrom ?? line.runs?.from ?? from, line.harmTo ?? until)
  const likely = (id: string): number | null => {
    const given = line.inputs[id]
    if (typeof given !== 'object') return null
    const field = calculator.fields.find((one) => one.id === id)
    if (field?.kind !== 'quantity') return null
    // only units and hours are asked for: no amount has to be turned
    const found = resolve(
      field,
      given,
      (driver) => drivers.find((one) => one.id === driver),
      () => 1
    )
    return found ? found.likely * (running?.field === id ? running.units(0) : 1) : null
  }
  // so many a day for so many days, but for those that were covered from stock
  const daily = likely('unitsPerDay')
  const inDays = daily === null ? null : daily * Math.max(0, (likely('daysLate') ?? days) - (likely('daysOfCover') ?? 0))
  return calculator.fields.flatMap((field): BeyondCapacity[] => {
    const claimed = field.kind !== 'quantity' ? null : field.id === 'unitsPerDay' ? inDays : likely(field.id)
    if (claimed === null) return []
    if (hourFields.includes(field.id)) {
      const beyond = judged({ bound: 'clock', lineId: line.id, claimed, days }, 24 * days, Infinity)
      const weekly = numbers?.weeklyHours
      return beyond.length || !weekly
        ? beyond
        : judged({ bound: 'weekly-hours', lineId: line.id, claimed, days }, Infinity, (weekly * Math.max(7, days)) / 7)
    }
    const yearly = numbers?.yearlyUnits
    if (!yearly || !unitFields.includes(field.id)) return []
    return judged(
      { bound: 'yearly-units', lineId: line.id, claimed, days },
      yearly * Math.max(1, days / YEAR),
      (yearly * days) / YEAR
    )
  })
}

function judged(claim: Omit<BeyondCapacity, 'most' | 'impossible'>, most: number, usual: number): BeyondCapacity[] {
  if (claim.claimed > most) return [{ ...claim, most, impossible: true }]
  return claim.claimed > usual ? [{ ...claim, most: usual, impossible: false }] : []
}

/** The contribution that the lines about earnings claim, in major units: their middles added, their lows and highs as bounds. */
export function claimedMargin(
  lines: readonly LossLineInput[],
  loss: Pick<IncidentLoss, 'byLine' | 'currency'>
): { low: number; middle: number; high: number } | null {
  const found = marginLines(lines, loss)
  if (!found.length) return null
  const sum = (key: 'p10' | 'mean' | 'p90'): number =>
    toMajor(
      found.reduce((all, line) => all + line[key], 0),
      loss.currency
    )
  return { low: sum('p10'), middle: sum('mean'), high: sum('p90') }
}
