// Names that Redress proposed are told in the language of the screen, wherever they are asked for: what a person wrote stays.
import type { Kysely } from 'kysely'
import type { Picked, Picks } from '../shared/contract/pick'
import type { Result, WorkspaceName } from '../shared/contract/table'
import { calculatorById } from '../shared/losses/model/all-calculators'
import { m } from '../shared/messages/messages.js'
import type { CaseView } from '../shared/records/cases'
import { framesOf, retold, retoldOf, type Frames } from '../shared/records/retold'
import type { Signal } from '../shared/records/signal'
import { proposedWords, type PromiseDate } from '../shared/records/promises'
import type { Language } from '../shared/values/languages'
import type { Tables } from './store/tables'
import { actionIn, caseIn, ladderIn, levelIn, optionIn } from './told-case'

type Db = Pick<Kysely<Tables>, 'selectFrom'>

interface Titled {
  title: string
}
interface Incident extends Titled {
  id: string
}
/** The language of the screen, and which incidents are still called what Redress proposed. */
interface Told {
  language: Language
  proposed(incident: Incident): boolean
}

let sayings: Frames[] | undefined
const ofIncidents = (): Frames[] =>
  (sayings ??= [
    framesOf((title, locale) => m.orders_incident_title({ title }, { locale })),
    framesOf((words, locale) => m.promises_incident_title({ words }, { locale })),
    framesOf((words, locale) => m.promises_incident_title_late({ words }, { locale }))
  ])

let moved: Frames[] | undefined
/** Why a date is another one, where a file said so. */
const reasons = <T extends { dates: PromiseDate[] }>(row: T, { language }: Told): T => {
  moved ??= [framesOf((file, locale) => m.imports_date_moved({ file }, { locale }))]
  return { ...row, dates: row.dates.map((date) => ({ ...date, reason: retoldOf(date.reason, moved!, language) })) }
}
const incident = <T extends Incident>(row: T, to: Told): T =>
  to.proposed(row) ? { ...row, title: retoldOf(row.title, ofIncidents(), to.language) } : row
const cliff = <T extends Titled>(row: T, { language }: Told): T => ({
  ...row,
  title: retold(row.title, [(locale) => m.loss_ui_cliff_title({}, { locale })], language)
})
function line<T extends Titled & { calculator?: string }>(row: T, { language }: Told): T {
  const calculator = row.calculator === undefined ? undefined : calculatorById(row.calculator)
  const said: ((locale: Language) => string)[] = [(locale) => m.loss_ui_line({}, { locale })]
  if (calculator) said.push((locale) => calculator.title({}, { locale }))
  return { ...row, title: retold(row.title, said, language) }
}
/** What was promised of an action that nobody named. */
const promise = <T extends { words: string }>(row: T, { language }: Told): T => ({ ...row, words: actionIn(row.words, language) })
/** A row that may be of any kind. */
const any = <T extends Incident>(kind: string, row: T, to: Told): T => {
  if (kind === 'promise') return { ...row, title: actionIn(row.title, to.language) }
  return kind === 'incident' ? incident(row, to) : kind === 'cliff' ? cliff(row, to) : row
}

const picksOf = (picks: Picks, tell: (row: Picked) => Picked): Picks => ({
  ...picks,
  rows: picks.rows.map(tell),
  named: picks.named.map(tell)
})

const signals = (all: Signal[], to: Told): Signal[] =>
  all.map((signal) => ({ ...signal, reasons: signal.reasons.map((reason) => any(reason.entity, reason, to)) }))

/** A case and what stands in it. */
function caseOf(asIs: CaseView, to: Told): CaseView {
  const view = caseIn(asIs, to.language)
  const incidents = view.incidents.map((row) => incident(row, to))
  // a fact that was taken from one of them bears its name
  const names = new Map(view.incidents.map(({ title }, at) => [title, incidents[at]!.title]))
  return {
    ...view,
    incidents,
    steps: view.steps.map((row) => cliff(row, to)),
    facts: view.facts.map((fact) =>
      fact.told?.kind === 'incident' ? { ...fact, words: names.get(fact.words) ?? fact.words } : fact
    )
  }
}

