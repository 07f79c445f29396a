import { distributionOf, type Distribution } from '../sampling/distributions'
import { LossRefusal, type InputError } from './input-error'
import { CAUSED, causedField, inPart } from './cause'
import { resolve, within } from './likely'
import { inTime, lastsField, type InTime, type Running, type Waited } from './later'
import { endedOn, openEnds } from './open-end'
import { conversion } from './rates'
import { runningOf } from './run-units'
import { checkDriver, checkLine, type CheckedDriver, type CheckedLine } from './validate'
import type { Calculator, Draw, QuantityField } from './calculator'
import type { DatedRate, SimulationInput } from '../engine/incident-loss'
import type { Dated, Id } from '../../values/flavours'

/** A field whose value differs from draw to draw. */
export interface Uncertain {
  field: QuantityField
  /** Its own distribution, or the driver's. */
  distribution: Distribution
  driverId?: Id<'driver'>
  /** What a driver's value is multiplied with: its currency in the line's. */
  factor: number
}

declare const prepared: unique symbol

/** A line that has been checked, with its numbers resolved. The engine takes no other, and only `prepare` gives one. */
export interface PreparedLine {
  readonly [prepared]: true
  line: CheckedLine
  calculator: Calculator
  /** 1 for a loss, -1 for what came back. */
  sign: 1 | -1
  /** The line's currency in the incident's. */
  factor: number
  /** Every field at its likely value, in the order of the calculator's fields. */
  likely: Draw
  uncertain: Uncertain[]
  frequency: Distribution | undefined
  /** The ends that are left empty; in `likely` they are the day until which the line counts. */
  open: readonly string[]
  /** The calculator by itself, without what time does to the line. */
  base: Calculator
  running: Running | undefined
  /** Tells the line apart from itself at another time. */
  time: string
}

export interface Prepared {
  /** In the order of their ids, so that sums do not depend on the order in which lines stand. */
  lines: PreparedLine[]
  drivers: Map<string, { driver: CheckedDriver; distribution: Distribution }>
  rates: DatedRate[]
}

