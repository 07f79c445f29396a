import { parentPort as thread } from 'node:worker_threads'
import type { FromReader, ToReader } from '../shared/imports/reader'
import { serve } from './serve'

/** The side of a channel that main hands on: as Electron's MessagePortMain is. */
interface Handed {
  on(event: 'message', listener: (event: { data: ToReader }) => void): unknown
  postMessage(message: FromReader): void
  start(): void
}
interface Parent {
  on(event: 'message', listener: (event: { ports: Handed[] }) => void): unknown
}

// Stands alone: a process of Electron's, which is handed the side of a channel, or a thread under plain Node.
const parent = (process as unknown as { parentPort?: Parent }).parentPort
if (parent) {
  // listened to for good: a process of Electron's that listens to nobody ends
  parent.on('message', ({ ports: [port] }) => {
    if (!port) return
    serve({ onMessage: (listen) => port.on('message', ({ data }) => listen(data)), post: (message) => port.postMessage(message) })
    port.start()
  })
} else if (thread) {
  const port = thread
  serve({ onMessage: (listen) => port.on('message', listen), post: (message) => port.postMessage(message) })
}
