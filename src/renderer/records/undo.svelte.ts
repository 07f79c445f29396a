import type { Label } from '../../shared/contract/journal'
import { m } from '../../shared/messages/messages.js'
import { ApiError, call } from '../api'
import { notify } from '../ui/notices.svelte'
import { doneText } from './done'

interface Turning {
  step: string
  done: number
  total: number | null
  stop: AbortController
}

let now = $state.raw<Turning | null>(null)

/** The undo or redo that is going on, or null. */
export const turning = (): Turning | null => now

/**
 * Takes back the newest change, or does it again, and says so. With `only`, an undo takes back that change and no newer
 * one. Gives whether it was done.
 */
export async function undoOrRedo(which: 'undo' | 'redo', only?: Label): Promise<boolean> {
  if (now) return false
  const stop = new AbortController()
  const watch = {
    signal: stop.signal,
    onProgress: (done: number, total: number | null, step: string) => (now = { step, done, total, stop })
  }
  now = { step: '', done: 0, total: null, stop }
  try {
    const { label } = await (which === 'undo' ? call('journal.undo', { only }, watch) : call('journal.redo', {}, watch))
    if (!label) notify(which === 'undo' ? m.ui_nothing_to_undo() : m.ui_nothing_to_redo())
    else notify(which === 'undo' ? m.ui_undone({ name: doneText(label) }) : m.ui_redone({ name: doneText(label) }))
    return label !== null
  } catch (error) {
    if (error instanceof ApiError && error.code === 'cancelled') notify(m.journal_turning_cancelled())
    else notify((error as Error).message, { kind: 'wrong' })
    return false
  } finally {
    now = null
  }
}
