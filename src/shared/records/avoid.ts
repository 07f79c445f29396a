import { m } from '../messages/messages.js'
import type { Locale } from '../messages/runtime.js'
import { cut } from '../values/truncate'
import type { Signal, SignalKind } from './signal'

/**
 * Takes what a customer is probably thinking and the words of theirs that were declined; gives what had better not be said or
 * done on the phone with them: what the records warn of, then what they were refused already. In the current language
 * without a locale.
 */
export function avoidances(signals: readonly Signal[], declined: readonly string[], locale?: Locale): string[] {
  const to = locale && { locale }
  const words: Partial<Record<SignalKind, (signal: Signal) => string>> = {
    'order-late': ({ grave, answer }) => (grave || answer === 'slipped' ? m.timeline_avoid_late({}, to) : ''),
    'promises-slip': () => m.timeline_avoid_slip({}, to),
    repeat: () => m.timeline_avoid_repeat({}, to),
    renewal: ({ grave }) => (grave ? m.timeline_avoid_renewal({}, to) : '')
  }
  const warned = signals.map((signal) => words[signal.kind]?.(signal) ?? '').filter(Boolean)
  return [...new Set([...warned, ...declined.map((words) => m.timeline_avoid_declined({ words: cut(words, 70) }, to))])]
}
