import type { Promised } from '../../../shared/records/promises'

/** A promise as its form holds it. */
export interface PromiseDraft {
  words: string
  madeBy: 'us' | 'customer'
  maker: string
  contactId: string | null
  madeAt: string | null
  zone: string
  dueAt: string | null
  orderId: string | null
  incidentId: string | null
  interactionId?: string
}

/** Gives an empty form. Takes the present instant, the customer's zone and who writes here. */
export function newPromise(now: string, zone: string, maker: string): PromiseDraft {
  return { words: '', madeBy: 'us', maker, contactId: null, madeAt: now, zone, dueAt: null, orderId: null, incidentId: null }
}

/** Takes a stored promise, gives it as its form holds it. */
export function promiseDraft(promise: Promised): PromiseDraft {
  const { words, madeBy, maker, contactId, madeAt, zone, dueAt, orderId, incidentId } = promise
  return { words, madeBy, maker: maker ?? '', contactId, madeAt, zone, dueAt, orderId, incidentId }
}
