import type { Incident } from '../../../shared/incidents'

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
    title: '', kind: 'late-delivery', severity: 'medium', state: 'open', began: today, ended: null, whatHappened: '', touched: '', cause: '',
    causeState: 'unknown', containment: '', currency, couldNotHappen: '', peopleAffected: null, harmEnds: null, nearMiss: false
  }
}

/** Takes a stored incident, gives it as its form holds it. */
export function incidentDraft(row: Incident): IncidentDraft {
  const { title, kind, severity, state, began, ended, causeState, currency, peopleAffected, harmEnds } = row
  return {
    title, kind, severity, state, began, ended, causeState, currency, peopleAffected, harmEnds,
    whatHappened: row.whatHappened ?? '', touched: row.touched ?? '', cause: row.cause ?? '', containment: row.containment ?? '',
    couldNotHappen: row.couldNotHappen ?? '', nearMiss: row.nearMiss === 1
  }
}
