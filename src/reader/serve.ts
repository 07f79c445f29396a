import { errorNote } from '../shared/values/errors'
import { setLocale } from '../shared/messages/runtime.js'
import { slicesAhead, type FromReader, type ToReader } from '../shared/imports/reader'
import type { RowSource } from '../shared/imports/row-source'
import { open } from './open'

/** Where a reader hears and speaks. */
export interface ReaderPort {
  onMessage(listener: (message: ToReader) => void): void
  post(message: FromReader): void
}

/** One reading of rows: how many slices are on their way, and who waits until one has been taken. */
interface Running {
  stop: AbortController
  ahead: number
  wake: (() => void) | null
}

/** Opens what it is told to open and gives its rows, slice by slice. It knows nothing of a database. */
export function serve(port: ReaderPort): void {
  let source: RowSource | null = null
  const running = new Map<number, Running>()

  const refuse = (id: number | null, error: unknown) => {
    const note = errorNote(error)
    const detail = note.code === 'internal' ? String((error as Error | null)?.stack ?? error) : undefined
    port.post({ is: 'refused', id, note, ...(detail ? { detail } : {}) })
  }

  async function give(id: number, contents: boolean): Promise<void> {
    const own: Running = { stop: new AbortController(), ahead: 0, wake: null }
    running.set(id, own)
    let bytes = 0
    let sha256 = ''
    try {
      const reading = {
        signal: own.stop.signal,
        contents,
        onBytes: (read: number) => (bytes = read),
        onHash: (hash: string) => (sha256 = hash)
      }
      for await (const rows of source!.rows(reading)) {
        if (own.stop.signal.aborted) return
        port.post({ is: 'rows', id, rows, bytes })
        own.ahead++
        if (own.ahead >= slicesAhead) await new Promise<void>((resolve) => (own.wake = resolve))
      }
      port.post({ is: 'end', id, sha256 })
    } catch (error) {
      if (!own.stop.signal.aborted) refuse(id, error)
    } finally {
      running.delete(id)
    }
  }

  port.onMessage((message) => {
    if (message.do === 'open') {
      setLocale(message.language, { reload: false })
      const onProgress = (done: number, total: number) => port.post({ is: 'progress', done, total })
      open(message.asked, onProgress).then(
        (opened) => {
          source = opened
          const { rows: _rows, ...outside } = opened
          port.post({ is: 'opened', outside })
        },
        (error: unknown) => refuse(null, error)
      )
    } else if (message.do === 'paper' || message.do === 'days' || message.do === 'words') {
      setLocale(message.language, { reload: false })
      told(message).then(
        (answer) => port.post(answer),
        (error: unknown) => refuse(null, error)
      )
    } else if (message.do === 'rows') void give(message.id, message.contents)
    else {
      const own = running.get(message.id)
      if (!own) return
      if (message.do === 'stop') own.stop.abort()
      own.ahead--
      own.wake?.()
      own.wake = null
    }
  })
}

/** What is told of one file, without its rows. */
async function told(message: Extract<ToReader, { do: 'paper' | 'days' | 'words' }>): Promise<FromReader> {
  if (message.do === 'paper') return { is: 'paper', id: null, paper: await (await import('./papers/paper')).paperIn(message.file) }
  if (message.do === 'words')
    return { is: 'words', id: null, words: await (await import('./words/of-file')).wordsOfFile(message.file) }
  const [{ daysIn }, { bytesOfFile }] = await Promise.all([import('./calendar/days'), import('./bytes')])
  return { is: 'days', id: null, found: await daysIn(await bytesOfFile(message.file), message.year) }
}
