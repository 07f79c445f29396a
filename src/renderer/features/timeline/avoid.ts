import type { Signal } from '../../../shared/records/signal'
import { m } from '../../../shared/messages/messages.js'

/** Takes what a customer is probably thinking, gives what had better not be said or done on the phone with them. */
export function avoidances(signals: readonly Signal[]): string[] {
  const words: Partial<Record<Signal['kind'], (signal: Signal) => string>> = {
    'order-late': ({ grave, answer }) => (grave || answer === 'slipped' ? m.timeline_avoid_late() : ''),
    'promises-slip': () => m.timeline_avoid_slip(),
    repeat: () => m.timeline_avoid_repeat(),
    renewal: ({ grave }) => (grave ? m.timeline_avoid_renewal() : '')
  }
  return [...new Set(signals.map((signal) => words[signal.kind]?.(signal) ?? '').filter(Boolean))]
}
