import type { Incident } from '../../../shared/records/incidents'
import type { Clock } from '../../../shared/values/clock'
import { dayOf } from '../../../shared/values/zones'
import type { Day, Id, Moment } from '../../../shared/values/flavours'

/** An incident as its form holds it. */
export interface IncidentDraft {
  title: string
  kind: Incident['kind']
  severity: Incident['severity']
  state: Incident['state']
  began: Moment | null
  ended: Moment | null
  whatHappened: string
  touched: string
  cause: string
  causeState: Incident['causeState']
  containment: string
  currency: string | null
  couldNotHappen: string
  peopleAffected: number | null
  harmEnds: Day | null
  harmEndsEarliest: string | null
  harmEndsLatest: string | null
  harmEndsOrderId: Id<'order'> | null
  harmEndsPromiseId: Id<'promise'> | null
  harmEndsBasis: string
  harmLookedAt: Day | null
  nearMiss: boolean
}

/** Gives an empty form. Takes a currency and today's date. */
export function newIncident(currency: string, today: Day): IncidentDraft {
  return {
    title: '',
    kind: 'late-delivery',
    severity: 'medium',
    state: 'open',
    began: today,
    ended: null,
    whatHappened: '',
    touched: '',
    cause: '',
    causeState: 'unknown',
    containment: '',
    currency,
    couldNotHappen: '',
    peopleAffected: null,
    harmEnds: null,
    harmEndsEarliest: null,
    harmEndsLatest: null,
    harmEndsOrderId: null,
    harmEndsPromiseId: null,
    harmEndsBasis: '',
    harmLookedAt: null,
    nearMiss: false
  }
}

/**
 * Takes a stored incident and the customer's clock, gives it as its form holds it. The form asks for days: a time that is
 * known stays stored until another day is given.
 */
export function incidentDraft(row: Incident, clock: Clock): IncidentDraft {
  const { title, kind, severity, state, causeState, currency, peopleAffected } = row
  const { harmEnds, harmEndsEarliest, harmEndsLatest, harmEndsOrderId, harmEndsPromiseId, harmLookedAt } = row
  return {
    title,
    kind,
    severity,
    state,
    causeState,
    currency,
    peopleAffected,
    harmEnds,
    harmEndsEarliest,
    harmEndsLatest,
    harmEndsOrderId,
    harmEndsPromiseId,
    harmEndsBasis: row.harmEndsBasis ?? '',
    harmLookedAt,
    began: dayOf(row.began, clock),
    ended: row.ended && dayOf(row.ended, clock),
    whatHappened: row.whatHappened ?? '',
    touched: row.touched ?? '',
    cause: row.cause ?? '',
    containment: row.containment ?? '',
    couldNotHappen: row.couldNotHappen ?? '',
    nearMiss: row.nearMiss === 1
  }
}
