import type { Input, ProcedureName, Result } from '../shared/contract/table'
import { ApiError, call, onChanged, onOpened } from './api'

/** What a view shows while it asks, when it has an answer, and when it was refused. */
export interface Live<T> {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  readonly loading: boolean
  again(): Promise<void>
}

/**
 * Asks once and again after every change. Takes a function that gives the name and input, so that it also asks again
 * when these change; null asks nothing. To be called while a component is set up.
 */
export function live<N extends ProcedureName>(question: () => [N, Input<N>] | null): Live<Result<N>> {
  let data = $state.raw<Result<N>>()
  let error = $state.raw<ApiError>()
  let loading = $state(true)
  let turn = 0

  async function ask(asked: [N, Input<N>]): Promise<void> {
    const mine = ++turn
    loading = true
    try {
      const answer = await call(asked[0], asked[1])
      if (mine !== turn) return
      data = answer
      error = undefined
    } catch (thrown) {
      if (mine !== turn) return
      error = thrown instanceof ApiError ? thrown : new ApiError({ code: 'internal', message: String(thrown) })
    } finally {
      if (mine === turn) loading = false
    }
  }

  const again = async () => {
    const asked = question()
    if (asked) await ask(asked)
  }

  $effect(() => {
    const asked = question()
    if (asked) void ask(asked)
    else loading = false
  })
  $effect(() => {
    const stops = [onChanged(() => void again()), onOpened(() => void again())]
    return () => stops.forEach((stop) => stop())
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
    again
  }
}
