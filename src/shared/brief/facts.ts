import type { EvidenceUse } from '../records/evidence'
import type { CaseView } from '../records/cases'
import type { Customer } from '../records/customers'
import type { IncidentView, EvidenceRow } from '../records/incidents'
import type { LossSheet } from '../contract/losses'
import type { IncidentLoss } from '../losses/engine/incident-loss'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'
import type { OrderRow } from '../records/orders'
import type { PromiseRow } from '../records/promises'
import type { Clock } from '../values/clock'
import type { Voice } from '../records/timeline'
import type { Audience } from './audience'
import type { BriefShape } from './shape'
import type { Day, Instant } from '../values/flavours'

export interface IncidentFacts {
  view: IncidentView
  loss: IncidentLoss | null
  sheet: LossSheet
  /** What each further day costs from now on; null when the harm has ended. */
  waiting: IncidentWaiting | null
}

/** In whose hands a piece of evidence was: who added it, who changed it last if anybody did, how often it was looked at or given out. */
export interface Kept {
  added: { by: string; at: Instant }
  changed: { by: string; at: Instant } | null
  uses: Record<EvidenceUse['how'], number>
}

/** What a brief is made from, as the workspace knows it at one instant. */
export interface BriefFacts {
  view: CaseView
  customer: Customer
  incidents: IncidentFacts[]
  orders: OrderRow[]
  promises: PromiseRow[]
  voices: (Voice & { contact: string | null })[]
  evidence: EvidenceRow[]
  organisation: string | null
  timeZone: Clock
  now: Instant
  today: Day
  paper: 'a4' | 'letter'
  /** Who changed a record last, and when, by its id; an answer to the guard by its incident's id and its key. */
  changed: Record<string, { by: string; at: Instant }>
  /** How each piece of evidence was kept, by its id. */
  kept: Record<string, Kept>
  audience: Audience
  /** What is left out for its reader. */
  shape?: BriefShape
  /** The newest entry of the journal stands for the whole chain. */
  journal: { head: string; entries: number }
}
