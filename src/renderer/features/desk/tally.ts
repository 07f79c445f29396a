import type { Desk } from '../../../shared/contract/desk'
import { left } from '../promises/due'

/** How much waits today, and how much of it is over its time. */
export interface Tally {
  today: number
  overdue: number
  /** Promises in either direction that were given without a date. */
  undated: number
}

/**
 * Takes the desk, gives how many things want something today: replies, promises and decisions that are over or end
 * within this day.
 */
export function tally(desk: Desk): Tally {
  const ends = [...desk.replies, ...desk.promises, ...desk.theirs].flatMap(({ dueAt, zone, overdue }) =>
    dueAt === null ? [] : [{ overdue, soon: left(dueAt, zone, desk.at).soon }]
  )
  const cases = [...desk.cases, ...desk.askings].filter((each) => each.overdue).length
  const overdue = ends.filter((each) => each.overdue).length + cases
  const undated = [...desk.promises, ...desk.theirs].filter(({ dueAt }) => dueAt === null).length
  return { overdue, undated, today: overdue + ends.filter((each) => !each.overdue && each.soon).length }
}

/** Is there nothing at all on the desk? */
export function isClear({ replies, promises, theirs, cases, askings, signals, aside }: Desk): boolean {
  return [replies, promises, theirs, cases, askings, signals, aside].every((list) => list.length === 0)
}
