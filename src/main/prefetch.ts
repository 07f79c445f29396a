import type { Result } from '../shared/contract/table'
import { firstAsked } from '../shared/values/first-asked'
import type { WorkspaceProcess } from './workspace-process'

/** An answer that nobody has fetched by then is not news any more. */
const freshFor = 10_000

/** Answers that wait for the page, which is still being loaded. */
export interface Prefetched {
  /** Takes a call, gives its answer if it was asked ahead; each only once. */
  take(name: string, input: unknown): Promise<unknown> | undefined
  /** Forgets them: something has changed. */
  drop(): void
}

/** Asks what the first screen will ask. To be called when the first workspace is open. */
export function prefetch(worker: WorkspaceProcess): Prefetched {
  const waiting = new Map<string, Promise<Result<(typeof firstAsked)[number]>>>()
  for (const name of firstAsked) {
    const answer = worker.call(name, {})
    // a refusal is told to the one who asks, if anybody does
    answer.catch(() => {})
    waiting.set(name, answer)
  }
  const timer = setTimeout(() => waiting.clear(), freshFor)
  return {
    take(name, input) {
      const answer = Object.keys(input as object).length === 0 ? waiting.get(name) : undefined
      waiting.delete(name)
      return answer
    },
    drop() {
      clearTimeout(timer)
      waiting.clear()
    }
  }
}
