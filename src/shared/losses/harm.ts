import type { Incident } from '../incidents'

/** Whether waiting costs the customer nothing more by this day: the incident is closed or its harm has ended. */
export function harmIsOver({ state, ended, harmEnds }: Pick<Incident, 'state' | 'ended' | 'harmEnds'>, today: string): boolean {
  return state === 'closed' || [ended, harmEnds].some((end) => end !== null && end.slice(0, 10) <= today)
}
