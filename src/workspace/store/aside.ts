import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Verification } from '../../shared/contract/journal'
import { bringIn } from './connect'
import { copyAgain, copyOf, type Copied } from './copying'
import type { Inside, Looking } from './looking'
import { verifyFile } from './verify'

/** What a thread does with a file: looks at all of it, copies it to `part`, as a workspace or as it is, or brings what is in its WAL into it. */
export type Task =
  | { do: 'verify'; file: string }
  | { do: 'copy'; file: string; part: string }
  | { do: 'copy-again'; file: string; part: string }
  | { do: 'bring-in'; file: string }

interface Results {
  verify: Verification
  copy: Copied
  /** The SHA-256 of what came out. */
  'copy-again': string
  'bring-in': boolean
}

/**
 * What a thread says. When it has let go of the file that it copies, changes go into that as ever; when it only reads any more,
 * nobody needs to wait for it to stop.
 */
export type Said =
  | { is: 'progress'; done: number; total: number }
  | { is: 'let-go' }
  | { is: 'only-reads' }
  | { is: 'done'; result: unknown }
  // what an error has of its own does not come through a message
  | { is: 'failed'; message: string; code?: string; errno?: number }

/** The work of a thread, where it is done. */
export async function insideThread(task: Task, watch: Inside): Promise<Results[Task['do']]> {
  if (task.do === 'copy') return copyOf(task.file, task.part, watch)
  if (task.do === 'copy-again') return copyAgain(task.file, task.part, watch)
  watch.onlyReads()
  return task.do === 'verify' ? verifyFile(task.file, watch) : bringIn(task.file)
}

/** Stands beside the bundle of the workspace process; under a test runner there is none. */
const script = new URL('./thread.js', import.meta.url)

/**
 * Does a task in a thread of its own, so that nobody waits for it: a look at a gigabyte takes a while, and some of its steps
 * cannot be divided. Where the program is not built it is done here, in steps. Errors: as of the task; it stops at once when
 * it is cancelled, and the thread ends as soon as its step does.
 */
export function aside<T extends Task>(task: T, watch: Looking): Promise<Results[T['do']]> {
  if (!existsSync(fileURLToPath(script))) {
    return insideThread(task, { ...watch, letGo: () => watch.letGo?.(), onlyReads: () => {}, stepped: () => {} }) as Promise<
      Results[T['do']]
    >
  }
  return new Promise((resolve, reject) => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const thread = new Worker(script, { workerData: { ...task, stop, gently: watch.gently ?? false } })
    let stopped: Error | null = null
    let onlyReads = false
    const end = (settle: () => void) => {
      clearInterval(looking)
      settle()
    }
    const looking = setInterval(() => {
      try {
        watch.signal.throwIfAborted()
      } catch (error) {
        stopped = error as Error
        Atomics.store(stop, 0, 1)
        // what is half written is removed by who asked for it: not before the thread has let go of it
        if (onlyReads) end(() => reject(stopped!))
      }
    }, 50)
    thread.on('message', (said: Said) => {
      if (said.is === 'progress') watch.onProgress(said.done, said.total)
      else if (said.is === 'let-go') watch.letGo?.()
      else if (said.is === 'only-reads') onlyReads = true
      else if (said.is === 'done') end(() => resolve(said.result as Results[T['do']]))
      else end(() => reject(stopped ?? Object.assign(new Error(said.message), { code: said.code, errno: said.errno })))
    })
    thread.on('error', (error) => end(() => reject(error)))
    thread.on('exit', () => end(() => reject(new Error('the thread ended'))))
  })
}
