import { z } from 'zod'
import { day, flag, id, instant, maybe, maybeText, moment, text, tiedIds, type RowOf } from '../values/fields'
import type { Clock } from '../values/clock'
import { currency, minorUnits } from '../values/currency'
import { toldFields } from './events'
import { guardAnswerFields, type GuardAnswer } from '../contract/losses'
import { byId, read, recordProcedures, write } from '../contract/procedure'
import type { CaseExpected, Remaining } from '../losses/engine/case-loss'
import type { IncidentLoss } from '../losses/engine/incident-loss'

export const caseStates = ['draft', 'ready', 'decided', 'closed'] as const

export const caseFields = z.strictObject({
  customerId: id,
  title: text(300),
  /** What is asked, in one sentence that can be answered with yes. */
  ask: maybeText(2_000),
  decider: maybeText(200),
  decideBy: maybe(day),
  /** What it costs to miss that date, in words. */
  ifMissed: maybeText(2_000),
  state: z.enum(caseStates).optional(),
  background: maybeText(20_000),
  customerThinks: maybeText(5_000),
  customerDoes: maybeText(5_000),
  customerSays: maybeText(5_000),
  recommendedId: maybe(id),
  recommendation: maybeText(10_000),
  unknowns: maybeText(10_000),
  nextUpdateOn: maybe(day),
  nextUpdateBy: maybeText(200),
  currency,
  preparedBy: maybeText(200)
})
export type Case = RowOf<typeof caseFields> & { number: number }

export const factFields = z.strictObject({
  caseId: id,
  at: maybe(moment),
  words: text(100_000),
  /** What it was on the timeline, where it was taken from there. */
  told: maybe(toldFields),
  standing: z.enum(['undisputed', 'disputed', 'unknown']).optional(),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Fact = RowOf<typeof factFields>

export const optionFields = z.strictObject({
  caseId: id,
  title: text(300),
  summary: maybeText(5_000),
  /** The option of doing nothing; every case has one. */
  nothing: flag.optional(),
  reversible: flag.optional(),
  /** The chance that the customer stays with this option, 0 to 1. */
  stay: maybe(z.number().min(0).max(1)),
  risks: maybeText(5_000),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Option = RowOf<typeof optionFields>

/** One action of an option. Amounts in minor units of the case's currency. */
export const remedyFields = z.strictObject({
  optionId: id,
  words: text(1_000),
  owner: maybeText(200),
  /** What it costs us. */
  cost: minorUnits.min(0).optional(),
  /** Which part of the customer's loss it relieves. */
  relief: minorUnits.min(0).optional(),
  /** Days from the decision until it relieves. */
  days: maybe(z.number().min(0).max(10_000)),
  dueOn: maybe(day),
  /** From that day on, or after these days, nothing grows any more. */
  endsHarm: flag.optional(),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Remedy = RowOf<typeof remedyFields>

export const decisionFields = z.strictObject({
  caseId: id,
  optionId: maybe(id),
  decidedBy: text(200),
  decidedOn: day,
  why: maybeText(10_000)
})
export type Decision = RowOf<typeof decisionFields>

export const outcomeFields = z.strictObject({
  caseId: id,
  remedyArrivedOn: maybe(day),
  satisfied: maybe(z.enum(['yes', 'partly', 'no'])),
  stayed: maybe(flag),
  note: maybeText(10_000)
})
export type Outcome = RowOf<typeof outcomeFields>

/** An option with its remedies added up; amounts in minor units of the case's currency. */
export interface OptionView extends Option {
  remedies: Remedy[]
  cost: number
  relief: number
  /** Days until the last remedy relieves, or null. */
  days: number | null
  /** The day on which one of its actions ends the harm; null when none does, or nobody knows when. */
  endsOn: string | null
  /** What is left of the loss by the end of the harm; null where that is not known. */
  remaining: Remaining | null
}

export interface CaseRow {
  id: string
  ref: string
  customerId: string
  customer: string
  title: string
  ask: string | null
  decider: string | null
  decideBy: string | null
  state: Case['state']
}

export interface CaseIncident {
  id: string
  ref: string
  title: string
  began: string
  currency: string
  lines: number
  /** Null without lines, or where it cannot be had, as without an exchange rate. */
  loss: IncidentLoss | null
}

export interface FactView extends Fact {
  evidence: { id: string; ref: string; title: string }[]
}

export interface CaseView {
  case: Case
  ref: string
  customer: { id: string; name: string; currency: string; clock: Clock }
  incidents: CaseIncident[]
  /** Of all incidents together, simulated as a whole in the case's currency; null without lines or without a rate. */
  loss: IncidentLoss | null
  /** The loss by the end of the harm if nothing is done, and that day; what remedies are held against. */
  expected: CaseExpected | null
  /** Answers to the questions of `loss.guard`, which are about lines of two incidents. */
  answers: GuardAnswer[]
  /** What the lines of its incidents are called, by their ids. */
  lineTitles: Record<string, string>
  /** Incidents whose harm goes on until nobody knows when: `expected` and what options leave are then not known. */
  openEnded: string[]
  facts: FactView[]
  options: OptionView[]
  decision: Decision | null
  outcome: Outcome | null
}

export const caseProcedures = {
  ...recordProcedures('cases', caseFields),
  ...recordProcedures('facts', factFields),
  ...recordProcedures('options', optionFields),
  ...recordProcedures('remedies', remedyFields),
  ...recordProcedures('outcomes', outcomeFields),
  /** Begins a case; the incidents that it is about are tied to it in the same change. */
  'cases.create': write<{ id: string }>()(caseFields.extend({ id: id.optional(), incidentIds: tiedIds })),
  'cases.list': read<CaseRow[]>()(z.strictObject({ customerId: id.optional() })),
  'cases.get': read<CaseView>()(byId),
  'cases.tieIncident': write<{ id: string }>()(z.strictObject({ id, incidentId: id, tied: z.boolean() })),
  /** Answers a question about lines of two incidents of the case. */
  'cases.answerGuard': write<{ id: string }>()(guardAnswerFields.extend({ caseId: id })),
  /** Takes the steps of the customer's timeline that were chosen as facts of the case. */
  'cases.addFacts': write<{ ids: string[] }>()(
    z.strictObject({
      id,
      facts: z
        .array(z.strictObject({ at: maybe(moment), words: text(100_000), told: maybe(toldFields) }))
        .min(1)
        .max(500)
    })
  ),
  /** Records what was decided; the chosen option's remedies become promises to the customer when asked for. */
  'cases.decide': write<{ id: string; promises: string[] }>()(
    decisionFields.extend({ makePromises: z.boolean(), at: instant.optional() })
  )
}
