import { getLocale } from '../../shared/messages/runtime.js'
import { keptByBytes } from '../kept-by-bytes'
import { simulateBeside } from './beside'
import { simulate, type Result, type Task } from './tasks'

interface Kept {
  figures: Result<Task>
  bytes: number
}

/** While one writes in a case, its figures stand: what they follow from has not changed. */
const kept = keptByBytes<Kept>(16 << 20, ({ bytes }) => bytes)
/** Tasks that are under way, with how many wait for each. */
const underWay = new Map<string, { figures: Promise<Result<Task>>; waiting: number; stop: AbortController }>()

/** From so many lines on in what is shown at once, simulating takes long enough to be done in a thread. */
const many = 12

/**
 * Gives the figures of a task: those that are kept, or simulated anew. `lines` is how many loss lines are simulated for what
 * is shown. Error: that of the signal; the work is stopped when nobody waits for it any more.
 */
export async function figuresOf<T extends Task>(task: T, lines: number, signal?: AbortSignal): Promise<Result<T>> {
  // warnings are in the language of the screen
  const key = JSON.stringify([getLocale(), task])
  const found = kept.get(key)
  if (found) return found.figures as Result<T>
  signal?.throwIfAborted()
  const figures = lines < many ? simulate(task) : await together(key, task, signal)
  if (!kept.get(key)) kept.set(key, { figures, bytes: 2 * (key.length + JSON.stringify(figures).length) })
  return figures as Result<T>
}

/** Who asks for the same figures meanwhile waits for the same work; it is stopped when all of them have left. */
function together(key: string, task: Task, signal?: AbortSignal): Promise<Result<Task>> {
  const stop = new AbortController()
  const work = underWay.get(key) ?? { figures: simulateBeside(task, stop.signal), waiting: 0, stop }
  underWay.set(key, work)
  work.waiting++
  const ends = () => underWay.get(key) === work && underWay.delete(key)
  return new Promise((resolve, reject) => {
    const leaves = () => {
      reject(signal!.reason as Error)
      if (--work.waiting > 0) return
      ends()
      work.stop.abort(signal!.reason)
    }
    signal?.addEventListener('abort', leaves, { once: true })
    work.figures
      .finally(() => {
        ends()
        signal?.removeEventListener('abort', leaves)
      })
      .then(resolve, reject)
  })
}
