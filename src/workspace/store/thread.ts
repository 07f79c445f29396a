import { parentPort, workerData } from 'node:worker_threads'
import { insideThread, type Said, type Task } from './aside'

// A thread that does one long task on one file, and ends.
const task = workerData as Task & { stop: Int32Array }
const say = (said: Said) => parentPort!.postMessage(said)
const signal = {
  throwIfAborted() {
    if (Atomics.load(task.stop, 0) === 1) throw new DOMException('stopped', 'AbortError')
  }
}
insideThread(task, {
  signal,
  onProgress: (done, total) => say({ is: 'progress', done, total }),
  onlyReads: () => say({ is: 'only-reads' })
}).then(
  (result) => say({ is: 'done', result }),
  (error: unknown) => {
    const { message, code, errno } = error as NodeJS.ErrnoException
    say({ is: 'failed', message, code, errno })
  }
)
