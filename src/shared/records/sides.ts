// What happens with a customer is of a kind and on a side. It stands without any schema: a page that is printed needs it too.
import type { TimelineEvent } from './timeline'

export const timelineKinds = ['interaction', 'voice', 'promise', 'order', 'incident', 'case', 'gesture', 'evidence'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** Whose side of the story an event is on: what we did, or what the customer said, did and lived through. */
export type Side = 'us' | 'customer'

/** Takes an event, gives its side. */
export function side({ kind, step, direction }: Pick<TimelineEvent, 'kind' | 'step' | 'direction'>): Side {
  if (kind === 'interaction' || kind === 'promise') return direction === 'in' ? 'customer' : 'us'
  if (kind === 'voice' || kind === 'incident') return 'customer'
  if (kind === 'order') return step === 'promised' || step === 'shipped' || step === 'undated' ? 'us' : 'customer'
  return 'us'
}
