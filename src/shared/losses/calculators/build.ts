import type {
  ChoiceField,
  DateField,
  FlagField,
  LineInputs,
  Message,
  Problem,
  QuantityField,
  Source,
  Unit
} from '../model/calculator'
import { daysBetween } from './dates'

type More = Partial<Pick<QuantityField, 'min' | 'max' | 'start' | 'optional' | 'growsDaily'>>

function quantityOf(unit: Unit, min: number, max: number) {
  return (id: string, label: Message, meaning: Message, more: More = {}): QuantityField => ({
    kind: 'quantity',
    id,
    label,
    meaning,
    unit,
    min,
    max,
    ...more
  })
}

/** Field makers by unit; each takes id, label, meaning and, where the usual bounds do not fit, others. */
export const money = quantityOf('money', 0, 1e12)
export const moneyPerUnit = quantityOf('money-per-unit', 0, 1e9)
export const moneyPerHour = quantityOf('money-per-hour', 0, 1e9)
export const moneyPerDay = quantityOf('money-per-day', 0, 1e10)
export const share = quantityOf('share', 0, 1)
export const sharePerYear = quantityOf('share-per-year', 0, 1)
export const count = quantityOf('count', 0, 1e9)
export const people = quantityOf('people', 0, 1e6)
export const unitsPerHour = quantityOf('units-per-hour', 0, 1e6)
export const hours = quantityOf('hours', 0, 1e5)
export const minutes = quantityOf('minutes', 0, 1e6)
export const days = quantityOf('days', 0, 36500)
export const kilometres = quantityOf('kilometres', 0, 20100)
export const kilograms = quantityOf('kilograms', 0, 1e7)
export const plainNumber = quantityOf('number', 0, 1e9)

export function choiceField(
  id: string,
  label: Message,
  meaning: Message,
  choices: Record<string, Message>,
  start: string
): ChoiceField {
  return {
    kind: 'choice',
    id,
    label,
    meaning,
    start,
    choices: Object.entries(choices).map(([key, text]) => ({ id: key, label: text }))
  }
}

export function dateField(id: string, label: Message, meaning: Message, optional = false): DateField {
  return { kind: 'date', id, label, meaning, optional }
}

/** The last day of what began on another field's date; left empty, it still goes on. */
export function endField(id: string, endOf: string, label: Message, meaning: Message): DateField {
  return { ...dateField(id, label, meaning, true), endOf }
}

export function flagField(id: string, label: Message, meaning: Message, start = false): FlagField {
  return { kind: 'flag', id, label, meaning, start }
}

/** Takes plain values, gives the inputs of an example with each number as an exact quantity. */
export function exactly(values: Record<string, number | string | boolean>): LineInputs {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, typeof value === 'number' ? { as: 'exact' as const, value } : value])
  )
}

/** A source that was checked. */
export function source(text: string, url?: string): Source {
  return { text, url, confirmed: true }
}

/** Takes a line's inputs and the ids of fields that are needed with them, gives those that are missing. */
export function needed(inputs: LineInputs, ...ids: string[]): Problem[] {
  return ids.filter((id) => inputs[id] === undefined || inputs[id] === '').map((field) => ({ field, code: 'required' }))
}

/** Takes a line's inputs and the ids of two dates, which must be in order where both are given; one that is missing or wrong is named by its own field. */
export function inOrder(inputs: LineInputs, first: string, last: string): Problem[] {
  const between = daysBetween(String(inputs[first]), String(inputs[last]))
  return between !== undefined && between < 0 ? [{ field: last, code: 'ends-before' }] : []
}

/**
 * Takes a line's inputs and the ids of two dates and of a count of days. The days must be given, or the first date with or
 * without the last: without it, it still goes on.
 */
export function datesOrDays(inputs: LineInputs, from: string, to: string, days: string): Problem[] {
  const [first, last] = [inputs[from], inputs[to]]
  if (!first && !last) return needed(inputs, days)
  if (typeof first !== 'string') return needed(inputs, from)
  if (typeof last !== 'string') return inputs[days] === undefined ? [] : needed(inputs, to)
  return inOrder(inputs, from, to)
}
