import type { CaseIncident } from '../../shared/records/cases'
import type { GuardAnswer } from '../../shared/contract/losses'
import { getLocale } from '../../shared/messages/runtime.js'
import { simulateCase, type CaseLoss, type Relief } from '../../shared/losses/engine/case-loss'
import { harmIsOver, lastDay, type EndOfHarm } from '../../shared/losses/model/harm'
import type { IncidentLoss, SimulationInput } from '../../shared/losses/engine/incident-loss'
import { incidentEnd } from '../../shared/losses/engine/horizon'
import { LossRefusal } from '../../shared/losses/model/input-error'
import { simulateIncident } from '../../shared/losses/engine/simulate'
import type { Room } from '../handlers'
import { remembered } from '../remembered'
import { refOf } from '../store/tables'
import { timesOf } from './harm'
import { lossSheet, simulation } from './loss-sheet'

type Read = Pick<Room, 'read' | 'today' | 'settings'>

/** Simulated again only when something in an incident has changed: while one writes in a case, its figures stand. */
const simulated = remembered<CaseLoss | null>(8)
const incidentsSimulated = remembered<IncidentLoss | null>(64)

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

/** Gives a case's incidents with their losses, and as they are simulated. */
export async function incidentsOf({ read, today, settings }: Read, caseId: string): Promise<CaseParts> {
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
  const found: CaseParts = { incidents: [], parts: [], today }
  for (const row of rows) {
    const sheet = await lossSheet(read, row.id)
    const { lines } = sheet
    const { end: harm, calendar } = await timesOf({ read, today, settings }, row)
    const now = simulation({ ...row, end: harm, calendar }, sheet, today)
    const own = cliffs.flatMap(({ incidentId, ...cliff }) => (incidentId === row.id ? [cliff] : []))
    const span = { from: row.began, to: lastDay(harm) ?? row.ended }
    found.parts.push({ id: row.id, now, over: harmIsOver(row, harm, today), cliffs: own, harm, span })
    found.incidents.push({
      id: row.id,
      ref: refOf('incident', row.number),
      title: row.title,
      began: row.began,
      currency: row.currency,
      lines: lines.length,
      loss: lines.length ? incidentsSimulated(keyOf(now), () => orNull(() => simulateIncident(now))) : null
    })
  }
  return found
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

/** The loss of a case's incidents together and what each relief leaves of it; null without lines, or where an exchange rate is missing. */
export function lossTogether(
  { parts, today }: CaseParts,
  currency: string,
  reliefs: readonly Relief[],
  answers: readonly GuardAnswer[]
): CaseLoss | null {
  if (parts.every(({ now }) => now.lines.length === 0)) return null
  return simulated(keyOf(parts, today, currency, reliefs, answers), () =>
    orNull(() => {
      const ends = parts.map(({ id, now, over, cliffs, harm, span }) => ({
        id,
        now,
        span,
        ...(over ? { end: null } : incidentEnd(now, cliffs, today, harm))
      }))
      return simulateCase(ends, currency, { reliefs, answers })
    })
  )
}
