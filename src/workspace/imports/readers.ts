import { Worker } from 'node:worker_threads'
import type { FromReader, ReaderLink, StartReader } from '../../shared/imports/reader'

/** Its bundle stands beside that of the workspace process and of the command line. */
const script = new URL('../reader/reader.js', import.meta.url)
/** In megabytes. A file that needs more is too large to be opened whole; a table of text is never held whole. */
const heap = 1_500

let start: StartReader = inThread

/** Says how readers are started; until then they are threads. Electron gives each a process of its own. */
export function readersAre(way: StartReader): void {
  start = way
}

/** Starts a reader. */
export const startReader = (): ReaderLink => start()

function inThread(): ReaderLink {
  const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap } })
  let ended = false
  let onEnd = () => {}
  const gone = () => {
    if (!ended) onEnd()
    ended = true
  }
  thread.on('error', gone)
  thread.on('exit', gone)
  return {
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => thread.on('message', (message: FromReader) => listener(message)),
    onEnd: (listener) => (onEnd = listener),
    end() {
      ended = true
      void thread.terminate()
    }
  }
}
