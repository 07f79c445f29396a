import { m } from '../messages/messages.js'
import { askedBefore } from './asked'
import { confidenceOf, unknownsRoom } from './confidence'
import type { BriefFacts } from './facts'
import { causeStates, incidentStates } from './labels'
import { lossOf, noLossOf } from './loss'
import { exhibitsOf, type Marks } from './marks'
import { optionsOf } from './options'
import { promisedOf } from './promised'
import { pairs, tellsCause } from './pieces'
import { firstFacts, noteRoom, ownWords } from './records'
import type { BriefPage, BriefPair } from './types'
import { waitingOf } from './waiting'
import { leading, shortened, type Words } from './words'
import type { Minor } from '../values/flavours'

/** For how many characters of each free text the one page has room; a longer one gives whole sentences and stands whole in the appendix. */
const rooms = {
  title: 140,
  ask: 400,
  ifMissed: 240,
  roles: 240,
  recommendation: 520,
  cause: 220,
  containment: 220,
  couldNotHappen: 240
} as const

/** Takes a text, gives what of it stands on the one page, and where the rest is. */
function leadOf(text: string, room: number, part: string, w: Words): string {
  const found = leading(text, room, w.in.locale)
  if (!found.cut) return found.text
  return found.text ? `${found.text} ${m.brief_goes_on({ part }, w.in)}` : m.brief_stands_in({ part }, w.in)
}

/** Takes a brief's facts, gives the texts that are too long for the one page, whole. An incident's own stand with it. */
export function longTexts(facts: BriefFacts, w: Words): BriefPair[] {
  const { view, audience, shape } = facts
  const { case: found } = view
  const all: [string, string | null, number][] = [[m.brief_title({}, w.in), found.title, rooms.title]]
  // what is asked and argued is for leadership alone
  if (audience === 'leadership')
    all.push(
      [m.brief_ask({}, w.in), found.ask, rooms.ask],
      [m.brief_if_missed({}, w.in), found.ifMissed, rooms.ifMissed],
      [m.brief_roles({}, w.in), rolesText(view, w), rooms.roles],
      [m.brief_recommendation({}, w.in), found.recommendation, rooms.recommendation],
      [m.brief_unknowns({}, w.in), found.unknowns, unknownsRoom]
    )
  if (!shape?.without?.includes('exhibits'))
    for (const [at, { title, note }] of exhibitsOf(facts).entries())
      all.push([`${m.brief_exhibit_number({ number: String(at + 1) }, w.in)}: ${title}`, note, noteRoom])
  return all.flatMap(([label, text, room]) => (text && text.trim().length > room ? [{ label, text }] : []))
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
    ask: leads ? askOf(facts, marks, w) : null,
    asked: leads ? askedBefore(facts, w) : null,
    stake: leads ? stakeOf(facts, marks, w) : null,
    promised: promisedOf(facts, marks, w),
    couldNot: couldNotOf(facts, marks, w),
    couldNotName: m.brief_could_not({}, w.in),
    voice: ownWords(facts, marks, w),
    facts: firstFacts(facts, marks, w),
    gaveWay: gaveWayOf(w),
    loss: facts.view.loss ? lossOf(facts, facts.view.loss, marks, w) : null,
    noLoss: facts.view.loss ? null : noLossOf(facts, marks, w),
    waiting: waitingOf(facts, marks, w),
    options: leads ? optionsOf(facts, marks, w) : null,
    recommendation: recommendationOf(facts, marks, w),
    containment: containmentOf(facts, marks, w),
    confidence: leads ? confidenceOf(facts, marks, w) : null,
    next: nextOf(facts, w),
    guide: m.brief_guide({}, w.in),
    legal: leads ? m.brief_legal({}, w.in) : m.brief_legal_customer({}, w.in)
  }
}

function gaveWayOf(w: Words): BriefPage['gaveWay'] {
  const [before = '', after = ''] = m.brief_gave_way({ parts: '\u0001' }, w.in).split('\u0001')
  return { note: [before, after], heading: m.brief_from_page_one({}, w.in) }
}

