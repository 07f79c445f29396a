import type { TimelineEvent } from '../../../../shared/records/timeline'
import type { Stretch } from './scale'

/** An event where it stands in its lane. */
export interface Placed {
  event: TimelineEvent
  when: Stretch
  x: number
  /** The right end of what is only known by day, month or year; x where it is a moment. */
  end: number
}

/** Events that would cover one another, as one. */
export interface Cluster {
  events: Placed[]
  x: number
  end: number
}

/** Never lost in a number: what a person pinned, and what harmed the customer. */
export const isKey = ({ pinned, kind, step }: TimelineEvent): boolean => pinned === 1 || (kind === 'incident' && step === 'began')

/**
 * Takes the events of one lane by their place from left to right, and how near two may stand in pixels; gives single events
 * and clusters in the same order. What must not be lost stands alone.
 */
export function clustered(placed: readonly Placed[], near: number): Cluster[] {
  const found: Cluster[] = []
  let last: Cluster | undefined
  for (const each of placed) {
    if (isKey(each.event)) {
      found.push({ events: [each], x: each.x, end: each.end })
      continue
    }
    if (last && each.x - last.x < near) {
      last.events.push(each)
      last.end = Math.max(last.end, each.end)
    } else found.push((last = { events: [each], x: each.x, end: each.end }))
  }
  return found
}

/** Takes bars by their left ends and how many rows there are; gives the row of each, -1 for those that have no room. */
export function packed(bars: readonly { x: number; end: number }[], rows: number, gap: number): number[] {
  const ends: number[] = new Array<number>(rows).fill(-Infinity)
  return bars.map(({ x, end }) => {
    const row = ends.findIndex((taken) => taken + gap <= x)
    if (row >= 0) ends[row] = end
    return row
  })
}
