import type { Grouping, PictureCell, PictureEvent } from '../../../../shared/records/picture'
import { side, timelineKinds } from '../../../../shared/records/sides'
import { stretchOf, type Stretch } from './scale'
import type { Zone } from '../../../../shared/values/flavours'

/** A lane with what stands in it, from left to right. */
export interface Lane {
  /** "us", a kind, a name, a channel, an order …; empty for what has none. */
  key: string
  events: { event: PictureEvent; when: Stretch }[]
  cells: { when: Stretch; count: number }[]
}

/** Something may belong to two orders, incidents or cases: it stands with each. */
const lanesFor: Record<Grouping, (event: PictureEvent) => readonly string[]> = {
  side: (event) => [side(event)],
  kind: ({ kind }) => [kind],
  person: ({ contact }) => [contact ?? ''],
  channel: ({ kind, state }) => [kind === 'interaction' ? (state ?? '') : ''],
  order: ({ of }) => of.order,
  incident: ({ of }) => of.incident,
  case: ({ of }) => of.case
}
/** The order in which lanes stand; what is not named comes after, by its name, and what has no name last. */
const order: Record<Grouping, readonly string[]> = {
  side: ['us', 'customer'],
  kind: timelineKinds,
  person: [],
  channel: [],
  order: [],
  incident: [],
  case: []
}

/** More lanes than this are one lane of all that is left. */
const most = 9

/** Takes events, or counts where they were too many, how they are to be grouped, and the zone of the calendar; gives the lanes. */
export function lanesOf(
  events: readonly PictureEvent[] | null,
  cells: readonly PictureCell[],
  grouping: Grouping,
  zone: Zone
): Lane[] {
  const lanes = new Map<string, Lane>()
  const lane = (key: string): Lane => {
    let found = lanes.get(key)
    if (!found) lanes.set(key, (found = { key, events: [], cells: [] }))
    return found
  }
  if (grouping === 'side') for (const key of order.side) lane(key)
  if (events) {
    for (const event of events) {
      const when = stretchOf(event.at, zone)
      if (!when) continue
      const keys = lanesFor[grouping](event)
      for (const key of keys.length > 0 ? keys : ['']) lane(key).events.push({ event, when })
    }
  } else {
    // people, channels, orders and what came of them are not counted: their kinds are
    const stretches = new Map<string, Stretch | null>()
    for (const { kind, at, ours, theirs } of cells) {
      let when = stretches.get(at)
      if (when === undefined) stretches.set(at, (when = stretchOf(at, zone)))
      if (!when) continue
      const parts: [string, number][] =
        grouping === 'side'
          ? [
              ['us', ours],
              ['customer', theirs]
            ]
          : [[kind, ours + theirs]]
      for (const [key, count] of parts) if (count > 0) lane(key).cells.push({ when, count })
    }
    for (const { cells: own } of lanes.values()) merge(own)
  }
  const names = order[events ? grouping : grouping === 'side' ? 'side' : 'kind']
  const place = ({ key }: Lane): number => (key === '' ? Infinity : names.includes(key) ? names.indexOf(key) : names.length)
  const size = ({ events: own }: Lane): number => own.length
  let found = [...lanes.values()]
  if (found.length > most) {
    const kept = found
      .filter(({ key }) => key !== '')
      .sort((a, b) => size(b) - size(a))
      .slice(0, most - 1)
    const rest = found.filter((each) => !kept.includes(each)).flatMap(({ events: own }) => own)
    found = [...kept, { key: '', events: rest, cells: [] }]
  }
  found.sort((a, b) => place(a) - place(b) || a.key.localeCompare(b.key))
  for (const { events: own } of found) own.sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to)
  return found
}

/** Counts of several kinds in one month are one. */
function merge(cells: Lane['cells']): void {
  const sums = new Map<number, Lane['cells'][number]>()
  for (const cell of cells) {
    const is = sums.get(cell.when.from)
    if (is) is.count += cell.count
    else sums.set(cell.when.from, { ...cell })
  }
  cells.splice(0, cells.length, ...[...sums.values()].sort((a, b) => a.when.from - b.when.from))
}
