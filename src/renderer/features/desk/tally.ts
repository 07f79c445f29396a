import type { Desk } from '../../../shared/contract/desk'
import { left } from '../promises/due'

/** How much waits today, and how much of it is over its time. */
export interface Tally {
  today: number
  overdue: number
}

/**
 * Takes the desk, gives how many things want something today: replies, promises and decisions that are over or end
 * within this day.
 */
export function tally(desk: Desk): Tally {
  const ends = [...desk.replies, ...desk.promises].map(({ dueAt, zone, overdue }) => ({
    overdue,
    soon: left(dueAt, zone, desk.at).soon
  }))
  const cases = desk.cases.filter((each) => each.overdue).length
  const overdue = ends.filter((each) => each.overdue).length + cases
  return { overdue, today: overdue + ends.filter((each) => !each.overdue && each.soon).length }
}

/** Is there nothing at all on the desk? */
export function isClear({ replies, promises, cases, signals, aside }: Desk): boolean {
  return [replies, promises, cases, signals, aside].every((list) => list.length === 0)
}
