import { mostColumns, mostInRow, type FileRow, type Trouble } from '../../shared/imports/row-source'

/** How the rows of a text are written. */
export interface Dialect {
  delimiter: string
  /** Whether a cell may stand in quotation marks; where not, they are characters like any other. */
  quotes: boolean
}

type Row = Pick<FileRow, 'cells' | 'trouble' | 'unended'> & { line: number }

/** What is looked through again for quotation marks that are never closed; past it, a text is given up. */
const mostLookedThrough = 256_000_000

/** A text in which so many quotation marks are open that its rows cannot be told apart. */
export class OpenQuotes extends Error {
  constructor(readonly line: number) {
    super(`Quotation marks are never closed, from line ${line} on`)
  }
}

/**
 * Takes a text piece by piece and gives its rows. No library tells what is needed here: the line of each row, and where a
 * quotation mark that is never closed would swallow the rows below it; that line alone is then given as a trouble and the
 * next one read as a row again. However a text is made, the work is in proportion to its length, and no more is held than
 * the longest row.
 */
export class CsvRows {
  private text = ''
  /** Not looked at again before there is so much of it. */
  private enough = 0
  private line = 1
  private skipping = false
  private looked = 0
  /** The width of the rows so far, and the shape of what the last one began with. */
  private width = 0
  private shape = ''

  constructor(private readonly dialect: Dialect) {}

  /** Takes the next piece, gives the rows that are whole now; with `last`, all that is left. Error: `OpenQuotes`. */
  push(piece: string, last = false): Row[] {
    return [...this.read(piece, last)]
  }

  /** The same one by one, so that a piece of a million short rows is never held as rows. To be read to its end. */
  *read(piece: string, last = false): Generator<Row> {
    this.text = this.text ? this.text + piece : piece
    if (!last && this.text.length < this.enough) return
    const rows: Row[] = []
    let at = 0
    while (at < this.text.length) {
      if (this.skipping) {
        const end = endOfLine(this.text, at)
        if (end === null) {
          at = this.text.length
          break
        }
        this.skipping = false
        this.line++
        at = end
        continue
      }
      const next = this.row(at, last, rows)
      if (next === null) break
      at = next
      yield* rows
      rows.length = 0
    }
    this.text = this.text.slice(at)
    this.enough = this.text.length * 2
    yield* rows
  }

  /** Reads the row that begins at a place; gives where the next one does, or null when more of the text is needed. */
  private row(from: number, last: boolean, rows: Row[]): number | null {
    const { text } = this
    const { delimiter, quotes } = this.dialect
    const cells: string[] = []
    let at = from
    let lines = 0
    for (;;) {
      if (cells.length > mostColumns) return this.give(rows, from, cells, 'wide')
      if (at - from > mostInRow) return this.give(rows, from, cells, 'long')
      let start = at
      while (quotes && text[start] === ' ') start++
      if (quotes && text[start] === '"') {
        const quoted = this.quoted(start, last)
        if (quoted === 'more') return text.length - from > mostInRow ? this.broken(rows, from, text.length) : null
        if (quoted && quoted.lines > 0 && this.swallows(cells, text.slice(start + 1, quoted.end)))
          return this.broken(rows, from, quoted.end)
        if (quoted) {
          cells.push(quoted.cell)
          lines += quoted.lines
          at = quoted.end
        } else if (quoted === undefined) return this.broken(rows, from, text.length)
        // a mark that is closed before the cell ends is a character like any other, as in "Heavy duty" gasket
        else at = this.plain(cells, at)
      } else at = this.plain(cells, at)
      if (at >= text.length && !last) return text.length - from > mostInRow ? this.give(rows, from, cells, 'long') : null
      if (at >= text.length) {
        rows.push({ line: this.line, cells, unended: true })
        return text.length
      }
      const sign = text[at]!
      if (sign === delimiter) {
        at++
        continue
      }
      if (sign === '\r' && at + 1 >= text.length && !last) return null
      at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
      rows.push({ line: this.line, cells })
      this.line += lines + 1
      if (cells.length > 1) {
        this.width = cells.length
        this.shape = shapeOf(cells[0]!)
      }
      return at
    }
  }

