import type { Driver, LossLine } from '../contract/losses'
import { calculatorFor } from '../losses/model/all-calculators'
import type { QuantityField } from '../losses/model/calculator'
import { runningField } from '../losses/model/growth'
import type { OwnQuantity } from '../losses/model/quantity'
import { anyNumber, MAX_NUMBER } from '../losses/model/validate-quantity'

/** A quantity that a loss rests on, and where it stands. */
export interface Quantified {
  key: string
  /** The line whose own it is; null where several share it. */
  line: LossLine | null
  driver: Driver | null
  /** Null: how often the line happened, or a shared quantity. */
  field: QuantityField | null
  unit: string
  currency: string
  quantity: OwnQuantity
  bounds: { min: number; max: number; unit: string }
  /** It is so much per hour, day …, as its line goes on. */
  runs: boolean
}

/** What came back to the customer from us is ours to know. */
const askedOf = ({ status }: LossLine): boolean => status !== 'compensated'

/** Takes the lines and shared quantities of an incident and its currency; gives every number that its loss rests on, once. */
export function quantitiesOf(lines: readonly LossLine[], drivers: readonly Driver[], home: string): Quantified[] {
  const used = new Set<string>()
  const own = lines.filter(askedOf).flatMap((line) => {
    const calculator = calculatorFor(line.calculator, line.inputs)
    if (!calculator) return []
    const running = line.runs ? runningField(calculator, line.runs) : undefined
    const found = calculator.fields.flatMap((field): Quantified[] => {
      const given = line.inputs[field.id]
      if (field.kind !== 'quantity' || typeof given !== 'object') return []
      if (given.as === 'driver') {
        used.add(given.driverId)
        return []
      }
      const { unit, min, max } = field
      const at = { key: `${line.id}|${field.id}`, line, driver: null, field }
      return [{ ...at, unit, currency: line.currency, quantity: given, bounds: { min, max, unit }, runs: running === field.id }]
    })
    const { frequency } = line
    if (!frequency) return found
    const often = { key: `${line.id}|`, line, driver: null, field: null, unit: 'count', currency: line.currency, runs: false }
    return [...found, { ...often, quantity: frequency, bounds: { min: 0, max: MAX_NUMBER, unit: 'count' } }]
  })
  const shared = drivers
    .filter(({ id }) => used.has(id))
    .map((driver): Quantified => {
      const { id: key, unit, quantity } = driver
      const bounds = { ...anyNumber, unit }
      return { key, line: null, driver, field: null, unit, currency: home, quantity, bounds, runs: false }
    })
  return [...own, ...shared]
}

/** The keys of every quantity that a line rests on, its shared ones among them. */
export function keysOf(line: LossLine, all: readonly Quantified[]): string[] {
  const shared = Object.values(line.inputs).flatMap((value) =>
    typeof value === 'object' && value.as === 'driver' ? [value.driverId] : []
  )
  return all.filter((one) => one.line?.id === line.id || shared.includes(one.key)).map(({ key }) => key)
}
