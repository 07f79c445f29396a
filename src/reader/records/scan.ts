import { mostDepth, mostInRecord } from '../limits'
import { eachSign } from './signs'

/** One record of a text of JSON, or the place of one that cannot be read. */
export interface Scanned {
  /** The name of the list it stands in; null for the list that is all of the file, and for records in lines. */
  list: string | null
  line: number
  text: string | null
  trouble?: 'long' | 'broken'
}

/**
 * Takes a text of JSON piece by piece and gives the records in it: the objects of its outermost list, or of the lists that
 * stand under the names of its outermost object. No more of it is held than one record.
 */
export class RecordScanner {
  private depth = 0
  private inText = false
  private escaped = false
  private line = 1
  /** What the outermost sign opened. */
  private outer: '[' | '{' | null = null
  private list: string | null = null
  private listDepth = -1
  /** The last text outside a record: the name that a list may stand under. */
  private word = ''
  private record: string | null = null
  private began = 0
  private recordDepth = 0
  private from = 0
  private tooLong = false
  private tooDeep = false

  private opens(sign: '{' | '[', at: number): void {
    this.depth++
    if (this.record !== null) {
      if (this.depth - this.recordDepth > mostDepth) this.tooDeep = true
      return
    }
    this.outer ??= sign
    if (sign === '[' && this.listDepth < 0 && this.depth <= 2) {
      this.listDepth = this.depth
      this.list = this.outer === '{' ? this.word : null
    } else if (sign === '{' && this.depth === this.listDepth + 1 && this.listDepth >= 0) {
      this.record = ''
      this.from = at
      this.began = this.line
      this.recordDepth = this.depth
      this.tooLong = this.tooDeep = false
    }
  }

  /** Takes the next piece; with `last`, tells what was cut. */
  *push(piece: string, last = false): Generator<Scanned> {
    this.from = 0
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at)
      if (code === 10) this.line++
      if (this.inText) {
        if (this.escaped) this.escaped = false
        else if (code === 92) this.escaped = true
        else if (code === 34) this.inText = false
        else if (this.record === null && this.word.length < 200) this.word += piece[at]
        continue
      }
      if (code === 34) {
        this.inText = true
        if (this.record === null) this.word = ''
      } else if (code === 123 || code === 91) this.opens(code === 123 ? '{' : '[', at)
      else if (code === 125 || code === 93) {
        const done = this.closes(piece, at)
        if (done) yield done
      }
    }
    if (this.record !== null && !this.tooLong) {
      this.record += piece.slice(this.from)
      if (this.record.length > mostInRecord) [this.record, this.tooLong] = ['', true]
    }
    if (last && this.record !== null) yield { list: this.list, line: this.began, text: null, trouble: 'broken' }
  }

  private closes(piece: string, at: number): Scanned | null {
    this.depth--
    if (this.record !== null && this.depth < this.recordDepth) {
      const text = this.record + piece.slice(this.from, at + 1)
      this.record = null
      const trouble = this.tooLong || text.length > mostInRecord ? 'long' : this.tooDeep ? 'broken' : undefined
      return { list: this.list, line: this.began, text: trouble ? null : text, ...(trouble ? { trouble } : {}) }
    }
    if (this.record === null && this.depth < this.listDepth) this.listDepth = -1
    return null
  }
}

/** Takes a text of one record a line piece by piece, gives them. A line that is too long is told and skipped. */
export class LineScanner {
  private rest = ''
  private line = 1
  private skipping = false

  private one(text: string): Scanned[] {
    const { line, skipping } = this
    this.skipping = false
    if (skipping) return [{ list: null, line, text: null, trouble: 'long' }]
    return text.trim() === '' ? [] : [{ list: null, line, text: text.trim() }]
  }

  *push(piece: string, last = false): Generator<Scanned> {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      const text = this.rest + piece.slice(from, end)
      this.rest = ''
      from = end + 1
      yield* this.one(text)
      this.line++
    }
    this.rest += piece.slice(from)
    if (this.rest.length > mostInRecord) [this.rest, this.skipping] = ['', true]
    if (last) yield* this.one(this.rest)
  }
}

/** Takes a text of one record piece by piece, gives it at the end; one that goes too deep is told. */
export class WholeScanner {
  private text = '';

  *push(piece: string, last = false): Generator<Scanned> {
    this.text += piece
    if (!last || this.text.trim() === '') return
    const deep = deepestIn(this.text) > mostDepth
    yield { list: null, line: 1, text: deep ? null : this.text, ...(deep ? { trouble: 'broken' as const } : {}) }
  }
}

/** How deep lists and objects stand within one another. */
function deepestIn(text: string): number {
  let depth = 0
  let deepest = 0
  eachSign(text, (code) => {
    if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth)
    else if (code === 125 || code === 93) depth--
  })
  return deepest
}
