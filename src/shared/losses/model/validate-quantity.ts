import type { QuantityField, Unit } from './calculator'
import type { DriverInput } from '../engine/incident-loss'
import { LossRefusal, type InputError } from './input-error'
import type { CheckedQuantity, OwnQuantity, SharedQuantity } from './quantity'

/** Beyond this a number is a slip of the hand, and money no longer fits whole minor units. */
export const MAX_NUMBER = 1e15

export interface Bounds {
  min: number
  max: number
  unit?: string
}

/** Takes one number as typed or sent and its bounds; gives what is wrong with it, or undefined. */
function wrongNumber(raw: unknown, bounds: Bounds): Omit<InputError, 'path'> | undefined {
  if (raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')) return { code: 'required' }
  if (typeof raw !== 'number' || Number.isNaN(raw)) return { code: 'not-a-number' }
  if (raw < bounds.min && bounds.min === 0) return { code: 'negative' }
  if (Math.abs(raw) > MAX_NUMBER) return { code: 'too-large' }
  const percent = bounds.unit === 'share' || bounds.unit === 'share-per-year' ? { percent: true } : {}
  if (raw < bounds.min) return { code: 'below', limit: bounds.min, ...percent }
  if (raw <= bounds.max) return undefined
  return percent.percent && bounds.max === 1 ? { code: 'over-100' } : { code: 'above', limit: bounds.max, ...percent }
}

/** Where a quantity has no bounds of its own. */
export const anyNumber: Bounds = { min: -MAX_NUMBER, max: MAX_NUMBER }

/** Takes a quantity out of a record; gives it checked. Error: LossRefusal, it was never fit to be stored. */
export function checkedOf(quantity: OwnQuantity, bounds = anyNumber): CheckedQuantity {
  const errors: InputError[] = []
  const found = checkQuantity(quantity, bounds, 'quantity', errors)
  if (!found) throw new LossRefusal(errors)
  return found
}

/**
 * The one check of a quantity with its own numbers, for the form, the store, a question sheet that comes back, and the
 * engine. Takes it as typed or sent, its bounds and its place; gives it checked, or adds each error at its number.
 */
export function checkQuantity(raw: unknown, bounds: Bounds, path: string, errors: InputError[]): CheckedQuantity | undefined {
  const found = ownQuantity(raw, bounds, path, errors)
  return found as CheckedQuantity | undefined
}

function ownQuantity(raw: unknown, bounds: Bounds, path: string, errors: InputError[]): OwnQuantity | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    // a bare number or text where a quantity belongs: say what is wrong with it as a number
    const empty = raw === undefined || raw === null || raw === ''
    errors.push({ path, code: empty ? 'required' : typeof raw === 'string' ? 'not-a-number' : 'shape' })
    return undefined
  }
  const given = raw as Record<string, unknown>
  const before = errors.length
  const number = (part: string): number => {
    const wrong = wrongNumber(given[part], bounds)
    if (wrong) errors.push({ path: `${path}.${part}`, ...wrong })
    return given[part] as number
  }
  switch (given['as']) {
    case 'exact': {
      const value = number('value')
      return errors.length > before ? undefined : { as: 'exact', value }
    }
    case 'range': {
      const [low, likely, high] = [number('low'), number('likely'), number('high')]
      const shape = given['shape'] === 'triangular' ? ({ shape: 'triangular' } as const) : {}
      if (errors.length > before) return undefined
      if (low > high) errors.push({ path: `${path}.low`, code: 'low-above-high' })
      else if (likely < low || likely > high) errors.push({ path: `${path}.likely`, code: 'likely-outside' })
      return errors.length > before ? undefined : { as: 'range', low, likely, high, ...shape }
    }
    case 'one-in-twenty': {
      const [low, high] = [number('low'), number('high')]
      if (errors.length > before) return undefined
      if (low <= 0) errors.push({ path: `${path}.low`, code: 'not-positive' })
      else if (low > high) errors.push({ path: `${path}.low`, code: 'low-above-high' })
      return errors.length > before ? undefined : { as: 'one-in-twenty', low, high }
    }
    default:
      errors.push({ path, code: 'shape' })
      return undefined
  }
}

const units: readonly string[] = [
  'money',
  'money-per-unit',
  'money-per-hour',
  'money-per-day',
  'share',
  'share-per-year',
  'count',
  'units-per-hour',
  'hours',
  'days',
  'weeks',
  'minutes',
  'people',
  'kilometres',
  'kilograms',
  'number'
] satisfies Unit[]
const counted = ['count', 'people', 'number']

/** Whether a driver's unit may stand in a field's: the same, both plain counts, or a word of the advocate's own. */
export function unitFits(driver: string, field: Unit): boolean {
  return driver === field || !units.includes(driver) || (counted.includes(driver) && counted.includes(field))
}

/** Takes a reference to a driver; gives it typed if the driver is there, in a fitting unit and within the field's bounds. */
export function checkDriverUse(
  raw: Record<string, unknown>,
  field: QuantityField,
  drivers: readonly DriverInput[],
  path: string,
  errors: InputError[]
): SharedQuantity | undefined {
  const driver = drivers.find((one) => one.id === raw['driverId'])
  if (driver === undefined) {
    errors.push({ path, code: 'unknown-driver' })
    return undefined
  }
  const quantity = driver.quantity
  const numbers = quantity.as === 'exact' ? [quantity.value] : [quantity.low, quantity.high]
  if (!unitFits(driver.unit, field.unit)) errors.push({ path, code: 'driver-unit', name: driver.name })
  else if (numbers.some((value) => !(value >= field.min && value <= field.max))) {
    errors.push({ path, code: 'driver-outside', name: driver.name })
  } else return { as: 'driver', driverId: driver.id }
  return undefined
}
