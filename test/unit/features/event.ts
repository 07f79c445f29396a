import type { TimelineEvent } from '../../../src/shared/records/timeline'

/** A call of the customer at a moment, with what a test says of it. */
export const event = (at: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: at,
  kind: 'interaction',
  step: 'held',
  at,
  title: at,
  detail: null,
  state: 'call',
  direction: 'in',
  contact: null,
  pinned: 0,
  within: null,
  ...more
})
