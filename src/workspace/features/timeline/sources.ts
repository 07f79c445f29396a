import { timelineKinds, type TimelineKey, type TimelineKind } from '../../../shared/records/timeline'
import type { Parsed } from '../../../shared/contract/table'
import { addDays, dayEnd, dayIn, firstDay, hasTime, instantAt, lastDay } from '../../../shared/values/zones'
import type { Context } from '../../handlers'
import type { Store } from '../../store/open'
import { packedIdSql } from '../../store/packed'
import { descriptions } from '../../store/descriptions'
import { formsIn } from '../search/forms'
import { partsOf, queryOf } from '../search/query'
import { ofOrder, ofPerson } from './of'
import type { Moment, Zone } from '../../../shared/values/flavours'

/** Where a kind of event comes from, in SQL; `r` is its record. Its place in the list decides between events of one moment. */
interface Source {
  kind: TimelineKind
  step: string
  within: boolean
  from: string
  at: string
  where: string
}

/** What came with a mail stands with it: it is an event of its own only where evidence or words are asked for. */
const cameWith = `EXISTS (SELECT 1 FROM evidenceLink l JOIN interaction i ON i.id = l.recordId AND i.trashedAt IS NULL
  WHERE l.evidenceId = r.id AND l.entity = 'interaction' AND i.at = r.collectedAt)`
const call = '(SELECT 1 FROM interaction i WHERE i.id = r.interactionId AND i.trashedAt IS NULL)'
const source = (kind: TimelineKind, step: string, at: string, where = `${at} IS NOT NULL`): Source => ({
  kind,
  step,
  within: false,
  from: `"${kind}" r`,
  at,
  where
})
/** What came of a call stands with it, and after it. */
const ofCall = (kind: TimelineKind, step: string): Source => ({
  kind,
  step,
  within: true,
  from: `"${kind}" r JOIN interaction i ON i.id = r.interactionId AND i.trashedAt IS NULL`,
  at: 'i.at',
  where: 'r.interactionId IS NOT NULL'
})

export const sources: readonly Source[] = [
  source('interaction', 'held', 'r.at'),
  source('voice', 'said', 'r.saidAt', `NOT EXISTS ${call}`),
  source('promise', 'made', 'r.madeAt', `NOT EXISTS ${call}`),
  source('promise', 'closed', 'r.closedAt'),
  source('promise', 'due', 'r.dueAt', 'r.dueAt IS NOT NULL AND r.closedAt IS NULL'),
  source('order', 'ordered', 'r.orderedOn'),
  source('order', 'promised', 'r.promisedOn'),
  source('order', 'needed', 'r.neededBy'),
  source('order', 'shipped', 'r.shippedOn'),
  source('order', 'received', 'r.receivedOn'),
  source('order', 'cancelled', 'r.cancelledOn'),
  source(
    'order',
    'undated',
    "''",
    'coalesce(r.orderedOn, r.promisedOn, r.neededBy, r.shippedOn, r.receivedOn, r.cancelledOn) IS NULL'
  ),
  source('incident', 'began', 'r.began'),
  source('incident', 'ended', 'r.ended'),
  source('case', 'opened', 'day_in(r.createdAt, @zone)'),
  source('gesture', 'given', 'r.givenOn'),
  source('evidence', 'collected', 'r.collectedAt'),
  source('evidence', 'collected', 'day_in(r.createdAt, @zone)', 'r.collectedAt IS NULL'),
  ofCall('promise', 'made'),
  ofCall('voice', 'said')
]

/** Takes where an event stands, gives the place of its source in the list. */
export function rankOf({ kind, step, within }: Pick<TimelineKey, 'kind' | 'step' | 'within'>): number {
  return sources.findIndex((each) => each.kind === kind && each.step === step && each.within === (within !== null))
}

const knowing = new WeakSet<Store['readDb']>()

/** Gives the connection on which the timeline is asked: its SQL counts days in a zone. */
export function connection({ store: { readDb } }: Context): Store['readDb'] {
  if (!knowing.has(readDb)) {
    readDb.function('day_in', { deterministic: true }, (at, zone) => dayIn(at as string, zone as string))
    knowing.add(readDb)
  }
  return readDb
}

