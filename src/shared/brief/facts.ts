import type { Audience } from '../brief'
import type { CaseView } from '../cases'
import type { Customer } from '../customers'
import type { IncidentView, EvidenceRow } from '../incidents'
import type { LossSheet } from '../losses'
import type { IncidentLoss } from '../losses/incident-loss'
import type { IncidentWaiting } from '../losses/incident-waiting'
import type { OrderRow } from '../orders'
import type { PromiseRow } from '../promises'
import type { Voice } from '../timeline'

export interface IncidentFacts {
  view: IncidentView
  loss: IncidentLoss | null
  sheet: LossSheet
  /** What each further day costs from now on; null when the harm has ended. */
  waiting: IncidentWaiting | null
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
  timeZone: string
  now: string
  today: string
  paper: 'a4' | 'letter'
  /** Who changed a record last, and when, by its id; an answer to the guard by its incident's id and its key. */
  changed: Record<string, { by: string; at: string }>
  audience: Audience
  /** The newest entry of the journal stands for the whole chain. */
  journal: { head: string; entries: number }
}
