import { promiseStateWords } from '../../../shared/records/events'
import type { PromiseState } from '../../../shared/records/promises'
import { m } from '../../../shared/messages/messages.js'
import type { HistoryField } from '../../records/History.svelte'

/** Takes a promise's state, gives its word. */
export function promiseStateWord(state: PromiseState): string {
  return promiseStateWords[state]()
}

/** Takes how a promise was closed, gives its word. */
export function outcomeWord(outcome: string): string {
  return promiseStateWord(outcome as PromiseState)
}

/** Takes who made a promise, gives it in words. */
export function madeByWord(by: string): string {
  return by === 'customer' ? m.promises_by_customer() : m.promises_by_us()
}

/** Gives the fields of a promise that its history shows. Takes what names a contact and an incident by its id. */
export function promiseHistory(contact: (id: string) => string, incident: (id: string) => string): Record<string, HistoryField> {
  return {
    words: { label: m.promises_words() },
    madeBy: { label: m.promises_made_by(), show: (value) => madeByWord(String(value)) },
    maker: { label: m.promises_maker() },
    contactId: { label: m.promises_contact(), show: (value) => contact(String(value)) },
    madeAt: { label: m.promises_made_at() },
    dueAt: { label: m.promises_due() },
    incidentId: { label: m.promises_incident(), show: (value) => incident(String(value)) },
    closedAt: { label: m.promises_closed_at() },
    outcome: { label: m.promises_outcome(), show: (value) => outcomeWord(String(value)) },
    closingNote: { label: m.promises_closing_note() }
  }
}
