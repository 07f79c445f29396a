import { basename } from 'node:path'
import { Refusal } from '../../../shared/values/errors'
import type { Delimiter, Encoding } from '../../../shared/contract/imports'
import { m } from '../../../shared/messages/messages.js'
import { CsvRows, OpenQuotes, type Dialect } from './csv'
import { recogniseDialect, separatorLine } from './dialect'
import { refuseOtherKinds } from './kinds'
import { mostColumns, type FileRow, type Reading, type RowSource } from './source'
import { readText, recogniseEncoding, sizeOf } from './text'

const batchSize = 250
/** So many characters in a batch are enough, however few rows they are. */
const batchLength = 1_000_000
const sampleSize = 128 * 1024

/** How a person says that a text is written; what is not said is recognised. */
export interface WrittenAs {
  delimiter?: Delimiter | null
  encoding?: Encoding | null
}

/** Takes a file, gives the rows in it. Errors: not-found; invalid, when it is no table of text, and what it is. */
export async function openSource(file: string, said: WrittenAs, signal: AbortSignal): Promise<RowSource> {
  const bytes = await sizeOf(file)
  const encoding = said.encoding ?? (await recogniseEncoding(file, { signal }))
  const { text, whole } = await beginningOf(file, encoding, signal)
  refuseOtherKinds(text, basename(file))
  const dialect = recogniseDialect(text, whole, said.delimiter ?? null)
  return {
    name: basename(file),
    bytes,
    written: { delimiter: dialect.delimiter as Delimiter, encoding },
    rows: (reading) => readRows(file, encoding, dialect, reading)
  }
}

async function beginningOf(file: string, encoding: Encoding, signal: AbortSignal): Promise<{ text: string; whole: boolean }> {
  let text = ''
  for await (const piece of readText(file, { encoding, signal })) {
    text += piece
    if (text.length >= sampleSize) return { text: text.slice(0, sampleSize), whole: false }
  }
  return { text, whole: true }
}

async function* readRows(file: string, encoding: Encoding, dialect: Dialect, reading: Reading): AsyncGenerator<FileRow[]> {
  const reader = new CsvRows(dialect)
  let row = 0
  let batch: FileRow[] = []
  let length = 0
  let first = true
  /** Numbers rows and gives them in batches; what is left over waits for the next ones. */
  async function* batches(found: ReturnType<CsvRows['read']>, last = false): AsyncGenerator<FileRow[]> {
    for (const each of found) {
      row++
      if (row === 1 && each.trouble === 'wide') {
        throw new Refusal('invalid', m.imports_too_many_columns({ file: basename(file), maximum: String(mostColumns) }))
      }
      batch.push({ row, ...each })
      length += each.cells.reduce((sum, cell) => sum + cell.length, 0)
      if (batch.length >= batchSize || length > batchLength) yield await given()
    }
    if (last && batch.length > 0) yield await given()
  }
  const given = async () => {
    const full = batch
    batch = []
    length = 0
    await new Promise(setImmediate)
    if (reading.signal.aborted) throw new Refusal('cancelled', m.error_cancelled())
    return full
  }
  try {
    for await (let text of readText(file, { encoding, ...reading })) {
      if (first) text = text.replace(separatorLine, '')
      first = false
      yield* batches(reader.read(text))
      // one long row is read in many pieces: others have their turn in between, and it can be stopped
      if (batch.length === 0) await given()
    }
    yield* batches(reader.read('', true), true)
  } catch (error) {
    if (error instanceof OpenQuotes) throw new Refusal('invalid', m.imports_open_quote({ row: String(error.line) }))
    if ((error as { name?: string }).name === 'AbortError') throw new Refusal('cancelled', m.error_cancelled())
    throw error
  }
}
