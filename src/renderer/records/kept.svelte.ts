import { onDestroy } from 'svelte'
import { call } from '../api'
import { owing } from './owed'

const pause = 500
/** How many that were begun are kept of one form: the newest. */
const most = 3

/** What was typed into a form that went without being sent. */
export interface Begun {
  /** When it was last typed in, ISO. */
  at: string
  draft: unknown
}

/** What is typed into a form that has to be sent: kept while it is typed, offered again until it is sent or discarded. */
export interface Kept {
  /** The newest that was begun earlier and neither sent nor discarded. */
  readonly offered: Begun | undefined
  /** Keeps what the form holds, within half a second. */
  keep(draft: unknown): void
  /** Takes what is offered: it is then this form's own. */
  take(): unknown
  /** Discards what is offered. Gives how to take that back. */
  discard(): () => void
  /** What this form holds was sent, or is blank again: it is not kept any longer. */
  drop(): void
}

/** Takes what the form is about, gives what keeps it in the workspace. To be called while a component is set up. */
export function kept(about: string): Kept {
  const key = `dialog:${about}`.slice(0, 200)
  let others = $state.raw<Begun[]>([])
  let mine: Begun | null = null
  let changed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const owes = owing(key, async () => {
    if (!changed) return
    changed = false
    await known
    const all = [...(mine ? [mine] : []), ...others].slice(0, most)
    try {
      if (all.length > 0) await call('drafts.put', { key, body: JSON.stringify(all) })
      else await call('drafts.drop', { key })
    } catch {
      // a workspace that cannot be written says so when the form is sent
    }
  })
  // who opens the same dialog meanwhile waits for what is being stored, or the words would seem lost
  const known = owes.before
    .then(() => call('drafts.get', { key }))
    .then(
      ({ body }) => void (others = read(body)),
      () => undefined
    )

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    changed = true
    void owes.store()
  }
  function soon(): void {
    changed = true
    timer ??= setTimeout(write, pause)
  }
  onDestroy(() => {
    clearTimeout(timer)
    owes.end()
  })

  return {
    get offered() {
      return others[0]
    },
    keep(draft) {
      mine = { at: new Date().toISOString(), draft }
      soon()
    },
    take() {
      const [first, ...rest] = others
      others = rest
      mine = first ?? mine
      soon()
      return first?.draft
    },
    discard() {
      const [first, ...rest] = others
      others = rest
      write()
      return () => {
        if (first) others = [first, ...others]
        write()
      }
    },
    drop() {
      if (!mine) return
      mine = null
      write()
    }
  }
}

function read(body: string | null): Begun[] {
  try {
    const found: unknown = JSON.parse(body ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one?.at === 'string' && one.draft) : []
  } catch {
    return []
  }
}

/** An id, a day or an instant as it is stored: nobody wrote that. */
const stored = /^(?:[\da-f]{8}-[\da-f-]{27}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/i

/** Takes what a form held and what it begins with, gives the longest text that was written into it: what one knows it by. */
export function writtenText(held: object, begins: object): string {
  const were = begins as Record<string, unknown>
  return longestText(Object.entries(held).flatMap(([key, value]) => (value === were[key] ? [] : [value])))
}

function longestText(held: unknown): string {
  if (typeof held === 'string') return stored.test(held) ? '' : held.trim()
  if (typeof held !== 'object' || held === null) return ''
  return Object.values(held)
    .map(longestText)
    .reduce((best, next) => (next.length > best.length ? next : best), '')
}
