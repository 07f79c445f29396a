import type { RowOf } from '../../values/fields'
import { z } from 'zod'
import { idOf, maybe, maybeText } from '../../values/fields'
import type { OwnQuantity } from '../model/quantity'
import type { Id, Minor, Month } from '../../values/flavours'

/** What an expert in lost profits asks of an incident beside its lines, in the order in which it is asked. */
export const questions = ['cause', 'but-for', 'mitigation', 'capacity', 'money-time', 'dependence'] as const
export type Question = (typeof questions)[number]

/** What else contributed: the share of the chosen lines that is due to this incident. */
export interface CauseNumbers {
  share: OwnQuantity
  lineIds: Id<'lossLine'>[]
}

/** One month of the customer's own record. */
export interface MonthValue {
  /** "2026-03". */
  month: Month
  value: number
}
export const monthlyKinds = ['margin', 'revenue', 'units'] as const
/** What would have been without it: months before the harm, and the months of the harm itself (`from` to `to`). */
export interface ButForNumbers {
  counts: (typeof monthlyKinds)[number]
  /** Contribution of one unit in major units, or of revenue as a share; not needed where the months are margin. */
  each: number | null
  months: MonthValue[]
  from: Month
  to: Month
}

/** What the customer did to keep the loss down: saved by it and spent on it, in minor units of the incident's currency. */
export interface MitigationNumbers {
  saved: Minor | null
  spent: Minor | null
  /** What more they could have saved by reasonable steps; 0: nothing. Answers from before it was asked have none. */
  avoidable?: Minor | null
  /** The lines in which what was spent is counted, if it is. */
  spentLineIds: Id<'lossLine'>[]
}

/** What they could have made and worked at most. */
export interface CapacityNumbers {
  /** Their own turnover, in minor units of the incident's currency: what they buy from us stands with the customer. */
  yearlyRevenue: Minor | null
  yearlyUnits: number | null
  weeklyHours: number | null
}

export const taxBases = ['before', 'after'] as const
export interface MoneyTimeNumbers {
  tax: (typeof taxBases)[number] | null
  /** A year's discount on what lies ahead, 0.05 for 5 %. */
  discount: number | null
}

/** Groups of quantities that look alike and truly are not one (`AlikeGroup.key`). */
export interface DependenceNumbers {
  apart: string[]
}

/** The numbers that each question has beside its words. */
export interface NumbersOf {
  cause: CauseNumbers
  'but-for': ButForNumbers
  mitigation: MitigationNumbers
  capacity: CapacityNumbers
  'money-time': MoneyTimeNumbers
  dependence: DependenceNumbers
}

export const answerFields = z.strictObject({
  incidentId: idOf('incident'),
  question: z.enum(questions),
  /** The answer in words. */
  words: maybeText(5_000),
  /** Who says so, or where it stands. */
  source: maybeText(2_000),
  confidence: maybe(z.enum(['low', 'medium', 'high'])),
  /** Checked by its question (`checkNumbers`), as quantities are by their calculator. */
  numbers: maybe(z.custom<NumbersOf[Question]>())
})
export type Answer = RowOf<'answer', typeof answerFields>

/** Takes answers, gives the numbers of one of them, if it has any. */
export function numbersOf<Q extends Question>(
  answers: readonly Pick<Answer, 'question' | 'numbers'>[],
  asked: Q
): NumbersOf[Q] | null {
  return (answers.find(({ question }) => question === asked)?.numbers ?? null) as NumbersOf[Q] | null
}

/** Whether somebody answered: in words, or in numbers. */
export function isAnswered(answer: Pick<Answer, 'words' | 'numbers'> | undefined): boolean {
  return !!answer && (answer.words !== null || answer.numbers !== null)
}
