import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Verification } from '../../shared/contract/journal'
import type { Looking } from './looking'
import { verifyFile } from './verify'

/** What the thread is told, and what it says. */
export interface Task {
  file: string
  /** Becomes 1 when it is to stop. */
  stop: Int32Array
}
export type Said =
  { is: 'progress'; done: number; total: number } | { is: 'done'; result: Verification } | { is: 'failed'; error: Error }

/** Stands beside the bundle of the workspace process; under a test runner there is none. */
const script = new URL('./verifier.js', import.meta.url)

/**
 * Verifies a file in a thread of its own, so that nobody waits for it: a look at a gigabyte takes a while, and some of its
 * steps cannot be divided. Where the program is not built it is done here, in steps. Errors: as of `verifyFile`; stops at once
 * when it is cancelled, while the thread ends as soon as its step does.
 */
export function verifyAside(file: string, watch: Looking): Promise<Verification> {
  if (!existsSync(fileURLToPath(script))) return verifyFile(file, watch)
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const thread = new Worker(script, { workerData: { file, stop } satisfies Task })
    const looking = setInterval(() => {
      try {
        watch.signal.throwIfAborted()
      } catch (error) {
        Atomics.store(stop, 0, 1)
        end(() => reject(error as Error))
      }
    }, 50)
    const end = (settle: () => void) => {
      clearInterval(looking)
      settle()
    }
    thread.on('message', (said: Said) => {
      if (said.is === 'progress') watch.onProgress(said.done, said.total)
      else if (said.is === 'done') end(() => resolve(said.result))
      else end(() => reject(said.error))
    })
    thread.on('error', (error) => end(() => reject(error)))
    thread.on('exit', () => end(() => reject(new Error('the verifying thread ended'))))
  })
}
