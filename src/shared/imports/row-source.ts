import type { Delimiter, Encoding, FileKind, Joined, Part } from '../contract/imports'

/** The longest cell and the widest row that are taken, in characters and in cells. */
export const mostCharacters = 100_000
export const mostColumns = 2_000
/** The longest row, in characters. */
export const mostInRow = 2_000_000

/** Why a row cannot be read: a quotation mark that is never closed, too many cells, too many characters, nothing that can be read. */
export type Trouble = 'quote' | 'wide' | 'long' | 'broken'

/** A file that came with a message. */
export interface Attachment {
  name: string
  mediaType: string
  bytes: number
  /** Its words, as far as they could be read. */
  text?: string
  /** Itself, where contents were asked for. */
  content?: Uint8Array
}

/** One row of a source. `row` counts as a spreadsheet does: the first one is row 1. */
export interface FileRow {
  row: number
  /** The line of the text that it begins in, where the source is a text. */
  line?: number
  cells: string[]
  trouble?: Trouble
  /** The text ends with it, without the end of a line: it may have been cut. */
  unended?: boolean
  /** It is told and left out: a meeting that was called off; a mail that was never sent, is junk, or was deleted; what a program noted in a chat. */
  left?: 'cancelled' | 'draft' | 'junk' | 'deleted' | 'notice'
  /** What came with a message; the message itself, as it came, is the first of them. */
  attachments?: Attachment[]
}

export interface Reading {
  signal: AbortSignal
  /** With the contents of what came with messages; without, their names and sizes. */
  contents?: boolean
  /** Is told how many bytes have been read. */
  onBytes?: (bytes: number) => void
  /** Is told the SHA-256 of the whole file, in hex, at its end. */
  onHash?: (sha256: string) => void
}

/** What is known of what was opened, before its rows are read. */
export interface Outside {
  name: string
  bytes: number
  kind: FileKind
  /** Every table in it, and which one the rows are of. */
  parts: Part[]
  part: string
  joins: Joined[]
  /** How a text is written; for people to see and to change. */
  written: { delimiter: Delimiter; encoding: Encoding }
  /** The names of its columns where they stand in no row: of messages, of records. */
  headers: string[] | null
  own: OwnSeen | null
}

/** Of messages: whose addresses stand in them, and which are taken for our own. */
export interface OwnSeen {
  told: boolean
  domains: string[]
  seen: { domain: string; count: number }[]
}

/**
 * Rows from outside, whatever they are kept in: a text, the sheet of a workbook, records of JSON, mails. What is done with
 * them hangs on nothing else. It may be read several times, each time from its first row; titles and the header are rows,
 * too.
 */
export interface RowSource extends Outside {
  /** Gives some hundred rows at a time and lets other work have its turn in between. Errors: invalid; cancelled. */
  rows(reading: Reading): AsyncGenerator<FileRow[]>
}
