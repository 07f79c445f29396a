import type { CaseIncident } from '../../shared/records/cases'
import type { GuardAnswer } from '../../shared/contract/losses'
import { getLocale } from '../../shared/messages/runtime.js'
import { pooled, type CasePart } from '../../shared/losses/engine/case-draws'
import { simulateCase, type CaseLoss } from '../../shared/losses/engine/case-loss'
import type { OptionPlan } from '../../shared/options/plan'
import { weigh, type Weighed } from '../../shared/options/weigh'
import { harmIsOver, lastDay, type EndOfHarm } from '../../shared/losses/model/harm'
import type { Figure, IncidentLoss, SimulationInput } from '../../shared/losses/engine/incident-loss'
import { incidentEnd } from '../../shared/losses/engine/horizon'
import { LossRefusal } from '../../shared/losses/model/input-error'
import { netDrawsOf, simulateIncident } from '../../shared/losses/engine/simulate'
import { figureOf } from '../../shared/losses/sampling/quantiles'
import type { Room } from '../handlers'
import { remembered } from '../remembered'
import { refOf } from '../store/tables'
import { timesOf } from './harm'
import { lossSheet, simulation } from './loss-sheet'

type Read = Pick<Room, 'read' | 'today' | 'settings'>

/** Simulated again only when something in an incident has changed: while one writes in a case, its figures stand. */
type Whole = CaseLoss & { weighed: Weighed | null }

const simulated = remembered<Whole | null>(8)
const incidentsSimulated = remembered<IncidentLoss | null>(64)
const lost = remembered<Figure | null>(16)

/** An incident as it is simulated, and what its end follows from. */
interface Simulated {
  id: string
  now: SimulationInput
  over: boolean
  cliffs: { id: string; title: string; on: string; amount: number }[]
  harm: EndOfHarm
  span: { from: string; to: string | null }
}

export interface CaseParts {
  incidents: CaseIncident[]
  parts: Simulated[]
  today: string
}

/** Gives a case's incidents as they are simulated, and what each is called. */
export async function caseParts({ read, today, settings }: Read, caseId: string) {
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
  const parts: Simulated[] = []
  for (const row of rows) {
    const sheet = await lossSheet(read, row.id)
    const { end: harm, calendar } = await timesOf({ read, today, settings }, row)
    const now = simulation({ ...row, end: harm, calendar }, sheet, today)
    const own = cliffs.flatMap(({ incidentId, ...cliff }) => (incidentId === row.id ? [cliff] : []))
    const span = { from: row.began, to: lastDay(harm) ?? row.ended }
    parts.push({ id: row.id, now, over: harmIsOver(row, harm, today), cliffs: own, harm, span })
  }
  return { rows, parts, today }
}

/** Gives a case's incidents with their losses, and as they are simulated. */
export async function incidentsOf(room: Read, caseId: string): Promise<CaseParts> {
  const { rows, parts, today } = await caseParts(room, caseId)
  const incidents = rows.map((row, index): CaseIncident => {
    const { now } = parts[index]!
    return {
      id: row.id,
      ref: refOf('incident', row.number),
      title: row.title,
      began: row.began,
      currency: row.currency,
      lines: now.lines.length,
      loss: now.lines.length ? incidentsSimulated(keyOf(now), () => orNull(() => simulateIncident(now))) : null
    }
  })
  return { incidents, parts, today }
}

/** The same incidents with how each is on its last day. */
export function endsOf(parts: readonly Simulated[], today: string): CasePart[] {
  return parts.map(({ id, now, over, cliffs, harm, span }) => ({
    id,
    now,
    span,
    ...(over ? { end: null } : incidentEnd(now, cliffs, today, harm))
  }))
}

/** Gives null where a figure cannot be had, as of a line without an exchange rate: the incident says why. */
function orNull<T>(simulate: () => T): T | null {
  try {
    return simulate()
  } catch (error) {
    if (error instanceof LossRefusal) return null
    throw error
  }
}

/** Everything that figures follow from; warnings in them are in the language of the screen. */
function keyOf(...inputs: unknown[]): string {
  return JSON.stringify([getLocale(), inputs])
}

/** The loss of a case's incidents together and how its options weigh; null without lines, or where an exchange rate is missing. */
export function lossTogether(
  { parts, today }: CaseParts,
  currency: string,
  options: readonly OptionPlan[],
  answers: readonly GuardAnswer[]
): Whole | null {
  if (parts.every(({ now }) => now.lines.length === 0)) return null
  return simulated(keyOf(parts, today, currency, options, answers), () =>
    orNull(() => simulateCase(endsOf(parts, today), currency, { reliefs: [], answers }, (all) => weigh(all, options)))
  )
}

/** As many draws as tell what went by. */
const FEW = 10_000

/** What was lost in a case between two days, the same draws of both; null without lines or a rate. */
export function lostBetween(
  then: readonly Simulated[],
  now: readonly Simulated[],
  currency: string,
  answers: readonly GuardAnswer[]
): Figure | null {
  if (now.every((part) => part.now.lines.length === 0)) return null
  return lost(keyOf('lost', then, now, currency, answers), () =>
    orNull(() => {
      const net = (parts: readonly Simulated[]): Float64Array => {
        const whole = parts.map(({ id, now: own, span }): CasePart => ({ id, now: own, span, end: null }))
        return netDrawsOf(
          pooled(whole, (part) => part.now, currency, answers, FEW),
          FEW
        )
      }
      const [before, after] = [net(then), net(now)]
      return figureOf(
        after.map((value, i) => value - before[i]!),
        currency
      )
    })
  )
}
