import { m } from '../../../shared/messages/messages.js'

const words: Record<string, () => string> = {
  customer: m.nav_customers,
  incident: m.nav_incidents,
  case: m.nav_cases,
  promise: m.promises_promises,
  order: m.orders_orders,
  interaction: m.timeline_kind_interaction,
  voice: m.search_kind_voice,
  contact: m.customers_tab_contacts,
  gesture: m.customers_tab_gestures,
  evidence: m.timeline_kind_evidence,
  lossLine: m.brief_lines,
  fact: m.case_facts,
  option: m.case_options,
  remedy: m.case_actions,
  decision: m.case_decision,
  outcome: m.case_outcome,
  asking: m.case_askings,
  objection: m.case_questions
}

/** Takes a kind of record, gives what a group of them is called. */
export function groupWord(entity: string): string {
  return words[entity]?.() ?? entity
}
