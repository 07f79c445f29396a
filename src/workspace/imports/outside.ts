import { basename } from 'node:path'
import { Refusal } from '../../shared/values/errors'
import type { Asked, FromReader, PaperFound, ReaderLink, ToReader } from '../../shared/imports/reader'
import type { DaysFound } from '../../shared/imports/days'
import type { FileRow, Outside, Reading, RowSource } from '../../shared/imports/row-source'
import { m } from '../../shared/messages/messages.js'
import { getLocale } from '../../shared/messages/runtime.js'
import { startReader } from './readers'

/** So long may a reader say nothing, in milliseconds; then it is ended. */
const longestSilence = 120_000

/** So long the words of one file may take, in milliseconds. */
const longestWords = 15_000
/** Pictures, sound and film have no words that are read. */
const wordless = /\.(?:png|jpe?g|gif|webp|heic|tiff?|bmp|svg|mp3|m4a|wav|ogg|mp4|mov|avi|mkv)$/i

type Listener = (message: FromReader) => void
type Opened = Extract<FromReader, { is: 'opened' }>

/**
 * Opens files from outside in a reader, which has no database and is ended when it goes past its limits, and gives the
 * rows in them to the work; afterwards the reader is ended in any case. Errors: those of the reader (not-found; invalid,
 * in words about the file); cancelled, at once, whatever the reader is doing.
 */
export async function withSource<T>(
  asked: Asked,
  signal: AbortSignal,
  onProgress: (done: number, total: number | null) => void,
  work: (source: RowSource) => Promise<T>
): Promise<T> {
  const first = asked.files[0] ?? ''
  return withReader(first, signal, { do: 'open', asked, language: getLocale() }, async (reader) => {
    const { outside } = await reader.next<Opened>(null, onProgress)
    return work({ ...outside, rows: (reading) => reader.rows(outside, reading) })
  })
}

/** Takes a file, gives what of ours is in it, read like anything from outside. Errors: those of the reader; cancelled. */
export const paperOf = (file: string, signal: AbortSignal): Promise<PaperFound> =>
  withReader(file, signal, { do: 'paper', file, language: getLocale() }, async (reader) => {
    const { paper } = await reader.next<Extract<FromReader, { is: 'paper' }>>(null)
    return paper
  })

/**
 * Takes a calendar file and the year it is, gives the whole days in it, read like anything from outside. Errors: those of the
 * reader; cancelled.
 */
export const daysOf = (file: string, year: number, signal: AbortSignal): Promise<DaysFound> =>
  withReader(file, signal, { do: 'days', file, year, language: getLocale() }, async (reader) => {
    const { found } = await reader.next<Extract<FromReader, { is: 'days' }>>(null)
    return found
  })

/** Takes a file, gives the first words in it, read like anything from outside; none where it has none or cannot be read in time. */
export async function wordsOf(file: string, signal: AbortSignal): Promise<string> {
  if (wordless.test(file)) return ''
  try {
    return await withReader(
      file,
      AbortSignal.any([signal, AbortSignal.timeout(longestWords)]),
      { do: 'words', file, language: getLocale() },
      async (reader) => {
        const { words } = await reader.next<Extract<FromReader, { is: 'words' }>>(null)
        return words
      }
    )
  } catch {
    // the file itself is kept whatever is in it
    return ''
  }
}

async function withReader<T>(file: string, signal: AbortSignal, told: ToReader, work: (reader: Reader) => Promise<T>): Promise<T> {
  if (signal.aborted) throw cancelled()
  const link = startReader()
  const reader = new Reader(link, basename(file), signal)
  const stop = () => reader.fail(cancelled())
  signal.addEventListener('abort', stop, { once: true })
  try {
    link.post(told)
    return await work(reader)
  } finally {
    signal.removeEventListener('abort', stop)
    link.end()
  }
}

const cancelled = () => new Refusal('cancelled', m.error_cancelled())

/** What a reader says, in the order of who waits for it. */
class Reader {
  private heard: FromReader[] = []
  private wake: (() => void) | null = null
  private failed: Error | null = null
  private last = 0

  constructor(
    private readonly link: ReaderLink,
    private readonly file: string,
    private readonly signal: AbortSignal
  ) {
    const listener: Listener = (message) => {
      this.heard.push(message)
      this.wake?.()
    }
    link.onMessage(listener)
    link.onEnd(() => this.fail(new Refusal('invalid', m.imports_reader_ended({ file }))))
  }

  fail(error: Error): void {
    this.failed ??= error
    this.wake?.()
  }

  /** Waits for the next word about a reading, or about the opening. */
  async next<M extends FromReader>(id: number | null, onProgress?: (done: number, total: number) => void): Promise<M> {
    for (;;) {
      if (this.failed) throw this.failed
      const message = this.heard.shift()
      if (!message) {
        await this.word()
        continue
      }
      if (message.is === 'progress') onProgress?.(message.done, message.total)
      else if (message.is === 'refused' && (message.id === id || message.id === null)) {
        if (message.detail) console.error('reader', message.detail)
        throw new Refusal(message.note.code, message.note.message, message.note.fields)
      } else if (message.is === 'opened' ? id === null : 'id' in message && message.id === id) return message as M
    }
  }

  private word(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.fail(new Refusal('invalid', m.imports_reader_slow({ file: this.file }))), longestSilence)
      this.wake = () => {
        clearTimeout(timer)
        this.wake = null
        resolve()
      }
    })
  }

  async *rows(outside: Outside, { signal, contents = false, onBytes, onHash }: Reading): AsyncGenerator<FileRow[]> {
    const id = ++this.last
    this.link.post({ do: 'rows', id, contents })
    let ended = false
    try {
      for (;;) {
        const message = await this.next<Extract<FromReader, { is: 'rows' | 'end' }>>(id)
        if (message.is === 'end') {
          ended = true
          onBytes?.(outside.bytes)
          onHash?.(message.sha256)
          return
        }
        onBytes?.(message.bytes)
        yield message.rows
        // others have their turn
        await new Promise(setImmediate)
        if (signal.aborted || this.signal.aborted) throw cancelled()
        this.link.post({ do: 'more', id })
      }
    } finally {
      if (!ended && !this.failed) this.link.post({ do: 'stop', id })
    }
  }
}
