import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { insideThread, type Said, type Task } from './aside'

// A thread that does one long task on one file, and ends.
const task = workerData as Task & { stop: Int32Array; gently: boolean }
const say = (said: Said) => parentPort!.postMessage(said)
const signal = {
  throwIfAborted() {
    if (Atomics.load(task.stop, 0) === 1) throw new DOMException('stopped', 'AbortError')
  }
}

/** Work for which nobody waits is done with what others leave of the processor. Only Linux has this of a single thread. */
if (task.gently && process.platform === 'linux') setPriority(0, 10)
/** So much longer than it takes itself does the disk belong to others after each step, and no longer than that, in milliseconds. */
const longest = 100
const moment = new Int32Array(new SharedArrayBuffer(4))

insideThread(task, {
  signal,
  gently: task.gently,
  stepped(took) {
    if (task.gently) Atomics.wait(moment, 0, 0, Math.min(took, longest))
  },
  onProgress: (done, total) => say({ is: 'progress', done, total }),
  letGo: () => say({ is: 'let-go' }),
  onlyReads: () => say({ is: 'only-reads' })
}).then(
  (result) => say({ is: 'done', result }),
  (error: unknown) => {
    const { message, code, errno } = error as NodeJS.ErrnoException
    say({ is: 'failed', message, code, errno })
  }
)
