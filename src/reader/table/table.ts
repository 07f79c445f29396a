import { Refusal } from '../../shared/values/errors'
import type { Delimiter, Encoding } from '../../shared/contract/imports'
import { mostColumns, type FileRow, type Reading } from '../../shared/imports/row-source'
import { m } from '../../shared/messages/messages.js'
import type { Bytes } from '../bytes'
import type { Rows, Table } from '../source'
import { CsvRows, OpenQuotes, type Dialect } from './csv'
import { recogniseDialect, separatorLine } from './dialect'
import { readText } from './text'

const batchSize = 250
/** So many characters in a batch are enough, however few rows they are. */
const batchLength = 1_000_000
const sampleSize = 128 * 1024

/**
 * Takes bytes of text and their encoding, gives the rows in them. `delimiter` is what a person says; what is not said is
 * recognised.
 */
export async function openTable(bytes: Bytes, encoding: Encoding, delimiter: Delimiter | null): Promise<Table> {
  const { text, whole } = await beginningOf(bytes, encoding, sampleSize)
  const dialect = recogniseDialect(text, whole, delimiter)
  return {
    kind: 'table',
    written: { delimiter: dialect.delimiter as Delimiter, encoding },
    headers: null,
    rows: (reading) => readRows(bytes, encoding, dialect, reading)
  }
}

/** Takes bytes of text, gives so many characters of their beginning, and whether that is all. */
export async function beginningOf(bytes: Bytes, encoding: Encoding, length: number): Promise<{ text: string; whole: boolean }> {
  let text = ''
  for await (const piece of readText(bytes, { encoding })) {
    text += piece
    if (text.length >= length) return { text: text.slice(0, length), whole: false }
  }
  return { text, whole: true }
}

async function* readRows(bytes: Bytes, encoding: Encoding, dialect: Dialect, reading: Reading): Rows {
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
        throw new Refusal('invalid', m.imports_too_many_columns({ file: bytes.name, maximum: String(mostColumns) }))
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
    for await (let text of readText(bytes, { encoding, ...reading })) {
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
