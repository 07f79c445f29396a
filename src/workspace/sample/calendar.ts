/** The instant at which the sample's story stands: a Friday morning, in the customer's high season. */
export const sampleToday = '2026-11-20T08:30:00Z'
