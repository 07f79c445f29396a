// Names that Redress proposed are told in the language of the screen, wherever they are asked for: what a person wrote stays.
import type { Result, WorkspaceName } from '../shared/contract/table'
import { calculatorById } from '../shared/losses/model/all-calculators'
import { m } from '../shared/messages/messages.js'
import { framesOf, retold, retoldOf, type Frames } from '../shared/records/retold'
import type { Language } from '../shared/values/languages'

interface Titled {
  title: string
}

let sayings: Frames[] | undefined
const ofIncidents = (): Frames[] =>
  (sayings ??= [
    framesOf((title, locale) => m.orders_incident_title({ title }, { locale })),
    framesOf((words, locale) => m.promises_incident_title({ words }, { locale })),
    framesOf((words, locale) => m.promises_incident_title_late({ words }, { locale }))
  ])

const incident = <T extends Titled>(row: T, language: Language): T => ({
  ...row,
  title: retoldOf(row.title, ofIncidents(), language)
})
const option = <T extends Titled & { nothing: number }>(row: T, language: Language): T =>
  row.nothing ? { ...row, title: retold(row.title, [(locale) => m.case_option_nothing({}, { locale })], language) } : row
const cliff = <T extends Titled>(row: T, language: Language): T => ({
  ...row,
  title: retold(row.title, [(locale) => m.loss_ui_cliff_title({}, { locale })], language)
})
function line<T extends Titled & { calculator?: string }>(row: T, language: Language): T {
  const calculator = row.calculator === undefined ? undefined : calculatorById(row.calculator)
  const said: ((locale: Language) => string)[] = [(locale) => m.loss_ui_line({}, { locale })]
  if (calculator) said.push((locale) => calculator.title({}, { locale }))
  return { ...row, title: retold(row.title, said, language) }
}
/** A row that may be of any kind. */
const any = <T extends Titled>(kind: string | null | undefined, row: T, language: Language): T =>
  kind === 'incident' ? incident(row, language) : row

type Telling = { [N in WorkspaceName]?: (answer: Result<N>, language: Language) => Result<N> }
const tellings: Telling = {
  'incidents.list': (rows, to) => rows.map((row) => incident(row, to)),
  'incidents.get': (view, to) => ({
    ...view,
    incident: incident(view.incident, to),
    cliffs: view.cliffs.map((row) => cliff(row, to))
  }),
  'cases.get': (view, to) => ({
    ...view,
    incidents: view.incidents.map((row) => incident(row, to)),
    options: view.options.map((row) => option(row, to))
  }),
  'losses.sheet': (sheet, to) => ({ ...sheet, lines: sheet.lines.map((row) => line(row, to)) }),
  'losses.waiting': (waiting, to) => waiting && { ...waiting, cliffs: waiting.cliffs.map((row) => cliff(row, to)) },
  'timeline.list': (page, to) => ({ ...page, events: page.events.map((event) => any(event.kind, event, to)) }),
  'search.find': (hits, to) => hits.map((hit) => any(hit.entity, hit, to)),
  'desk.today': (desk, to) => ({
    ...desk,
    signals: desk.signals.map((signal) => ({
      ...signal,
      reasons: signal.reasons.map((reason) => any(reason.entity, reason, to))
    }))
  }),
  'explain.changes': (changes, to) =>
    changes.map((change) =>
      change.entity === 'lossLine'
        ? { ...change, title: line({ title: change.title, calculator: change.about.calculator }, to).title }
        : any(change.entity, change, to)
    )
}

/** Takes an answer and the language of the screen, gives it with what Redress named itself in that language. */
export function told<N extends WorkspaceName>(name: N, answer: Result<N>, language: Language): Result<N> {
  const telling = tellings[name] as ((answer: Result<N>, language: Language) => Result<N>) | undefined
  return telling ? telling(answer, language) : answer
}
