import type { Case, Fact, Option } from '../../../shared/records/cases'
import type { CalculatorHeld, Held, Outcome } from '../../../shared/records/followed'
import type { Asking } from '../../../shared/records/ladder'
import { m } from '../../../shared/messages/messages.js'
import type { HistoryField } from '../../records/History.svelte'

export const stateWords: Record<Case['state'], () => string> = {
  draft: m.case_state_draft,
  ready: m.case_state_ready,
  decided: m.case_state_decided,
  closed: m.case_state_closed
}
export const standingWords: Record<Fact['standing'], () => string> = {
  undisputed: m.case_undisputed,
  disputed: m.case_disputed,
  unknown: m.case_not_settled
}
export const satisfiedWords: Record<NonNullable<Outcome['satisfied']>, () => string> = {
  yes: m.case_satisfied_yes,
  partly: m.case_satisfied_partly,
  no: m.case_satisfied_no
}

/** Takes words by key, gives them as the options of a Select or Choice. */
export function options<V extends string>(words: Record<V, () => string>): { value: V; label: string }[] {
  return (Object.entries(words) as [V, () => string][]).map(([value, word]) => ({ value, label: word() }))
}

/** Gives the fields of a case that its history shows. */
export function caseHistory(): Record<string, HistoryField> {
  return {
    title: { label: m.case_title() },
    ask: { label: m.case_ask() },
    decider: { label: m.case_decider() },
    decideBy: { label: m.case_decide_by() },
    ifMissed: { label: m.case_if_missed() },
    state: { label: m.case_state(), show: (value) => stateWords[value as Case['state']]() },
    currency: { label: m.case_currency() },
    customerThinks: { label: m.case_thinks() },
    customerDoes: { label: m.case_does() },
    customerSays: { label: m.case_says() },
    customerFeels: { label: m.case_feels() },
    recommendedBy: { label: m.case_recommended_by() },
    consulted: { label: m.case_consulted() },
    acts: { label: m.case_acts() },
    level: { label: m.ladder_title(), show: (value) => String(Number(value) + 1) },
    background: { label: m.case_background() },
    recommendation: { label: m.case_recommendation() },
    unknowns: { label: m.case_unknowns() },
    nextUpdateOn: { label: m.case_next_on() },
    nextUpdateBy: { label: m.case_next_by() }
  }
}

export const answerWords: Record<NonNullable<Asking['answer']>, () => string> = {
  yes: m.ladder_yes,
  no: m.ladder_no,
  other: m.ladder_other
}
export const heldWords: Record<Held, () => string> = {
  within: m.learned_within,
  below: m.learned_below,
  above: m.learned_above
}
export const runsWords: Record<CalculatorHeld['runs'], () => string> = {
  high: m.learned_runs_high,
  low: m.learned_runs_low,
  fits: m.learned_fits
}
export const welcomeWords: Record<NonNullable<Option['welcome']>, () => string> = {
  good: m.case_welcome_good,
  mixed: m.case_welcome_mixed,
  bad: m.case_welcome_bad
}
