import { causeStates, incidentKinds as kindWords, incidentStates as stateWords } from '../../../shared/brief/labels'
import { incidentSeverities, type Incident } from '../../../shared/records/incidents'
import { showNumber } from '../../ui/format'
import type { StateKind } from '../../ui/State.svelte'
import type { HistoryField } from '../../records/History.svelte'
import { m } from '../../../shared/messages/messages.js'

export const severities = incidentSeverities
export const causes = ['unknown', 'suspected', 'confirmed'] as const

/** Each takes a stored word, gives it in the language of the screen. */
export const kindWord = (kind: Incident['kind']): string => kindWords[kind]()
export const stateWord = (state: Incident['state']): string => stateWords[state]()
export const causeWord = (state: Incident['causeState']): string => causeStates[state]()
export function severityWord(severity: Incident['severity']): string {
  return {
    low: m.incident_severity_low,
    medium: m.incident_severity_medium,
    high: m.incident_severity_high,
    critical: m.incident_severity_critical
  }[severity]()
}

/** Takes an incident's state, gives how it is marked. */
export function stateMark(state: Incident['state']): StateKind {
  const marks: Record<Incident['state'], StateKind> = { open: 'open', contained: 'at-risk', resolved: 'kept', closed: 'closed' }
  return marks[state]
}

/** Gives the fields of an incident that its history shows. */
export function incidentHistory(): Record<string, HistoryField> {
  return {
    title: { label: m.incident_title() },
    kind: { label: m.incident_kind(), show: (value) => kindWord(value as Incident['kind']) },
    severity: { label: m.incident_severity(), show: (value) => severityWord(value as Incident['severity']) },
    state: { label: m.incident_state(), show: (value) => stateWord(value as Incident['state']) },
    began: { label: m.incident_began() },
    ended: { label: m.incident_ended() },
    whatHappened: { label: m.incident_happened() },
    touched: { label: m.incident_touched() },
    cause: { label: m.incident_cause() },
    causeState: { label: m.incident_cause_state(), show: (value) => causeWord(value as Incident['causeState']) },
    containment: { label: m.incident_containment() },
    currency: { label: m.incident_currency() },
    couldNotHappen: { label: m.incident_could_not() },
    peopleAffected: { label: m.incident_people(), show: (value) => showNumber(Number(value)) },
    harmEnds: { label: m.incident_harm_ends() },
    harmEndsEarliest: { label: m.incident_harm_earliest() },
    harmEndsLatest: { label: m.incident_harm_latest() },
    harmEndsBasis: { label: m.incident_harm_basis() },
    harmLookedAt: { label: m.incident_harm_looked() },
    nearMiss: { label: m.incident_near_miss(), show: (value) => (value ? m.common_yes() : m.common_no()) }
  }
}