/** SQL that narrows each source, with what its names stand for. */
export interface Narrowed {
  /** Stands before the statement. */
  head: string
  sources: { source: Source; rank: number; from: string; where: string }[]
  values: Record<string, string>
}

/** Takes a filter and the customer's zone, gives the sources it leaves, each with its condition. */
export function narrowed(context: Context, asked: Parsed<'timeline.months'>, zone: Zone): Narrowed {
  const values: Record<string, string> = { customer: asked.customerId, zone: context.settings.timeZone }
  const words = queryOf(partsOf(asked.text ?? ''), formsIn(context))
  if (words) values.words = words
  if (asked.contactId) values.person = asked.contactId
  if (asked.orderId) values.order = asked.orderId
  // what few records say is looked up one by one; what many say is met soon on the way back through the dates
  const few = words !== null && !isCommon(context, words)
  const kinds = asked.kinds?.length ? asked.kinds : timelineKinds
  const dated = [asked.from && after('from', asked.from, zone, values), asked.to && until('to', asked.to, zone, values)]
  return {
    head: words
      ? `WITH found AS MATERIALIZED (SELECT k.code AS kind, k.recordId AS id FROM search JOIN searchKey k ON k.n = search.rowid
         WHERE search MATCH @words)`
      : '',
    values,
    sources: sources.flatMap((each) => {
      if (!kinds.includes(each.kind)) return []
      const [person, order] = [asked.contactId ? ofPerson[each.kind] : '', asked.orderId ? ofOrder[each.kind] : '']
      if (person === null || order === null) return []
      const { code } = descriptions[each.kind]
      const where = [
        `${few ? '+' : ''}r.customerId = @customer AND r.trashedAt IS NULL`,
        each.where,
        person && `(${person})`,
        order && `(${order})`,
        each.kind === 'evidence' && !words && !asked.kinds?.length && `NOT ${cameWith}`,
        words &&
          (few
            ? `f.kind = ${code} AND r.id = unpacked_id(f.id)`
            : `${packedIdSql('r.id')} IN (SELECT id FROM found WHERE kind = ${code})`),
        ...dated.map((condition) => condition && condition(each.at))
      ]
      const from = few ? `found f CROSS JOIN ${each.from}` : each.from
      const rank = rankOf({ ...each, within: each.within ? '' : null })
      return [{ source: each, rank, from, where: where.filter(Boolean).join(' AND ') }]
    })
  }
}

/** More records than are worth looking up one by one. */
const many = 2_000

/** Whether more records have the words of a query than are worth looking up one by one. */
export function isCommon(context: Context, words: string): boolean {
  const found = connection(context).prepare(`SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ${many})`)
  return found.pluck().get(words) === many
}

type Condition = (at: string) => string

/** What happened at a moment or before its end in the zone; an instant by the clock, a day by the calendar. */
export function until(name: string, moment: Moment, zone: Zone, values: Record<string, string>): Condition {
  const day = `${moment}~`
  const instant = hasTime(moment) ? day : bare(dayEnd(lastDay(moment), zone))
  Object.assign(values, { [`${name}Day`]: day, [`${name}At`]: instant, [name]: day > instant ? day : instant })
  // the first condition is the index's
  return (at) => `${at} <= @${name} AND CASE WHEN instr(${at}, 'T') THEN ${at} < @${name}At ELSE ${at} <= @${name}Day END`
}

/** What happened at a moment or after its beginning in the zone. */
function after(name: string, moment: Moment, zone: Zone, values: Record<string, string>): Condition {
  const instant = hasTime(moment) ? moment : bare(dayEnd(addDays(firstDay(moment), -1), zone))
  Object.assign(values, { [`${name}Day`]: moment, [`${name}At`]: instant, [name]: moment < instant ? moment : instant })
  return (at) => `${at} >= @${name} AND CASE WHEN instr(${at}, 'T') THEN ${at} >= @${name}At ELSE ${at} >= @${name}Day END`
}

/** Without its Z an instant sorts before all that are written with more of the second. */
export const bare = (at: number): string => instantAt(at).slice(0, -1)
