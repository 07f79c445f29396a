import { z } from 'zod'

const days = z.number().int().min(1).max(1_000)

/** When a signal shows, in days; each is the number in one sentence that an advocate can change. */
export const signalRules = z.strictObject({
  /** Nothing was said for so long, by a customer who has no rhythm of their own yet. */
  quiet: days,
  /** Their contract ends within so many days. */
  renewal: days,
  /** Two dates or more that did not hold within so many days. */
  slipping: days,
  /** The same kind of incident twice within so many days … */
  repeat: days,
  /** … the last of them not longer ago than this; a concern older than this is history. */
  recent: days,
  /** A need or a concern that nobody answered for so long. */
  unanswered: days,
  /** A wish so old for which nothing was given. */
  wish: days
})
export type SignalRules = z.infer<typeof signalRules>

/** Until somebody says otherwise. */
export const standardRules: SignalRules = {
  quiet: 30,
  renewal: 90,
  slipping: 90,
  repeat: 365,
  recent: 90,
  unanswered: 3,
  wish: 14
}
