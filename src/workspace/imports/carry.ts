import type { ImportTarget } from '../../shared/contract/imports'
import type { Values } from './row-read'
import type { Zone } from '../../shared/values/flavours'

/** What a row says of the whole that it is a part of: an order, a ticket. */
export interface Carried {
  externalId: string | null
  customer: string | null
  address: string | null
  personal: boolean
  status: string | null
  zone: Zone
  currency: string
  values: Values
}

/** What belongs to the whole and stands on its first row only: not what is of the line itself. */
const ofTheWhole: Readonly<Record<ImportTarget, readonly string[]>> = {
  customers: [],
  orders: ['orderNumber', 'orderedOn', 'promisedOn', 'neededBy', 'shippedOn', 'receivedOn', 'cancelledOn'],
  interactions: ['subject'],
  promises: [],
  contacts: [],
  voice: [],
  incidents: [],
  evidence: []
}

/**
 * Takes the row above and a row, gives the row with what the one above says of the order or ticket that both are of.
 * Rows are of one where they bear one number, or where the second says of the order nothing at all, not even its number.
 * Fields that no column fills stay out.
 */
export function carriedDown(target: ImportTarget, above: Carried | null, row: Carried): Carried {
  if (!above || !(row.externalId === null ? saysNothing(target, row) : above.externalId === row.externalId)) return row
  const { customer, address, personal } = row.customer ? row : above
  for (const field of ofTheWhole[target]) if (field in row.values) row.values[field] ??= above.values[field] ?? null
  return {
    ...row,
    externalId: above.externalId,
    customer,
    address: row.address ?? address,
    personal,
    status: row.status ?? above.status
  }
}

const saysNothing = (target: ImportTarget, { customer, address, values }: Carried): boolean =>
  target === 'orders' && !customer && !address && ofTheWhole.orders.every((field) => (values[field] ?? null) === null)
