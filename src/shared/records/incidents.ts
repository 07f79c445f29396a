import { z } from 'zod'
import { day, flag, id, idOf, maybe, maybeText, moment, type RowOf, text, tiedIds } from '../values/fields'
import type { Clock } from '../values/clock'
import { page, type Page } from '../contract/page'
import { amount, currency } from '../values/currency'
import { byId, noInput, read, recordProcedures, write } from '../contract/procedure'
import { evidenceProcedures } from './evidence'
import type { OrderRow } from './orders'
import type { Schedule } from './clocks'
import type { HarmEnd } from '../losses/model/harm'
import type { Voice } from './timeline'
import type { PromiseRow } from './promises'
import type { AnyId, Id, Minor, Moment } from '../values/flavours'

export const incidentKinds = [
  'late-delivery',
  'short-delivery',
  'wrong-goods',
  'defect',
  'outage',
  'billing',
  'service',
  'conduct',
  'other'
] as const
export const incidentSeverities = ['low', 'medium', 'high', 'critical'] as const
export const incidentStates = ['open', 'contained', 'resolved', 'closed'] as const

export const incidentFields = z.strictObject({
  customerId: idOf('customer'),
  title: text(300),
  kind: z.enum(incidentKinds),
  severity: z.enum(incidentSeverities).optional(),
  state: z.enum(incidentStates).optional(),
  began: moment,
  ended: maybe(moment),
  whatHappened: maybeText(50_000),
  /** What it touched: products, sites, people. */
  touched: maybeText(5_000),
  cause: maybeText(10_000),
  causeState: z.enum(['unknown', 'suspected', 'confirmed']).optional(),
  /** What has been done to stop the harm from growing. */
  containment: maybeText(10_000),
  currency,
  /** What could not happen for the customer because of it, in their words. */
  couldNotHappen: maybeText(5_000),
  /** The customer's people who are affected, and their working hours a day; puts time in days of work. */
  peopleAffected: maybe(z.number().min(0).max(1e7)),
  /** Until when each further day adds to the loss: the day, or the likely one of a range. None of these: not known. */
  harmEnds: maybe(day),
  harmEndsEarliest: maybe(day),
  harmEndsLatest: maybe(day),
  /** The order whose arrival ends it, or the promise whose keeping does; it then has their day. */
  harmEndsOrderId: maybe(idOf('order')),
  harmEndsPromiseId: maybe(idOf('promise')),
  /** Who says so, or where it stands. */
  harmEndsBasis: maybeText(2_000),
  /** While the end is not known: the day that the advocate chose to look at. */
  harmLookedAt: maybe(day),
  nearMiss: flag.optional()
})
export type Incident = RowOf<'incident', typeof incidentFields> & { number: number }

/** A dated step in what waiting costs: a penalty date, the end of a season. */
export const cliffFields = z.strictObject({
  incidentId: idOf('incident'),
  title: text(200),
  on: day,
  amount,
  basis: maybeText(2_000)
})
export type Cliff = RowOf<'cliff', typeof cliffFields>

export interface IncidentRow {
  id: Id<'incident'>
  ref: string
  customerId: Id<'customer'>
  customer: string
  title: string
  kind: Incident['kind']
  severity: Incident['severity']
  state: Incident['state']
  began: Moment
  ended: Moment | null
  currency: string
  lines: number
  cases: number
  /** The customer's. */
  clock: Clock
}

export interface IncidentView {
  incident: Incident
  ref: string
  customer: { id: Id<'customer'>; name: string; currency: string; clock: Clock; yearlyMargin: Minor | null }
  orders: OrderRow[]
  promises: PromiseRow[]
  voice: Voice[]
  evidence: EvidenceRow[]
  cliffs: Cliff[]
  /** When the harm ends, as far as anybody knows. */
  harmEnd: HarmEnd
  /** When the customer works. */
  calendar: Schedule
  cases: { id: Id<'case'>; ref: string; title: string }[]
}

export const evidenceFields = z.strictObject({
  customerId: idOf('customer'),
  title: text(300),
  /** What it shows, in a sentence. */
  note: maybeText(5_000),
  /** A reference outside the workspace; never opened by itself. */
  link: maybeText(2_000),
  collectedAt: maybe(moment)
})
export type Evidence = RowOf<'evidence', typeof evidenceFields> & {
  number: number
  /** SHA-256 of the file that is kept in the workspace, if there is one. It comes of the file alone: nobody writes it. */
  sha256: string | null
  fileName: string | null
  mediaType: string | null
  bytes: number | null
  /** The first words in that file, for search and a look at it. They come of the file alone too. */
  words: string | null
}
export interface EvidenceRow extends Omit<Evidence, 'words'> {
  ref: string
  links: { entity: EvidenceTarget; id: AnyId }[]
  /** Its file was read, and is missing or is not what was attached. */
  altered?: boolean
}

export const evidenceTargets = ['incident', 'lossLine', 'order', 'promise', 'interaction', 'fact', 'driver'] as const
export type EvidenceTarget = (typeof evidenceTargets)[number]
const evidenceLink = z.strictObject({ evidenceId: idOf('evidence'), entity: z.enum(evidenceTargets), id })

/** The columns by which a list of incidents can be sorted. */
export const incidentColumns = ['title', 'severity', 'began', 'state'] as const

/** Whether an incident's harm goes on, or may. */
export const isOpenIncident = ({ state }: Pick<Incident, 'state'>): boolean => state === 'open' || state === 'contained'

export const incidentProcedures = {
  ...recordProcedures('incidents', incidentFields),
  /** Begins an incident; the promises and orders that it came of, and the cases about it, are tied to it in the same change. */
  'incidents.create': write<{ id: Id<'incident'> }>()(
    incidentFields.extend({
      id: idOf('incident').optional(),
      promiseIds: tiedIds('promise'),
      orderIds: tiedIds('order'),
      caseIds: tiedIds('case')
    })
  ),
  ...recordProcedures('cliffs', cliffFields),
  ...recordProcedures('evidence', evidenceFields),
  /** Every incident, for the command line; a screen asks for a page, a form for a pick. */
  'incidents.list': read<IncidentRow[]>()(z.strictObject({ customerId: idOf('customer').optional() })),
  /**
   * The first incidents that bear some words, in the order of a column, the newest first without one; of one customer, or
   * of all. `of` counts all there are, `open` those whose harm may go on.
   */
  'incidents.page': read<Page<IncidentRow> & { of: number; open: number }>()(
    z.strictObject({
      customerId: idOf('customer').optional(),
      show: z.enum(['open', 'all']),
      words: z.string().max(300),
      ...page(incidentColumns)
    })
  ),
  'incidents.get': read<IncidentView>()(byId('incident')),
  /** Ties an order to an incident, or takes it off. */
  'incidents.tieOrder': write<{ id: Id<'incident'> }>()(
    z.strictObject({ id: idOf('incident'), orderId: idOf('order'), tied: z.boolean() })
  ),
  ...evidenceProcedures,
  'evidence.list': read<EvidenceRow[]>()(z.strictObject({ customerId: idOf('customer') })),
  /** Keeps a copy of a file inside the workspace, under its hash, as a new piece of evidence. */
  'evidence.attach': write<{ id: Id<'evidence'>; sha256: string }>()(
    z.strictObject({ customerId: idOf('customer'), file: z.string().max(4_096), title: maybeText(300) }),
    { files: ['file'] }
  ),
  'evidence.tie': write<{ id: Id<'evidence'> }>()(evidenceLink.extend({ tied: z.boolean() })),
  'currencies.list': read<string[]>()(noInput)
}
