import type { FromReader, ReaderLink, ToReader } from '../../shared/imports/reader'

/** The side of a channel that main hands on: as Electron's MessagePortMain is. */
export interface HandedPort {
  on(event: 'message', listener: (event: { data: FromReader }) => void): unknown
  postMessage(message: ToReader): void
  start(): void
  close(): void
}

interface Handed {
  port: HandedPort | null
  /** Said before the channel was there. */
  said: ToReader[]
  onMessage: (message: FromReader) => void
  onEnd: () => void
}

/** Readers that somebody else starts and ends: asked for by a number, they come as one side of a channel. */
export function handedReaders(ask: (reader: number, start: boolean) => void): {
  start(): ReaderLink
  handed(reader: number, port: HandedPort | undefined): void
  gone(reader: number): void
} {
  const all = new Map<number, Handed>()
  let last = 0
  return {
    start() {
      const reader = ++last
      const own: Handed = { port: null, said: [], onMessage: () => {}, onEnd: () => {} }
      all.set(reader, own)
      ask(reader, true)
      return {
        post: (message) => (own.port ? own.port.postMessage(message) : own.said.push(message)),
        onMessage: (listener) => (own.onMessage = listener),
        onEnd: (listener) => (own.onEnd = listener),
        end() {
          all.delete(reader)
          own.port?.close()
          ask(reader, false)
        }
      }
    },
    handed(reader, port) {
      const own = all.get(reader)
      if (!own) return port?.close()
      if (!port) return own.onEnd()
      own.port = port
      port.on('message', ({ data }) => own.onMessage(data))
      port.start()
      for (const message of own.said.splice(0)) port.postMessage(message)
    },
    gone: (reader) => all.get(reader)?.onEnd()
  }
}
