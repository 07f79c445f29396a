import { untrack } from 'svelte'
import type { Input, ProcedureName, Result } from '../shared/contract/table'
import type { ApiError } from './api'
import { subscribe, type Subscription } from './queries'

/** What a view shows while it asks, when it has an answer, and when it was refused. */
export interface Live<T> {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  readonly loading: boolean
  again(): Promise<void>
}

/**
 * Asks, and asks again when a change meets the question. Takes a function that gives the name and input, so that it also asks
 * again when these change; null asks nothing. `whose` gives the customer it is about where neither input nor answer
 * names one. Views with the same question share one answer. To be called while a component is set up.
 */
export function live<N extends ProcedureName>(
  question: () => [N, Input<N>] | null,
  whose: () => string | null | undefined = () => undefined
): Live<Result<N>> {
  let data = $state.raw<Result<N>>()
  let error = $state.raw<ApiError>()
  let loading = $state(true)
  let subscription: Subscription<Result<N>> | null = null

  /** While the answer to another question is waited for, the one before stays on the screen. */
  function take(): void {
    if (!subscription) return
    const { now } = subscription
    loading = now.loading
    if (now.data === undefined && now.error === undefined) return
    if (now.data !== undefined) data = now.data
    error = now.error
  }

  $effect(() => {
    const asked = question()
    if (!asked) {
      loading = false
      return
    }
    const mine = (subscription = subscribe(asked[0], asked[1], whose, () => {
      if (subscription === mine) take()
    }))
    untrack(take)
    return () => {
      if (subscription === mine) subscription = null
      // the next question may be the same one: it is then still known
      queueMicrotask(() => mine.stop())
    }
  })

  return {
    get data() {
      return data
    },
    get error() {
      return error
    },
    get loading() {
      return loading
    },
    async again() {
      await subscription?.again()
    }
  }
}
