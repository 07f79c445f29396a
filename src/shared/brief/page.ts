import { m } from '../messages/messages.js'
import { confidenceOf, unknownsRoom } from './confidence'
import type { BriefFacts } from './facts'
import { causeStates, incidentStates } from './labels'
import { lossOf, noLossOf } from './loss'
import type { Marks } from './marks'
import { optionsOf } from './options'
import { promisedOf } from './promised'
import { pairs, tellsCause } from './pieces'
import type { BriefPage, BriefPair } from './types'
import { waitingOf } from './waiting'
import { shortened, type Words } from './words'

/** How many characters of each free text stand on the one page; the whole text is then in the appendix. */
const rooms = {
  title: 110,
  ask: 320,
  ifMissed: 150,
  recommendation: 380,
  cause: 120,
  containment: 120,
  couldNotHappen: 150
} as const

/** Takes a brief's facts, gives the texts that are too long for the one page, whole. An incident's own stand with it. */
export function longTexts({ view, audience }: BriefFacts, w: Words): BriefPair[] {
  const { case: found } = view
  const all: [string, string | null, number][] = [[m.brief_title({}, w.in), found.title, rooms.title]]
  // what is asked and argued is for leadership alone
  if (audience === 'leadership')
    all.push(
      [m.brief_ask({}, w.in), found.ask, rooms.ask],
      [m.brief_if_missed({}, w.in), found.ifMissed, rooms.ifMissed],
      [m.brief_recommendation({}, w.in), found.recommendation, rooms.recommendation],
      [m.brief_unknowns({}, w.in), found.unknowns, unknownsRoom]
    )
  return all.flatMap(([label, text, room]) => (text && shortened(text, room).cut ? [{ label, text }] : []))
}

/** Takes a brief's facts, gives the one page: what is asked, of whom, why, what it costs to wait, what to choose from. */
export function pageOf(facts: BriefFacts, marks: Marks, w: Words): BriefPage {
  const { case: found, customer, ref } = facts.view
  const leads = facts.audience === 'leadership'
  const by = found.preparedBy ? m.brief_prepared_by({ name: found.preparedBy }, w.in) : null
  return {
    kicker: [leads ? m.brief_kind_decision({}, w.in) : m.brief_kind_customer({}, w.in), ref].join(' · '),
    title: shortened(found.title, rooms.title).text,
    byline: [customer.name, w.day(facts.today), by, facts.organisation].filter(Boolean).join(' · '),
    frozen: null,
    ask: leads ? askOf(facts, w) : null,
    stake: leads ? stakeOf(facts, marks, w) : null,
    promised: promisedOf(facts, marks, w),
    couldNot: couldNotOf(facts, w),
    loss: facts.view.loss ? lossOf(facts, facts.view.loss, marks, w) : null,
    noLoss: facts.view.loss ? null : noLossOf(facts, marks, w),
    waiting: waitingOf(facts, marks, w),
    options: leads ? optionsOf(facts, marks, w) : null,
    recommendation: recommendationOf(facts, w),
    containment: containmentOf(facts, w),
    confidence: leads ? confidenceOf(facts, w) : null,
    next: nextOf(facts, w),
    guide: m.brief_guide({}, w.in),
    legal: leads ? m.brief_legal({}, w.in) : m.brief_legal_customer({}, w.in)
  }
}

function askOf({ view }: BriefFacts, w: Words): BriefPage['ask'] {
  const { case: found } = view
  return {
    heading: m.brief_ask({}, w.in),
    text: found.ask ? shortened(found.ask, rooms.ask).text : m.brief_ask_none({}, w.in),
    facts: pairs(
      [m.brief_decider({}, w.in), found.decider ?? m.brief_no_decider({}, w.in)],
      [m.brief_decide_by({}, w.in), found.decideBy ? w.day(found.decideBy) : m.brief_no_date({}, w.in)],
      [m.brief_if_missed({}, w.in), found.ifMissed && shortened(found.ifMissed, rooms.ifMissed).text]
    )
  }
}

