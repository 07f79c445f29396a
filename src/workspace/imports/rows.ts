import { basename } from 'node:path'
import { parse, type Options } from 'csv-parse'
import { Refusal } from '../../shared/values/errors'
import { delimiters, type Delimiter } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import { readText, type TextOptions } from './text'

/** The longest cell and the widest row that are taken, in characters and in cells. */
export const mostCharacters = 100_000
const mostColumns = 2_000
const batchSize = 250
const sampleSize = 64 * 1024

/** One row of a file. `row` counts as a spreadsheet does: the header is row 1. */
export interface FileRow {
  row: number
  cells: string[]
}

const options = (delimiter: Delimiter): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  // a stray quote inside a cell, as in 5" pipe, is a character like any other
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: 2_000_000
})

/** "sep=;" in the first line is a word to Excel, not a header. */
const separatorLine = /^sep=(.)\r?\n/i

/** Takes the beginning of a file as text, gives its delimiter: the one that gives the most rows of one width. */
export async function recogniseDelimiter(sample: string): Promise<Delimiter> {
  const said = separatorLine.exec(sample)?.[1] as Delimiter | undefined
  if (said && delimiters.includes(said)) return said
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const widths = (await rowsOfSample(sample, delimiter)).map((cells) => cells.length)
    const width = widths[0] ?? 1
    if (width < 2) continue
    const same = widths.filter((other) => other === width).length / widths.length
    const score = same * same * Math.min(width, 20) ** 0.5
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

async function rowsOfSample(sample: string, delimiter: Delimiter): Promise<string[][]> {
  const whole = sample.length < sampleSize
  const parser = parse(whole ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1), options(delimiter))
  const rows: string[][] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) if (rows.push(cells) >= 200) break
  } catch {
    // a quoted cell that the sample cuts in two: what came before it tells enough
  }
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '')
}

/** Takes a file, gives the text at its beginning. */
export async function readSample(file: string, read: TextOptions): Promise<string> {
  let sample = ''
  for await (const text of readText(file, { ...read, onHash: undefined, onBytes: undefined })) {
    sample += text
    if (sample.length >= sampleSize) break
  }
  return sample
}

/**
 * Reads a file's rows a few hundred at a time, the header first as a batch of its own, and lets other work have its
 * turn between batches. Errors: invalid (not that encoding, a quote that is never closed, too many columns); cancelled.
 */
export async function* readRows(file: string, read: TextOptions & { delimiter: Delimiter }): AsyncGenerator<FileRow[]> {
  const parser = parse(options(read.delimiter))
  const feeding = feed(parser, file, read)
  let row = 0
  let batch: FileRow[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++
      batch.push({ row, cells })
      if (row === 1 && cells.length > mostColumns) {
        throw new Refusal('invalid', m.imports_too_many_columns({ file: basename(file), maximum: String(mostColumns) }))
      }
      if (row > 1 && batch.length < batchSize) continue
      yield batch
      batch = []
      await new Promise(setImmediate)
      if (read.signal.aborted) throw new Refusal('cancelled', m.error_cancelled())
    }
    await feeding
    if (batch.length > 0) yield batch
  } catch (error) {
    throw inWords(error, row)
  } finally {
    parser.destroy()
    await feeding.catch(() => {})
  }
}

async function feed(parser: ReturnType<typeof parse>, file: string, read: TextOptions): Promise<void> {
  try {
    let first = true
    for await (let text of readText(file, read)) {
      if (first) text = text.replace(separatorLine, '')
      first = false
      if (parser.destroyed) return
      if (!parser.write(text)) await new Promise<void>((resolve) => resumed(parser, resolve))
    }
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

function resumed(parser: ReturnType<typeof parse>, resolve: () => void): void {
  const done = () => {
    parser.off('drain', done).off('close', done).off('error', done)
    resolve()
  }
  parser.on('drain', done).on('close', done).on('error', done)
}

function inWords(error: unknown, row: number): unknown {
  const { code, name } = error as { code?: string; name?: string }
  if (name === 'AbortError') return new Refusal('cancelled', m.error_cancelled())
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new Refusal('invalid', m.imports_open_quote({ row: String(row + 1) }))
  }
  return error
}
