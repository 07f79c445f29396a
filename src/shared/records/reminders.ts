import type { Desk } from '../contract/desk'
import { dueEnd } from './promises'
import { dayIn } from '../values/zones'

const minute = 60_000
/** How long before a moment one is reminded: a reply takes longer to write than a promise to remember. */
const before = { reply: 120 * minute, promise: 60 * minute } as const
/** No reminder between these hours of the evening and the morning. */
const quiet = { from: 20, to: 7 } as const

/** What a person is to be reminded of: replies and promises that are about to be missed, by their keys. */
export interface Reminder {
  replies: string[]
  promises: string[]
}

/**
 * Takes the desk, the present instant, and the hour it is in the workspace's zone; gives what is about to be missed and was not
 * told before. A promise by a day is told on that day. In quiet hours nothing is; it is told in the morning.
 */
export function remindersOf(
  desk: Pick<Desk, 'replies' | 'promises'>,
  now: string,
  hour: number,
  told: ReadonlySet<string>
): Reminder {
  if (hour >= quiet.from || hour < quiet.to) return { replies: [], promises: [] }
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
