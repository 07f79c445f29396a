import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { getLocale } from '../../shared/messages/runtime.js'
import type { Language } from '../../shared/values/languages'
import { simulate, withoutCalculators, type Result, type Task } from './tasks'

/** What the thread is told and says. */
export interface Asked {
  task: Task
  language: Language
}
export type Answer = { is: 'done'; result: unknown } | { is: 'failed'; message: string }

interface Waiting extends Asked {
  done(result: unknown): void
  failed(error: unknown): void
}

/** Stands beside the bundle of the workspace process; under a test runner there is none. */
const script = new URL('./simulation.js', import.meta.url)
/** A thread that nobody asks for so long is ended, in milliseconds. */
const idle = 60_000

let thread: Worker | null = null
let current: Waiting | null = null
let queue: Waiting[] = []
let rest: NodeJS.Timeout | undefined

/**
 * Simulates in a thread beside, so that others are answered meanwhile; one task at a time. Where the program is not built it
 * is done here. Error: that of the signal, as soon as it is given; what is then under way is ended with its thread.
 */
export function simulateBeside<T extends Task>(task: T, signal?: AbortSignal): Promise<Result<T>> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error)
  if (!existsSync(fileURLToPath(script))) return Promise.resolve().then(() => simulate(task))
  return new Promise((resolve, reject) => {
    const waiting: Waiting = {
      task: withoutCalculators(task),
      language: getLocale(),
      done: (result) => settle(() => resolve(result as Result<T>)),
      failed: (error) => settle(() => reject(error as Error))
    }
    const stop = () => {
      queue = queue.filter((each) => each !== waiting)
      if (current === waiting) end()
      waiting.failed(signal!.reason)
      // whoever leaves with it has left by then
      setImmediate(next)
    }
    const settle = (how: () => void) => {
      signal?.removeEventListener('abort', stop)
      how()
    }
    signal?.addEventListener('abort', stop, { once: true })
    queue.push(waiting)
    next()
  })
}

/** Ends the thread, whatever it is doing. */
function end(): void {
  clearTimeout(rest)
  void thread?.terminate()
  thread = current = null
}

function next(): void {
  if (current) return
  clearTimeout(rest)
  const waiting = queue.shift()
  if (!waiting) {
    if (thread) rest = setTimeout(end, idle).unref()
    return
  }
  current = waiting
  try {
    thread ??= started()
    // what waits for a figure keeps the process, a thread that has nothing to do does not
    thread.ref()
    thread.postMessage({ task: waiting.task, language: waiting.language } satisfies Asked)
  } catch (error) {
    end()
    waiting.failed(error)
    next()
  }
}

function started(): Worker {
  const made = new Worker(script)
  const finish = (how: (waiting: Waiting) => void) => {
    if (thread !== made || !current) return
    const waiting = current
    current = null
    made.unref()
    how(waiting)
    next()
  }
  const gone = (error: Error) => {
    if (thread !== made) return
    finish((waiting) => {
      thread = null
      waiting.failed(error)
    })
    if (thread === made) thread = null
  }
  made.on('message', (answer: Answer) =>
    finish((waiting) => (answer.is === 'done' ? waiting.done(answer.result) : waiting.failed(new Error(answer.message))))
  )
  made.on('error', gone)
  made.on('exit', () => gone(new Error('the thread ended')))
  return made
}
