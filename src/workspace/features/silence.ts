import type { GuardAnswer } from '../../shared/contract/losses'
import type { AskingView, Case } from '../../shared/records/cases'
import type { Figure } from '../../shared/losses/engine/incident-loss'
import { daysSilent } from '../../shared/records/ladder'
import type { Day } from '../../shared/values/flavours'
import { dayIn } from '../../shared/values/zones'
import type { Context } from '../handlers'
import { caseParts, lostBetween } from './case-losses'

type Read = Pick<Context, 'read' | 'today' | 'settings'> & Partial<Pick<Context, 'signal'>>

/** How long a case has waited for a decision since it was first put before somebody; null where it has not, or is decided. */
export function silenceOf(
  { now, settings }: Pick<Context, 'now' | 'settings'>,
  askings: readonly AskingView[],
  decided: boolean
): { since: Day; days: number } | null {
  const first = askings.at(-1)
  if (!first || decided) return null
  const days = Math.floor(daysSilent({ askedAt: first.askedAt, answeredAt: null }, now))
  return { since: dayIn(first.askedAt, settings.timeZone), days }
}

/**
 * What the customer lost since that day: the same lines by it and by today; null where it is today. Steps that passed belong
 * into lines of their own, and are not in it.
 */
export async function silenceCost(
  context: Read,
  { id, currency }: Case,
  since: Day,
  answers: readonly GuardAnswer[]
): Promise<Figure | null> {
  if (since >= context.today) return null
  const [then, now] = await Promise.all([caseParts({ ...context, today: since }, id), caseParts(context, id)])
  return lostBetween(then.parts, now.parts, currency, answers, context.signal)
}
