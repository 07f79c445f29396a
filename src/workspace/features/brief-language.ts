import type { BriefFacts, IncidentFacts } from '../../shared/brief/facts'
import { calculatorById } from '../../shared/losses/model/all-calculators'
import { m } from '../../shared/messages/messages.js'
import { proposedWords } from '../../shared/records/promises'
import { retold } from '../../shared/records/retold'
import type { Language } from '../../shared/values/languages'
import { cut } from '../../shared/values/truncate'
import { caseIn } from '../told-case'

type Facts = Omit<BriefFacts, 'paper' | 'audience'>

/**
 * Takes what a brief is made from and its language; gives it with what Redress named itself, on a screen of whatever
 * language, in the brief's: the option of doing nothing, incidents that came of an order or a promise, lines called after
 * their calculator. What a person renamed stays.
 */
export function inLanguage(facts: Facts, language: Language): Facts {
  const incidents = facts.incidents.map((one) => incidentIn(one, language))
  const titles = new Map(incidents.map(({ view }) => [view.incident.id, view.incident.title]))
  const view = caseIn(facts.view, language)
  // a fact that was taken from one of them bears its name
  const renamed = new Map(facts.incidents.map(({ view }, at) => [view.incident.title, incidents[at]!.view.incident.title]))
  const told = view.facts.map((fact) =>
    fact.told?.kind === 'incident' ? { ...fact, words: renamed.get(fact.words) ?? fact.words } : fact
  )
  const own = facts.view.incidents.map((incident) => ({ ...incident, title: titles.get(incident.id) ?? incident.title }))
  return { ...facts, incidents, view: { ...view, facts: told, incidents: own } }
}

function incidentIn(one: IncidentFacts, language: Language): IncidentFacts {
  const { view, sheet } = one
  const sayings = [
    ...view.orders.map(
      ({ title }) =>
        (locale: Language) =>
          cut(m.orders_incident_title({ title }, { locale }), 300)
    ),
    ...view.promises.flatMap((promise) => {
      const words = proposedWords(promise.words)
      return [
        (locale: Language) => m.promises_incident_title({ words }, { locale }),
        (locale: Language) => m.promises_incident_title_late({ words }, { locale })
      ]
    })
  ]
  const lines = sheet.lines.map((line) => {
    const calculator = calculatorById(line.calculator)
    const said: ((locale: Language) => string)[] = [(locale) => m.loss_ui_line({}, { locale })]
    if (calculator) said.push((locale: Language) => calculator.title({}, { locale }))
    return { ...line, title: retold(line.title, said, language) }
  })
  const inWords = <T extends { title: string }>(cliff: T): T => ({
    ...cliff,
    title: retold(cliff.title, [(locale) => m.loss_ui_cliff_title({}, { locale })], language)
  })
  const cliffs = view.cliffs.map(inWords)
  const waiting = one.waiting && { ...one.waiting, cliffs: one.waiting.cliffs.map(inWords) }
  const incident = { ...view.incident, title: retold(view.incident.title, sayings, language) }
  return { ...one, waiting, view: { ...view, incident, cliffs }, sheet: { ...sheet, lines } }
}