/** Who recommends, is consulted and acts; null where nobody said. */
function rolesText({ case: found }: BriefFacts['view'], w: Words): string | null {
  const { recommendedBy, consulted, acts } = found
  const told = [
    recommendedBy && m.brief_role_recommends({ name: recommendedBy }, w.in),
    consulted && m.brief_role_consulted({ name: consulted }, w.in),
    acts && m.brief_role_acts({ name: acts }, w.in)
  ]
  return told.filter(Boolean).join(' ') || null
}

function askOf(facts: BriefFacts, marks: Marks, w: Words): BriefPage['ask'] {
  const { case: found } = facts.view
  const roles = rolesText(facts.view, w)
  const texts = marks.part('texts').text
  return {
    heading: m.brief_ask({}, w.in),
    text: found.ask ? leadOf(found.ask, rooms.ask, texts, w) : m.brief_ask_none({}, w.in),
    roles: pairs([m.brief_roles({}, w.in), roles && leadOf(roles, rooms.roles, texts, w)]),
    facts: pairs(
      [m.brief_decider({}, w.in), found.decider ?? m.brief_no_decider({}, w.in)],
      [m.brief_decide_by({}, w.in), found.decideBy ? w.day(found.decideBy) : m.brief_no_date({}, w.in)],
      [m.brief_if_missed({}, w.in), found.ifMissed && leadOf(found.ifMissed, rooms.ifMissed, texts, w)]
    )
  }
}

function stakeOf({ customer, view }: BriefFacts, marks: Marks, w: Words): BriefPage['stake'] {
  const revenue = customer.yearlyRevenue
  const nothing = view.options.find((option) => option.nothing)?.stay
  const chosen = view.options.find((option) => option.id === (view.decision?.optionId ?? view.case.recommendedId))?.stay
  const money = (minor: Minor) => w.money(minor, customer.currency, 'estimate')
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

function recommendationOf({ view, audience }: BriefFacts, marks: Marks, w: Words): BriefPage['recommendation'] {
  const { decision, options, case: found } = view
  const title = (id: string | null) => options.find((option) => option.id === id)?.title ?? null
  if (decision) {
    const chosen = options.find((option) => option.id === decision.optionId)
    const actions =
      chosen?.remedies.map((remedy) => [remedy.words, remedy.dueOn && w.day(remedy.dueOn)].filter(Boolean).join(', ')) ?? []
    const head = m.brief_decided({ name: decision.decidedBy, date: w.day(decision.decidedOn) }, w.in)
    const text = [title(decision.optionId), audience === 'leadership' ? decision.why : w.list(actions)].filter(Boolean).join(': ')
    const whole = text || m.brief_decided_none({}, w.in)
    return { heading: head, text: leadOf(whole, rooms.recommendation, marks.part('options').text, w), decided: true }
  }
  if (audience !== 'leadership') return null
  const text = found.recommendation && leadOf(found.recommendation, rooms.recommendation, marks.part('texts').text, w)
  if (!text && !found.recommendedId) return null
  return {
    heading: m.brief_recommendation({}, w.in),
    text: [title(found.recommendedId), text].filter(Boolean).join(': '),
    decided: false
  }
}

function couldNotOf({ incidents }: BriefFacts, marks: Marks, w: Words): string | null {
  const text = incidents[0]?.view.incident.couldNotHappen
  return text ? m.brief_could_not_text({ text: leadOf(text, rooms.couldNotHappen, marks.part('loss').text, w) }, w.in) : null
}

function containmentOf({ incidents, audience }: BriefFacts, marks: Marks, w: Words): BriefPage['containment'] {
  const incident = incidents[0]?.view.incident
  if (!incident) return null
  const part = marks.part('loss').text
  const cause = incident.cause && leadOf(incident.cause, rooms.cause, part, w)
  const facts = pairs(
    [m.brief_containment({}, w.in), incident.containment && leadOf(incident.containment, rooms.containment, part, w)],
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
