import { meets } from '../shared/contract/rests'
import type { Changed, Input, ProcedureName, Result } from '../shared/contract/table'
import { ApiError, call, onChanged, onOpened } from './api'

/** What is known of a question: its newest answer, why it was refused, and whether it is being asked. */
export interface Answered<T> {
  data: T | undefined
  error: ApiError | undefined
  loading: boolean
}

interface Query extends Answered<unknown> {
  name: ProcedureName
  input: Input<ProcedureName>
  /** Only the newest of several askings counts. */
  turn: number
  /** Who is told, each with the customer it asks about. */
  listeners: Map<() => void, () => string | null | undefined>
}

/** A question that somebody on the screen shows the answer to. */
export interface Subscription<T> {
  readonly now: Answered<T>
  again(): Promise<void>
  stop(): void
}

const asked = new Map<string, Query>()

async function ask(query: Query): Promise<void> {
  const mine = ++query.turn
  const settle = (answer: Partial<Answered<unknown>>) => {
    if (mine !== query.turn) return
    Object.assign(query, answer, { loading: false })
    for (const listener of [...query.listeners.keys()]) listener()
  }
  query.loading = true
  for (const listener of [...query.listeners.keys()]) listener()
  await call(query.name, query.input).then(
    (data) => settle({ data, error: undefined }),
    (thrown: unknown) =>
      settle({ error: thrown instanceof ApiError ? thrown : new ApiError({ code: 'internal', message: String(thrown) }) })
  )
}

/**
 * Asks a question that others may be asking too: it is asked once, its answer is shared, and it is asked again when a change
 * meets it or another workspace is opened. `whose` gives the customer it is about where neither input nor answer names one.
 * `listener` hears when there is something new; it is not called before this returns.
 */
export function subscribe<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  whose: () => string | null | undefined,
  listener: () => void
): Subscription<Result<N>> {
  const key = JSON.stringify([name, input])
  let query = asked.get(key)
  if (!query) {
    query = { name, input, data: undefined, error: undefined, loading: true, turn: 0, listeners: new Map() }
    asked.set(key, query)
    void ask(query)
  }
  const mine = query
  mine.listeners.set(listener, whose)
  return {
    now: mine as Answered<Result<N>>,
    again: () => ask(mine),
    stop() {
      mine.listeners.delete(listener)
      if (mine.listeners.size > 0 || asked.get(key) !== mine) return
      // what nobody shows is not kept up: whoever asks next asks anew
      asked.delete(key)
      mine.turn++
    }
  }
}

onChanged((changed: Changed) => {
  for (const query of [...asked.values()]) {
    const { name, input, data } = query as { name: ProcedureName; input: Input<ProcedureName>; data?: Result<ProcedureName> }
    if ([...query.listeners.values()].some((whose) => meets(changed, { name, input, data, whose: whose() }))) void ask(query)
  }
})
onOpened(() => {
  for (const query of [...asked.values()]) void ask(query)
})
