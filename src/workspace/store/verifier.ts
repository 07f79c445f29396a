import { parentPort, workerData } from 'node:worker_threads'
import type { Said, Task } from './aside'
import { verifyFile } from './verify'

// A thread that verifies one file and ends.
const { file, stop } = workerData as Task
const say = (said: Said) => parentPort!.postMessage(said)
const signal = {
  throwIfAborted() {
    if (Atomics.load(stop, 0) === 1) throw new DOMException('stopped', 'AbortError')
  }
}
verifyFile(file, { signal, onProgress: (done, total) => say({ is: 'progress', done, total }) }).then(
  (result) => say({ is: 'done', result }),
  (error: unknown) => {
    const { message, code } = error as Error & { code?: string }
    say({ is: 'failed', error: Object.assign(new Error(message), { code }) })
  }
)
