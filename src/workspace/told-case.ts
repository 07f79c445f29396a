// What Redress named itself in a case: the name with which an option, an action, a fact or a question begins, and the rungs of
// the ladder that hold until a workspace says otherwise. Told in the reader's language as long as nobody named them.
import { calculators } from '../shared/losses/model/all-calculators'
import { m } from '../shared/messages/messages.js'
import type { CaseView } from '../shared/records/cases'
import { standardLadder, type Level } from '../shared/records/ladder'
import { retold } from '../shared/records/retold'
import type { Language } from '../shared/values/languages'

type Said = (locale: Language) => string
const rungs = standardLadder()
const names: Said[] = [
  ...rungs.map(
    (_, at): Said =>
      (locale) =>
        standardLadder(locale)[at]!.name
  ),
  (locale) => m.ladder_new({}, { locale })
]
const triggers = rungs.map(
  (_, at): Said =>
    (locale) =>
      standardLadder(locale)[at]!.trigger ?? ''
)
const lines: Said[] = [
  (locale) => m.loss_ui_line({}, { locale }),
  ...calculators.map(
    ({ title }): Said =>
      (locale) =>
        title({}, { locale })
  )
]

/** Takes the name of a rung, gives it in a language where it is one of ours. */
export const levelIn = (name: string, language: Language): string => retold(name, names, language)

/** Takes a ladder, gives it in a language where its words are ours. */
export const ladderIn = (ladder: readonly Level[], language: Language): Level[] =>
  ladder.map((level) => ({
    ...level,
    name: levelIn(level.name, language),
    trigger: level.trigger && retold(level.trigger, triggers, language)
  }))

/** Takes the title of a loss line, gives it in a language where the line is still called after its calculator. */
export const lineIn = (title: string, language: Language): string => retold(title, lines, language)

/** Takes the title of an option, gives it in a language where nobody named it. */
export const optionIn = (title: string, language: Language): string =>
  retold(title, [(locale) => m.case_option_nothing({}, { locale }), (locale) => m.case_new_option({}, { locale })], language)
/** Takes what an action does, or what was promised of it; gives it in a language where nobody said it. */
export const actionIn = (words: string, language: Language): string =>
  retold(words, [(locale) => m.case_new_action({}, { locale })], language)

type Named = Pick<CaseView, 'options' | 'facts' | 'objections' | 'askings' | 'ladder' | 'lineTitles'>

/** Takes a case, gives it with what Redress named in it in a language. */
export function caseIn<V extends Named>(view: V, language: Language): V {
  const one = (text: string, ...said: Said[]): string => retold(text, said, language)
  return {
    ...view,
    options: view.options.map((option) => ({
      ...option,
      title: one(option.title, (locale) => (option.nothing ? m.case_option_nothing : m.case_new_option)({}, { locale })),
      remedies: option.remedies.map((remedy) => ({ ...remedy, words: actionIn(remedy.words, language) }))
    })),
    facts: view.facts.map((fact) => ({ ...fact, words: one(fact.words, (locale) => m.case_new_fact({}, { locale })) })),
    objections: view.objections.map((each) => ({
      ...each,
      words: each.words && one(each.words, (locale) => m.questions_new({}, { locale }))
    })),
    askings: view.askings.map((asking) => ({ ...asking, levelName: levelIn(asking.levelName, language) })),
    ladder: ladderIn(view.ladder, language),
    lineTitles: Object.fromEntries(Object.entries(view.lineTitles).map(([id, title]) => [id, lineIn(title, language)]))
  }
}
