import type { LossLine } from '../../../shared/losses'
import type { LineInputs } from '../../../shared/losses/calculator'
import { calculatorById } from '../../../shared/losses/calculators'
import type { OwnQuantity } from '../../../shared/losses/quantity'

/** A loss line as its form holds it. */
export interface LineDraft {
  title: string
  calculator: string
  inputs: LineInputs
  currency: string
  status: LossLine['status']
  confidence: LossLine['confidence']
  frequency: OwnQuantity | null
  basis: string
  confirmedBy: string
  confirmedOn: string | null
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
    title: found?.title() ?? '', calculator, inputs, currency: found?.currency ?? currency, status: 'estimated', confidence: 'medium',
    frequency: null, basis: '', confirmedBy: '', confirmedOn: null
  }
}

/** Takes a stored line, gives it as its form holds it. */
export function lineDraft(line: LossLine): LineDraft {
  const { title, calculator, inputs, currency, status, confidence, frequency, basis, confirmedBy, confirmedOn } = line
  return {
    title, calculator, inputs: structuredClone(inputs), currency, status, confidence, frequency, basis: basis ?? '',
    confirmedBy: confirmedBy ?? '', confirmedOn
  }
}

/** Takes a text that was kept, gives the form, or null when it is none for this calculator. */
export function restoredLine(body: string, calculator: string): LineDraft | null {
  try {
    const kept = JSON.parse(body) as Partial<LineDraft>
    return kept.calculator === calculator && typeof kept.inputs === 'object' ? { ...newLine(calculator, 'EUR'), ...kept } : null
  } catch {
    return null
  }
}

/** Takes problems by path and a field's id, gives the first sentence that belongs to the field or a part of it. */
export function problemAt(problems: Record<string, string>, path: string): string | undefined {
  const found = Object.keys(problems).find((each) => each === path || each.startsWith(`${path}.`))
  return found && problems[found]
}
