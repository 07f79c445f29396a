import { bareHeader } from '../../shared/imports/header-names'

/** The columns of what was joined, whatever system it comes from; the first one bears the system's name. */
export const joinedColumns = [
  'Record ID',
  'Parent ID',
  'Date',
  'Customer',
  'Person',
  'Contact name',
  'Contact email',
  'Author',
  'Direction',
  'Channel',
  'Subject',
  'Text'
] as const
export type JoinedCells = Partial<Record<(typeof joinedColumns)[number], string>>

/** One row of one table, by the names of its columns. */
export type Cells = (...names: string[]) => string

/** What rows are looked up in while others are read. */
export interface LookUp {
  /** The row of a table that has an id; null where it is not there. The columns of ids are counted for people. */
  find(role: string, by: string, id: string): Cells | null
  /** Whether a row of a table has rows of another one under it. */
  has(role: string, id: string): boolean
}

/** A system whose export comes in several files that name one another by ids. */
export interface System {
  name: string
  /** How each table is known: sets of headers. */
  roles: Readonly<Record<string, readonly (readonly string[])[]>>
  /** The tables whose rows become records, the finer ones first; they need one other table beside them. */
  records: readonly string[]
  /** For each table of records: the column that says which row of another table it is under. */
  parents: Readonly<Record<string, { role: string; by: readonly string[] }>>
  /** What a row says; null where it is left to another table. */
  row(role: string, cells: Cells, look: LookUp): JoinedCells | null
}

/** What only bears an id is called by it, until the file that knows its name comes. */
export const unnamed = (what: string, id: string): string => (id ? `${what} ${id}` : '')

/** Seconds since 1970, perhaps with parts of one, as an instant. */
export const instant = (text: string): string =>
  /^[0-9]{10}(?:\.[0-9]{1,9})?$/.test(text) ? new Date(Math.floor(Number(text) * 1000)).toISOString() : text

/** Takes a header, gives what two spellings of it have in common; the points of JSON's names stay. */
export const nameOf = (header: string): string => header.split('.').map(bareHeader).join('.')
