// What happens with a customer is of a kind and on a side. It stands without any schema: a page that is printed needs it too.
export const timelineKinds = ['interaction', 'voice', 'promise', 'order', 'incident', 'case', 'gesture', 'evidence'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** What of an event tells its side. */
interface Sided {
  kind: TimelineKind
  step: string
  direction: 'in' | 'out' | 'internal' | null
}

/** Whose side of the story an event is on: what we did, or what the customer said, did and lived through. */
export type Side = 'us' | 'customer'

/** Takes an event, gives its side. */
export function side({ kind, step, direction }: Sided): Side {
  if (kind === 'interaction' || kind === 'promise') return direction === 'in' ? 'customer' : 'us'
  if (kind === 'voice' || kind === 'incident') return 'customer'
  if (kind === 'order') return step === 'promised' || step === 'shipped' || step === 'undated' ? 'us' : 'customer'
  return 'us'
}
