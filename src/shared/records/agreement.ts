import type { Entity } from '../contract/journal'
import { m } from '../messages/messages.js'
import { dayEnd, firstDay } from '../values/zones'
import { kinds } from './kinds'
import type { Dated } from './kinds/kind'
import type { Moment } from '../values/flavours'

type Value = string | number | null | undefined
export type Fields = Readonly<Record<string, unknown>>

/** What is wrong with a field, in a sentence. */
export interface Disagreement {
  field: string
  text: string
}

/**
 * Takes a record as it is to be and the fields of it that are new, gives the first date among them that stands on the
 * wrong side of another; null when all agree. Dates that were stored before are not held against what does not touch them.
 */
export function datesDisagree(entity: Entity, record: Fields, given: readonly string[]): Disagreement | null {
  for (const [first, last] of kinds[entity].dates) {
    const isNew = (dated: Dated) => given.includes(dated.field)
    if (
      (!isNew(first) && !isNew(last)) ||
      !isBefore(record[last.field] as Value, record[first.field] as Value, record.zone as Value)
    )
      continue
    return isNew(last)
      ? { field: last.field, text: m.error_before({ other: first.label() }) }
      : { field: first.field, text: m.error_after({ other: last.label() }) }
  }
  return null
}

const day = 86_400_000
/** From the first zone in which a day begins to the last one in which it ends. */
const [east, west] = [14 * 3_600_000, 12 * 3_600_000]

/** Whether one date is certainly before another, each as precise as it is known; a day beside an instant in the zone, or whatever the zone. */
export function isBefore(one: Value, other: Value, zone?: Value): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const [a, b] = [one.includes('T'), other.includes('T')]
  if (a && b) return Date.parse(one) < Date.parse(other)
  if (a) return Date.parse(one) < beginOf(other) - east
  if (b) {
    const [end, at] = [endOf(one), Date.parse(other)]
    // where the zones of the world disagree, the record's own decides
    if (end + west >= at && end - east < at && one.length === 10 && typeof zone === 'string') return dayEnd(one, zone) <= at
    return end + west < at
  }
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

const beginOf = (moment: Moment): number => Date.parse(firstDay(moment))

function endOf(moment: Moment): number {
  const [year, month] = moment.split('-').map(Number) as [number, number?]
  if (moment.length === 10) return Date.parse(moment) + day
  return month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month)
}

/** Takes a kind of record, gives its fields that are amounts in its own currency. */
export const ownAmounts = (entity: Entity): readonly string[] => kinds[entity].amounts

/**
 * Takes a stored record and what is to be changed in it; says so where another currency would make another amount of
 * what is recorded: 100 euros would become 10,000 yen. Nothing is another amount in no other currency.
 */
export function currencyDisagrees(entity: Entity, stored: Fields, patch: Fields): Disagreement | null {
  const { currency } = stored
  if (!('currency' in patch) || patch.currency === currency || currency === null) return null
  const held = ownAmounts(entity).some((field) => !(field in patch) && stored[field] !== null && stored[field] !== 0)
  return held ? { field: 'currency', text: m.error_currency_kept({ currency: String(currency) }) } : null
}
