import type { Customer } from '../../../shared/records/customers'
import { titleOf } from '../../../shared/records/interactions'
import { rhythmOf } from '../../../shared/records/how-often'
import { side, type PictureCell, type PictureSpan, type TimelinePicture } from '../../../shared/records/picture'
import { promiseState } from '../../../shared/records/promises'
import type { TimelineEvent } from '../../../shared/records/timeline'
import type { Parsed } from '../../../shared/contract/table'
import { replyDue } from '../../../shared/records/reply-clock'
import { isDay } from '../../../shared/values/day'
import { daysBetween } from '../../../shared/values/zones'
import { cut } from '../../../shared/values/truncate'
import type { Context } from '../../handlers'
import { mustFind } from '../../records'
import { answerable } from '../replies'
import { tied } from './of'
import { places, told } from './page'
import { cellsIn } from './months'
import { connection, narrowed, type Narrowed } from './sources'
import type { Zone } from '../../../shared/values/flavours'

type Asked = Parsed<'timeline.picture'>

const most = { events: 500, undated: 50, spans: 400, title: 80 } as const
/** Longer than this, months are counted instead of days. */
const daysInCells = 800
/** Days; shorter silences are none. */
const shortest = 7
const usualSilence = 30

/** Gives what a stretch of a customer's timeline looks like: its events, or where they are too many how many there were of each kind. */
export async function timelinePicture(context: Context, asked: Asked): Promise<TimelinePicture> {
  const customer = await mustFind<Customer>(context.read, 'customer', asked.customerId)
  const filter = narrowed(context, asked, customer.timeZone)
  const found = places(context, filter, [], most.events + 1)
  if (found.length > most.events)
    return {
      events: null,
      undated: await undatedOf(context, asked, customer),
      cells: cells(context, filter, asked, customer.timeZone),
      spans: await spansOf(context, asked, customer, false)
    }
  const [events, undated, spans] = await Promise.all([
    told(context, found),
    undatedOf(context, asked, customer),
    spansOf(context, asked, customer, true)
  ])
  return { events: tied(context, events), undated, cells: [], spans }
}

async function undatedOf(context: Context, asked: Asked, { timeZone }: Customer): Promise<TimelineEvent[]> {
  const filter = narrowed(context, { ...asked, from: null, to: null }, timeZone)
  const sources = filter.sources.filter(({ source }) => source.step === 'undated')
  return sources.length > 0 ? told(context, places(context, { ...filter, sources }, [], most.undated)) : []
}

