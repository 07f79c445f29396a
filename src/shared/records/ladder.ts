import { z } from 'zod'
import { idOf, instant, maybe, maybeText, type RowOf, text } from '../values/fields'
import { m } from '../messages/messages.js'
import type { Language } from '../values/languages'
import type { Instant } from '../values/flavours'

/** One rung of the workspace's ladder: who hears a case there, in how many hours they answer, what takes it up to them. */
export const levelFields = z.strictObject({
  name: text(120),
  who: maybeText(300),
  hours: z.number().int().min(1).max(2_160),
  trigger: maybeText(500)
})
export type Level = z.output<typeof levelFields>

export const ladderFields = z.array(levelFields).min(1).max(8)

/** The rungs that hold until the workspace says otherwise; organisations have their own. Source of the shape: ISO 10002, 8.3 to 8.6. */
export function standardLadder(locale?: Language): Level[] {
  const given = locale && { locale }
  return [
    { name: m.ladder_team({}, given), who: null, hours: 24, trigger: m.ladder_team_trigger({}, given) },
    { name: m.ladder_service({}, given), who: null, hours: 24, trigger: m.ladder_service_trigger({}, given) },
    { name: m.ladder_directors({}, given), who: null, hours: 48, trigger: m.ladder_directors_trigger({}, given) },
    { name: m.ladder_board({}, given), who: null, hours: 120, trigger: m.ladder_board_trigger({}, given) }
  ]
}

export const askingAnswers = ['yes', 'no', 'other'] as const

/** A case was put before somebody: whom, when, until when they answer, and what was said. */
export const askingFields = z.strictObject({
  caseId: idOf('case'),
  /** The rung, from 0, and its name as it was then. */
  level: z.number().int().min(0).max(20),
  levelName: text(120),
  whom: text(300),
  askedAt: instant,
  answerBy: maybe(instant),
  /** What was asked, where it was not the case's own question. */
  words: maybeText(5_000),
  answeredAt: maybe(instant),
  answer: maybe(z.enum(askingAnswers)),
  said: maybeText(10_000)
})
export type Asking = RowOf<'asking', typeof askingFields>

export type AskingState = 'waiting' | 'overdue' | 'answered'

/** Takes an asking and the present instant; gives whether it was answered, waits, or should have been by now. */
export function askingState({ answeredAt, answerBy }: Pick<Asking, 'answeredAt' | 'answerBy'>, now: Instant): AskingState {
  if (answeredAt) return 'answered'
  return answerBy && answerBy < now ? 'overdue' : 'waiting'
}

/** Takes an asking and the present instant; gives how many days went by without an answer, as a number that may be broken. */
export function daysSilent({ askedAt, answeredAt }: Pick<Asking, 'askedAt' | 'answeredAt'>, now: Instant): number {
  return Math.max(0, (Date.parse(answeredAt ?? now) - Date.parse(askedAt)) / 86_400_000)
}
