import type { Customer } from '../../../shared/records/customers'
import type { TimelineEvent, TimelineKey, TimelineKind, TimelinePage } from '../../../shared/records/timeline'
import type { Parsed } from '../../../shared/contract/table'
import { cut } from '../../../shared/values/truncate'
import type { Context } from '../../handlers'
import { mustFind } from '../../records'
import { eventsOf } from './events'
import { connection, narrowed, rankOf, sources, until, type Narrowed } from './sources'
import type { Moment, Zone } from '../../../shared/values/flavours'

type Asked = Parsed<'timeline.list'>

/** Where an event is found; `rank` is its source. */
interface Place {
  rank: number
  id: string
  at: Moment
}

const usual = 500
const longestText = 400

/** Gives a page of a customer's events, newest first. It costs what the page holds, not what the history does. */
export async function timelinePage(context: Context, asked: Asked): Promise<TimelinePage> {
  const { timeZone } = await mustFind<Customer>(context.read, 'customer', asked.customerId)
  const filter = narrowed(context, asked, timeZone)
  const limit = asked.limit ?? usual
  if (asked.newerThan) {
    const found = newerThan(context, filter, asked.newerThan, limit + 1)
    const events = await told(context, found.slice(0, limit).reverse(), asked.whole)
    return { events, newer: found.length > limit, older: true }
  }
  const found = olderFrom(context, filter, asked, timeZone, limit + 1)
  const events = await told(context, found.slice(0, limit), asked.whole)
  const [first] = events
  const newer = asked.at || asked.until ? (first ? newerThan(context, filter, first, 1) : places(context, filter, [], 1)) : []
  return { events, newer: newer.length > 0, older: found.length > limit }
}

/** The newest events, or those from an event on, or until a moment. */
function olderFrom(context: Context, filter: Narrowed, asked: Asked, zone: Zone, limit: number): Place[] {
  const values = { ...filter.values }
  const dated = asked.until ? until('until', asked.until, zone, values) : null
  const from = asked.at && rankOf(asked.at)
  if (asked.at) Object.assign(values, { keyAt: asked.at.at, keyId: asked.at.id })
  const more = filter.sources.map(({ source: { at }, rank }) => {
    const begins =
      from === undefined
        ? ''
        : rank < from
          ? `AND ${at} < @keyAt`
          : `AND ${at} <= @keyAt ${rank === from ? `AND NOT (${at} = @keyAt AND r.id > @keyId)` : ''}`
    return `${begins} ${dated ? `AND ${dated(at)}` : ''}`
  })
  return places(context, { ...filter, values }, more, limit)
}

/** The events before another one, the nearest first. */
function newerThan(context: Context, filter: Narrowed, key: TimelineKey, limit: number): Place[] {
  const from = rankOf(key)
  const values = { ...filter.values, keyAt: key.at, keyId: key.id }
  const more = filter.sources.map(({ source: { at }, rank }) =>
    rank > from ? `AND ${at} > @keyAt` : `AND ${at} >= @keyAt ${rank === from ? `AND NOT (${at} = @keyAt AND r.id <= @keyId)` : ''}`
  )
  return places(context, { ...filter, values }, more, limit, true)
}

/** The first of each source by its index, and of these the first of all. */
export function places(context: Context, filter: Narrowed, more: readonly string[], limit: number, rising = false): Place[] {
  // of what is asked for nothing may be of that person or order
  if (filter.sources.length === 0) return []
  const [way, back] = rising ? ['ASC', 'DESC'] : ['DESC', 'ASC']
  const parts = filter.sources.map(
    ({ source: { at }, rank, from, where }, index) => `SELECT * FROM (
      SELECT ${rank} AS rank, r.id AS id, ${at} AS at FROM ${from} WHERE ${where} ${more[index] ?? ''}
      ORDER BY ${at === "''" ? '' : `${at} ${way}, `}r.id ${way} LIMIT ${limit})`
  )
  const statement = `${filter.head} ${parts.join(' UNION ALL ')} ORDER BY at ${way}, rank ${back}, id ${way} LIMIT ${limit}`
  return connection(context).prepare(statement).all(filter.values) as Place[]
}

/** Takes places in their order, gives the events. */
export async function told(context: Context, found: readonly Place[], whole = false): Promise<TimelineEvent[]> {
  const ids = new Map<TimelineKind, Set<string>>()
  for (const { rank, id } of found) {
    const { kind } = sources[rank]!
    ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  }
  const events = (await Promise.all([...ids].map(([kind, of]) => eventsOf[kind](context, [...of])))).flat()
  const byPlace = new Map(events.map((event) => [`${rankOf(event)} ${event.id}`, event]))
  return found.flatMap(({ rank, id }) => {
    const event = byPlace.get(`${rank} ${id}`)
    // a timeline shows the beginning of a long text; the record itself holds the whole
    return event ? [whole ? event : { ...event, title: short(event.title)!, detail: short(event.detail) }] : []
  })
}

const short = (words: string | null): string | null => words && cut(words, longestText)
