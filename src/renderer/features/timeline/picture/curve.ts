import type { RunningLoss } from '../../../../shared/contract/losses'
import type { IncidentWaiting } from '../../../../shared/losses/engine/incident-waiting'
import type { LossCurve } from './draw'
import { stretchOf } from './scale'
import type { Day, Zone } from '../../../../shared/values/flavours'

/**
 * Takes how a loss ran until today and how it goes on, and the customer's zone; gives the curve. Where nobody knows when the
 * harm ends, it stops today, unless a day was chosen to be looked at: no figure by a later day is shown as if it was said.
 */
export function curveOf(title: string, past: RunningLoss, ahead: IncidentWaiting | null, zone: Zone): LossCurve {
  const known = ahead && (ahead.end.as !== 'unknown' || ahead.lookedAt !== null)
  const later = known ? ahead.points.slice(1) : []
  const at = (on: Day): number => stretchOf(on, zone)!.to
  return {
    title,
    points: [...past.points, ...later].map(({ on, loss }) => ({ at: at(on), low: loss.p10, mid: loss.p50, high: loss.p90 })),
    cliffs: known ? ahead.cliffs.filter(({ counted }) => counted).map(({ on, title: words }) => ({ at: at(on), words })) : []
  }
}