function stakeOf({ customer, view }: BriefFacts, marks: Marks, w: Words): BriefPage['stake'] {
  const revenue = customer.yearlyRevenue
  const nothing = view.options.find((option) => option.nothing)?.stay
  const chosen = view.options.find((option) => option.id === (view.decision?.optionId ?? view.case.recommendedId))?.stay
  const money = (minor: number) => w.money(minor, customer.currency, 'estimate')
  // the year's business times the chance of losing it: a plain expectation, no lifetime value without margin and discount
  const risk =
    revenue === null || nothing === null || nothing === undefined
      ? null
      : chosen === null || chosen === undefined
        ? m.brief_at_risk_nothing({ amount: money(revenue * (1 - nothing)) }, w.in)
        : m.brief_at_risk_both({ nothing: money(revenue * (1 - nothing)), chosen: money(revenue * (1 - chosen)) }, w.in)
  const facts = pairs(
    [m.brief_customer({}, w.in), [customer.name, customer.industry].filter(Boolean).join(', ')],
    [m.brief_since({}, w.in), customer.customerSince && w.day(customer.customerSince)],
    [m.brief_yearly({}, w.in), revenue !== null && money(revenue)],
    [m.brief_renewal({}, w.in), customer.renewalOn && w.day(customer.renewalOn)]
  )
  if (risk) facts.push({ label: m.brief_at_risk({}, w.in), text: risk, refs: [marks.part('method')] })
  // the name alone stands above already
  return facts.length > 1 ? { heading: m.brief_stake({}, w.in), facts } : null
}

function recommendationOf({ view, audience }: BriefFacts, w: Words): BriefPage['recommendation'] {
  const { decision, options, case: found } = view
  const title = (id: string | null) => options.find((option) => option.id === id)?.title ?? null
  if (decision) {
    const chosen = options.find((option) => option.id === decision.optionId)
    const actions =
      chosen?.remedies.map((remedy) => [remedy.words, remedy.dueOn && w.day(remedy.dueOn)].filter(Boolean).join(', ')) ?? []
    const head = m.brief_decided({ name: decision.decidedBy, date: w.day(decision.decidedOn) }, w.in)
    const text = [title(decision.optionId), audience === 'leadership' ? decision.why : w.list(actions)].filter(Boolean).join(': ')
    return { heading: head, text: shortened(text || m.brief_decided_none({}, w.in), rooms.recommendation).text, decided: true }
  }
  if (audience !== 'leadership') return null
  const text = found.recommendation && shortened(found.recommendation, rooms.recommendation).text
  if (!text && !found.recommendedId) return null
  return {
    heading: m.brief_recommendation({}, w.in),
    text: [title(found.recommendedId), text].filter(Boolean).join(': '),
    decided: false
  }
}

function couldNotOf({ incidents }: BriefFacts, w: Words): string | null {
  const text = incidents[0]?.view.incident.couldNotHappen
  return text ? m.brief_could_not_text({ text: shortened(text, rooms.couldNotHappen).text }, w.in) : null
}

function containmentOf({ incidents, audience }: BriefFacts, w: Words): BriefPage['containment'] {
  const incident = incidents[0]?.view.incident
  if (!incident) return null
  const cause = incident.cause && shortened(incident.cause, rooms.cause).text
  const facts = pairs(
    [m.brief_containment({}, w.in), incident.containment && shortened(incident.containment, rooms.containment).text],
    [
      m.brief_cause({}, w.in),
      tellsCause(incident, audience) && [causeStates[incident.causeState]({}, w.in), cause].filter(Boolean).join(': ')
    ]
  )
  return { heading: `${m.brief_contained({}, w.in)}: ${incidentStates[incident.state]({}, w.in)}`, facts }
}

function nextOf({ view, audience }: BriefFacts, w: Words): BriefPage['next'] {
  const { nextUpdateOn, nextUpdateBy, decideBy } = view.case
  if (nextUpdateOn) {
    const date = w.day(nextUpdateOn)
    const text = nextUpdateBy ? m.brief_next_by({ date, name: nextUpdateBy }, w.in) : date
    return { heading: m.brief_next({}, w.in), text }
  }
  if (audience === 'customer' && decideBy)
    return { heading: m.brief_next({}, w.in), text: m.brief_next_decision({ date: w.day(decideBy) }, w.in) }
  return null
}
