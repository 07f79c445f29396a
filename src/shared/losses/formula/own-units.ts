import type { Unit } from '../model/calculator'

/** Units an input of an own formula may have, and the unit of the others. */
export const ownUnits: Unit[] = [
  'number',
  'money',
  'money-per-unit',
  'money-per-hour',
  'money-per-day',
  'share',
  'count',
  'units-per-hour',
  'hours',
  'days',
  'weeks',
  'minutes',
  'people',
  'kilometres',
  'kilograms'
]

/** The key under which an input's unit is kept among the line's inputs. */
export function unitKey(name: string): string {
  return `${name}.unit`
}

/** Takes the unit kept for a name, gives it, or `number` when none or an unknown one is kept. */
export function unitOf(values: Record<string, unknown>, name: string): Unit {
  const kept = values[unitKey(name)]
  return ownUnits.find((unit) => unit === kept) ?? 'number'
}