/** Takes a simulation's input; gives its lines checked and resolved. Throws a LossRefusal that names line and field. */
export function prepare(input: SimulationInput): Prepared {
  const drivers: Prepared['drivers'] = new Map()
  for (const raw of input.drivers) {
    const checked = checkDriver(raw)
    if (!checked.ok) throw new LossRefusal(checked.errors, String(raw?.id), String(raw?.name))
    if (drivers.has(raw.id)) throw new LossRefusal([{ path: 'id', code: 'twice', name: raw.name }], raw.id, raw.name)
    drivers.set(raw.id, { driver: checked.value, distribution: distributionOf(checked.value.quantity) })
  }
  const own = [...drivers.values()].map(({ driver }) => driver)
  const used = new Map<string, DatedRate>()
  const convert = (from: string, to: string, path: string, on?: Dated): number | InputError => {
    const found = conversion(from, to, input.rates, on)
    if (!found) return { path, code: 'no-rate', name: `${from} → ${to}` }
    if (found.used) used.set(JSON.stringify(found.used), found.used)
    return found.factor
  }
  const ids = new Set<string>()
  const lines = input.lines.map((raw) => {
    const checked = checkLine(raw, input.calculators, own)
    if (!checked.ok) throw new LossRefusal(checked.errors, String(raw?.id), String(raw?.title))
    const line = checked.value
    const refuse = (error: InputError): never => {
      throw new LossRefusal([error], line.id, line.title)
    }
    if (ids.has(line.id)) refuse({ path: 'id', code: 'twice', name: line.title })
    ids.add(line.id)
    const calculator = input.calculators(line.calculator, line)
    if (!calculator) return refuse({ path: 'calculator', code: 'unknown-calculator', name: line.calculator })
    const factor = convert(line.currency, input.currency, 'currency', raw.harmOn)
    if (typeof factor !== 'number') return refuse(factor)
    const open = openEnds(calculator, line.inputs)
    if (open.length && !raw.until) refuse({ path: `inputs.${open[0]}`, code: 'required' })
    const inputs = raw.until ? endedOn(calculator, line.inputs, raw.until) : line.inputs
    const likely: Draw = {}
    const uncertain: Uncertain[] = []
    for (const field of calculator.fields) {
      const value = inputs[field.id]
      if (value === undefined) continue
      if (typeof value !== 'object' || field.kind !== 'quantity') {
        likely[field.id] = value as string | boolean
        continue
      }
      const factorOf = ({ currency = line.currency }: CheckedDriver): number => {
        const by = convert(currency, line.currency, `inputs.${field.id}`, raw.harmOn)
        return typeof by === 'number' ? by : refuse(by)
      }
      const found = resolve(field, value, (id) => drivers.get(id)?.driver, factorOf)
      if (!found) return refuse({ path: `inputs.${field.id}`, code: 'unknown-driver' })
      const { distribution, driver, factor: by } = found
      likely[field.id] = found.likely
      if (distribution.sd === 0) continue
      uncertain.push({ field, distribution, factor: by, ...(driver ? { driverId: driver.id } : {}) })
    }
    const frequency = line.frequency ? distributionOf(line.frequency) : undefined
    const sign: 1 | -1 = line.status === 'recovered' || line.status === 'compensated' ? -1 : 1
    const running = runningOf(line, calculator, raw.until, raw.calendar)
    const time = running ? JSON.stringify([line.runs, running.counted, raw.calendar]) : ''
    const one = {
      line,
      calculator,
      sign,
      factor,
      likely,
      uncertain,
      frequency,
      open,
      base: calculator,
      running,
      time
    } as unknown as PreparedLine
    const known = raw.caused === undefined ? one : causedBy(one, raw.caused, drivers)
    return raw.waited ? daysLater(known, raw.waited, drivers) : { ...known, calculator: calculatorOf(known, { running }) }
  })
  lines.sort((a, b) => (a.line.id < b.line.id ? -1 : 1))
  return { lines, drivers, rates: [...used.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
}

/** The line's calculator with what time does to it, and only the part that is due to the incident. */
function calculatorOf({ base, likely }: PreparedLine, time: InTime): Calculator {
  const timed = inTime(base, time)
  return CAUSED in likely ? inPart(timed) : timed
}

/** Takes a line and the quantity that says which share of it is due to the incident; gives the line in that part. */
function causedBy(one: PreparedLine, by: string, drivers: Prepared['drivers']): PreparedLine {
  const found = drivers.get(by)
  if (!found) return one
  const { driver, distribution } = found
  return withShared({ ...one, time: JSON.stringify([one.time, driver.quantity]) }, causedField, by, distribution)
}

/** A line with one more field, which takes the value of a shared quantity. */
function withShared(one: PreparedLine, field: QuantityField, driverId: Id<'driver'>, distribution: Distribution): PreparedLine {
  const likely = { ...one.likely, [field.id]: within(distribution.likely, field) }
  if (distribution.sd === 0) return { ...one, likely }
  return { ...one, likely, uncertain: [...one.uncertain, { field, distribution, factor: 1, driverId }] }
}

/** Takes a line and how long is waited, gives the line as it is then; what was waited for before no longer counts. */
export function daysLater(one: PreparedLine, waited: Waited, drivers: Prepared['drivers']): PreparedLine {
  const lasts = waited.lasts === undefined ? undefined : drivers.get(waited.lasts)
  const time = JSON.stringify([one.time, waited, lasts?.driver.quantity])
  const later = { ...one, calculator: calculatorOf(one, { running: one.running, waited }), time }
  return lasts ? withShared(later, lastsField, lasts.driver.id, lasts.distribution) : later
}

/** Takes a line and one value for each field, gives its loss in the incident's currency, for one time it happens. */
export function lossOnce(prepared: PreparedLine, draw: Draw): number {
  const { calculator, line } = prepared
  try {
    return (calculator.total ? calculator.total(draw) : calculator.compute(draw).total) * prepared.factor
  } catch {
    throw new LossRefusal([{ path: 'inputs', code: 'failed' }], line.id, line.title)
  }
}
