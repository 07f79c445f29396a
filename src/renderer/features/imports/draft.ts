import { columnAt, importFields, placeOf } from '../../../shared/imports/fields'
import {
  type ColumnSource,
  type DateOrder,
  type Delimiter,
  type Encoding,
  type ImportField,
  type ImportTarget,
  type Inspection,
  type Mapping,
  type MappingFields,
  type NumberMark,
  type RepeatMode
} from '../../../shared/contract/imports'

/** Where one field's value comes from, as the screen holds it: a column's place, one value for all rows, or nothing. */
export interface Source {
  from: '' | 'fixed' | `${number}`
  fixed: string
  dates: DateOrder | ''
  numbers: NumberMark | ''
}

/** A mapping while a person makes it. */
export interface Draft {
  target: ImportTarget
  delimiter: Delimiter
  encoding: Encoding
  source: string
  zone: string
  currency: string
  customerName: string
  /** What rows with one number are; empty: what is usual. */
  repeats: RepeatMode | ''
  /** The sources of each field; several columns of one text are joined. */
  fields: Record<string, Source[]>
}

export const emptySource = (): Source => ({ from: '', fixed: '', dates: '', numbers: '' })

/** Takes what is known of a file, a mapping or the guess from its headers, and the workspace's own zone and currency; gives a draft. */
export function draftOf(
  seen: Inspection,
  target: ImportTarget,
  mapping: Mapping | null,
  standard: { zone: string; currency: string }
): Draft {
  const fields = Object.fromEntries(importFields(target).map(({ id }) => [id, [] as Source[]]))
  for (const source of mapping?.columns ?? seen.guess) {
    const at = placeOf(source, seen.headers)
    const from = typeof at === 'number' ? (`${at}` as const) : source.fixed ? 'fixed' : ''
    fields[source.field]?.push({ from, fixed: source.fixed ?? '', dates: source.dates ?? '', numbers: source.numbers ?? '' })
  }
  for (const sources of Object.values(fields)) if (sources.length === 0) sources.push(emptySource())
  return {
    target,
    delimiter: seen.delimiter,
    encoding: seen.encoding,
    source: mapping?.source ?? seen.source,
    zone: mapping?.zone ?? standard.zone,
    currency: mapping?.currency ?? standard.currency,
    customerName: mapping?.customerName ?? '',
    repeats: mapping?.columns.find(({ field }) => field === 'externalId')?.repeats ?? '',
    fields
  }
}

/** Takes a column's field and what is known of the file, gives the orders its dates might have; null when there is nothing to ask. */
export function datesToAsk(field: ImportField, source: Source, seen: Inspection): DateOrder[] | null {
  if (!['instant', 'moment', 'day'].includes(field.kind)) return null
  const column = seen.dates.find(({ column }) => `${column}` === source.from)
  if (!column || column.fits.length === 1) return null
  return column.fits.length > 1 ? column.fits : ['dmy', 'mdy', 'ymd', 'iso', 'unix']
}

/** The same for numbers. */
export function marksToAsk(field: ImportField, source: Source, seen: Inspection): NumberMark[] | null {
  if (field.kind !== 'number' && field.kind !== 'money') return null
  const column = seen.numbers.find(({ column }) => `${column}` === source.from)
  return !column || column.fits.length === 1 ? null : ['point', 'comma']
}

/** Takes a field's source and what is known of the file, gives how its column is written: as answered, else as recognised. */
export function writtenAs(source: Source, seen: Inspection): Pick<ColumnSource, 'dates' | 'numbers'> {
  const only = <T>(fits: T[] | undefined): T | null => (fits?.length === 1 ? fits[0]! : null)
  return {
    dates: only(seen.dates.find(({ column }) => `${column}` === source.from)?.fits) ?? (source.dates || null),
    numbers: only(seen.numbers.find(({ column }) => `${column}` === source.from)?.fits) ?? (source.numbers || null)
  }
}

/** Takes a draft and what is known of the file, gives the mapping that runs and is saved. */
export function mappingOf(draft: Draft, seen: Inspection, name: string): MappingFields {
  const columns = Object.entries(draft.fields).flatMap(([field, sources]) =>
    sources.flatMap((source): ColumnSource[] => {
      if (source.from === '') return []
      if (source.from === 'fixed')
        return source.fixed.trim() ? [{ field, fixed: source.fixed.trim(), ...writtenAs(source, seen) }] : []
      const repeats = field === 'externalId' && draft.repeats ? { repeats: draft.repeats } : {}
      return [{ ...columnAt(seen.headers, field, Number(source.from)), ...writtenAs(source, seen), ...repeats }]
    })
  )
  return {
    name: name.trim() || draft.source || 'import',
    target: draft.target,
    columns,
    source: draft.source.trim(),
    delimiter: draft.delimiter,
    encoding: draft.encoding,
    zone: draft.zone || null,
    currency: draft.currency || null,
    customerName: draft.target === 'customers' ? null : draft.customerName.trim() || null
  }
}

/** Takes a mapping that ran, gives what is saved of it: the next file may be written in another way. */
export const toSave = (mapping: MappingFields): MappingFields => ({ ...mapping, delimiter: null, encoding: null })
