import type { Delimiter, Encoding } from '../../../shared/contract/imports'

/** The longest cell and the widest row that are taken, in characters and in cells. */
export const mostCharacters = 100_000
export const mostColumns = 2_000
/** The longest row, in characters. */
export const mostInRow = 2_000_000

/** Why a row cannot be read: a quotation mark that is never closed, too many cells, too many characters. */
export type Trouble = 'quote' | 'wide' | 'long'

/** One row of a source. `row` counts as a spreadsheet does: the first one is row 1. */
export interface FileRow {
  row: number
  /** The line of the text that it begins in, where the source is a text. */
  line?: number
  cells: string[]
  trouble?: Trouble
  /** The text ends with it, without the end of a line: it may have been cut. */
  unended?: boolean
}

export interface Reading {
  signal: AbortSignal
  /** Is told how many bytes have been read. */
  onBytes?: (bytes: number) => void
  /** Is told the SHA-256 of the whole file, in hex, at its end. */
  onHash?: (sha256: string) => void
}

/**
 * Rows from outside, whatever they are kept in: a text, the sheet of a workbook, records of JSON. What is done with them
 * hangs on nothing else. It may be read several times, each time from its first row; titles and the header are rows, too.
 */
export interface RowSource {
  name: string
  bytes: number
  /** How a text is written; for people to see and to change. */
  written: { delimiter: Delimiter; encoding: Encoding }
  /** Gives some hundred rows at a time and lets other work have its turn in between. Errors: invalid; cancelled. */
  rows(reading: Reading): AsyncGenerator<FileRow[]>
}
