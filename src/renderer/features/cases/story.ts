import type { FieldChange } from '../../../shared/contract/journal'
import type { OwnQuantity } from '../../../shared/losses/model/quantity'
import type { StoryEvent, StoryKind } from '../../../shared/records/story'
import { cut } from '../../../shared/values/truncate'
import type { HistoryField } from '../../records/History.svelte'
import { toldAs } from '../../records/told'
import { showNumber, showShare } from '../../ui/format'
import { amount, shownQuantity } from '../losses/words'
import { inMajor } from '../options/quantities'
import { answerWords, caseHistory, satisfiedWords, standingWords, welcomeWords } from './words'
import { m } from '../../../shared/messages/messages.js'

const longest = 240

/** Takes an event of a case's history, gives it in a sentence. */
export function storySentence({ kind, what, names, count }: StoryEvent): string {
  const said = names.join(' · ') + (count > names.length && names.length > 0 ? ' …' : '')
  const given = { names: said, count }
  if (what === 'trashed') return m.story_trashed(given)
  if (what === 'restored') return m.story_restored(given)
  if (what === 'removed') return m.story_removed(given)
  const made = what === 'created'
  const words: Record<StoryKind, () => string> = {
    case: () => (made ? m.story_case_created() : m.story_case_changed()),
    caseIncident: () => m.story_incident(given),
    fact: () => (made ? m.story_fact_created(given) : m.story_fact_changed(given)),
    evidenceLink: () => m.story_evidence(given),
    option: () => (made ? m.story_option_created(given) : m.story_option_changed(given)),
    remedy: () => (made ? m.story_remedy_created(given) : m.story_remedy_changed(given)),
    asking: () => (made ? m.story_asked(given) : m.story_answered(given)),
    objection: () => m.story_question(),
    decision: () => (made ? m.story_decided(given) : m.story_decision_changed()),
    outcome: () => m.story_outcome()
  }
  return words[kind]()
}

/** A field's change in words; `from` and `to` are null where the value itself would tell a reader nothing. */
export interface ToldChange {
  field: string
  label: string
  from: string
  to: string
}

/** Takes an event and the case's currency, gives those of its changes that can be told: figures from what to what. */
export function storyChanges({ kind, fields, clock }: StoryEvent, currency: string): ToldChange[] {
  const known = historyOf(kind, currency)
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return m.journal_empty()
    return cut(known[field]!.show?.(value) ?? toldAs(field, value, clock), longest)
  }
  return fields.flatMap(({ field, from, to }: FieldChange) =>
    known[field] ? [{ field, label: known[field].label, from: shown(field, from), to: shown(field, to) }] : []
  )
}

/** The fields of each kind that its history tells. */
function historyOf(kind: StoryKind, currency: string): Record<string, HistoryField> {
  const money = (value: unknown): string => amount(value as number, currency, true)
  const quantity = (value: unknown): string => shownQuantity(inMajor(read(value), currency)!, 'money', currency)
  const yes = (value: unknown): string => (value ? m.common_yes() : m.common_no())
  const number = (value: unknown): string => showNumber(value as number, 1)
  const view = {
    thinks: { label: m.case_thinks() },
    does: { label: m.case_does() },
    says: { label: m.case_says() },
    feels: { label: m.case_feels() },
    viewUnknown: { label: m.case_view_unknown() }
  }
  const all: Partial<Record<StoryKind, Record<string, HistoryField>>> = {
    case: caseHistory(),
    fact: {
      words: { label: m.case_fact() },
      at: { label: m.case_when() },
      standing: { label: m.case_standing(), show: (value) => standingWords[value as keyof typeof standingWords]() }
    },
    option: {
      title: { label: m.case_option_title() },
      summary: { label: m.case_option_summary() },
      stay: { label: m.case_stay(), show: (value) => showShare(value as number, 0) },
      welcome: { label: m.case_view(), show: (value) => welcomeWords[value as keyof typeof welcomeWords]() },
      reversible: { label: m.case_reversible(), show: yes },
      risks: { label: m.case_risks() },
      ...view
    },
    remedy: {
      words: { label: m.case_action() },
      cost: { label: m.case_cost(), show: money },
      costRange: { label: m.case_cost(), show: quantity },
      relief: { label: m.options_removed(), show: money },
      days: { label: m.case_days(), show: number },
      dueOn: { label: m.case_due_on() },
      owner: { label: m.case_owner() }
    },
    asking: {
      answer: { label: m.ladder_answer(), show: (value) => answerWords[value as keyof typeof answerWords]() },
      said: { label: m.ladder_said() }
    },
    outcome: {
      lossCame: { label: m.case_loss_came(), show: money },
      costCame: { label: m.case_cost_came(), show: money },
      remedyArrivedOn: { label: m.case_arrived_on() },
      satisfied: { label: m.case_satisfied(), show: (value) => satisfiedWords[value as keyof typeof satisfiedWords]() },
      stayed: { label: m.case_stayed(), show: yes },
      note: { label: m.case_outcome_note() }
    }
  }
  return all[kind] ?? {}
}

/** A quantity as the journal has it: text, or what was read of it. */
const read = (value: unknown): OwnQuantity =>
  typeof value === 'string' ? (JSON.parse(value) as OwnQuantity) : (value as OwnQuantity)
