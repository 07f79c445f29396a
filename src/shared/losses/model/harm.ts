import type { Incident } from '../../records/incidents'
import { dayOf } from '../../values/zones'

/** Whether waiting costs the customer nothing more by this day: the incident is closed or its harm has ended. */
export function harmIsOver({ state, ended, harmEnds }: Pick<Incident, 'state' | 'ended' | 'harmEnds'>, today: string): boolean {
  return state === 'closed' || [ended, harmEnds].some((end) => end !== null && dayOf(end, 'UTC') <= today)
}

/** The day until which a line counts that still goes on (ISO date): today, or the end of the incident or of its harm, if that has come. */
export function countedUntil({ ended, harmEnds }: Pick<Incident, 'ended' | 'harmEnds'>, today: string): string {
  // an end known by its month or year only is no day to count to
  return [ended, harmEnds, today]
    .flatMap((end) => (end && end.length >= today.length ? [end.slice(0, today.length)] : []))
    .sort()[0]!
}
