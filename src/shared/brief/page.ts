import type { Audience } from '../brief'
import type { Incident } from '../incidents'
import { m } from '../messages/messages.js'
import { toMajor } from '../money'
import type { BriefFacts } from './facts'
import { causeStates, incidentStates } from './labels'
import { lossOf } from './loss'
import { optionsOf } from './options'
import { promisedOf } from './promised'
import type { BriefPage, BriefPair } from './types'
import { dash, shortened, type Words } from './words'

/** How many characters of each free text stand on the one page; the whole text is then in the appendix. */
const rooms = { ask: 320, ifMissed: 150, recommendation: 380, unknowns: 260, cause: 120, containment: 120, couldNotHappen: 150 } as const

/** Takes a brief's facts, gives the texts that are too long for the one page, whole. An incident's own stand with it. */
export function longTexts({ view, audience }: BriefFacts, w: Words): BriefPair[] {
  if (audience !== 'leadership') return []
  const { case: found } = view
  const all: [string, string | null, number][] = [
    [m.brief_ask({}, w.in), found.ask, rooms.ask],
    [m.brief_if_missed({}, w.in), found.ifMissed, rooms.ifMissed],
    [m.brief_recommendation({}, w.in), found.recommendation, rooms.recommendation],
    [m.brief_unknowns({}, w.in), found.unknowns, rooms.unknowns]
  ]
  return all.flatMap(([label, text, room]) => (text && shortened(text, room).cut ? [{ label, text }] : []))
}

/** Takes a brief's facts, gives the one page: what is asked, of whom, why, what it costs to wait, what to choose from. */
export function pageOf(facts: BriefFacts, w: Words): BriefPage {
  const { case: found, customer, ref } = facts.view
  const leads = facts.audience === 'leadership'
  const by = found.preparedBy ? m.brief_prepared_by({ name: found.preparedBy }, w.in) : null
  return {
    kicker: [leads ? m.brief_kind_decision({}, w.in) : m.brief_kind_customer({}, w.in), ref].join(' · '),
    title: found.title,
    byline: [customer.name, w.day(facts.today), by, facts.organisation].filter(Boolean).join(' · '),
    ask: leads ? askOf(facts, w) : null,
    stake: leads ? stakeOf(facts, w) : null,
    promised: promisedOf(facts, w),
    couldNot: couldNotOf(facts, w),
    loss: facts.view.loss ? lossOf(facts, facts.view.loss, w) : null,
    noLoss: facts.view.loss ? null : { heading: m.brief_loss({}, w.in), text: m.brief_loss_none({}, w.in) },
    waiting: waitingOf(facts, w),
    options: leads ? optionsOf(facts, w) : null,
    recommendation: recommendationOf(facts, w),
    containment: containmentOf(facts, w),
    confidence: leads ? confidenceOf(facts, w) : null,
    next: nextOf(facts, w),
    legal: leads ? m.brief_legal({}, w.in) : m.brief_legal_customer({}, w.in)
  }
}

/** Leaves out what has no text. */
export function pairs(...given: [string, string | null | undefined | false][]): BriefPair[] {
  return given.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

function askOf({ view }: BriefFacts, w: Words): BriefPage['ask'] {
  const { case: found } = view
  return {
    heading: m.brief_ask({}, w.in),
    text: found.ask ? shortened(found.ask, rooms.ask).text : m.brief_ask_none({}, w.in),
    facts: pairs(
      [m.brief_decider({}, w.in), found.decider ?? dash],
      [m.brief_decide_by({}, w.in), found.decideBy ? w.day(found.decideBy) : dash],
      [m.brief_if_missed({}, w.in), found.ifMissed && shortened(found.ifMissed, rooms.ifMissed).text]
    )
  }
}

function stakeOf({ customer, view }: BriefFacts, w: Words): BriefPage['stake'] {
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
    [m.brief_renewal({}, w.in), customer.renewalOn && w.day(customer.renewalOn)],
    [m.brief_at_risk({}, w.in), risk]
  )
  // the name alone stands above already
  return facts.length > 1 ? { heading: m.brief_stake({}, w.in), facts } : null
}

function waitingOf({ incidents }: BriefFacts, w: Words): BriefPage['waiting'] {
  const all = incidents.flatMap(({ waiting, view }) => (waiting ? [{ waiting, view }] : []))
  const heading = m.brief_waiting({}, w.in)
  const cliffs = all
    .flatMap(({ waiting, view }) => waiting.cliffs.filter(({ passed }) => !passed).map((cliff) => ({ ...cliff, currency: view.incident.currency })))
    .sort((a, b) => a.inDays - b.inDays)
    .map(({ on, inDays, title, amount, currency }) => ({
      when: m.brief_cliff_when({ date: w.dayHere(on), count: inDays }, w.in), text: title, amount: w.money(amount, currency, 'estimate')
    }))
  const daily = all.filter(({ waiting, view }) => toMajor(waiting.perDay.p50, view.incident.currency) >= 1)
  if (!daily.length && !cliffs.length) return null
  const perDay = daily.map(({ waiting, view }) => rangeText(waiting.perDay, view.incident.currency, w)).join(' + ')
  return {
    heading,
    main: daily.length ? { label: m.brief_per_day({}, w.in), text: perDay } : null,
    text: daily.length ? null : m.brief_waiting_steps_only({}, w.in),
    cliffs
  }
}

