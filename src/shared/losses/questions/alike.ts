import { calculatorFor } from '../model/all-calculators'
import type { QuantityField } from '../model/calculator'
import type { OwnQuantity } from '../model/quantity'
import type { LossLineInput } from '../engine/incident-loss'

/** Quantities of several lines that look like one: the same range in the same unit, typed more than once. */
export interface AlikeGroup {
  /** Stable over the order of lines. */
  key: string
  quantity: OwnQuantity
  unit: string
  field: QuantityField
  uses: { lineId: string; fieldId: string }[]
}

/**
 * Takes an incident's lines; gives the ranges that were typed several times in one unit, in different lines. Typed apart
 * they are drawn apart, so that one high is evened out by another low; if they are one thing, the loss is less certain
 * than that. Numbers without a range move nothing and are left alone.
 */
export function alikeQuantities(lines: readonly LossLineInput[]): AlikeGroup[] {
  const groups = new Map<string, AlikeGroup>()
  for (const line of [...lines].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const field of calculatorFor(line.calculator, line.inputs)?.fields ?? []) {
      const given = line.inputs[field.id]
      if (field.kind !== 'quantity' || typeof given !== 'object' || !isRange(given)) continue
      // amounts of two currencies are not one
      const unit = field.unit.startsWith('money') ? `${field.unit} ${line.currency}` : field.unit
      const range = given.as === 'range' ? [given.low, given.likely, given.high, given.shape ?? ''] : [given.low, given.high]
      const key = [unit, given.as, ...range].join('|')
      const group = groups.get(key) ?? { key, quantity: given, unit: field.unit, field, uses: [] }
      if (!group.uses.some(({ lineId }) => lineId === line.id)) group.uses.push({ lineId: line.id, fieldId: field.id })
      groups.set(key, group)
    }
  }
  return [...groups.values()].filter(({ uses }) => uses.length > 1)
}

function isRange(given: { as: string }): given is Exclude<OwnQuantity, { as: 'exact' }> {
  if (given.as !== 'range' && given.as !== 'one-in-twenty') return false
  const { low, high } = given as unknown as { low: number; high: number }
  return low < high
}
