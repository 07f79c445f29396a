// Whose clock tells a moment. There are two, and each kind of moment has its own (docs/glossary.md, "Whose clock"):
// what was said or done with a customer is told on the customer's, what Redress did on the workspace's.

import type { Zone } from './flavours'

declare const told: unique symbol
/** The IANA zone of a customer or of the workspace, on whose clock moments are told. Another zone is not taken for it. */
export type Clock = Zone & { readonly [told]: true }

/** The fields of records that hold when something was said or done with a customer. Every other instant is Redress's own. */
const withCustomer = new Set([
  'madeAt',
  'dueAt',
  'firstDueAt',
  'closedAt',
  'until',
  'at',
  'repliedAt',
  'saidAt',
  'began',
  'ended',
  'collectedAt',
  'orderedOn',
  'promisedOn',
  'neededBy',
  'shippedOn',
  'receivedOn',
  'cancelledOn'
])

/** Takes the name of a record's field, gives whose clock tells the instants in it. */
export function whoseClock(field: string): 'customer' | 'workspace' {
  return withCustomer.has(field) ? 'customer' : 'workspace'
}

/** Gives the zone of this computer: for a new workspace, and where none is open. */
export function machineClock(): Clock {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone as Clock
}
