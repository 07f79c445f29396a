import { oneLine } from '../values/one-line'
import { z } from 'zod'
import { due, idOf, instant, maybe, maybeText, type RowOf, text, timeZone } from '../values/fields'
import type { Clock } from '../values/clock'
import { page, type Page } from '../contract/page'
import { byId, read, recordProcedures, write } from '../contract/procedure'
import { cut } from '../values/truncate'
import { dayEnd, hasTime, lastDay } from '../values/zones'
import type { Due, Id, Instant, Zone } from '../values/flavours'

export const promiseFields = z.strictObject({
  customerId: idOf('customer'),
  contactId: maybe(idOf('contact')),
  orderId: maybe(idOf('order')),
  incidentId: maybe(idOf('incident')),
  interactionId: maybe(idOf('interaction')),
  decisionId: maybe(idOf('decision')),
  /** The exact words. */
  words: text(5_000),
  /** Who gave it: we to the customer, or they to us. */
  madeBy: z.enum(['us', 'customer']).optional(),
  maker: maybeText(200),
  madeAt: instant,
  zone: timeZone.optional(),
  dueAt: maybe(due),
  closedAt: maybe(instant),
  outcome: maybe(z.enum(['kept', 'broken', 'withdrawn'])),
  /** What proves that it was kept, or why it was not. */
  closingNote: maybeText(5_000)
})
export type Promised = RowOf<'promise', typeof promiseFields> & { number: number; firstDueAt: Due | null }

/** One renegotiation: the date that was agreed before and why it moved. */
export interface PromiseDate {
  id: Id<'promiseDate'>
  dueAt: Due | null
  until: Instant
  reason: string
}

export const promiseStates = ['open', 'overdue', 'kept', 'kept-late', 'broken', 'withdrawn', 'undated'] as const
export type PromiseState = (typeof promiseStates)[number]

/**
 * Takes a due date and the IANA zone it was said in, gives the last instant at which it is still kept:
 * the instant itself, or the end of that calendar day or month in that zone; in epoch milliseconds.
 */
export function dueEnd(dueAt: Due, zone: Zone): number {
  return hasTime(dueAt) ? Date.parse(dueAt) : dayEnd(lastDay(dueAt), zone)
}

/** Is it still to be kept: neither closed nor given up? */
export function isOpen({ closedAt, outcome }: Pick<Promised, 'closedAt' | 'outcome'>): boolean {
  return closedAt === null && outcome === null
}

type StateInput = Pick<Promised, 'dueAt' | 'closedAt' | 'outcome'> & { zone: Zone }

/**
 * Takes a promise and the present instant (ISO, UTC), gives where it stands. A promise without a due date is
 * `undated` until it is broken or withdrawn: nobody can say whether it was kept in time.
 */
export function promiseState(promise: StateInput, now: Instant): PromiseState {
  if (promise.outcome === 'broken' || promise.outcome === 'withdrawn') return promise.outcome
  if (!promise.dueAt) return 'undated'
  const end = dueEnd(promise.dueAt, promise.zone)
  const late = Date.parse(promise.closedAt ?? now) > end
  if (promise.closedAt) return late ? 'kept-late' : 'kept'
  return late ? 'overdue' : 'open'
}

/** A promise in a list. */
export interface PromiseRow extends Promised {
  ref: string
  state: PromiseState
  customer: string
  /** The customer's, on which its instants are told; `zone` says in which a due day ends. */
  clock: Clock
  /** What the incident is called that it led to; null where there is none, or where that is in the trash. */
  incident: string | null
}

/** The columns by which the list of a customer's promises can be sorted. */
export const promiseColumns = ['words', 'by', 'due', 'state'] as const
/** Which of them it shows: those still to be kept; those that the share kept in time is counted from; all. */
export const promisesShown = ['open', 'settled', 'all'] as const
const settled: readonly PromiseState[] = ['kept', 'kept-late', 'broken', 'overdue']

/** Whether a list of promises that shows some of them shows this one. */
export function showsPromise(
  show: (typeof promisesShown)[number],
  promise: Parameters<typeof isOpen>[0] & { state: PromiseState }
): boolean {
  return show === 'all' || (show === 'open' ? isOpen(promise) : settled.includes(promise.state))
}

export const promiseProcedures = {
  ...recordProcedures('promises', promiseFields),
  'promises.list': read<PromiseRow[]>()(
    z.strictObject({
      customerId: idOf('customer').optional(),
      /** Those that one decision led to. */
      decisionId: idOf('decision').optional(),
      states: z.array(z.enum(promiseStates)).max(promiseStates.length).optional(),
      limit: z.number().int().min(1).max(10_000).optional()
    })
  ),
  /** The first promises of a customer, in the order of a column; `any` says whether there are others that are not shown. */
  'promises.page': read<Page<PromiseRow> & { any: boolean }>()(
    z.strictObject({ customerId: idOf('customer'), show: z.enum(promisesShown), ...page(promiseColumns) })
  ),
  'promises.get': read<PromiseRow & { dates: PromiseDate[] }>()(byId('promise')),
  /** Counts by state over a customer or the whole workspace, as of an instant. */
  'promises.count': read<Record<PromiseState, number>>()(
    z.strictObject({ customerId: idOf('customer').optional(), asOf: instant.optional() })
  ),
  'promises.close': write<{ id: Id<'promise'> }>()(
    z.strictObject({
      id: idOf('promise'),
      outcome: z.enum(['kept', 'broken', 'withdrawn']),
      at: instant.optional(),
      note: maybeText(5_000)
    })
  ),
  /** Says which incident of the same customer it led to; null takes it off. */
  'promises.tieIncident': write<{ id: Id<'promise'> }>()(
    z.strictObject({ id: idOf('promise'), incidentId: idOf('incident').nullable() })
  ),
  'promises.reopen': write<{ id: Id<'promise'> }>()(byId('promise')),
  /** Agrees a new date; the first one stays on record. */
  'promises.renegotiate': write<{ id: Id<'promise'> }>()(z.strictObject({ id: idOf('promise'), dueAt: due, reason: text(2_000) }))
}

/** Takes a promise's words, gives as much of them as an incident that came of it is called by. */
export const proposedWords = (words: string): string => cut(oneLine(words), 120)
