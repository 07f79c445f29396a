import { oneLine } from '../../shared/values/one-line'
import { labelText } from '../../shared/records/labels'
import { kinds } from '../../shared/records/kinds'
import type { Deed, Label } from '../../shared/contract/journal'
import { cut } from '../../shared/values/truncate'
import { m } from '../../shared/messages/messages.js'

type Word = () => string

/** What is done with what is already there; its name goes without saying, as one has just been at it. */
const done: Partial<Record<Deed, Word>> = {
  close: m.done_closed,
  reopen: m.done_reopened,
  renegotiate: m.done_renegotiated,
  answer: m.done_answered,
  decide: m.done_decided,
  tie: m.done_tied,
  untie: m.done_untied,
  snooze: m.done_aside
}
const ends: Record<'kept' | 'broken' | 'withdrawn', Word> = {
  kept: m.done_kept,
  broken: m.done_broken,
  withdrawn: m.done_withdrawn
}
const longestName = 60

/**
 * Takes what was done, gives it as one would say it: "Promise recorded: The parts leave tonight", "Marked as answered". The
 * journal, which is read later and among others, keeps its longer label; so does what has no words of its own here.
 */
export function doneText({ deed, entity, name }: Label): string {
  const what =
    deed === 'create' || deed === 'attach'
      ? (kinds[entity].made ?? m.done_create_other)()
      : deed === 'trash'
        ? m.done_trashed()
        : deed === 'restore'
          ? m.done_restored()
          : deed === 'change'
            ? (entity === 'order' ? m.done_order_changed : m.done_changed)()
            : null
  const short = oneLine(name)
  if (what) return short ? m.done_named({ what, name: cut(short, longestName) }) : what
  return done[deed]?.() ?? labelText({ deed, entity, name })
}

/** Takes how a promise ended, gives it as one would say it: "Promise kept". */
export const endedText = (outcome: keyof typeof ends): string => ends[outcome]()
