import { m } from '../../messages/messages.js'
import { dayNumber, isoDate } from '../calculators/dates'
import { daysOn } from './open-end'
import type { Calculator, Computed, ComputedPart, Draw, Field, Message, QuantityField, Unit } from './calculator'
import type { Runs, RunsPer } from './runs'

/** How long is waited: each of these fields counts that many days more, in every draw. */
export interface Waited {
  days: number
  fields: readonly string[]
  /** The shared quantity that says in how many days the harm ends, where that is uncertain: no draw waits longer. */
  lasts?: string
}

/** A line that runs, with its time counted. */
export interface Running {
  runs: Runs
  /** The input that is so much per time; null when the whole result is. */
  field: string | null
  /** Units of time so many days from now. */
  units: (later: number) => number
  /** The day until which it counts now. */
  counted: string
}

/** What a line does with time: how it runs, and what is waited for. */
export interface InTime {
  running?: Running | undefined
  waited?: Waited | undefined
}

/** Under this name a draw holds in how many days the harm ends, where that is uncertain. */
export const LASTS = '+lasts'
export const lastsField: QuantityField = {
  kind: 'quantity',
  id: LASTS,
  label: m.incident_harm_ends,
  meaning: m.incident_harm_ends_meaning,
  unit: 'days',
  min: -36_500,
  max: 36_500
}

/**
 * Takes a calculator and what its line does with time; gives the calculator of that line. Days are added to each draw, not
 * to the numbers that were given: a 1-in-20 range moved by its ends would become another shape, and waiting could then
 * cost less. What runs is multiplied with the time that it has run, and held at its maximum.
 */
export function inTime(calculator: Calculator, { running, waited }: InTime): Calculator {
  if (!running && !waited) return calculator
  const total = calculator.total ?? ((draw: Draw): number => calculator.compute(draw).total)
  const days = waited?.days ?? 0
  const lasts = waited?.lasts !== undefined
  const later = (draw: Draw): number => (lasts ? Math.min(days, Math.max(0, Math.round(Number(draw[LASTS])))) : days)
  const moves = movesOf(calculator, running, waited)
  const most = running?.runs.most ?? Infinity
  // thousands of draws a day: fields are moved and put back rather than copied with the rest
  const kept: Draw[string][] = moves.map(() => 0)
  const inThen = <T>(draw: Draw, by: number, result: (draw: Draw) => T): T => {
    if (moves.length === 0) return result(draw)
    moves.forEach(({ id, move }, k) => {
      kept[k] = draw[id]!
      draw[id] = move(kept[k], by)
    })
    const found = result(draw)
    moves.forEach(({ id }, k) => (draw[id] = kept[k]!))
    return found
  }
  return {
    ...calculator,
    compute: (draw) => {
      const by = later(draw)
      const computed = inThen({ ...draw }, by, (then) => calculator.compute(then))
      return running ? runningResult(computed, running, by) : computed
    },
    total: (draw) => {
      const by = later(draw)
      const found = inThen(draw, by, total)
      const whole = running && running.field === null ? found * running.units(by) : found
      return whole > most ? most : whole
    }
  }
}

type Move = (value: Draw[string], by: number) => Draw[string]

function movesOf(calculator: Calculator, running: Running | undefined, waited: Waited | undefined): { id: string; move: Move }[] {
  return calculator.fields.flatMap((field): { id: string; move: Move }[] => {
    if (running && field.id === running.field && field.kind === 'quantity')
      return [{ id: field.id, move: (value, by) => Math.min(field.max, Number(value) * running.units(by)) }]
    return waited?.fields.includes(field.id) ? [{ id: field.id, move: onwards(field) }] : []
  })
}

function onwards(field: Field): Move {
  return field.kind === 'quantity'
    ? (value, by) => Math.min(field.max, Number(value) + by)
    : (value, by) => (by === 0 ? value : daysOn(String(value), by))
}

const unitsOf: Record<RunsPer, { unit: Unit; label: Message }> = {
  hour: { unit: 'hours', label: m.runs_part_hour },
  'working-hour': { unit: 'hours', label: m.runs_part_working_hour },
  shift: { unit: 'count', label: m.runs_part_shift },
  day: { unit: 'days', label: m.runs_part_day },
  'working-day': { unit: 'days', label: m.runs_part_working_day },
  week: { unit: 'weeks', label: m.runs_part_week }
}

/** The result with the time that it ran as its first step, and what lies beyond the maximum as its last. */
function runningResult(computed: Computed, { runs, field, units, counted }: Running, by: number): Computed {
  const count = units(by)
  const times = field === null ? count : 1
  const last = [isoDate((dayNumber(counted) ?? 0) + by), ...(runs.until ? [runs.until] : [])].sort()[0]!
  const { unit, label } = unitsOf[runs.per]
  const time: ComputedPart = { id: '+runs', label, amount: count, unit, reference: true, working: `${runs.from} – ${last}` }
  const lines = computed.lines.map((part) =>
    part.unit === undefined && times !== 1
      ? { ...part, amount: part.amount * times, working: `(${part.working ?? part.amount}) × ${Number(times.toFixed(4))}` }
      : part
  )
  const whole = computed.total * times
  const beyond = whole - Math.min(whole, runs.most ?? Infinity)
  const cut: ComputedPart[] = beyond > 0 ? [{ id: '+most', label: m.runs_part_beyond, amount: -beyond }] : []
  return { ...computed, lines: [time, ...lines, ...cut], total: whole - beyond }
}
