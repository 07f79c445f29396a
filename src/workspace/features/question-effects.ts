import { numbersOf, type Answer } from '../../shared/losses/questions/questions'
import type { DriverInput, LossLineInput } from '../../shared/losses/engine/incident-loss'
import { m } from '../../shared/messages/messages.js'
import type { Context } from '../handlers'
import { parsed } from '../records'
import type { Id } from '../../shared/values/flavours'

type Db = Pick<Context['read'], 'selectFrom'>

/** Gives the answers to the six questions about an incident. */
export async function answersOf(db: Db, incidentId: Id<'incident'>): Promise<Answer[]> {
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where('incidentId', '=', incidentId)
    .where('trashedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
  return rows.map((row) => parsed<Answer>('answer', row))
}

/** The shared quantity that stands for the share of an incident's lines that is due to it. */
const causeId = (incidentId: Id<'incident'>): string => `cause:${incidentId}`

/** Takes an incident's answers and lines; gives what they do to the simulation: the part of lines that is due to it, and a discount. */
export function effectOf(
  incidentId: Id<'incident'>,
  answers: readonly Answer[],
  lines: readonly LossLineInput[]
): { lines: LossLineInput[]; drivers: DriverInput[]; discount?: number } {
  const cause = numbersOf(answers, 'cause')
  const discount = numbersOf(answers, 'money-time')?.discount ?? undefined
  const chosen = new Set(cause?.lineIds)
  const id = causeId(incidentId)
  return {
    // what came back came back whole
    lines: lines.map((line) =>
      chosen.has(line.id) && line.status !== 'recovered' && line.status !== 'compensated' ? { ...line, caused: id } : line
    ),
    drivers: cause && chosen.size ? [{ id, name: m.question_cause_share(), unit: 'share', quantity: cause.share }] : [],
    ...(discount ? { discount } : {})
  }
}
