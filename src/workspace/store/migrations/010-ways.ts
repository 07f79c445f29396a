/**
 * A customer's records in the order of each of their dates, so that a page of the timeline costs the same however long the
 * history is. Whether a record is in the trash stands in the index: counting needs nothing else.
 */
const dates: readonly [name: string, table: string, date: string, where?: string][] = [
  ['interactionOfCustomer', 'interaction', 'at'],
  ['voiceOfCustomer', 'voice', 'saidAt'],
  ['promiseOfCustomer', 'promise', 'madeAt'],
  ['promiseClosedOn', 'promise', 'closedAt', 'closedAt IS NOT NULL'],
  ['promiseDueOn', 'promise', 'dueAt', 'closedAt IS NULL AND dueAt IS NOT NULL'],
  ['orderOfCustomer', '"order"', 'orderedOn'],
  ['orderPromisedOn', '"order"', 'promisedOn', 'promisedOn IS NOT NULL'],
  ['orderNeededBy', '"order"', 'neededBy', 'neededBy IS NOT NULL'],
  ['orderShippedOn', '"order"', 'shippedOn', 'shippedOn IS NOT NULL'],
  ['orderReceivedOn', '"order"', 'receivedOn', 'receivedOn IS NOT NULL'],
  ['orderCancelledOn', '"order"', 'cancelledOn', 'cancelledOn IS NOT NULL'],
  ['incidentOfCustomer', 'incident', 'began'],
  ['incidentEnded', 'incident', 'ended', 'ended IS NOT NULL'],
  ['gestureOfCustomer', 'gesture', 'givenOn'],
  ['evidenceOfCustomer', 'evidence', 'collectedAt']
]

export const ways =
  dates
    .map(
      ([name, table, date, where]) => `DROP INDEX IF EXISTS ${name};
CREATE INDEX ${name} ON ${table} (customerId, ${date}, trashedAt)${where ? ` WHERE ${where}` : ''};`
    )
    .join('\n') +
  `
CREATE INDEX promiseTied ON promise (customerId) WHERE interactionId IS NOT NULL;
CREATE INDEX voiceTied ON voice (customerId) WHERE interactionId IS NOT NULL;
CREATE INDEX orderUndated ON "order" (customerId) WHERE coalesce(orderedOn, promisedOn, neededBy, shippedOn, receivedOn, cancelledOn) IS NULL;
CREATE INDEX evidenceUndated ON evidence (customerId) WHERE collectedAt IS NULL;
`
