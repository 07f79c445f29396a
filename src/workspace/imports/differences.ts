import { currencyDisagrees, ownAmounts } from '../../shared/records/agreement'
import type { Entity } from '../../shared/contract/journal'
import type { Differs } from '../../shared/contract/imports'
import { nameKey } from '../../shared/imports/origin'
import type { Known } from './known'
import type { Raw } from './raw'
import { wordsOf } from './match'
import type { Said, Values } from './row-read'

/**
 * Takes what the row said at the last import, what it says now and the record, gives the fields to write. A field that
 * the origin has not changed is left alone; one that a person has changed too is kept as the person has it.
 */
export function difference(raw: Raw | null, is: Values, record: Values): { patch: Values; kept: string[] } {
  const was = raw?.values ?? {}
  const patch: Values = {}
  const kept: string[] = []
  for (const [field, value] of Object.entries(is)) {
    const before = was[field]
    const now = record[field] ?? null
    if (before === value || now === value) continue
    if (before === undefined ? now === null : now === (raw?.stands?.[field] ?? before)) patch[field] = value
    else if (before !== undefined || value !== null) kept.push(field)
  }
  return { patch, kept }
}

/** Whether a row names another customer than at the last import. */
export function goesElsewhere({ raw }: Known, { customer }: Said): boolean {
  return raw !== null && customer !== null && nameKey(raw.customer ?? '') !== nameKey(customer)
}

/** Takes out of a patch what would put an amount beside a currency that it is not in; gives those fields. */
export function withoutForeign(entity: Entity, record: Values, patch: Values, { values, currency }: Said): string[] {
  const amounts = ownAmounts(entity).filter((field) => typeof patch[field] === 'number')
  // the row gives these anew, in its currency
  const given = Object.fromEntries(
    ownAmounts(entity).flatMap((field) => (field in values && values[field] === record[field] ? [[field, values[field]]] : []))
  )
  const own = (patch.currency ?? record.currency ?? null) as string | null
  const mixed =
    currencyDisagrees(entity, record, { ...given, ...patch }) !== null || (amounts.length > 0 && own !== null && own !== currency)
  const foreign = mixed ? [...amounts, ...('currency' in patch ? ['currency'] : [])] : []
  for (const field of foreign) delete patch[field]
  return foreign
}

/** Takes a record and what would be written, gives what of it would change words that somebody said. What is empty may be filled. */
export function wordsChanged(entity: Entity, record: Values, patch: Values): Differs[] {
  return wordsOf(entity).flatMap((field) =>
    field in patch && (record[field] ?? null) !== null ? [{ field, was: record[field]!, now: patch[field] ?? null }] : []
  )
}
