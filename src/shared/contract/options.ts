import { z } from 'zod'
import { amount } from '../values/currency'
import { idOf } from '../values/fields'
import type { Figure } from '../losses/engine/incident-loss'
import type { Switch } from '../options/switches'
import type { CalculatorHeld, Calibration, Forecast, Held, Outcome } from '../records/followed'
import { noInput, read } from './procedure'
import type { Day, Id, Minor } from '../values/flavours'

/** Why a remedy is in a bundle or not; amounts in minor units. */
export type ReasonView =
  | { is: 'in' | 'less'; adds: Minor; cost: Minor }
  | { is: 'budget'; short: Minor; adds: Minor; cost: Minor }
  | { is: 'excluded'; by: string; adds: Minor; cost: Minor }
  | { is: 'nothing' }

/** A set of remedies that no other beats at its cost or below, in minor units of the case's currency. */
export interface BundleView {
  cost: Minor
  removed: Figure
  left: Figure
  remedyIds: Id<'remedy'>[]
  /** For each remedy, by its id. */
  reasons: Record<string, ReasonView>
}

export interface FrontierView {
  currency: string
  /** From nothing spent to all that helps. */
  bundles: BundleView[]
  /** No bundle that none beats is missing; else the best for evenly spaced budgets. */
  complete: boolean
  remedies: { id: Id<'remedy'>; words: string; cost: Minor }[]
  /** The options that are there, to be held against it. */
  options: { id: Id<'option'>; title: string; cost: Minor; removed: Figure }[]
  /** The best for the budget that was asked for. */
  asked: (BundleView & { budget: Minor }) | null
}

export interface ChangesView {
  /** Figures that are varied, those that matter most first. */
  switches: Switch[]
  /** By today's figures another option does more for what it costs: which, and by how much in minor units. */
  better: { id: Id<'option'>; by: Minor } | null
  /** Beyond this cost another option does more for what it costs; which. Null where the recommended one is not the best. */
  costs: { at: number; winner: string } | null
}

/** A case in which something was decided, with what was forecast and what came. */
export interface LearnedCase {
  caseId: Id<'case'>
  ref: string
  title: string
  customer: string
  option: string | null
  decidedOn: Day
  forecast: Forecast
  lossCame: Minor | null
  costCame: Minor | null
  lossHeld: Held | null
  costHeld: Held | null
  satisfied: Outcome['satisfied']
  stayed: 0 | 1 | null
}

export interface Learned {
  loss: Calibration
  cost: Calibration
  /** Where a chance of staying was said and it is known whether they stayed: what was said on average, and how many did. */
  stay: { counted: number; said: number; stayed: number } | null
  /** Which calculators say too much or too little, by the cases in which they were used. */
  calculators: CalculatorHeld[]
  /** How long cases waited for their decision, on average, and what was lost meanwhile, in minor units of each currency. */
  waited: { counted: number; days: number; costs: { currency: string; amount: Minor }[] } | null
  /** In how many cases relief came on another day than was said, and by how many days on average; negative: earlier. */
  relief: { counted: number; late: number } | null
  cases: LearnedCase[]
}

/** An earlier case that is like this one, and what makes it so. */
export interface Precedent {
  caseId: Id<'case'>
  ref: string
  title: string
  customer: string
  alike: ('kind' | 'field' | 'size' | 'remedy')[]
  option: string | null
  decidedOn: Day
  /** What was granted, in minor units of its own currency. */
  cost: Minor | null
  loss: Figure | null
  currency: string
  satisfied: Outcome['satisfied']
  stayed: 0 | 1 | null
  remedies: { id: Id<'remedy'>; words: string }[]
}

/** Questions that a sceptical decider puts, found in the case by rules that can be read here. */
export type QuestionRule =
  | 'end-unconfirmed'
  | 'end-unknown'
  | 'one-guess'
  | 'not-confirmed-loss'
  | 'fact-without-evidence'
  | 'fact-disputed'
  | 'cheaper-option'
  | 'nothing-not-costed'
  | 'lessened'
  | 'another-customer'
  | 'stay-unsaid'
  | 'stay-without-source'
  | 'relief-without-source'
  | 'good-here-bad-there'
  | 'not-worth'
  | 'who-acts'

export interface FoundQuestion {
  rule: QuestionRule
  /** The record that it was found on, so that an answer stays with it. */
  about: string
  /** What its sentence names. */
  name?: string
  share?: number
  amount?: Minor
}

export const optionProcedures = {
  /** The best bundle of a case's remedies for every budget; null while the end of harm is not known. */
  'options.frontier': read<FrontierView | null>()(z.strictObject({ caseId: idOf('case'), budget: amount.optional() }), {
    long: true
  }),
  /** At which values of the figures that matter most another option than the recommended one wins. */
  'options.changes': read<ChangesView | null>()(z.strictObject({ caseId: idOf('case'), optionId: idOf('option') }), { long: true }),
  /** How forecasts held against what came, over all cases. */
  'cases.learned': read<Learned>()(noInput),
  /** What a sceptical decider would ask of a case, by rules that can be read. */
  'cases.questions': read<FoundQuestion[]>()(z.strictObject({ caseId: idOf('case') })),
  'cases.precedents': read<Precedent[]>()(z.strictObject({ caseId: idOf('case') }))
}