  /** Adds the cell without quotation marks that begins at a place, gives where it ends. */
  private plain(cells: string[], from: number): number {
    const { text } = this
    const delimiter = this.dialect.delimiter.charCodeAt(0)
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === 10 || code === 13) break
    }
    cells.push(text.slice(from, at))
    return at
  }

  /**
   * Reads a cell in quotation marks. Gives null when its mark is closed before the cell ends in the same line, undefined
   * when it is closed in the middle of a cell of another line or never, `more` when the text has not come that far.
   */
  private quoted(start: number, last: boolean): { cell: string; end: number; lines: number } | null | undefined | 'more' {
    const { text } = this
    const { delimiter } = this.dialect
    let cell = ''
    let from = start + 1
    for (;;) {
      const mark = text.indexOf('"', from)
      if (mark < 0) return last ? undefined : 'more'
      if (mark + 1 >= text.length && !last) return 'more'
      if (text[mark + 1] === '"') {
        cell += text.slice(from, mark + 1)
        from = mark + 2
        continue
      }
      cell += text.slice(from, mark)
      let end = mark + 1
      while (text[end] === ' ') end++
      if (end >= text.length && !last) return 'more'
      const sign = text[end]
      const lines = linesIn(cell)
      if (sign === undefined || sign === delimiter || sign === '\n' || sign === '\r') return { cell, end, lines }
      return lines > 0 ? undefined : null
    }
  }

  /** Whether a cell of several lines holds whole rows: the line that it begins in is one by itself, and so the next begins. */
  private swallows(before: string[], cell: string): boolean {
    if (this.width < 3) return false
    const shape = before.length > 0 ? shapeOf(before[0]!) : this.shape
    if (!/[0-9]/.test(shape)) return false
    const { delimiter } = this.dialect
    const count = (line: string) => line.split(delimiter).length - 1
    const lines = cell.slice(0, 20_000).split(/\r\n|\n|\r/)
    const whole = before.length + count(lines[0]!) === this.width - 1
    return whole && lines[1]!.includes(delimiter) && shapeOf(lines[1]!.slice(0, lines[1]!.indexOf(delimiter))) === shape
  }

  /** Gives the line that a row begins in as a trouble, and goes on with the next line. */
  private broken(rows: Row[], from: number, looked: number): number {
    this.looked += looked - from
    if (this.looked > mostLookedThrough) throw new OpenQuotes(this.line)
    const end = endOfLine(this.text, from)
    rows.push({
      line: this.line,
      cells: [this.text.slice(from, Math.min(end ?? this.text.length, from + 1_000)).trimEnd()],
      trouble: 'quote'
    })
    this.line++
    return end ?? this.text.length
  }

  /** Gives a row that is too much to be held, and skips the rest of its line. */
  private give(rows: Row[], from: number, cells: string[], trouble: Trouble): number {
    rows.push({ line: this.line, cells: cells.slice(0, 20).map((cell) => cell.slice(0, 200)), trouble })
    const end = endOfLine(this.text, from)
    this.skipping = end === null
    if (end !== null) this.line++
    return end ?? this.text.length
  }
}

/** Takes a text and a place, gives where the line after it begins; null where that is the last one. */
function endOfLine(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return at + 1
    if (code === 13) return at + 1 < text.length && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }
  return null
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++
  }
  return lines
}

/** What a number at the source looks like: digits as 0, letters as a, each run of them once. */
const shapeOf = (cell: string): string =>
  cell
    .slice(0, 60)
    .replace(/[0-9]+/g, '0')
    .replace(/\p{L}+/gu, 'a')
