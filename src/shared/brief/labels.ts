import type { Voice } from '../records/timeline'
import type { Incident } from '../records/incidents'
import type { LossLine } from '../contract/losses'
import type { OrderState } from '../records/orders'
import type { PromiseState } from '../records/promises'
import type { Fact } from '../records/cases'
import type { IncidentLoss, LossStatus } from '../losses/engine/incident-loss'
import type { HarmKind, SubjectKind } from '../losses/model/harms'
import { m } from '../messages/messages.js'

type Label = typeof m.brief_ask

export const incidentStates: Record<Incident['state'], Label> = {
  open: m.brief_incident_open,
  contained: m.brief_incident_contained,
  resolved: m.brief_incident_resolved,
  closed: m.brief_incident_closed
}
export const incidentKinds: Record<Incident['kind'], Label> = {
  'late-delivery': m.brief_kind_late_delivery,
  'short-delivery': m.brief_kind_short_delivery,
  'wrong-goods': m.brief_kind_wrong_goods,
  defect: m.brief_kind_defect,
  outage: m.brief_kind_outage,
  billing: m.brief_kind_billing,
  service: m.brief_kind_service,
  conduct: m.brief_kind_conduct,
  other: m.brief_kind_other
}
export const causeStates: Record<Incident['causeState'], Label> = {
  unknown: m.brief_cause_unknown,
  suspected: m.brief_cause_suspected,
  confirmed: m.brief_cause_confirmed
}
export const statuses: Record<LossStatus, Label> = {
  confirmed: m.brief_status_confirmed,
  estimated: m.brief_status_estimated,
  recovered: m.brief_status_recovered,
  compensated: m.brief_status_compensated
}
export const confidences: Record<LossLine['confidence'], Label> = {
  low: m.brief_confidence_low,
  medium: m.brief_confidence_medium,
  high: m.brief_confidence_high
}
export const promiseStates: Record<PromiseState, Label> = {
  open: m.brief_promise_open,
  overdue: m.brief_promise_overdue,
  kept: m.brief_promise_kept,
  'kept-late': m.brief_promise_kept_late,
  broken: m.brief_promise_broken,
  withdrawn: m.brief_promise_withdrawn,
  undated: m.brief_promise_undated
}
export const orderStates: Record<OrderState, Label> = {
  open: m.brief_promise_open,
  'at-risk': m.brief_order_at_risk,
  late: m.brief_order_late,
  received: m.brief_order_received,
  'received-late': m.brief_order_received_late,
  cancelled: m.brief_order_cancelled
}
export const standings: Record<Fact['standing'], Label> = {
  undisputed: m.brief_undisputed,
  disputed: m.brief_disputed,
  unknown: m.brief_standing_unknown
}
export const voiceKinds: Record<Voice['kind'], Label> = {
  need: m.brief_voice_need,
  wish: m.brief_voice_wish,
  concern: m.brief_voice_concern,
  praise: m.brief_voice_praise
}
export const harmWords: Record<HarmKind, Label> = {
  margin: m.loss_harm_margin,
  running: m.loss_harm_running,
  extra: m.loss_harm_extra,
  penalty: m.loss_harm_penalty,
  value: m.loss_harm_value,
  time: m.loss_harm_time,
  owed: m.loss_harm_owed
}
export const subjectWords: Record<SubjectKind, Label> = {
  goods: m.loss_subject_goods,
  people: m.loss_subject_people,
  site: m.loss_subject_site,
  contract: m.loss_subject_contract
}

/** Takes a loss that is the same in every draw, gives why: nobody gave a range, or what has one makes no difference, as at a cap. */
export function certainWord({ tornado }: Pick<IncidentLoss, 'tornado'>): Label {
  return tornado.length ? m.brief_certain_same : m.brief_certain
}
