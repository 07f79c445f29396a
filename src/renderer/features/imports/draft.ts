import { columnAt, importFields, placeOf } from '../../../shared/imports/fields'
import type { WrittenSource } from '../../../shared/imports/values'
import { wordKey } from '../../../shared/imports/words'
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
  type RepeatMode,
  type RowRange
} from '../../../shared/contract/imports'
import { isDated } from '../../../shared/imports/dated'
import type { Zone } from '../../../shared/values/flavours'

/** Where one field's value comes from, as the screen holds it: a column's place, one value for all rows, or nothing. */
export interface Source {
  from: '' | 'fixed' | `${number}`
  fixed: string
  dates: DateOrder | ''
  numbers: NumberMark | ''
  /** What words of the column mean, by the word in small letters; of a column of times, what letters of zones mean. */
  words: Record<string, string>
}

/** A mapping while a person makes it. */
export interface Draft {
  target: ImportTarget
  delimiter: Delimiter
  encoding: Encoding
  headerRow: number
  range: RowRange
  /** Our own addresses and domains, where a person has said them for this file. */
  own: string[] | null
  source: string
  zone: Zone
  currency: string
  customerName: string
  /** What rows with one number are; empty: what is usual. */
  repeats: RepeatMode | ''
  /** How the dates and numbers of the whole file are written, where it cannot tell. */
  dates: DateOrder | ''
  numbers: NumberMark | ''
  /** The sources of each field; several columns of one text are joined. */
  fields: Record<string, Source[]>
}

export const emptySource = (): Source => ({ from: '', fixed: '', dates: '', numbers: '', words: {} })

const isNumber = ({ kind }: ImportField): boolean => kind === 'number' || kind === 'money'

/** Takes what is known of a file, a mapping or the guess from its headers, and the workspace's own zone and currency; gives a draft. */
export function draftOf(
  seen: Inspection,
  target: ImportTarget,
  mapping: Mapping | null,
  standard: { zone: Zone; currency: string; customerName?: string }
): Draft {
  const fields = Object.fromEntries(importFields(target).map(({ id }) => [id, [] as Source[]]))
  for (const source of mapping?.columns ?? seen.guess) {
    const at = placeOf(source, seen.headers)
    const from = typeof at === 'number' ? (`${at}` as const) : source.fixed ? 'fixed' : ''
    fields[source.field]?.push({
      from,
      fixed: source.fixed ?? '',
      dates: source.dates ?? '',
      numbers: source.numbers ?? '',
      words: { ...source.words }
    })
  }
  for (const sources of Object.values(fields)) if (sources.length === 0) sources.push(emptySource())
  const draft: Draft = {
    target,
    delimiter: seen.delimiter,
    encoding: seen.encoding,
    headerRow: seen.headerRow,
    range: {},
    own: null,
    source: mapping?.source ?? seen.source,
    zone: mapping?.zone ?? standard.zone,
    currency: mapping?.currency ?? standard.currency,
    customerName: mapping?.customerName ?? standard.customerName ?? '',
    repeats: mapping?.columns.find(({ field }) => field === 'externalId')?.repeats ?? '',
    dates: '',
    numbers: '',
    fields
  }
  // what an earlier file of this mapping was asked holds for this one
  draft.dates = undecided(draft, seen, isDated).find(({ source }) => source.dates)?.source.dates ?? ''
  draft.numbers = undecided(draft, seen, isNumber).find(({ source }) => source.numbers)?.source.numbers ?? ''
  return draft
}

interface Filled {
  field: ImportField
  source: Source
  column: number
}

/** Gives every field that a column fills. */
export function filledBy({ target, fields }: Draft): Filled[] {
  return importFields(target).flatMap((field) =>
    (fields[field.id] ?? []).flatMap((source) =>
      source.from === '' || source.from === 'fixed' ? [] : [{ field, source, column: Number(source.from) }]
    )
  )
}

const fitsOf = ({ field, column }: Filled, seen: Inspection): readonly string[] | undefined =>
  (isDated(field) ? seen.dates : seen.numbers).find((each) => each.column === column)?.fits

/** The columns of one sort whose writing the file cannot tell. */
const undecided = (draft: Draft, seen: Inspection, of: (field: ImportField) => boolean): Filled[] =>
  filledBy(draft).filter((filled) => of(filled.field) && fitsOf(filled, seen) && fitsOf(filled, seen)!.length !== 1)

/** What has to be asked of the whole file: the answers that are possible, and a cell to show them by. */
export interface Asked<T> {
  options: T[]
  example: string
}

function exampleIn(seen: Inspection, columns: number[], shape: RegExp): string {
  const cells = columns.flatMap((column) => seen.sample.map((row) => (row[column] ?? '').trim()))
  return cells.find((cell) => shape.test(cell)) ?? cells.find(Boolean) ?? ''
}

/** Takes a draft and what is known of the file, gives the orders its dates might have; null when there is nothing to ask. */
export function datesToAsk(draft: Draft, seen: Inspection): Asked<DateOrder> | null {
  const open = undecided(draft, seen, isDated)
  if (open.length === 0) return null
  const fitting = new Set(open.flatMap((filled) => fitsOf(filled, seen) as DateOrder[]))
  const options = fitting.size > 1 ? [...fitting] : (['dmy', 'mdy', 'ymd', 'iso', 'unix'] as DateOrder[])
  // of 03/03/2025 nobody sees the difference
  return { options, example: exampleIn(seen, [...new Set(open.map(({ column }) => column))], /^0?([0-9]+)[-/.](?!0?\1[-/.])/) }
}

