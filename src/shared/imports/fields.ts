import { beginning } from '../values/truncate'
import type { ColumnSource, ImportField, ImportTarget } from '../contract/imports'
import { bareHeader, shorterNames } from './header-names'
import type { Spec } from './spec'
import { specs } from './specs'

/** Headers under which the name of a customer is that of a person. */
const people =
  'billingname billtoname billname buyername requestername requester consumername contactname contact contactperson caller callername personname fullname respondentname shippingname shiptoname shipname recipientname recipient buyer person όνομαπαραλήπτη ονοματεπώνυμο comprador nombrecompleto ostja mamimili'
const peopleNames = new Set(people.split(' '))
/** They name the customer only where nothing else does. Who wrote or reported may be one of us, and is never taken for one. */
const perhaps = ['name', 'requestedby', 'submittedby']

/** Takes a column's header, gives whether a customer's name under it is that of a person. */
export const isPersonal = (header = ''): boolean => peopleNames.has(bareHeader(header)) || senders.has(bareHeader(header))

/** Of these the customer's name is a person's where somebody says that they are one. */
const senders = new Set(['sendername', 'fromname'])

/** Gives what a target's fields are and take. */
export function importFields(target: ImportTarget): ImportField[] {
  return specs[target].map(({ id, kind, required, choices }) => ({ id, kind, required, ...(choices ? { choices } : {}) }))
}

/** Takes a target and a field's id, gives the field's name in the current language. */
export function fieldLabel(target: ImportTarget, id: string): string {
  return specs[target].find((spec) => spec.id === id)?.label() ?? id
}

/**
 * Whether a needed field that no column fills is told by another one: a comment has no subject, and its first words are
 * one, or how it came; an order that nothing names is called by its number.
 */
export function isToldOtherwise(target: ImportTarget, field: string, filled: (field: string) => boolean): boolean {
  if (field === 'subject') return filled('notes') || filled('channel')
  return target === 'orders' && field === 'title' && (filled('orderNumber') || filled('externalId'))
}

/** Takes a header, gives what two spellings of it have in common. */
const plainHeader = (header: string): string => header.trim().toLowerCase()

/** Headers of a column that holds the time of a day alone. */
const clocks = new Set('time timeofday starttime calltime ώρα hora kellaaeg aeg oras uhrzeit zeit heure ora'.split(' '))

/** Headers of the two halves of a person's name. */
const firstNames = new Set('firstname givenname forename όνομα eesnimi vorname prénom'.split(' '))
const lastNames = new Set('lastname surname familyname επώνυμο apellidos apellido perekonnanimi apelyido nachname'.split(' '))

