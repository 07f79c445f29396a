import type { PreparedLine } from '../../losses/model/prepare'

/** Gives the cell of a field of the line, in this row. */
export type CellOf = (field: string) => string
/** A calculator as a formula of a sheet, for one line: its choices and days are no cells, they decide which formula it is. */
export type Formula = (cell: CellOf, line: PreparedLine) => string | null

/** Whether a line gives a quantity that may be left out. */
export const given = ({ likely }: PreparedLine, field: string): boolean => likely[field] !== undefined

/** Takes a quantity that is 1 where it is not given. */
export const one = (cell: CellOf, line: PreparedLine, field: string): string => (given(line, field) ? cell(field) : '1')

/** Takes a choice or a day of a line, gives it, or what it is otherwise. */
export function said({ likely }: PreparedLine, field: string, otherwise = ''): string {
  const value = likely[field]
  return typeof value === 'string' && value !== '' ? value : otherwise
}
