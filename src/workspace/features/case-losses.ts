import type { GuardAnswer } from '../../shared/contract/losses'
import type { Figure, IncidentLoss } from '../../shared/losses/engine/incident-loss'
import type { OptionPlan } from '../../shared/options/plan'
import { harmIsOver, lastDay } from '../../shared/losses/model/harm'
import * as zones from '../../shared/values/zones'
import type { Context } from '../handlers'
import { figuresOf } from '../simulation/kept'
import type { Result, Simulated, Task } from '../simulation/tasks'
import { timesOf } from './harm'
import { lossSheet, simulation } from './loss-sheet'
import type { Day, Id } from '../../shared/values/flavours'

/** With a signal, what is simulated is stopped when nobody waits for it any more. */
type Read = Pick<Context, 'read' | 'today' | 'settings'> & Partial<Pick<Context, 'signal'>>

export interface CaseParts {
  parts: Simulated[]
  today: Day
}

/** Gives a case's incidents as they are stored, with their dated steps. */
export async function incidentsOfCase(read: Context['read'], caseId: Id<'case'>) {
  const rows = await read
    .selectFrom('caseIncident')
    .innerJoin('incident', 'incident.id', 'caseIncident.incidentId')
    .selectAll('incident')
    .where('caseIncident.caseId', '=', caseId)
    .where('incident.trashedAt', 'is', null)
    .orderBy('incident.began')
    .execute()
  const cliffs = rows.length
    ? await read
        .selectFrom('cliff')
        .select(['id', 'incidentId', 'title', 'on', 'amount'])
        .where(
          'incidentId',
          'in',
          rows.map(({ id }) => id)
        )
        .where('trashedAt', 'is', null)
        .execute()
    : []
  return { rows, cliffs }
}

/** Gives a case's incidents as they are simulated, and what each is called. */
export async function caseParts({ read, today, settings }: Read, caseId: Id<'case'>) {
  const { rows, cliffs } = await incidentsOfCase(read, caseId)
  const parts: Simulated[] = []
  for (const row of rows) {
    const sheet = await lossSheet(read, row.id)
    const { end: harm, calendar } = await timesOf({ read, today, settings }, row)
    const now = simulation({ ...row, end: harm, calendar }, sheet, today)
    const own = cliffs.flatMap(({ incidentId, ...cliff }) => (incidentId === row.id ? [cliff] : []))
    const ended = row.ended && zones.lastDay(zones.dayOf(row.ended, calendar.zone))
    const span = { from: zones.firstDay(zones.dayOf(row.began, calendar.zone)), to: lastDay(harm) ?? ended }
    parts.push({ id: row.id, now, over: harmIsOver(row, harm, today), cliffs: own, harm, span })
  }
  return { rows, parts, today }
}

/** Gives the loss of each incident by its id; null without lines, or where it cannot be had. */
export async function lossesOf({ parts }: CaseParts, signal?: AbortSignal): Promise<Record<string, IncidentLoss | null>> {
  const lines = linesOf(parts)
  const losses: Record<string, IncidentLoss | null> = {}
  for (const { id, now } of parts)
    losses[id] = now.lines.length ? await figuresOf({ do: 'incident', input: now }, lines, signal) : null
  return losses
}

const linesOf = (parts: readonly Simulated[]): number => parts.reduce((sum, { now }) => sum + now.lines.length, 0)

/** The loss of a case's incidents together and how its options weigh; null without lines, or where an exchange rate is missing. */
export async function lossTogether(
  { parts, today }: CaseParts,
  currency: string,
  options: readonly OptionPlan[],
  answers: readonly GuardAnswer[],
  signal?: AbortSignal
): Promise<Result<Extract<Task, { do: 'case' }>>> {
  const lines = linesOf(parts)
  return lines === 0 ? null : figuresOf({ do: 'case', parts, today, currency, options, answers }, lines, signal)
}

/** What was lost in a case between two days, the same draws of both; null without lines or a rate. */
export async function lostBetween(
  then: readonly Simulated[],
  now: readonly Simulated[],
  currency: string,
  answers: readonly GuardAnswer[],
  signal?: AbortSignal
): Promise<Figure | null> {
  const lines = linesOf(now)
  return lines === 0 ? null : figuresOf({ do: 'between', then, now, currency, answers }, lines, signal)
}
