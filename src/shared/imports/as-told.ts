import type { Inspection, MappingFields } from '../contract/imports'
import { placeOf } from './fields'
import type { Zone } from '../values/flavours'

/**
 * Takes what is known of a file and the workspace's zone and currency, gives the mapping that the form begins with: of a
 * saved mapping that fits, else as the headers tell. How dates and numbers are written stands in it where the file can tell.
 */
export function mappingAsTold(seen: Inspection, standard: { zone: Zone; currency: string }): MappingFields {
  const only = <T>(fits: T[] | undefined): T | null => (fits?.length === 1 ? fits[0]! : null)
  const { mapping } = seen
  const columns = (mapping?.columns ?? seen.guess).map((source) => {
    const at = placeOf(source, seen.headers)
    if (typeof at !== 'number') return source
    const dates = only(seen.dates.find(({ column }) => column === at)?.fits) ?? source.dates ?? null
    const numbers = only(seen.numbers.find(({ column }) => column === at)?.fits) ?? source.numbers ?? null
    return { ...source, dates, numbers }
  })
  const text = seen.kind === 'table'
  return {
    name: mapping?.name ?? seen.source.slice(0, 100),
    target: seen.target,
    columns,
    source: mapping?.source ?? seen.source,
    delimiter: text ? seen.delimiter : null,
    encoding: text ? seen.encoding : null,
    headerRow: null,
    zone: mapping?.zone ?? standard.zone,
    currency: mapping?.currency ?? standard.currency,
    customerName: mapping?.customerName ?? null
  }
}
