import { invalidField, Refusal } from '../../shared/values/errors'
import { DateColumn, settledTogether } from '../../shared/imports/date-column'
import { fieldLabel, importFields, isToldOtherwise, placeOf } from '../../shared/imports/fields'
import { NumberColumn, settledMarks } from '../../shared/imports/numbers'
import type { ColumnSource, DateOrder, ImportField, Mapping, MappingFields } from '../../shared/contract/imports'
import { isDated } from '../../shared/imports/dated'
import { m } from '../../shared/messages/messages.js'

/** A column's place in this file, or null for a fixed value; `place` is its place in the mapping. */
export interface Placed extends ColumnSource {
  at: number | null
  place: number
  kind: ImportField['kind']
}

/**
 * Takes a mapping and a file's headers, gives each mapped column at its place. Errors: invalid, naming a field the
 * target does not have, a column the file does not have, or a needed field that nothing fills.
 */
export function placeColumns(mapping: MappingFields, headers: string[]): Placed[] {
  const fields = new Map(importFields(mapping.target).map((field) => [field.id, field]))
  const placed = mapping.columns.map((source, place): Placed => {
    const field = fields.get(source.field)
    if (!field) throw invalidField(`mapping.columns.${place}.field`, m.imports_unknown_field({ field: source.field }))
    const at = placeOf(source, headers)
    if (at === undefined) {
      const header = source.header || String((source.column ?? 0) + 1)
      throw new Refusal('invalid', m.imports_no_column({ header, headers: headers.filter(Boolean).slice(0, 40).join(', ') }), {
        [`mapping.columns.${place}`]: m.imports_no_column_short({ header })
      })
    }
    return { ...source, at, place, kind: field.kind }
  })
  for (const field of fields.values()) {
    const filled = (id: string) => placed.some((source) => source.field === id && (source.at !== null || source.fixed))
    const told = (field.kind === 'customer' && mapping.customerName) || isToldOtherwise(mapping.target, field.id, filled)
    if (field.required && !filled(field.id) && !told) {
      throw invalidField('mapping.columns', m.imports_field_needed({ field: fieldLabel(mapping.target, field.id) }))
    }
  }
  return placed
}

/** Takes saved mappings and a file's headers, gives the first whose columns are all there, placed in this file. */
export function mappingFor(mappings: Mapping[], headers: string[]): Mapping | null {
  for (const mapping of mappings) {
    const columns = mapping.columns.map((source) => ({ source, at: placeOf(source, headers) }))
    const named = columns.filter(({ source, at }) => source.header && typeof at === 'number')
    if (named.length === 0 || columns.some(({ at }) => at === undefined)) continue
    return { ...mapping, columns: columns.map(({ source, at }) => ({ ...source, column: at ?? null })) }
  }
  return null
}

const isNumber = (kind: ImportField['kind']) => kind === 'number' || kind === 'money'

/** Takes placed columns, gives those whose writing the mapping does not say. */
export function undecided(columns: Placed[]): Placed[] {
  return columns.filter(
    ({ at, kind, dates, numbers }) => at !== null && ((isDated({ kind }) && !dates) || (isNumber(kind) && !numbers))
  )
}

/**
 * Takes columns and all rows of a file, and settles for each how its dates or numbers are written.
 * Error: invalid, naming the columns of which nobody can tell; nothing is guessed.
 */
export async function decide(
  columns: Placed[],
  headers: string[],
  said: DateOrder[],
  rows: AsyncIterable<{ cells: string[] }[]>
): Promise<void> {
  const watched = columns.map((column) => ({ column, seen: isDated(column) ? new DateColumn() : new NumberColumn() }))
  for await (const batch of rows) {
    for (const { cells } of batch) for (const { column, seen } of watched) seen.see(cells[column.at!] ?? '')
  }
  const fields: Record<string, string> = {}
  const dates = settledTogether(
    watched.map(({ seen }) => ({ fits: seen instanceof DateColumn ? seen.fits() : [] })),
    said
  )
  const marks = settledMarks(
    watched.map(({ seen }) => (seen instanceof DateColumn ? { fits: [], sure: false } : { fits: seen.fits(), sure: seen.isSure() }))
  )
  for (const [at, { column, seen }] of watched.entries()) {
    const fits = seen instanceof DateColumn ? dates[at]!.fits : marks[at]!.fits
    const header = headers[column.at!] || String(column.at! + 1)
    if (seen instanceof DateColumn) {
      if (fits.length === 1) column.dates = fits[0] as Placed['dates']
      else fields[`mapping.columns.${column.place}.dates`] = m.imports_ask_dates({ header })
    } else {
      if (fits.length === 1) column.numbers = fits[0] as Placed['numbers']
      else fields[`mapping.columns.${column.place}.numbers`] = m.imports_ask_numbers({ header })
    }
  }
  const asked = Object.values(fields)
  if (asked.length > 0) throw new Refusal('invalid', asked.join(' '), fields)
}
