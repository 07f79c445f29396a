import { z } from 'zod'
import { id, idOf } from '../values/fields'
import { read } from './procedure'
import type { PromiseState } from '../records/promises'

/** The kinds of record that forms and filters let one choose from however many there are. */
export const pickable = ['customer', 'incident', 'order', 'promise', 'evidence'] as const
export type Pickable = (typeof pickable)[number]

/** A record as it is found and chosen. */
export interface Picked {
  id: string
  ref: string
  title: string
  /** What tells two of one name apart. */
  detail: string | null
  /** Of a promise, where it stands. */
  state?: PromiseState
}

/** The first records that bear some words. */
export interface Picks {
  /** The words that were asked for. */
  words: string
  rows: Picked[]
  /** How many bear them. */
  total: number
  /** Those that were asked for by their ids. */
  named: Picked[]
}

const asked = {
  /** Found in their names, references and details; without any, all are. */
  words: z.string().max(300).default(''),
  ids: z.array(id).max(200).default([]),
  first: z.number().int().min(1).max(200).default(100)
}
const theirs = { customerId: idOf('customer'), ...asked }
const ofCustomer = () => read<Picks>()(z.strictObject(theirs))

/** The first records to choose from, and the names of chosen ones: no answer grows with what there is. */
export const pickProcedures = {
  /** By name. */
  'customers.pick': read<Picks>()(z.strictObject(asked)),
  /** The others of one customer, the newest first. */
  'incidents.pick': ofCustomer(),
  'orders.pick': ofCustomer(),
  /** `free`: only those that no incident came of. */
  'promises.pick': read<Picks>()(z.strictObject({ ...theirs, free: z.boolean().default(false) })),
  'evidence.pick': ofCustomer()
}
