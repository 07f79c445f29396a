import type { CaseView } from '../../../shared/records/cases'
import type { FoundQuestion, QuestionRule } from '../../../shared/contract/options'
import { cut } from '../../../shared/values/truncate'
import { showShare } from '../../ui/format'
import { amount } from '../losses/words'
import { m } from '../../../shared/messages/messages.js'

/** Takes a question that was found and the currency of its case, gives it as a decider would put it. */
export function questionText({ rule, name = '', share = 0, amount: minor = 0 }: FoundQuestion, currency: string): string {
  const given = { name: cut(name, 120), share: showShare(share, 0), amount: amount(minor, currency) }
  const words: Record<QuestionRule, () => string> = {
    'end-unconfirmed': () => m.questions_end_unconfirmed(given),
    'end-unknown': () => m.questions_end_unknown(given),
    'one-guess': () => m.questions_one_guess(given),
    'not-confirmed-loss': () => m.questions_not_confirmed(given),
    'fact-without-evidence': () => m.questions_fact_without_evidence(given),
    'fact-disputed': () => m.questions_fact_disputed(given),
    'cheaper-option': () => m.questions_cheaper(given),
    'nothing-not-costed': () => m.questions_nothing(),
    lessened: () => m.questions_lessened(given),
    'another-customer': () => m.questions_another(given),
    'stay-unsaid': () => m.questions_stay_unsaid(given),
    'stay-without-source': () => m.questions_stay_source(given),
    'relief-without-source': () => m.questions_relief_source(given),
    'good-here-bad-there': () => m.questions_good_here(given),
    'not-worth': () => m.questions_not_worth(given),
    'who-acts': () => m.questions_who_acts(given)
  }
  return words[rule]()
}

/** A question of a case, and what is answered to it; null while it is open. */
export interface WeakPoint {
  id: string
  text: string
  answer: string | null
}

/** Takes the questions that were found in a case, its own and its currency; gives them all, each with its answer. */
export function weakPoints(found: readonly FoundQuestion[], objections: CaseView['objections'], currency: string): WeakPoint[] {
  const answerOf = ({ rule, about }: FoundQuestion): string | null =>
    objections.find((one) => one.rule === rule && one.about === about)?.answer ?? null
  return [
    ...found.map((question) => ({
      id: `${question.rule} ${question.about}`,
      text: questionText(question, currency),
      answer: answerOf(question)
    })),
    ...objections.filter(({ rule }) => !rule).map(({ id, words, answer }) => ({ id, text: words ?? '', answer }))
  ]
}
