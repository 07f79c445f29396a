import type { Verification } from '../../shared/contract/journal'

export type Problems = Verification['problems']

/** What a look at a whole file may ask and must tell. A thread of its own has no AbortSignal, only this much of one. */
export interface Looking {
  onProgress(done: number, total: number): void
  signal: Pick<AbortSignal, 'throwIfAborted'>
  /** Nobody waits for it: it takes less of the processor and of the disk than it could. */
  gently?: boolean
  /** The file that is copied is not read any more: what is done now is done with the copy. */
  letGo?(): void
}

/** What the work of a thread has of who asked for it. */
export interface Inside extends Looking {
  letGo(): void
  /** Nothing is written any more. */
  onlyReads(): void
  /** After each step, with the milliseconds that it took. */
  stepped(took: number): void
}

export const quietly: Looking = { onProgress: () => {}, signal: new AbortController().signal }

/** Nobody reads more; what is so much damaged is not looked at further. */
export const mostProblems = 100