/** Counts by kind, side and month or day; only dates are read, from the indexes. */
function cells(context: Context, filter: Narrowed, { from, to }: Asked, zone: Zone): PictureCell[] {
  const days = isDay(from) && isDay(to) && daysBetween(from, to) <= daysInCells
  const found = new Map<string, PictureCell>()
  const letters = days ? 10 : 7
  const cellOf = cellsIn(zone, letters)
  for (const { source, from: table, where } of filter.sources) {
    const direction =
      source.kind === 'interaction'
        ? 'r.direction'
        : source.kind === 'promise'
          ? `CASE r.madeBy WHEN 'us' THEN 'out' ELSE 'in' END`
          : 'NULL'
    const rows = connection(context)
      .prepare(
        `${filter.head} SELECT ${days ? minuteOf(source.at) : monthOrMinute(source.at)} AS at, ${direction} AS direction, count(*) AS count
         FROM ${table} WHERE ${where} GROUP BY 1, 2`
      )
      .raw()
      .all(filter.values) as [string, 'in' | 'out' | 'internal' | null, number][]
    for (const [at, given, count] of rows) {
      // of a day, less than the day itself may be known; a minute begins with its first second
      if (at.length < letters) continue
      const cell = cellOf(at.length === 16 ? `${at}:00` : at)
      const key = `${source.kind} ${cell}`
      let is = found.get(key)
      if (!is) found.set(key, (is = { kind: source.kind, at: cell, ours: 0, theirs: 0 }))
      if (side({ kind: source.kind, step: source.step, direction: given }) === 'us') is.ours += count
      else is.theirs += count
    }
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** An instant to its minute: which day that is, the zone says. */
const minuteOf = (at: string): string => `CASE WHEN length(${at}) > 10 THEN substr(${at}, 1, 16) ELSE ${at} END`
/** Away from its first and last days a month is the same in every zone. */
const monthOrMinute = (at: string): string =>
  `CASE WHEN length(${at}) > 10 AND substr(${at}, 9, 2) IN ('01', '28', '29', '30', '31') THEN substr(${at}, 1, 16) ELSE substr(${at}, 1, 7) END`

/** What lasted within the stretch, the newest first. */
async function spansOf(context: Context, asked: Asked, customer: Customer, near: boolean): Promise<PictureSpan[]> {
  const wanted = (kind: (typeof asked.kinds & object)[number]): boolean => !asked.kinds?.length || asked.kinds.includes(kind)
  if (asked.text?.trim()) return []
  const [promises, incidents, words] = await Promise.all([
    wanted('promise') ? promiseSpans(context, asked) : [],
    wanted('incident') && !asked.contactId ? incidentSpans(context, asked) : [],
    near && wanted('interaction') ? wordSpans(context, asked, customer) : []
  ])
  return [...promises, ...incidents, ...words]
}

async function promiseSpans({ read, now }: Context, { customerId, from, to, contactId, orderId }: Asked): Promise<PictureSpan[]> {
  const rows = await read
    .selectFrom('promise')
    .select(['id', 'words', 'madeBy', 'madeAt', 'dueAt', 'closedAt', 'outcome', 'zone'])
    .where('customerId', '=', customerId)
    .where('trashedAt', 'is', null)
    .$if(Boolean(contactId), (query) => query.where('contactId', '=', contactId!))
    .$if(Boolean(orderId), (query) => query.where('orderId', '=', orderId!))
    .$if(Boolean(to), (query) => query.where('madeAt', '<=', `${to}~`))
    .$if(Boolean(from), (query) => query.where((is) => is.or([is('closedAt', 'is', null), is('closedAt', '>=', `${from}`)])))
    .orderBy('madeAt', 'desc')
    .limit(most.spans)
    .execute()
  return rows.map((row) => ({
    kind: 'promise',
    id: row.id,
    side: row.madeBy === 'us' ? 'us' : 'customer',
    from: row.madeAt,
    due: row.dueAt,
    to: row.closedAt,
    state: promiseState(row, now),
    title: cut(row.words, most.title)
  }))
}

async function incidentSpans({ read }: Context, { customerId, from, to, orderId }: Asked): Promise<PictureSpan[]> {
  const rows = await read
    .selectFrom('incident')
    .select(['id', 'title', 'began', 'ended', 'state'])
    .where('customerId', '=', customerId)
    .where('trashedAt', 'is', null)
    .$if(Boolean(orderId), (query) =>
      query.where(
        'id',
        'in',
        read.selectFrom('incidentOrder').select('incidentId').where('orderId', '=', orderId!).where('trashedAt', 'is', null)
      )
    )
    .$if(Boolean(to), (query) => query.where('began', '<=', `${to}~`))
    .$if(Boolean(from), (query) => query.where((is) => is.or([is('ended', 'is', null), is('ended', '>=', `${from}`)])))
    .orderBy('began', 'desc')
    .limit(most.spans)
    .execute()
  return rows.map((row) => ({
    kind: 'incident',
    id: row.id,
    side: 'customer',
    from: row.began,
    due: null,
    // over, but nobody knows when: as long as its beginning is
    to: row.ended ?? (row.state === 'open' || row.state === 'contained' ? null : row.began),
    state: row.state,
    title: cut(row.title, most.title)
  }))
}

/** Questions until their answers, and silences that are longer than this customer's own. */
async function wordSpans(
  { read, now }: Context,
  { customerId, from, to, contactId, orderId }: Asked,
  customer: Customer
): Promise<PictureSpan[]> {
  const rows = await read
    .selectFrom('interaction')
    .select(['id', 'at', 'direction', 'subject', 'notes', 'needsReply', 'repliedAt', 'replyEvents'])
    .where('customerId', '=', customerId)
    .where('trashedAt', 'is', null)
    .where('direction', '!=', 'internal')
    .$if(Boolean(contactId), (query) => query.where('contactId', '=', contactId!))
    .$if(Boolean(orderId), (query) => query.where('orderId', '=', orderId!))
    .$if(Boolean(from), (query) => query.where('at', '>=', `${from}`))
    .$if(Boolean(to), (query) => query.where('at', '<=', `${to}~`))
    .orderBy('at', 'desc')
    .limit(most.events)
    .execute()
  const replies = rows
    .filter(({ needsReply }) => needsReply === 1)
    .map((row): PictureSpan => {
      const due = replyDue(answerable(row), customer.replyHours)
      const state = due && Date.parse(row.repliedAt ?? now) > Date.parse(due) ? 'late' : row.repliedAt ? 'answered' : 'open'
      return {
        kind: 'reply',
        id: row.id,
        side: 'us',
        from: row.at,
        due,
        to: row.repliedAt,
        state,
        title: cut(titleOf(row), most.title)
      }
    })
  // of one person or order, a silence would be none of theirs
  if (contactId || orderId) return replies
  const moments = rows.map(({ at }) => Date.parse(at))
  const long = Math.max(shortest, rhythmOf(moments)?.long ?? usualSilence) * 86_400_000
  const silences = rows.flatMap((row, i): PictureSpan[] => {
    // what is newer than the stretch is not known: the silence up to now only where it reaches it
    const next = rows[i - 1]?.at ?? (to && to < now ? null : now)
    if (!next || Date.parse(next) - moments[i]! <= long) return []
    const turn = row.direction === 'in' ? 'us' : 'customer'
    return [
      { kind: 'silence', id: row.id, side: turn, from: row.at, due: null, to: rows[i - 1]?.at ?? null, state: turn, title: '' }
    ]
  })
  return [...replies, ...silences]
}
