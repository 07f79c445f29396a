import { z } from 'zod'
import type { Clock } from '../values/clock'
import type { Entity } from './journal'
import { read } from './procedure'

export interface SearchHit {
  entity: Entity
  id: string
  customerId: string | null
  customer: string | null
  title: string
  /** Text around the hit; the found words stand between U+E000 and U+E001. */
  excerpt: string
  /** The case or incident in which a record stands that has no place of its own. */
  within: string | null
  at: string | null
  /** Whose clock tells an instant in `at`. */
  clock: Clock
  /** It is the very record that was named by its reference, such as INC-8; it comes first. */
  named: boolean
}

export const searchProcedures = {
  /** Finds records by words; the last word may be unfinished. What was named by its reference first, then the newest. */
  'search.find': read<SearchHit[]>()(
    z.strictObject({
      words: z.string().max(300),
      entities: z.array(z.string().max(40)).max(50).optional(),
      limit: z.number().int().min(1).max(200).optional()
    })
  )
}
