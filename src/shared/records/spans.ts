import { addDays, daysBetween } from '../values/zones'
import { recordsOn, type Past } from './past'
import type { Signal } from './signal'
import type { SignalRules } from './signal-rules'
import { signalsOf } from './signals'
import type { Day } from '../values/flavours'

/** A signal with the days on which it stood. */
export interface Span {
  /** As it was on its last day. */
  signal: Signal
  from: Day
  /** The first day on which it was gone; null where it still stands. */
  to: Day | null
}

/**
 * Takes a customer's records, the rules and the days to look at (the last one included), and how many days lie between two
 * looks; gives each signal with when it came and went, the earliest first.
 */
export function spansOf(past: Past, rules: SignalRules, { from, to, step = 1 }: { from: Day; to: Day; step?: number }): Span[] {
  const standing = new Map<string, Span>()
  const all: Span[] = []
  const looks = Math.floor(daysBetween(from, to) / step)
  for (let look = 0; look <= looks; look++) {
    // the last look is the last day, whatever the step
    const day = addDays(to, (look - looks) * step)
    const found = new Map(signalsOf(recordsOn(past, day), day, rules).map((signal) => [signal.key, signal]))
    for (const [key, span] of standing) {
      if (found.has(key)) continue
      span.to = day
      standing.delete(key)
    }
    for (const [key, signal] of found) {
      const known = standing.get(key)
      if (known) known.signal = signal
      else {
        const span = { signal, from: day, to: null }
        standing.set(key, span)
        all.push(span)
      }
    }
  }
  return all
}
