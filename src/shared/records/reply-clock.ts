import { z } from 'zod'
import { instant } from '../values/fields'
import { instantAt } from '../values/zones'
import { scheduleOf, type WorkCalendar } from './calendar'
import { afterWorkingHours, workingTimeBetween, type Schedule } from './clocks'
import type { Instant, Zone } from '../values/flavours'

const hour = 3_600_000

/** What happened to the clock of an answer since the letter came: stored as it happened; durations are derived. */
export const replyEvents = z
  .array(z.strictObject({ kind: z.enum(['paused', 'resumed', 'answered', 'reopened']), at: instant }))
  .max(500)
export type ReplyEvent = z.infer<typeof replyEvents>[number]

/** What a clock is read from: when the letter came, when it was answered, and what happened between. */
export interface Answerable {
  at: Instant
  repliedAt: Instant | null
  replyEvents?: readonly ReplyEvent[] | null
}

/** One clock of an answer, as of a moment. Milliseconds. */
export interface ReplyClock {
  startedAt: Instant
  /** When the answer is due; null while the clock stands still, as nobody knows when it goes on. */
  dueAt: Instant | null
  goal: number
  elapsed: number
  /** Negative when it is over. */
  remaining: number
  paused: boolean
  breached: boolean
  answeredAt: Instant | null
}

interface Span {
  from: number
  to: number
}

/** How time is measured: around the clock, or by the hours that are worked. */
interface Measure {
  between(from: number, to: number): number
  /** When so many milliseconds after a moment are used up. */
  after(from: number, milliseconds: number): number
}

const elapsedTime: Measure = { between: (from, to) => Math.max(0, to - from), after: (from, left) => from + left }

function workingTime(schedule: Schedule): Measure {
  return {
    between: (from, to) => workingTimeBetween(schedule, instantAt(from), instantAt(to)),
    after: (from, left) => Date.parse(afterWorkingHours(schedule, instantAt(from), left / hour))
  }
}

/** Whether the clock of an answer stands still, since we wait for them. */
export function isPaused({ replyEvents, repliedAt }: Pick<Answerable, 'repliedAt' | 'replyEvents'>): boolean {
  return repliedAt === null && replyEvents?.at(-1)?.kind === 'paused'
}

/**
 * Takes a letter that wants an answer, the promised elapsed hours and the present instant; gives the clock of the promise.
 * It is a promise of elapsed time: no calendar, so the wall clock moves by an hour over a change of summer time. It goes
 * around the clock, standing still while it is paused, begun anew when it was reopened.
 */
export function elapsedClock(letter: Answerable, hours: number, now: Instant): ReplyClock {
  return clockOf(letter, hours * hour, elapsedTime, now)
}

/**
 * The same by working hours: takes the schedule of those who answer as well. Null where the schedule never opens.
 */
export function workingClock(letter: Answerable, hours: number, schedule: Schedule, now: Instant): ReplyClock | null {
  try {
    return clockOf(letter, hours * hour, workingTime(schedule), now)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What a workspace says of when it means to answer. */
interface OurHours {
  replyWorkHours: number | null
  calendar: WorkCalendar
  timeZone: Zone
}

/** Takes a letter, what the workspace means to keep and the present instant; gives our own clock; null where there is none. */
export function ourClock(letter: Answerable, { replyWorkHours, calendar, timeZone }: OurHours, now: Instant): ReplyClock | null {
  return replyWorkHours ? workingClock(letter, replyWorkHours, scheduleOf(calendar, timeZone), now) : null
}

/** Takes a letter and the promised elapsed hours, gives when the answer is due: null while the clock stands still. */
export function replyDue(letter: Answerable, hours: number): string | null {
  return elapsedClock(letter, hours, letter.at).dueAt
}

function clockOf(letter: Answerable, goal: number, measure: Measure, now: Instant): ReplyClock {
  const { startedAt, runs, paused } = cycleOf(letter)
  const end = Date.parse(letter.repliedAt ?? now)
  const elapsed = runs.reduce((sum, { from, to }) => sum + measure.between(from, Math.min(to, end)), 0)
  let left = goal
  let due: number | null = null
  for (const { from, to } of runs) {
    const used = to === Infinity ? Infinity : measure.between(from, to)
    if (used >= left) {
      due = measure.after(from, left)
      break
    }
    left -= used
  }
  return {
    startedAt,
    dueAt: due === null ? null : instantAt(due),
    goal,
    elapsed,
    remaining: goal - elapsed,
    paused,
    breached: due !== null && due < end,
    answeredAt: letter.repliedAt
  }
}

/** The present turn of a letter: since it came or was reopened, when the clock ran, and whether it stands still. */
function cycleOf({ at, repliedAt, replyEvents }: Answerable): { startedAt: Instant; runs: Span[]; paused: boolean } {
  const events = replyEvents ?? []
  const opened = events.findLastIndex(({ kind }) => kind === 'reopened')
  const startedAt = opened < 0 ? at : events[opened]!.at
  const runs: Span[] = []
  let from: number | null = Date.parse(startedAt)
  for (const event of events.slice(opened + 1)) {
    if (event.kind === 'paused' && from !== null) {
      runs.push({ from, to: Date.parse(event.at) })
      from = null
    } else if (event.kind === 'resumed' && from === null) from = Date.parse(event.at)
  }
  if (from !== null) runs.push({ from, to: Infinity })
  return { startedAt, runs, paused: from === null && repliedAt === null }
}
