import { log } from './log'
import { startWorkspaceProcess } from './workspace-process'

/** How long after opening all pages are looked at: the first screen comes first. */
const checkAfter = 3_000

/**
 * Looks at all pages of an open file from a process of its own; `damaged` is told of what it finds, `searchDamaged` when that is the
 * search index alone. Gives what stops it.
 */
export function checkBeside(
  script: string,
  file: string,
  damaged: (error: unknown) => void,
  searchDamaged: () => void
): () => void {
  let worker: ReturnType<typeof startWorkspaceProcess> | null = null
  const timer = setTimeout(() => {
    worker = startWorkspaceProcess(script)
    worker
      .ask({ do: 'check', file })
      .then((found) => found === 'search' && searchDamaged())
      .catch((error: unknown) => {
        log('check', error)
        damaged(error)
      })
      .finally(() => void worker?.end())
  }, checkAfter)
  return () => {
    clearTimeout(timer)
    void worker?.end()
  }
}
