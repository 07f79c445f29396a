import { z } from 'zod'
import type { Clock } from '../values/clock'
import { idOf, maybe, moment } from '../values/fields'
import type { Entity } from './journal'
import { read } from './procedure'
import type { AnyId, Id, Moment } from '../values/flavours'

export interface SearchHit {
  entity: Entity
  id: AnyId
  customerId: Id<'customer'> | null
  customer: string | null
  title: string
  /** Text around the hit; the found words stand between U+E000 and U+E001. */
  excerpt: string
  /** The case or incident in which a record stands that has no place of its own. */
  within: string | null
  at: Moment | null
  /** Whose clock tells an instant in `at`. */
  clock: Clock
  /** It is the very record that was named by its reference, such as INC-8; it comes first. */
  named: boolean
}

/** What is looked for: words and what they are to be found in. */
export const searchAsked = z.strictObject({
  /** Every word must be there; each may be a beginning or stand in another form, those in quotes side by side. */
  words: z.string().max(300),
  /** Kinds of record; all where none is named. */
  entities: z.array(z.string().max(40)).max(50).optional(),
  customerId: maybe(idOf('customer')),
  /** The person with whom it was said, or to whom it was promised. */
  contactId: maybe(idOf('contact')),
  /** The first and the last day, month or year, on the customer's clock. */
  from: maybe(moment),
  to: maybe(moment),
  /** The newest first, where nothing is said. */
  order: z.enum(['newest', 'best']).optional()
})

/** A search that is made again and again; what it is called follows from what it asks. */
export type SearchAsked = z.infer<typeof searchAsked>

export const searchProcedures = {
  /** Finds records by words. What was named by its reference comes first. */
  'search.find': read<SearchHit[]>()(searchAsked.extend({ limit: z.number().int().min(1).max(200).optional() }))
}
