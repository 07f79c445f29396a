import type { GuardAnswer } from '../../shared/contract/losses'
import type { AskingView, Case, CaseView } from '../../shared/records/cases'
import { daysSilent } from '../../shared/records/ladder'
import { dayIn } from '../../shared/values/zones'
import type { Context } from '../handlers'
import { caseParts, lostBetween } from './case-losses'

/**
 * How long a case has waited for a decision since it was first put before somebody, and what the customer lost meanwhile:
 * the same lines by that day and by today. Steps that passed belong into lines of their own, and are not in it.
 */
export async function silenceOf(
  context: Pick<Context, 'read' | 'today' | 'now' | 'settings'> & Partial<Pick<Context, 'signal'>>,
  { id, currency }: Case,
  askings: readonly AskingView[],
  decided: boolean,
  answers: readonly GuardAnswer[]
): Promise<CaseView['silence']> {
  const first = askings.at(-1)
  if (!first || decided) return null
  const since = dayIn(first.askedAt, context.settings.timeZone)
  const days = Math.floor(daysSilent({ askedAt: first.askedAt, answeredAt: null }, context.now))
  if (since >= context.today) return { since, days, cost: null }
  const [then, now] = await Promise.all([caseParts({ ...context, today: since }, id), caseParts(context, id)])
  return { since, days, cost: await lostBetween(then.parts, now.parts, currency, answers, context.signal) }
}
