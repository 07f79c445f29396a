/** How a number is written. */
export type CellFormat = 'amount' | 'share' | 'number'

/** A cell: a text or number, or a formula with what it comes to now. */
export type Cell =
  | string
  | number
  | null
  | { value: string | number; strong?: boolean; format?: CellFormat }
  | { formula: string; value: number; strong?: boolean; format?: CellFormat }

/** A column of as many rows as it has values: numbers, or one formula in which {row} is the row that it stands in. */
export interface BookColumn {
  formula: string | null
  values: number[]
  strong?: boolean
}

export interface BookSheet {
  name: string
  /** In characters. */
  widths: number[]
  rows: Cell[][]
  /** What stands under the rows, as columns from the first one: a sheet of draws has some hundred thousand cells. */
  below?: BookColumn[]
  /** Rows that stay in view, and come again on each printed page. */
  heads: number
}

/** A workbook as data: what the file is made from. */
export interface Book {
  title: string
  sheets: BookSheet[]
  names: { name: string; range: string }[]
}

/** Takes a column's number, from 0, gives its letters. */
export function columnOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnOf(Math.floor(index / 26) - 1) + last
}

/** A sheet's name as it stands in a formula. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
