import type { Case } from '../../../shared/cases'
import type { Incident } from '../../../shared/incidents'
import { m } from '../../../shared/messages/messages.js'

/** Takes the state of an incident or a case, gives its word. */
export function stateWord(state: Incident['state'] | Case['state']): string {
  const words: Record<Incident['state'] | Case['state'], () => string> = {
    open: m.customers_state_open,
    contained: m.customers_state_contained,
    resolved: m.customers_state_resolved,
    closed: m.customers_state_closed,
    draft: m.customers_state_draft,
    ready: m.customers_state_ready,
    decided: m.customers_state_decided
  }
  return words[state]()
}
