import type { Incident } from '../../../shared/records/incidents'
import type { Clock } from '../../../shared/values/clock'
import { dayOf } from '../../../shared/values/zones'

/** An incident as its form holds it. */
export interface IncidentDraft {
  title: string
  kind: Incident['kind']
  severity: Incident['severity']
  state: Incident['state']
  began: string | null
  ended: string | null
  whatHappened: string
  touched: string
  cause: string
  causeState: Incident['causeState']
  containment: string
  currency: string | null
  couldNotHappen: string
  peopleAffected: number | null
  harmEnds: string | null
  nearMiss: boolean
}

/** Gives an empty form. Takes a currency and today's date. */
export function newIncident(currency: string, today: string): IncidentDraft {
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
    nearMiss: false
  }
}

/**
 * Takes a stored incident and the customer's clock, gives it as its form holds it. The form asks for days: a time that is
 * known stays stored until another day is given.
 */
export function incidentDraft(row: Incident, clock: Clock): IncidentDraft {
  const { title, kind, severity, state, causeState, currency, peopleAffected, harmEnds } = row
  return {
    title,
    kind,
    severity,
    state,
    causeState,
    currency,
    peopleAffected,
    harmEnds,
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
