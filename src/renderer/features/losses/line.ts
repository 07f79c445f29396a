import type { Driver, LossLine } from '../../../shared/contract/losses'
import type { LineInputs } from '../../../shared/losses/model/calculator'
import { calculatorById } from '../../../shared/losses/model/all-calculators'
import type { Runs } from '../../../shared/losses/model/runs'
import type { OwnQuantity } from '../../../shared/losses/model/quantity'
import type { Day, Id } from '../../../shared/values/flavours'

/** A loss line as its form holds it. */
export interface LineDraft {
  title: string
  calculator: string
  inputs: LineInputs
  currency: string
  status: LossLine['status']
  confidence: LossLine['confidence']
  frequency: OwnQuantity | null
  runs: Runs | null
  basis: string
  confirmedBy: string
  confirmedOn: Day | null
  proofEntity: LossLine['proofEntity']
  proofId: Id<'interaction' | 'voice' | 'evidence'> | null
  harm: LossLine['harm']
  subjectKind: LossLine['subjectKind']
  subject: string
  orderId: Id<'order'> | null
  harmFrom: string | null
  harmTo: string | null
  wholeCase: 0 | 1
}

/** A line as it is simulated while it is still being typed. */
export type TypedLine = LineDraft & { id: string }

/** Takes a calculator's id and a currency, gives an empty form with what the calculator starts from. */
export function newLine(calculator: string, currency: string): LineDraft {
  const found = calculatorById(calculator)
  const inputs: LineInputs = {}
  for (const field of found?.fields ?? []) {
    if (field.kind === 'choice' || field.kind === 'flag') inputs[field.id] = field.start
    if (field.kind === 'quantity' && field.start !== undefined) inputs[field.id] = { as: 'exact', value: field.start }
  }
  return {
    title: found?.title() ?? '',
    calculator,
    inputs,
    currency: found?.currency ?? currency,
    status: 'estimated',
    confidence: 'medium',
    frequency: null,
    runs: null,
    basis: '',
    confirmedBy: '',
    confirmedOn: null,
    proofEntity: null,
    proofId: null,
    harm: null,
    subjectKind: null,
    subject: '',
    orderId: null,
    harmFrom: null,
    harmTo: null,
    wholeCase: 0
  }
}

/** Takes a stored line, gives it as its form holds it. */
export function lineDraft(line: LossLine | LineDraft): LineDraft {
  const { title, calculator, inputs, currency, status, confidence, frequency, runs, basis, confirmedBy, confirmedOn } = line
  const { proofEntity, proofId, harm, subjectKind, subject, orderId, harmFrom, harmTo, wholeCase } = line
  return {
    title,
    calculator,
    inputs: structuredClone(inputs),
    currency,
    status,
    confidence,
    frequency,
    runs: runs ?? null,
    basis: basis ?? '',
    confirmedBy: confirmedBy ?? '',
    confirmedOn,
    proofEntity,
    proofId,
    harm,
    subjectKind,
    subject: subject ?? '',
    orderId,
    harmFrom,
    harmTo,
    wholeCase
  }
}

/** Takes a text that was kept, gives the form, or null when it is none for this calculator. */
export function restoredLine(body: string, calculator: string): LineDraft | null {
  try {
    const kept = JSON.parse(body) as Partial<LineDraft>
    if (kept.calculator !== calculator || typeof kept.inputs !== 'object') return null
    const fixed = calculatorById(calculator)?.currency
    return { ...newLine(calculator, 'EUR'), ...kept, ...(fixed ? { currency: fixed } : {}) }
  } catch {
    return null
  }
}

/** Takes problems by path and a field's id, gives the first sentence that belongs to the field or a part of it. */
export function problemAt(problems: Record<string, string>, path: string): string | undefined {
  const found = Object.keys(problems).find((each) => each === path || each.startsWith(`${path}.`))
  return found && problems[found]
}

/** Takes a line that is being typed, gives it as if it were stored, at this place. */
export function asLine(line: TypedLine, incidentId: Id<'incident'>, position: number): LossLine {
  return {
    incidentId,
    createdAt: '',
    updatedAt: '',
    trashedAt: null,
    calculatorVersion: 1,
    reckoned: null,
    reckonedOn: null,
    position,
    ...line
  }
}

/** Takes what is stored and the one that is being typed; gives it in the place of its own, or after the last if it is `fresh`. */
export function withTyped<T extends { id: string }, E extends { id: string }>(
  stored: T[],
  typed: E | null,
  fresh?: (typed: E) => T
): T[] {
  if (!typed) return stored
  if (stored.some(({ id }) => id === typed.id)) return stored.map((one) => (one.id === typed.id ? { ...one, ...typed } : one))
  return fresh ? [...stored, fresh(typed)] : stored
}

/**
 * Takes what was refused, and what is being typed; gives its problems by their own path. A line's come under its id from
 * the engine, under its place from the gate. A shared quantity may be refused by a line that uses it: said at its value.
 */
export function problemsOf(fields: Record<string, string>, id: string, of: 'lines' | 'drivers'): Record<string, string> {
  const heads = [`${id}.`, `edits.${of}.0.`]
  const found: Record<string, string> = {}
  for (const [path, sentence] of Object.entries(fields)) {
    const head = heads.find((each) => path.startsWith(each))
    if (head) found[path.slice(head.length)] = sentence
    else if (of === 'drivers') found.quantity ??= sentence
  }
  return found
}

/** Takes a shared quantity, gives the lines that use it. */
export function usersOf({ id }: Pick<Driver, 'id'>, lines: readonly LossLine[]): LossLine[] {
  return lines.filter(({ inputs }) =>
    Object.values(inputs).some((given) => typeof given === 'object' && given.as === 'driver' && given.driverId === id)
  )
}
