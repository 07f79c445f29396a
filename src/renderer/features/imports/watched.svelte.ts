import { ApiError } from '../../api'

interface Work {
  step: string
  done: number
  total: number | null
  stop: AbortController
  /** Beside what is shown; else in its place. */
  quiet: boolean
}
interface Watch {
  signal: AbortSignal
  onProgress: (done: number, total: number | null, step: string) => void
}

/** Long work, one at a time, with its progress; a newer one stops the one before. */
export function watched(ontrouble: (text: string) => void) {
  let work = $state.raw<Work | null>(null)
  return {
    get work(): Work | null {
      return work
    },
    /** Runs work; gives undefined when it was stopped or refused. */
    async run<T>(what: (watch: Watch) => Promise<T>, quiet = false): Promise<T | undefined> {
      work?.stop.abort()
      const stop = new AbortController()
      work = { step: 'imports_step_reading', done: 0, total: null, stop, quiet }
      ontrouble('')
      try {
        return await what({
          signal: stop.signal,
          onProgress: (done, total, step) => {
            if (work?.stop === stop) work = { step, done, total, stop, quiet }
          }
        })
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'cancelled')) ontrouble((error as Error).message)
        return undefined
      } finally {
        if (work?.stop === stop) work = null
      }
    }
  }
}