/** The same for the mark before the decimals. */
export function marksToAsk(draft: Draft, seen: Inspection): Asked<NumberMark> | null {
  const open = undecided(draft, seen, isNumber)
  if (open.length === 0) return null
  return { options: ['point', 'comma'], example: exampleIn(seen, [...new Set(open.map(({ column }) => column))], /[0-9][.,][0-9]/) }
}

/** Letters of time zones in the columns of times that can mean several. */
export function lettersToAsk(draft: Draft, seen: Inspection): string[] {
  const times = filledBy(draft).filter(({ field }) => isDated(field))
  return [...new Set(times.flatMap(({ column }) => seen.letters.find((each) => each.column === column)?.letters ?? []))]
}

/** Takes a field's source and what is known of the file, gives how its column is written: as recognised, else as answered. */
export function writtenAs(source: Source, seen: Inspection, draft: Draft): Omit<WrittenSource, 'header'> {
  const at = (each: { column: number }) => `${each.column}` === source.from
  const dates = seen.dates.find(at)?.fits
  const numbers = seen.numbers.find(at)?.fits
  const asked = <T>(fits: T[] | undefined, answer: T | ''): T | null =>
    fits && answer && (fits.length === 0 || fits.includes(answer)) ? answer : null
  return {
    dates: dates?.length === 1 ? dates[0] : (asked(dates, draft.dates) ?? (source.dates || null)),
    numbers: numbers?.length === 1 ? numbers[0] : (asked(numbers, draft.numbers) ?? (source.numbers || null)),
    ...(Object.keys(source.words).length > 0 ? { words: { ...source.words } } : {})
  }
}

/** Whether the same text may be made of several columns, or one moment of a day and its time. */
const joins = ({ id, kind }: ImportField): boolean =>
  id !== 'externalId' && (kind === 'text' || kind === 'customer' || kind === 'instant' || kind === 'moment' || kind === 'daytime')

/** The fields that a column fills, the one that its head shows first. */
export function fieldsOf(draft: Draft, column: number): ImportField[] {
  const fields = filledBy(draft).flatMap((filled) => (filled.column === column ? [filled.field] : []))
  return [...fields.filter(({ id }) => id !== 'externalId'), ...fields.filter(({ id }) => id === 'externalId')]
}

/** Says at a column's head what it holds: a field, or nothing. A field of one column leaves the one that it had. */
export function take(draft: Draft, column: number, id: string): void {
  const [shown] = fieldsOf(draft, column)
  if (shown) leave(draft.fields[shown.id]!, (source) => source.from === `${column}`)
  const field = importFields(draft.target).find((each) => each.id === id)
  if (!field) return
  const sources = draft.fields[field.id]!
  if (!joins(field)) leave(sources, () => true)
  const source: Source = { ...emptySource(), from: `${column}` }
  const free = sources.findIndex(({ from }) => from === '')
  if (free >= 0) sources[free] = source
  else sources.push(source)
}

/** Takes out what a test names; one empty source stays. */
function leave(sources: Source[], gone: (source: Source) => boolean): void {
  const rest = sources.filter((source) => !gone(source))
  sources.splice(0, sources.length, ...(rest.length > 0 ? rest : [emptySource()]))
}

/** What a person says that a word of a column means; undefined: as everywhere. */
export function answer(source: Source, word: string, meaning: string | undefined): void {
  const words = { ...source.words }
  if (meaning === undefined) delete words[wordKey(word)]
  else words[wordKey(word)] = meaning
  source.words = words
}

/** Takes a draft and what is known of the file, gives the mapping that runs and is saved. */
export function mappingOf(draft: Draft, seen: Inspection, name: string): MappingFields {
  const columns = Object.entries(draft.fields).flatMap(([field, sources]) =>
    sources.flatMap((source): ColumnSource[] => {
      if (source.from === '') return []
      if (source.from === 'fixed')
        return source.fixed.trim() ? [{ field, fixed: source.fixed.trim(), ...writtenAs(source, seen, draft) }] : []
      const repeats = field === 'externalId' && draft.repeats ? { repeats: draft.repeats } : {}
      return [{ ...columnAt(seen.headers, field, Number(source.from)), ...writtenAs(source, seen, draft), ...repeats }]
    })
  )
  return {
    name: name.trim() || draft.source || 'import',
    target: draft.target,
    columns,
    source: draft.source.trim(),
    delimiter: draft.delimiter,
    encoding: draft.encoding,
    headerRow: draft.headerRow || null,
    zone: draft.zone || null,
    currency: draft.currency || null,
    customerName: draft.target === 'customers' ? null : draft.customerName.trim() || null
  }
}

/** Takes a mapping that ran, gives what is saved of it: the next file may be written in another way. */
export const toSave = (mapping: MappingFields): MappingFields => ({ ...mapping, delimiter: null, encoding: null, headerRow: null })
