import type { InputErrorCode } from './input-error'
import type { Quantity } from './quantity'
import type { Day } from '../../values/flavours'

/**
 * A compiled message: text in the current language, or in the one that is named.
 * Typed with `any`, as each message has parameters of its own and one table holds them all.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Message = (inputs?: any, options?: { locale?: any }) => string

/** What a number is counted in. Money is in major units of the line's currency; a share is 0 to 1 and shown as %. */
export type Unit =
  | 'money'
  | 'money-per-unit'
  | 'money-per-hour'
  | 'money-per-day'
  | 'share'
  | 'share-per-year'
  | 'count'
  | 'units-per-hour'
  | 'hours'
  | 'days'
  | 'weeks'
  | 'minutes'
  | 'people'
  | 'kilometres'
  | 'kilograms'
  | 'number'

interface FieldBase {
  id: string
  label: Message
  /** What exactly is meant, in one sentence; shown under the field. */
  meaning: Message
  optional?: boolean
}
export interface QuantityField extends FieldBase {
  kind: 'quantity'
  unit: Unit
  /** Bounds on every number of the quantity, inclusive. */
  min: number
  max: number
  start?: number
  /** Counts days that go on: each further day of waiting adds one to it. */
  growsDaily?: boolean
}
export interface ChoiceField extends FieldBase {
  kind: 'choice'
  choices: { id: string; label: Message }[]
  start: string
}
export interface DateField extends FieldBase {
  kind: 'date'
  /** The end of what began on that field's date: left empty, it goes on until today, and a day longer with each day of waiting. */
  endOf?: string
}
export interface FlagField extends FieldBase {
  kind: 'flag'
  start: boolean
}
export interface TextField extends FieldBase {
  kind: 'text'
  max: number
}
export type Field = QuantityField | ChoiceField | DateField | FlagField | TextField

/** What was given for each field: a quantity, a choice's id, an ISO date, a flag or a text. */
export type LineInputs = Record<string, Quantity | string | boolean>

/** One draw: each quantity as one number. */
export type Draw = Record<string, number | string | boolean>

/** Where a formula or figure comes from. `confirmed` is false for what was recalled and not checked. */
export interface Source {
  text: string
  url?: string
  confirmed: boolean
}

/** What kind of harm a line measures; the double-count guard compares these. */
export type Harm =
  | 'lost-contribution'
  | 'lost-sales'
  | 'idle-labour'
  | 'extra-expense'
  | 'liquidated-damages'
  | 'stock-lost'
  | 'recovery-work'
  | 'scrap-rework'
  | 'overcharge'
  | 'interest'
  | 'customer-time'
  | 'statutory'
  | 'other'

/** A part of a result, in major units of the line's currency unless `unit` says otherwise. */
export interface ComputedPart {
  id: string
  label: Message
  amount: number
  unit?: Unit
  /** True for a step on the way or a figure to compare with: shown, never added to the total. */
  reference?: boolean
  /** The formula with the numbers in it, for the explanation. */
  working?: string
}
export interface Computed {
  lines: ComputedPart[]
  /** The customer's loss in major units, not rounded. */
  total: number
  /** What the reader must know, such as two routes that differ or a cap that was hit. */
  warnings?: Message[]
  /** The rows of dated amounts that it rests on, for the explanation. */
  dated?: readonly DatedAmount[]
}

/** A row of dated amounts as an explanation names it. */
export interface DatedAmount {
  /** What the amounts are of. */
  title: Message
  effectiveFrom: Day
  source: string
  /** The day it was checked against its source; null when it was not. */
  verifiedOn: Day | null
  /** Stands beside the figure and is not in it. */
  reference?: boolean
}

/** Something wrong with one field beside the others. */
export interface Problem {
  field: string
  code: InputErrorCode
}

/** A calculator is data plus one pure function. */
export interface Calculator {
  id: string
  version: number
  group: 'late' | 'outage' | 'quality' | 'money' | 'time' | 'statutory' | 'own'
  title: Message
  /** The formula in words. */
  formula: Message
  sources: Source[]
  harms: Harm[]
  /** The currency the amounts are fixed in by law, where they are; the line is then in this currency. */
  currency?: string
  fields: Field[]
  /** The fields of one line where they depend on what was given (an own formula's named inputs); else `fields` hold. */
  fieldsFor?(inputs: LineInputs): Field[]
  examples: { title: Message; inputs: LineInputs; expected: number }[]
  /**
   * What is wrong with inputs that are each right by themselves: a last day before the first, or a number that is needed
   * because of a choice. Without it such a line would silently count as nothing.
   */
  check?(inputs: LineInputs): Problem[]
  /** Takes one value for each field, gives the loss. Pure: no clock, no randomness. Never throws for inputs within bounds. */
  compute(draw: Draw): Computed
  /** The same as `compute(draw).total` without the working, where that is much quicker; used for the thousands of draws. */
  total?(draw: Draw): number
  /**
   * For the double-count guard: what the result of these inputs contains beside its own harm, every part of the
   * customer's business or every cost of poor quality. Not given: one part.
   */
  covers?(inputs: LineInputs): 'whole' | 'quality' | undefined
  /** For the double-count guard: harms that were avoided by spending this, so that the same units have one or the other. */
  insteadOf?: Harm[]
}
