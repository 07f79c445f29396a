import { onDestroy } from 'svelte'
import { call } from '../api'
import { owesBeforeLeaving, storedUnder, storeInTurn } from './owed'

const pause = 500

/** What a person is typing, kept in the workspace file until it is recorded, so that a crash loses half a second at most. */
export interface Draft {
  /** When what was restored had been typed, ISO; null when nothing was restored. */
  readonly restoredAt: string | null
  /** Keeps this text; null forgets it. Written every half second while it changes. */
  keep(body: string | null): void
  /** Forgets the draft at once, as after recording. */
  drop(): Promise<void>
  /** Keeps a text again that was dropped, at once, also when its form has gone. */
  putBack(body: string): Promise<void>
  /** Takes the notice of restoring away. */
  seen(): void
}

/** Takes the draft's key and what to do with a text that was kept, gives the draft. To be called while a component is set up. */
export function draft(key: string, restore: (body: string) => void): Draft {
  let restoredAt = $state<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string | null | undefined
  let kept = false
  let touched = false

  // a form that is drawn anew, as in another language, reads after the one before it has stored
  const before = storedUnder(key)
  void (async () => {
    await before
    const { body, at } = await call('drafts.get', { key })
    if (body === null || touched) return
    kept = true
    restoredAt = at
    restore(body)
  })().catch(() => undefined)

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    return storeInTurn(key, put)
  }
  async function put(): Promise<void> {
    const body = waiting
    waiting = undefined
    if (body === undefined) return
    try {
      if (body !== null) await call('drafts.put', { key, body })
      else if (kept) await call('drafts.drop', { key })
      kept = body !== null
    } catch {
      // a workspace that cannot be written says so when the note is recorded
    }
  }
  const forget = owesBeforeLeaving(key, flush)
  onDestroy(() => {
    forget()
    void flush()
  })

  return {
    get restoredAt() {
      return restoredAt
    },
    keep(body) {
      touched = true
      waiting = body
      timer ??= setTimeout(() => void flush(), pause)
    },
    async drop() {
      restoredAt = null
      waiting = null
      kept = true
      await flush()
    },
    async putBack(body) {
      touched = true
      waiting = body
      await flush()
    },
    seen() {
      restoredAt = null
    }
  }
}
