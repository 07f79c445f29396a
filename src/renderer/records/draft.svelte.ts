import { onDestroy } from 'svelte'
import { call } from '../api'
import { owing } from './owed'

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
  let touched = false
  /** The text that the workspace holds, once that is known. */
  let stored: string | null | undefined

  const owes = owing(key, async () => {
    const body = waiting
    waiting = undefined
    if (body === undefined || body === stored) return
    try {
      if (body === null) await call('drafts.drop', { key })
      else await call('drafts.put', { key, body })
      stored = body
    } catch {
      // a workspace that cannot be written says so when the note is recorded
    }
  })
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    return owes.store()
  }
  onDestroy(() => {
    clearTimeout(timer)
    owes.end()
  })

  void (async () => {
    // a form that is drawn anew, as in another language, reads after the one before it has stored
    await owes.before
    const { body, at } = await call('drafts.get', { key })
    if (stored === undefined) stored = body
    if (body === null || touched) return
    restoredAt = at
    restore(body)
  })().catch(() => undefined)

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
      touched = true
      waiting = null
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
