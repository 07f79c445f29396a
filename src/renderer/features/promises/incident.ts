import { dayOf } from '../../../shared/values/zones'
import { proposedWords, type PromiseRow } from '../../../shared/records/promises'
import { m } from '../../../shared/messages/messages.js'
import type { IncidentStart } from '../incidents/IncidentDialog.svelte'
import { showMoment } from '../../ui/format'

/** Did this promise of ours fail the customer, so that an incident may come of it? */
export function failed({ madeBy, state }: Pick<PromiseRow, 'madeBy' | 'state'>): boolean {
  return madeBy === 'us' && (state === 'overdue' || state === 'broken' || state === 'kept-late')
}

/**
 * Takes a promise that was not kept in time, gives what the incident begins with that came of it: named after its words,
 * since the day it was due (or was broken, without a date), tied to it and to the order it was about.
 */
export function incidentOf(promise: PromiseRow): IncidentStart {
  const { id, ref, clock, state, orderId, madeAt, dueAt, closedAt } = promise
  const words = proposedWords(promise.words)
  const told = { words: promise.words, made: showMoment(madeAt, clock) }
  return {
    title: state === 'kept-late' ? m.promises_incident_title_late({ words }) : m.promises_incident_title({ words }),
    kind: orderId ? 'late-delivery' : 'service',
    began: dayOf(dueAt ?? closedAt ?? madeAt, clock),
    known: dueAt ? m.promises_incident_told({ ...told, due: showMoment(dueAt, clock) }) : m.promises_incident_told_undated(told),
    tied: [ref],
    promiseIds: [id],
    orderIds: orderId ? [orderId] : []
  }
}
