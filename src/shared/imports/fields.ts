import { beginning } from '../values/truncate'
import type { ColumnSource, ImportField, ImportTarget } from '../contract/imports'
import { specs } from './specs'

/** Headers under which the name of a customer is that of a person. */
const people =
  'billingname shippingname buyername buyer recipientname requester requestername fullname contactname contact person sendername fromname shiptoname όνομαπαραλήπτη comprador ostja mamimili'
const peopleNames = new Set(people.split(' '))

/** Takes a column's header, gives whether a customer's name under it is that of a person. */
export const isPersonal = (header = ''): boolean => peopleNames.has(bareHeader(header))

/** Gives what a target's fields are and take. */
export function importFields(target: ImportTarget): ImportField[] {
  return specs[target].map(({ id, kind, required, choices }) => ({ id, kind, required, ...(choices ? { choices } : {}) }))
}

/** Takes a target and a field's id, gives the field's name in the current language. */
export function fieldLabel(target: ImportTarget, id: string): string {
  return specs[target].find((spec) => spec.id === id)?.label() ?? id
}

/** Takes a header, gives what two spellings of it have in common. */
const plainHeader = (header: string): string => header.trim().toLowerCase()

/** Takes a header, gives its letters and digits, small. */
export const bareHeader = (header: string): string =>
  header
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Headers of a column that holds the time of a day alone. */
const clocks = new Set('time timeofday starttime calltime ώρα hora kellaaeg aeg oras uhrzeit zeit heure ora'.split(' '))

/** Headers of the second half of a person's name. */
const lastNames = new Set('lastname surname familyname επώνυμο apellidos apellido perekonnanimi apelyido nachname'.split(' '))

let knownHeaders: Set<string> | null = null

/** Takes a header, gives whether it is what some field is called. */
export function isKnownHeader(header: string): boolean {
  knownHeaders ??= new Set(Object.values(specs).flatMap((fields) => fields.flatMap(({ known }) => known.split(' '))))
  return knownHeaders.has(bareHeader(header))
}

/** Takes a file's headers, gives the field each probably holds: by name only, each field at most once. */
export function guessColumns(target: ImportTarget, headers: string[]): ColumnSource[] {
  const names = headers.map(bareHeader)
  const taken = new Set<number>()
  const guess: ColumnSource[] = []
  for (const spec of specs[target]) {
    const known = [bareHeader(spec.label()), spec.id.toLowerCase(), ...spec.known.split(' ')]
    const column = known.map((name) => names.findIndex((header, at) => header === name && !taken.has(at))).find((at) => at >= 0)
    if (column === undefined) continue
    taken.add(column)
    guess.push(columnAt(headers, spec.id, column))
  }
  // a day and its time in two columns are one moment
  const clock = names.findIndex((header, at) => clocks.has(header) && !taken.has(at))
  const day = guess.find(({ field: id }) =>
    specs[target].some((spec) => spec.id === id && (spec.kind === 'instant' || spec.kind === 'moment'))
  )
  if (clock >= 0 && day) guess.splice(guess.indexOf(day) + 1, 0, columnAt(headers, day.field, clock))
  // a name that stands in two columns is one
  const last = target === 'contacts' ? names.findIndex((header, at) => lastNames.has(header) && !taken.has(at)) : -1
  const first = guess.find(({ field: id }) => id === 'name')
  if (last >= 0 && first) guess.splice(guess.indexOf(first) + 1, 0, columnAt(headers, 'name', last))
  // an order is known by its number where the file has no other: it is then found again, and its lines are told apart
  const number = guess.find(({ field }) => field === 'orderNumber')
  if (number && !guess.some(({ field }) => field === 'externalId')) guess.unshift({ ...number, field: 'externalId' })
  return guess
}

/** Takes a file's headers, a field and a column's place, gives the source that finds this column again by its name. */
export function columnAt(headers: string[], fieldId: string, column: number): ColumnSource {
  const header = headers[column] ?? ''
  const same = headers.slice(0, column).filter((other) => plainHeader(other) === plainHeader(header))
  return { field: fieldId, column, header: beginning(header, 300), occurrence: same.length }
}

/** Takes a mapped column and a file's headers, gives where it is there; undefined when it is not. */
export function placeOf(source: ColumnSource, headers: string[]): number | null | undefined {
  if (source.header) {
    const wanted = plainHeader(source.header)
    const places = headers.flatMap((header, at) => (plainHeader(header) === wanted ? [at] : []))
    return places[source.occurrence ?? 0]
  }
  if (typeof source.column === 'number') return source.column < headers.length ? source.column : undefined
  return null
}