/** "€4,200 (€3,100 to €5,900)", or one amount where it is known exactly. */
export function rangeText(figure: { p10: number; p50: number; p90: number }, currency: string, w: Words): string {
  const [low, mid, high] = [figure.p10, figure.p50, figure.p90].map((minor) => w.money(minor, currency, 'estimate')) as [string, string, string]
  return low === high ? mid : m.brief_mid_range({ mid, low, high }, w.in)
}

function recommendationOf({ view, audience }: BriefFacts, w: Words): BriefPage['recommendation'] {
  const { decision, options, case: found } = view
  const title = (id: string | null) => options.find((option) => option.id === id)?.title ?? null
  if (decision) {
    const chosen = options.find((option) => option.id === decision.optionId)
    const actions = chosen?.remedies.map((remedy) =>
      [remedy.words, remedy.dueOn && w.day(remedy.dueOn)].filter(Boolean).join(', ')) ?? []
    const head = m.brief_decided({ name: decision.decidedBy, date: w.day(decision.decidedOn) }, w.in)
    const text = [title(decision.optionId), audience === 'leadership' ? decision.why : actions.join('; ')].filter(Boolean).join(': ')
    return { heading: head, text: shortened(text || m.brief_decided_none({}, w.in), rooms.recommendation).text, decided: true }
  }
  if (audience !== 'leadership') return null
  const text = found.recommendation && shortened(found.recommendation, rooms.recommendation).text
  if (!text && !found.recommendedId) return null
  return { heading: m.brief_recommendation({}, w.in), text: [title(found.recommendedId), text].filter(Boolean).join(': '), decided: false }
}

function couldNotOf({ incidents }: BriefFacts, w: Words): string | null {
  const text = incidents[0]?.view.incident.couldNotHappen
  return text ? m.brief_could_not_text({ text: shortened(text, rooms.couldNotHappen).text }, w.in) : null
}

/** A cause that is only suspected is talked about among ourselves. */
export const tellsCause = (incident: Incident, audience: Audience): boolean => audience === 'leadership' || incident.causeState === 'confirmed'

function containmentOf({ incidents, audience }: BriefFacts, w: Words): BriefPage['containment'] {
  const incident = incidents[0]?.view.incident
  if (!incident) return null
  const cause = incident.cause && shortened(incident.cause, rooms.cause).text
  const facts = pairs(
    [m.brief_containment({}, w.in), incident.containment && shortened(incident.containment, rooms.containment).text],
    [m.brief_cause({}, w.in), tellsCause(incident, audience) && [causeStates[incident.causeState]({}, w.in), cause].filter(Boolean).join(': ')]
  )
  return { heading: `${m.brief_contained({}, w.in)}: ${incidentStates[incident.state]({}, w.in)}`, facts }
}

function confidenceOf(facts: BriefFacts, w: Words): BriefPage['confidence'] {
  const lines = facts.incidents.flatMap(({ sheet }) => sheet.lines)
  const open = facts.incidents.reduce((sum, { loss, sheet }) =>
    sum + (loss?.guard.filter((row) => !sheet.answers.some(({ key }) => key === row.key)).length ?? 0), 0)
  const gross = facts.view.loss?.gross.mean ?? 0
  const items: string[] = []
  if (facts.view.loss && gross > 0) items.push(m.brief_share_confirmed({ share: w.share(facts.view.loss.byStatus.confirmed.mean / gross) }, w.in))
  const weak = lines.filter((line) => line.confidence === 'low').length
  if (weak) items.push(m.brief_weak_lines({ count: weak, total: lines.length }, w.in))
  if (open) items.push(m.brief_guard_open({ count: open }, w.in))
  const { unknowns } = facts.view.case
  if (unknowns) items.push(shortened(unknowns, rooms.unknowns).text)
  return items.length ? { heading: m.brief_confidence({}, w.in), items } : null
}

function nextOf({ view, audience }: BriefFacts, w: Words): BriefPage['next'] {
  const { nextUpdateOn, nextUpdateBy, decideBy } = view.case
  if (nextUpdateOn) {
    const date = w.day(nextUpdateOn)
    const text = nextUpdateBy ? m.brief_next_by({ date, name: nextUpdateBy }, w.in) : date
    return { heading: m.brief_next({}, w.in), text }
  }
  if (audience === 'customer' && decideBy) return { heading: m.brief_next({}, w.in), text: m.brief_next_decision({ date: w.day(decideBy) }, w.in) }
  return null
}
