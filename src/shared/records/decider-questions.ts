import type { FoundQuestion } from '../contract/options'
import type { CaseView } from './cases'
import type { Id } from '../values/flavours'

/** One line carries the case where it makes up more than this share of the loss and nobody confirmed it. */
const LEANS = 0.5
/** An option is cheaper where it costs at most this share of the recommended one and removes at least so much of what that does. */
const CHEAPER = { cost: 0.5, removes: 0.6 }

/** What is known beside the case itself. */
export interface BesideCase {
  /** The harm's end as its incidents say it, each with who says so. */
  ends: readonly { id: Id<'incident'>; title: string; known: boolean; basis: string | null }[]
  /** The question of mitigation was answered for these incidents. */
  mitigated: readonly string[]
  /** A precedent in which another customer was granted more or less. */
  precedent: { caseId: Id<'case'>; ref: string; customer: string } | null
}

/** Takes a case, gives the questions that it leaves open for a decider to put; each once, in a fixed order. */
export function questionsOf(view: CaseView, beside: BesideCase): FoundQuestion[] {
  const { loss, options, facts, case: found } = view
  const chosen = options.find(({ id }) => id === (view.decision?.optionId ?? found.recommendedId))
  const nothing = options.find((option) => option.nothing)
  const asked: FoundQuestion[] = []
  for (const { id, title, known, basis } of beside.ends) {
    if (!known) asked.push({ rule: 'end-unknown', about: id, name: title })
    else if (!basis) asked.push({ rule: 'end-unconfirmed', about: id, name: title })
  }
  if (loss && loss.mean > 0) {
    const open = loss.byLine.filter(({ status, within }) => status === 'estimated' && within === undefined)
    const largest = open.toSorted((a, b) => b.mean - a.mean)[0]
    const share = largest ? largest.mean / Math.max(loss.gross.mean, 1) : 0
    if (largest && share > LEANS)
      asked.push({ rule: 'one-guess', about: largest.id, name: view.lineTitles[largest.id] ?? '', share })
    const confirmed = loss.byStatus.confirmed.mean / Math.max(loss.gross.mean, 1)
    if (confirmed < 1 - LEANS) asked.push({ rule: 'not-confirmed-loss', about: found.id, share: 1 - confirmed })
  }
  for (const fact of facts) {
    if (fact.evidence.length === 0) asked.push({ rule: 'fact-without-evidence', about: fact.id, name: fact.words })
    if (fact.standing === 'disputed') asked.push({ rule: 'fact-disputed', about: fact.id, name: fact.words })
  }
  if (chosen?.remaining) {
    const cheaper = options.find(
      (one) =>
        one.id !== chosen.id &&
        !one.nothing &&
        one.remaining !== null &&
        one.cost <= CHEAPER.cost * chosen.cost &&
        one.remaining.removed.mean >= CHEAPER.removes * chosen.remaining!.removed.mean
    )
    if (cheaper) asked.push({ rule: 'cheaper-option', about: cheaper.id, name: cheaper.title, amount: chosen.cost - cheaper.cost })
    if (chosen.worth !== null && chosen.worth < 0.8)
      asked.push({ rule: 'not-worth', about: chosen.id, name: chosen.title, share: chosen.worth })
  }
  if (nothing && !nothing.summary && !nothing.risks) asked.push({ rule: 'nothing-not-costed', about: nothing.id })
  for (const { id, title } of view.incidents)
    if (!beside.mitigated.includes(id)) asked.push({ rule: 'lessened', about: id, name: title })
  if (beside.precedent)
    asked.push({
      rule: 'another-customer',
      about: beside.precedent.caseId,
      name: `${beside.precedent.ref}, ${beside.precedent.customer}`
    })
  if (chosen) {
    const said = chosen.stay !== null || chosen.stayRange !== null || chosen.remedies.some(({ stayAdds }) => stayAdds)
    if (!said) asked.push({ rule: 'stay-unsaid', about: chosen.id, name: chosen.title })
    else if (!chosen.staySource && !chosen.remedies.some(({ stayAdds, staySource }) => stayAdds && staySource))
      asked.push({ rule: 'stay-without-source', about: chosen.id, name: chosen.title })
    for (const remedy of chosen.remedies) {
      const relieves = remedy.relief > 0 || remedy.endsHarm === 1 || (remedy.reliefs ?? []).length > 0
      if (relieves && !remedy.source && !(remedy.reliefs ?? []).some(({ source }) => source))
        asked.push({ rule: 'relief-without-source', about: remedy.id, name: remedy.words })
      if (!remedy.owner) asked.push({ rule: 'who-acts', about: remedy.id, name: remedy.words })
    }
    if (goodHereBadThere(chosen)) asked.push({ rule: 'good-here-bad-there', about: chosen.id, name: chosen.title })
  }
  return asked
}

/** An option that does well by our figures, and that the customer would take badly. */
export function goodHereBadThere({
  welcome,
  worth,
  nothing
}: {
  welcome: string | null
  worth: number | null
  nothing: number
}): boolean {
  return welcome === 'bad' && !nothing && (worth === null || worth >= 0.5)
}
