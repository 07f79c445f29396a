import { cut } from '../values/truncate'
import type { Deed, Entity, Label } from '../contract/journal'
import { m } from '../messages/messages.js'
import type { Locale } from '../messages/runtime.js'

type Word = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string

const deedWords: Record<Deed, Word> = {
  create: m.journal_deed_create,
  change: m.journal_deed_change,
  trash: m.journal_deed_trash,
  restore: m.journal_deed_restore,
  close: m.journal_deed_close,
  reopen: m.journal_deed_reopen,
  renegotiate: m.journal_deed_renegotiate,
  tie: m.journal_deed_tie,
  untie: m.journal_deed_untie,
  answer: m.journal_deed_answer,
  confirm: m.journal_deed_confirm,
  decide: m.journal_deed_decide,
  escalate: m.journal_deed_escalate,
  import: m.journal_deed_import,
  attach: m.journal_deed_attach,
  order: m.journal_deed_order,
  configure: m.journal_deed_configure,
  build: m.journal_deed_build,
  erase: m.journal_deed_erase,
  snooze: m.journal_deed_snooze,
  merge: m.journal_deed_merge
}

const entityWords: Record<Entity, Word> = {
  customer: m.journal_entity_customer,
  contact: m.journal_entity_contact,
  gesture: m.journal_entity_gesture,
  interaction: m.journal_entity_interaction,
  voice: m.journal_entity_voice,
  promise: m.journal_entity_promise,
  promiseDate: m.journal_entity_promise_date,
  order: m.journal_entity_order,
  incident: m.journal_entity_incident,
  incidentOrder: m.journal_entity_incident_order,
  cliff: m.journal_entity_cliff,
  evidence: m.journal_entity_evidence,
  evidenceLink: m.journal_entity_evidence_link,
  lossLine: m.journal_entity_loss_line,
  driver: m.journal_entity_driver,
  rate: m.journal_entity_rate,
  guardAnswer: m.journal_entity_guard_answer,
  answer: m.journal_entity_answer,
  case: m.journal_entity_case,
  caseIncident: m.journal_entity_case_incident,
  fact: m.journal_entity_fact,
  option: m.journal_entity_option,
  remedy: m.journal_entity_remedy,
  optionRemedy: m.journal_entity_option_remedy,
  decision: m.journal_entity_decision,
  outcome: m.journal_entity_outcome,
  asking: m.journal_entity_asking,
  objection: m.journal_entity_objection,
  briefVersion: m.brief_entity_version,
  signal: m.journal_entity_signal,
  mapping: m.journal_entity_mapping,
  import: m.journal_entity_import,
  importedRow: m.journal_entity_imported_row,
  exercise: m.journal_entity_exercise,
  setting: m.journal_entity_setting
}

const longestName = 60

/**
 * Takes what a change did, gives its label: "New: promise — The spare parts leave tonight". A long name is cut at 60
 * characters. Without a locale it is in the current language.
 */
export function labelText(label: Label, locale?: Locale): string {
  const given = locale && { locale }
  const parts = { deed: deedWords[label.deed]({}, given), entity: entityWord(label.entity, locale) }
  const name = label.name.replace(/\s+/gu, ' ').trim()
  if (!name) return m.journal_label(parts, given)
  return m.journal_label_named({ ...parts, name: cut(name, longestName) }, given)
}

/** Takes a kind of record, gives its word in lower case as it stands within a label: "promise". */
export function entityWord(entity: Entity, locale?: Locale): string {
  return entityWords[entity]({}, locale && { locale })
}
