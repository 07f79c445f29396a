import type { Promised } from '../../../shared/records/promises'
import type { Due, Id, Instant, Zone } from '../../../shared/values/flavours'

/** A promise as its form holds it. */
export interface PromiseDraft {
  words: string
  madeBy: 'us' | 'customer'
  maker: string
  contactId: Id<'contact'> | null
  madeAt: Instant | null
  zone: Zone
  dueAt: Due | null
  orderId: Id<'order'> | null
  incidentId: Id<'incident'> | null
  interactionId?: Id<'interaction'>
}

/** Gives an empty form. Takes the present instant, the customer's zone and who writes here. */
export function newPromise(now: Instant, zone: Zone, maker: string): PromiseDraft {
  return { words: '', madeBy: 'us', maker, contactId: null, madeAt: now, zone, dueAt: null, orderId: null, incidentId: null }
}

/** Takes a stored promise, gives it as its form holds it. */
export function promiseDraft(promise: Promised): PromiseDraft {
  const { words, madeBy, maker, contactId, madeAt, zone, dueAt, orderId, incidentId } = promise
  return { words, madeBy, maker: maker ?? '', contactId, madeAt, zone, dueAt, orderId, incidentId }
}
