import type { Entity } from '../contract/journal'
import { cases } from './kinds/cases'
import { deliveries } from './kinds/deliveries'
import { house } from './kinds/house'
import { incidents } from './kinds/incidents'
import type { Kind } from './kinds/kind'
import { people } from './kinds/people'

/**
 * Every kind of record. The journal's labels, the rules on insert and update, the trash, what is said of what was done and
 * the search read it: a kind that is forgotten here, or a part of one, does not compile. Its table in SQL: `store/tables.ts`.
 */
export const kinds: Readonly<Record<Entity, Kind>> = { ...people, ...deliveries, ...incidents, ...cases, ...house }
