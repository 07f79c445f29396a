import type { FileRow, OwnSeen, Reading, RowSource } from '../shared/imports/row-source'
import type { Part } from '../shared/contract/imports'

export type Rows = AsyncGenerator<FileRow[]>

/** Rows of one kind of file, opened. */
export interface Table {
  kind: Part['kind']
  written?: RowSource['written']
  /** The names of its columns where they stand in no row. */
  headers: string[] | null
  own?: OwnSeen
  rows(reading: Reading): Rows
}

/** A table that was found, and how it is opened. */
export interface Found {
  part: Part
  /** The file that it stands in, with the archive or folder of that. */
  file: string
  bytes: number
  /** It has a single row or column, as a cover has: another one is looked at first. */
  cover?: boolean
  open(): Promise<Table>
}

/** The same before it is said which file it stands in. */
export type Unplaced = Omit<Found, 'file'> & { file?: string }

/** So many rows are given at a time, or fewer where they are long. */
const batchSize = 250
const batchLength = 1_000_000

/** Puts rows together to slices; in between others have their turn, and the work can be stopped. */
export async function* inSlices(rows: AsyncIterable<FileRow> | Iterable<FileRow>, signal: AbortSignal): Rows {
  let slice: FileRow[] = []
  let length = 0
  for await (const row of rows) {
    slice.push(row)
    for (const cell of row.cells) length += cell.length
    for (const { content } of row.attachments ?? []) length += content?.length ?? 0
    if (slice.length < batchSize && length < batchLength) continue
    yield slice
    slice = []
    length = 0
    await new Promise(setImmediate)
    signal.throwIfAborted()
  }
  if (slice.length > 0) yield slice
}
