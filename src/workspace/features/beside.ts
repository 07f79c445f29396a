import type { CaseView } from '../../shared/records/cases'
import { questionsOf, type BesideCase } from '../../shared/records/decider-questions'
import type { FoundQuestion, Precedent } from '../../shared/contract/options'
import type { Context } from '../handlers'
import { harmEndOf } from './harm'

/** What is known beside a case that a decider may ask about. */
async function besideCase(context: Context, view: CaseView, precedents: readonly Precedent[]): Promise<BesideCase> {
  const ids = view.incidents.map(({ id }) => id)
  if (ids.length === 0) return { ends: [], mitigated: [], precedent: null }
  const [incidents, answers] = await Promise.all([
    context.read.selectFrom('incident').selectAll().where('id', 'in', ids).execute(),
    context.read
      .selectFrom('answer')
      .select('incidentId')
      .where('question', '=', 'mitigation')
      .where('incidentId', 'in', ids)
      .where('trashedAt', 'is', null)
      .where(({ or, eb }) => or([eb('words', 'is not', null), eb('numbers', 'is not', null)]))
      .execute()
  ])
  const ends = await Promise.all(
    incidents.map(async (incident) => {
      const { end, basis, follows } = await harmEndOf(context, incident)
      return { id: incident.id, title: incident.title, known: end.as !== 'unknown', basis: basis ?? follows?.ref ?? null }
    })
  )
  const [like] = precedents.filter(({ alike }) => alike.includes('kind') || alike.includes('remedy'))
  return {
    ends,
    mitigated: answers.map(({ incidentId }) => incidentId),
    precedent: like ? { caseId: like.caseId, ref: like.ref, customer: like.customer } : null
  }
}

/** The questions that a case leaves open for a decider to put. */
export async function deciderQuestions(
  context: Context,
  view: CaseView,
  precedents: readonly Precedent[]
): Promise<FoundQuestion[]> {
  return questionsOf(view, await besideCase(context, view, precedents))
}