/** Takes two headers, gives whether they bear the first and the last name of somebody. */
export const areHalves = (first: string, last: string): boolean =>
  firstNames.has(bareHeader(first)) && lastNames.has(bareHeader(last))

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
  const found = new Map<string, number>()
  const knownOf = (spec: Spec) => [bareHeader(spec.label()), spec.id.toLowerCase(), ...spec.known.split(' ')]
  const seek = (spec: Spec, fits: (name: string) => number[]) => {
    if (found.has(spec.id)) return
    const column = knownOf(spec)
      .map((name) => fits(name).find((at) => !taken.has(at) && !misleads(target, spec.id, names, at)))
      .find((at) => at !== undefined)
    if (column === undefined) return
    taken.add(column)
    found.set(spec.id, column)
  }
  for (const spec of specs[target]) seek(spec, (name) => names.flatMap((header, at) => (header === name ? [at] : [])))
  // then by what longer names come to: "Created Time (Ticket)", "Order status", "Customer/Display Name"
  const shorter = new Map<string, number[]>()
  headers.forEach((header, at) => {
    if (!taken.has(at)) for (const name of shorterNames(header)) shorter.set(name, [...(shorter.get(name) ?? []), at])
  })
  for (const spec of specs[target]) seek(spec, (name) => shorter.get(name) ?? [])
  const guess = specs[target].flatMap(({ id }) => (found.has(id) ? [columnAt(headers, id, found.get(id)!)] : []))
  // a day and its time in two columns are one moment
  const clock = headers.findIndex(
    (header, at) => !taken.has(at) && [bareHeader(header), ...shorterNames(header)].some((name) => clocks.has(name))
  )
  const day = guess.find(({ field: id }) =>
    specs[target].some((spec) => spec.id === id && (spec.kind === 'instant' || spec.kind === 'moment' || spec.kind === 'daytime'))
  )
  if (clock >= 0 && day) guess.splice(guess.indexOf(day) + 1, 0, columnAt(headers, day.field, clock))
  // a name that stands in two columns is one
  const last = target === 'contacts' ? names.findIndex((header, at) => lastNames.has(header) && !taken.has(at)) : -1
  const first = guess.find(({ field: id, header }) => id === 'name' && areHalves(header ?? '', headers[last] ?? ''))
  if (first) guess.splice(guess.indexOf(first) + 1, 0, columnAt(headers, 'name', last))
  // an order is known by its number where the file has no other: it is then found again, and its lines are told apart
  const number = guess.find(({ field }) => field === 'orderNumber')
  const id = guess.find(({ field }) => field === 'externalId')
  if (number && !id) guess.unshift({ ...number, field: 'externalId' })
  if (!number && id && target === 'orders' && bareHeader(id.header ?? '').startsWith('order'))
    guess.push({ ...id, field: 'orderNumber' })
  return target === 'customers' || target === 'contacts' ? guess : withPeople(guess, headers, taken)
}

/** Where a row names no company, its person is the customer; where it names nobody, their address tells who they are. */
function withPeople(guess: ColumnSource[], headers: string[], taken: ReadonlySet<number>): ColumnSource[] {
  const own = guess.find(({ field }) => field === 'customer')
  const address = guess.find(({ field }) => field === 'customerAddress')
  // beside a company and an address the customer is a person
  const company = ofPerson.has(bareHeader(own?.header ?? '')) && address ? headers.findIndex(isCompany) : -1
  if (own && company >= 0) {
    return guess.toSpliced(guess.indexOf(own), 0, columnAt(headers, 'customer', company))
  }
  const more = personColumns(headers, taken, own !== undefined)
  if (!own && more.length === 0 && typeof address?.column === 'number') more.push(address.column)
  const place =
    guess.findIndex(({ field }) => field === 'customer') + 1 || guess.findIndex(({ field }) => field === 'externalId') + 1
  return guess.toSpliced(place, 0, ...more.map((at) => columnAt(headers, 'customer', at)))
}

const ofPerson = new Set(['customer', 'customername', 'client', 'clientname'])
const companies = new Set(
  'company companyname customercompany organization organisation organizationname organisationname accountname businessname εταιρεία empresa ettevõte kompanya firma'.split(
    ' '
  )
)
const isCompany = (header: string): boolean => companies.has(bareHeader(header))

/** Of a bill the day on which it is due is no day on which goods are needed. */
const misleads = (target: ImportTarget, field: string, names: string[], at: number): boolean =>
  target === 'orders' &&
  field === 'neededBy' &&
  names[at]!.includes('due') &&
  names.some((name) => /invoice|factura|rechnung|τιμολογ/.test(name))

/** The columns of people who are the customer where no company is named: one, or the two halves of a name. */
function personColumns(headers: string[], taken: ReadonlySet<number>, named: boolean): number[] {
  const names = headers.map(bareHeader)
  const nameAt = (wanted: string) => names.findIndex((name, at) => name === wanted && (!taken.has(at) || peopleNames.has(name)))
  const person = people
    .split(' ')
    .map(nameAt)
    .find((at) => at >= 0)
  if (person !== undefined) return [person]
  const first = names.findIndex((name) => firstNames.has(name))
  const last = names.findIndex((name) => lastNames.has(name))
  if (first >= 0 && last >= 0) return [first, last]
  const other = named ? undefined : perhaps.map(nameAt).find((at) => at >= 0)
  return other === undefined ? [] : [other]
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
