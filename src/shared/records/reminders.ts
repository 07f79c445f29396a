import type { Desk } from '../contract/desk'
import { dueEnd } from './promises'
import { dayEnd, dayIn, instantAt } from '../values/zones'
import type { Instant, Zone } from '../values/flavours'

const minute = 60_000
/** How long before a moment one is reminded: a reply takes longer to write than a promise to remember. */
const before = { reply: 120 * minute, promise: 60 * minute } as const

/** Hours of the clock between which nothing is told, over midnight where the second is the earlier one. */
export interface Quiet {
  from: number
  to: number
}

/** The quiet hours of a workspace until a person says otherwise. */
export const standardQuiet: Quiet = { from: 20, to: 7 }

const isQuiet = (hour: number, { from, to }: Quiet): boolean => (from <= to ? hour >= from && hour < to : hour >= from || hour < to)

/** For how long reminders may be put off. */
export type Snooze = 'hour' | 'tomorrow'

/** Takes for how long, the present instant, the workspace's zone and its quiet hours; gives until when: tomorrow, until they are over. */
export function snoozedUntil(how: Snooze, now: Instant, zone: Zone, { to }: Quiet): Instant {
  if (how === 'hour') return instantAt(Date.parse(now) + 60 * minute)
  return instantAt(dayEnd(dayIn(now, zone), zone) + to * 60 * minute)
}

/** What a person is to be reminded of: replies and promises that are about to be missed, by their keys. */
export interface Reminder {
  replies: string[]
  promises: string[]
}

/**
 * Takes the desk, the present instant, the hour it is in the workspace's zone, and its quiet hours; gives what is about to be missed and was not
 * told before. A promise by a day is told on that day. In quiet hours nothing is; it is told in the morning.
 */
export function remindersOf(
  desk: Pick<Desk, 'replies' | 'promises'>,
  now: Instant,
  hour: number,
  told: ReadonlySet<string>,
  quiet: Quiet
): Reminder {
  if (isQuiet(hour, quiet)) return { replies: [], promises: [] }
  const at = Date.parse(now)
  const soon = (end: number, margin: number): boolean => end > at && end - at <= margin
  return {
    replies: desk.replies
      .flatMap(({ id, dueAt }) => (dueAt ? [{ key: `reply:${id}:${dueAt}`, end: Date.parse(dueAt) }] : []))
      .filter(({ key, end }) => soon(end, before.reply) && !told.has(key))
      .map(({ key }) => key),
    promises: desk.promises
      .flatMap(({ id, dueAt, zone }) => {
        if (!dueAt) return []
        const near = dueAt.includes('T')
          ? soon(Date.parse(dueAt), before.promise)
          : dueAt === dayIn(now, zone) && dueEnd(dueAt, zone) > at
        return near ? [`promise:${id}:${dueAt}`] : []
      })
      .filter((key) => !told.has(key))
  }
}

/** Takes the desk, gives how much is over its time: what the badge of the app counts. */
export function overdueOf({ replies, promises, cases }: Pick<Desk, 'replies' | 'promises' | 'cases'>): number {
  return [...replies, ...promises, ...cases].filter(({ overdue }) => overdue).length
}
