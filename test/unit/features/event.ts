import type { PictureEvent } from '../../../src/shared/records/picture'

/** A call of the customer at a moment, with what a test says of it. */
export const event = (at: string, more: Partial<PictureEvent> = {}): PictureEvent => ({
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
  of: { order: [], incident: [], case: [] },
  ...more
})
