import { areHalves, isPersonal } from '../../shared/imports/fields'
import { addressIn, domainOf, isOpenDomain } from '../../shared/imports/own'
import type { Read } from '../../shared/imports/values'
import type { Placed } from './columns'

/** Whom the cells of a row name. */
interface NamedIn {
  /** Several where a cell names several companies. */
  names: string[]
  personal: boolean
}

/**
 * Takes what the columns of the customer say, the first one that says something counts; the two halves of a name are one,
 * and of an address alone the company is known by its domain. Null where none says anything.
 */
export function namedIn(
  read: readonly { source: Placed; got: Read }[],
  headers: readonly string[],
  /** The column of their addresses. */
  address: number | null
): NamedIn | null {
  const texts = read.map(({ got }) => ('value' in got && got.value !== null ? String(got.value) : ''))
  const first = texts.findIndex((text) => text !== '')
  if (first < 0) return null
  const at = (place: number) => read[place]?.source.at ?? -1
  const header = headers[at(first)] ?? ''
  if (first + 1 < read.length && areHalves(header, headers[at(first + 1)] ?? ''))
    return { names: [`${texts[first]!} ${texts[first + 1]!}`.trim()], personal: true }
  const mail = at(first) === address ? addressIn(texts[first]!) : null
  if (mail) return isOpenDomain(domainOf(mail)) ? { names: [mail], personal: true } : { names: [domainOf(mail)], personal: false }
  return { names: severalNames(texts[first]!), personal: isPersonal(header) }
}

/** A cell that names several companies, as exports join them. */
const severalNames = (cell: string): string[] =>
  cell
    .split(/;|\r?\n| \| /)
    .map((name) => name.trim())
    .filter(Boolean)
