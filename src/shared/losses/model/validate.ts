import { currency as currencyCode } from '../../values/currency'
import { isDay } from '../../values/day'
import { lossStatuses, type CalculatorLookup, type DriverInput, type LossLineInput, type LossStatus } from '../engine/incident-loss'
import { runningFields } from './growth'
import { type InputError, type InputErrorCode } from './input-error'
import { runsPer, type Runs } from './runs'
import { anyNumber, checkDriverUse, checkQuantity, type Bounds } from './validate-quantity'
import type { Calculator, Field } from './calculator'
import type { CheckedQuantity, SharedQuantity } from './quantity'

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: InputError[] }

/** A line's inputs whose every quantity has been checked. */
export type CheckedInputs = Record<string, CheckedQuantity | SharedQuantity | string | boolean>
/** A line that has been checked against its calculator's fields. */
export type CheckedLine = Omit<LossLineInput, 'inputs' | 'frequency'> & {
  inputs: CheckedInputs
  frequency: CheckedQuantity | null
}
/** A shared quantity that has been checked. */
export type CheckedDriver = DriverInput & { quantity: CheckedQuantity }

/** How often a thing may have happened, as an average. */
const FREQUENCY: Bounds = { min: 0, max: 1_000 }

/**
 * Takes what was typed or sent for a line and its calculator's fields; gives typed inputs, or every error at its place.
 * A choice or flag that is missing takes the field's start; what belongs to no field is left out.
 */
export function checkInputs(raw: unknown, calculator: Calculator, drivers: readonly DriverInput[] = []): Checked<CheckedInputs> {
  if (!isRecord(raw)) return { ok: false, errors: [{ path: 'inputs', code: 'shape' }] }
  const errors: InputError[] = []
  const inputs: CheckedInputs = {}
  for (const field of calculator.fields) {
    const found: InputError[] = []
    const value = checkField(Object.hasOwn(raw, field.id) ? raw[field.id] : undefined, field, drivers, found)
    if (found.length) errors.push(...found)
    else if (value !== undefined) inputs[field.id] = value
  }
  if (errors.length === 0) {
    for (const { field, code } of calculator.check?.(inputs) ?? []) errors.push({ path: `inputs.${field}`, code })
  }
  return errors.length ? { ok: false, errors } : { ok: true, value: inputs }
}

function checkField(
  raw: unknown,
  field: Field,
  drivers: readonly DriverInput[],
  errors: InputError[]
): CheckedInputs[string] | undefined {
  const path = `inputs.${field.id}`
  const fail = (code: InputErrorCode, limit?: number): undefined => {
    errors.push(limit === undefined ? { path, code } : { path, code, limit })
  }
  const empty = raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
  switch (field.kind) {
    case 'quantity':
      if (empty) return field.optional ? undefined : fail('required')
      if (isRecord(raw) && raw['as'] === 'driver') return checkDriverUse(raw, field, drivers, path, errors)
      return checkQuantity(raw, field, path, errors)
    case 'choice':
      if (raw === undefined || raw === null) return field.start
      if (empty) return field.optional ? undefined : fail('required')
      return field.choices.some((choice) => choice.id === raw) ? (raw as string) : fail('unknown-choice')
    case 'date':
      if (empty) return field.optional ? undefined : fail('required')
      return isDay(raw) ? raw : fail('bad-date')
    case 'flag':
      if (raw === undefined || raw === null) return field.start
      return typeof raw === 'boolean' ? raw : fail('not-a-flag')
    case 'text':
      if (empty) return field.optional ? undefined : fail('required')
      if (typeof raw !== 'string') return fail('shape')
      return raw.length <= field.max ? raw : fail('text-too-long', field.max)
  }
}

const saidFields = ['harm', 'subjectKind', 'subject', 'orderId', 'harmFrom', 'harmTo', 'wholeCase'] as const

/** Takes a line as typed or sent, gives it typed, or every error at its place. */
export function checkLine(raw: unknown, calculators: CalculatorLookup, drivers: readonly DriverInput[] = []): Checked<CheckedLine> {
  if (!isRecord(raw)) return { ok: false, errors: [{ path: '', code: 'shape' }] }
  const errors: InputError[] = []
  const id = checkText(raw['id'], 'id', 64, errors)
  const title = checkText(raw['title'], 'title', 200, errors)
  const currency = checkCurrency(raw['currency'], errors)
  const status = (lossStatuses as readonly unknown[]).includes(raw['status']) ? (raw['status'] as LossStatus) : undefined
  if (status === undefined) errors.push({ path: 'status', code: 'unknown-status' })
  const often = checkFrequency(raw['frequency'])
  if (!often.ok) errors.push(...often.errors)
  const frequency = often.ok ? often.value : null
  const name = checkText(raw['calculator'], 'calculator', 64, errors)
  let inputs: CheckedInputs | undefined
  let runs: Runs | null = null
  if (name !== undefined) {
    const calculator = calculators(name, raw as unknown as LossLineInput)
    if (calculator === undefined) errors.push({ path: 'calculator', code: 'unknown-calculator', name })
    else {
      const checked = checkInputs(raw['inputs'], calculator, drivers)
      if (checked.ok) inputs = checked.value
      else errors.push(...checked.errors)
      const running = checkRuns(raw['runs'], calculator)
      if (running.ok) runs = running.value
      else errors.push(...running.errors)
    }
  }
  if (errors.length || id === undefined || title === undefined || name === undefined || !currency || !status || !inputs) {
    return { ok: false, errors }
  }
  // what a line says beside its numbers was typed at the gate
  const said = Object.fromEntries(saidFields.flatMap((field) => (raw[field] ? [[field, raw[field]]] : [])))
  const line = { id, title, calculator: name, inputs, currency, status, frequency, ...(runs ? { runs } : {}) }
  return { ok: true, value: { ...line, ...said } }
}

