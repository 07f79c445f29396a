import { z } from 'zod'
import { clock, day, flag, idOf, maybe, maybeText, type RowOf, spoken, text } from '../values/fields'
import type { Care } from './care'
import type { Clock } from '../values/clock'
import { amount, currency } from '../values/currency'
import { workCalendar } from './calendar'
import { page, type Page } from '../contract/page'
import { noInput, byId, read, recordProcedures, write } from '../contract/procedure'
import type { Id } from '../values/flavours'

export const customerFields = z.strictObject({
  name: text(200),
  kind: z.enum(['business', 'public', 'nonprofit', 'person']).optional(),
  industry: maybeText(100),
  country: maybe(z.string().regex(/^[A-Z]{2}$/)),
  language: maybe(spoken),
  currency,
  timeZone: clock.optional(),
  /** Who they are and what matters to them. */
  about: maybeText(20_000),
  /** Elapsed hours within which they are promised an answer. */
  replyHours: z.number().int().min(1).max(720).optional(),
  /** What they buy from us in a year, in minor units of their currency. */
  yearlyRevenue: maybe(amount),
  /** What they themselves earn in a year, in minor units; puts a loss in their own terms. */
  yearlyMargin: maybe(amount),
  customerSince: maybe(day),
  renewalOn: maybe(day),
  /** When they work; the workspace's own when not said. */
  calendar: maybe(workCalendar)
})
export type Customer = RowOf<'customer', typeof customerFields> & { number: number }

export const contactFields = z.strictObject({
  customerId: idOf('customer'),
  name: text(200),
  role: maybeText(200),
  email: maybeText(320),
  phone: maybeText(60),
  language: maybe(spoken),
  note: maybeText(5_000),
  main: flag.optional()
})
export type Contact = RowOf<'contact', typeof contactFields>

export const gestureFields = z.strictObject({
  customerId: idOf('customer'),
  givenOn: day,
  words: text(1_000),
  cost: maybe(amount),
  currency: maybe(currency),
  received: maybeText(1_000)
})
export type Gesture = RowOf<'gesture', typeof gestureFields>

/** A customer in the list, with what needs care. */
export interface CustomerRow extends Care {
  id: Id<'customer'>
  ref: string
  name: string
  kind: Customer['kind']
  industry: string | null
  country: string | null
  lastInteractionAt: string | null
  /** The customer's, on which that is told. */
  clock: Clock
}

/** One customer with the figures of its header. */
export interface CustomerView extends Care {
  customer: Customer
  ref: string
  contacts: Contact[]
  gestures: Gesture[]
  promises: { kept: number; keptLate: number; open: number; overdue: number; broken: number }
  openCases: number
  lastInteractionAt: string | null
}

/** The columns by which the list of customers can be sorted. */
export const customerColumns = ['name', 'care', 'promises', 'last'] as const

export const customerProcedures = {
  ...recordProcedures('customers', customerFields),
  ...recordProcedures('contacts', contactFields),
  /** Two records of one customer, or of one contact, become one; one undo. */
  'customers.merge': write<{ id: Id<'customer'> }>()(z.strictObject({ from: idOf('customer'), into: idOf('customer') })),
  'contacts.merge': write<{ id: Id<'contact'> }>()(z.strictObject({ from: idOf('contact'), into: idOf('contact') })),
  ...recordProcedures('gestures', gestureFields),
  /** Every customer, for the command line; a screen asks for a page, a form for a pick. */
  'customers.list': read<CustomerRow[]>()(noInput),
  /** The first customers that bear some words, in the order of a column; `of` counts all there are. */
  'customers.page': read<Page<CustomerRow> & { of: number }>()(
    z.strictObject({ words: z.string().max(300), ...page(customerColumns) })
  ),
  'customers.get': read<CustomerView>()(byId('customer'))
}