type Telling = { [N in WorkspaceName]?: (answer: Result<N>, to: Told) => Result<N> }
const tellings: Telling = {
  'promises.get': (row, to) => promise(reasons(row, to), to),
  'promises.list': (rows, to) => rows.map((row) => promise(row, to)),
  'promises.page': (page, to) => ({ ...page, rows: page.rows.map((row) => promise(row, to)) }),
  'interactions.get': (row, to) => ({ ...row, promises: row.promises.map((each) => promise(each, to)) }),
  'options.frontier': (view, to) =>
    view && {
      ...view,
      remedies: view.remedies.map((row) => promise(row, to)),
      options: view.options.map((row) => ({ ...row, title: optionIn(row.title, to.language) }))
    },
  'cases.learned': (learned, { language }) => ({
    ...learned,
    cases: learned.cases.map((row) => ({ ...row, option: row.option && optionIn(row.option, language) }))
  }),
  'incidents.list': (rows, to) => rows.map((row) => incident(row, to)),
  'incidents.page': (page, to) => ({ ...page, rows: page.rows.map((row) => incident(row, to)) }),
  'incidents.pick': (picks, to) => picksOf(picks, (row) => incident(row, to)),
  'promises.pick': (picks, to) => picksOf(picks, (row) => any('promise', row, to)),
  'incidents.get': (view, to) => ({
    ...view,
    incident: incident(view.incident, to),
    cliffs: view.cliffs.map((row) => cliff(row, to))
  }),
  'workspace.info': (info, { language }) => ({
    ...info,
    settings: { ...info.settings, ladder: ladderIn(info.settings.ladder, language) }
  }),
  'cases.get': caseOf,
  'cases.argument': caseOf,
  'losses.sheet': (sheet, to) => ({ ...sheet, lines: sheet.lines.map((row) => line(row, to)) }),
  'losses.waiting': (waiting, to) => waiting && { ...waiting, cliffs: waiting.cliffs.map((row) => cliff(row, to)) },
  'timeline.list': (page, to) => ({ ...page, events: page.events.map((event) => any(event.kind, event, to)) }),
  'search.find': (hits, to) => hits.map((hit) => any(hit.entity, hit, to)),
  'desk.today': (desk, to) => ({
    ...desk,
    promises: desk.promises.map((row) => promise(row, to)),
    askings: desk.askings.map((asking) => ({ ...asking, levelName: levelIn(asking.levelName, to.language) })),
    signals: signals(desk.signals, to)
  }),
  'signals.of': signals,
  'explain.changes': (changes, to) =>
    changes.map((change) =>
      change.entity === 'lossLine'
        ? { ...change, title: line({ title: change.title, calculator: change.about.calculator }, to).title }
        : any(change.entity, change, to)
    )
}

/** Takes incidents that may be called after what they came of, gives the ids of those that are. */
async function proposedOf(db: Db, asked: readonly Incident[]): Promise<Set<string>> {
  const ids = asked.map(({ id }) => id)
  const orders = await db
    .selectFrom('incidentOrder')
    .innerJoin('order', 'order.id', 'incidentOrder.orderId')
    .select(['incidentOrder.incidentId as id', 'order.title as words'])
    .where('incidentOrder.incidentId', 'in', ids)
    .execute()
  const promises = await db.selectFrom('promise').select(['incidentId as id', 'words']).where('incidentId', 'in', ids).execute()
  const came = [...orders, ...promises.map(({ id, words }) => ({ id, words: proposedWords(words) }))]
  const holds = ({ id, title }: Incident): boolean => came.some((of) => of.id === id && title.endsWith(of.words))
  return new Set(asked.filter(holds).map(({ id }) => id))
}

/** Takes an answer and the language of the screen, gives it with what Redress named itself in that language. */
export async function told<N extends WorkspaceName>(db: Db, name: N, answer: Result<N>, language: Language): Promise<Result<N>> {
  const telling = tellings[name] as ((answer: Result<N>, to: Told) => Result<N>) | undefined
  if (!telling) return answer
  const asked: Incident[] = []
  const first = telling(answer, {
    language,
    proposed(row) {
      if (retoldOf(row.title, ofIncidents(), language) !== row.title) asked.push({ id: row.id, title: row.title })
      return false
    }
  })
  if (asked.length === 0) return first
  const proposed = await proposedOf(db, asked)
  return telling(answer, { language, proposed: ({ id }) => proposed.has(id) })
}