/** Takes how a line runs as typed or sent, and its calculator; gives it typed, null when it does not, or what is wrong with it. */
export function checkRuns(raw: unknown, calculator: Calculator): Checked<Runs | null> {
  if (raw === undefined || raw === null) return { ok: true, value: null }
  const fields = runningFields(calculator)
  if (fields.length === 0) return { ok: false, errors: [{ path: 'runs', code: 'does-not-run' }] }
  if (!isRecord(raw)) return { ok: false, errors: [{ path: 'runs', code: 'shape' }] }
  const errors: InputError[] = []
  const runs = raw as unknown as Runs
  if (!runsPer.includes(runs.per)) errors.push({ path: 'runs.per', code: 'unknown-choice' })
  if (!runs.from) errors.push({ path: 'runs.from', code: 'required' })
  else if (!isDay(runs.from)) errors.push({ path: 'runs.from', code: 'bad-date' })
  if (runs.until && !isDay(runs.until)) errors.push({ path: 'runs.until', code: 'bad-date' })
  else if (runs.until && errors.length === 0 && runs.until < runs.from) errors.push({ path: 'runs.until', code: 'ends-before' })
  if (runs.most !== undefined && runs.most !== null) {
    if (typeof runs.most !== 'number' || !Number.isFinite(runs.most)) errors.push({ path: 'runs.most', code: 'not-a-number' })
    else if (runs.most <= 0) errors.push({ path: 'runs.most', code: 'not-positive' })
    else if (runs.most > 1e12) errors.push({ path: 'runs.most', code: 'too-large' })
  }
  if (runs.field && !fields.includes(runs.field)) errors.push({ path: 'runs.field', code: 'unknown-choice' })
  if (errors.length) return { ok: false, errors }
  const { per, from, until, most, field } = runs
  return {
    ok: true,
    value: { per, from, ...(until ? { until } : {}), ...(most ? { most } : {}), ...(field ? { field } : {}) }
  }
}

/** Takes a driver as typed or sent, gives it typed, or every error at its place. */
export function checkDriver(raw: unknown): Checked<CheckedDriver> {
  if (!isRecord(raw)) return { ok: false, errors: [{ path: '', code: 'shape' }] }
  const errors: InputError[] = []
  const id = checkText(raw['id'], 'id', 64, errors)
  const name = checkText(raw['name'], 'name', 200, errors)
  const unit = checkText(raw['unit'], 'unit', 40, errors)
  const currency = raw['currency'] === undefined || raw['currency'] === null ? undefined : checkCurrency(raw['currency'], errors)
  const bounds = unit === 'share' || unit === 'share-per-year' ? { min: 0, max: 1, unit } : anyNumber
  const quantity = checkQuantity(raw['quantity'], bounds, 'quantity', errors)
  if (errors.length || id === undefined || name === undefined || unit === undefined || !quantity) return { ok: false, errors }
  return { ok: true, value: { id, name, unit, quantity, ...(currency ? { currency } : {}) } }
}

/** Takes how often a line happened as typed or sent; gives it typed, null for once, or what is wrong with it. */
export function checkFrequency(raw: unknown): Checked<CheckedQuantity | null> {
  if (raw === undefined || raw === null) return { ok: true, value: null }
  if (isRecord(raw) && raw['as'] === 'driver') return { ok: false, errors: [{ path: 'frequency', code: 'no-driver-here' }] }
  const errors: InputError[] = []
  const value = checkQuantity(raw, FREQUENCY, 'frequency', errors)
  return value ? { ok: true, value } : { ok: false, errors }
}

function checkText(raw: unknown, path: string, max: number, errors: InputError[]): string | undefined {
  if (typeof raw === 'string' && raw.trim() !== '' && raw.length <= max) return raw
  if (typeof raw === 'string' && raw.length > max) errors.push({ path, code: 'text-too-long', limit: max })
  else errors.push({ path, code: raw === undefined || raw === null || typeof raw === 'string' ? 'required' : 'shape' })
  return undefined
}

function checkCurrency(raw: unknown, errors: InputError[]): string | undefined {
  const parsed = currencyCode.safeParse(raw)
  if (parsed.success) return parsed.data
  if (raw === undefined || raw === null || raw === '') errors.push({ path: 'currency', code: 'required' })
  else errors.push({ path: 'currency', code: 'unknown-currency', name: String(raw).slice(0, 20) })
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
