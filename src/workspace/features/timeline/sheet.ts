import { pageNumber } from '../../../shared/brief/page-number'
import type { BriefTable } from '../../../shared/brief/types'
import { dash, wordsOf, type Words } from '../../../shared/brief/words'
import type { Parsed } from '../../../shared/contract/table'
import { m } from '../../../shared/messages/messages.js'
import type { Customer } from '../../../shared/records/customers'
import { eventWord } from '../../../shared/records/events'
import { kindWords, pictureLabels } from '../../../shared/records/picture-labels'
import type { TimelineEvent } from '../../../shared/records/timeline'
import { stripsOf, type Strip, type StripLength } from '../../../shared/timeline-sheet/strips'
import type { SheetLoss, SheetStrip, TimelineSheet } from '../../../shared/timeline-sheet/types'
import type { Clock } from '../../../shared/values/clock'
import { fileName } from '../../../shared/values/file-name'
import { writtenDay } from '../../../shared/values/format'
import { dayIn, firstDay, lastDay } from '../../../shared/values/zones'
import type { Context } from '../../handlers'
import { mustFind } from '../../records'
import { refOf } from '../../store/descriptions'
import { waitingOf } from '../losses'
import { runningLoss } from '../running-loss'
import { timelineMonths } from './months'
import { timelinePage } from './page'
import { timelinePicture } from './picture'

type Asked = Parsed<'timeline.sheet'>

/** More events than this are no table that one reads. */
const mostInTable = 1_000

/** Gives a stretch of a customer's timeline as it is printed: strips from the earliest on, and all of it in words. */
export async function timelineSheet(context: Context, { grouping, language, paper, ...filter }: Asked): Promise<TimelineSheet> {
  const { settings, today, now } = context
  const customer = await mustFind<Customer>(context.read, 'customer', filter.customerId)
  const w = wordsOf(language, paper, settings.timeZone, today)
  const ref = refOf('customer', customer.number)
  const [first, last] = await ends(context, filter, customer)
  const { length, strips } = stripsOf(first, last, customer.timeZone)
  const drawn: SheetStrip[] = []
  for (const strip of strips) {
    const from = strip.first > first ? strip.first : first
    const to = strip.last < last ? strip.last : last
    const { events, cells, spans } = await timelinePicture(context, { ...filter, from, to })
    // what is drawn is its title; the rest would only make the file larger
    const told = events && events.map((event) => ({ ...event, detail: null }))
    drawn.push({ heading: headingOf(strip, length, w), from: strip.from, to: strip.to, picture: { events: told, cells, spans } })
  }
  const title = m.timeline_sheet_title({ name: customer.name }, w.in)
  const range = `${w.day(first)} – ${w.day(last)}`
  const loss = await lossOf(context, customer.id)
  const all = await timelinePage(context, { ...filter, from: first, to: last, limit: mostInTable + 1 })
  const many = all.events.length > mostInTable
  return {
    is: 'timeline',
    language,
    locale: w.locale,
    paper,
    title,
    sub: [ref, range, await onlyOf(context, filter, w)].filter(Boolean).join(' · '),
    fileName: fileName([ref, title, first, last].join(' ').slice(0, 120)),
    zone: customer.timeZone,
    currency: loss?.currency ?? customer.currency,
    now,
    grouping,
    labels: pictureLabels(language),
    strips: drawn,
    loss: loss?.loss ?? null,
    table: many || all.events.length === 0 ? null : tableOf(all.events.toReversed(), customer.timeZone, w),
    leftOut: many ? m.timeline_sheet_left_out({ count: w.number(mostInTable) }, w.in) : null,
    footer: { left: [ref, customer.name, w.moment(now, settings.timeZone)].join(' · '), page: pageNumber(w) }
  }
}

/** The days between which there is something to print: those that were asked for, else the first and the last month of all. */
async function ends(
  context: Context,
  filter: Omit<Asked, 'grouping' | 'language' | 'paper'>,
  { timeZone }: Customer
): Promise<[string, string]> {
  const today = dayIn(context.now, timeZone)
  const dated = filter.from && filter.to ? [] : (await timelineMonths(context, filter)).months.filter(({ month }) => month !== '')
  const first = firstDay(filter.from ?? dated[0]?.month ?? today)
  const last = lastDay(filter.to ?? dated.at(-1)?.month ?? today)
  return first <= last ? [first, last] : [last, first]
}

function headingOf({ first, last }: Strip, length: StripLength, w: Words): string {
  if (length === 'year') return first.slice(0, 4)
  if (length === 'month') return writtenDay(first.slice(0, 7), w.locale)
  if (length === 'day') return `${writtenDay(first, w.locale, 'dayName')}, ${w.day(first)}`
  return length === 'quarter'
    ? `${writtenDay(first.slice(0, 7), w.locale, 'shortMonth')} – ${writtenDay(last.slice(0, 7), w.locale, 'shortMonth')}`
    : `${w.day(first)} – ${w.day(last)}`
}

/** What a filter leaves, so that nobody takes a part for the whole. */
async function onlyOf({ read }: Context, { kinds, text, contactId, orderId }: Partial<Asked>, w: Words): Promise<string> {
  const person = contactId && (await read.selectFrom('contact').select('name').where('id', '=', contactId).executeTakeFirst())?.name
  const order = orderId && (await read.selectFrom('order').select('title').where('id', '=', orderId).executeTakeFirst())?.title
  const words = text?.trim() && m.ui_quoted({ text: text.trim() }, w.in)
  const what = [...(kinds ?? []).map((kind) => kindWords[kind]({}, w.in)), person, order, words].filter(Boolean)
  return what.length > 0 ? m.timeline_sheet_only({ what: what.join(', ') }, w.in) : ''
}

/** The newest incident that is not over and has something counted, as on the screen. */
async function lossOf(context: Context, customerId: string): Promise<{ loss: SheetLoss; currency: string } | null> {
  const rows = await context.read
    .selectFrom('incident')
    .select(['id', 'title', 'currency'])
    .where('customerId', '=', customerId)
    .where('state', 'in', ['open', 'contained'])
    .where('trashedAt', 'is', null)
    .orderBy('began', 'desc')
    .execute()
  for (const { id, title, currency } of rows) {
    const past = await runningLoss(context, id)
    if (past) return { loss: { title, past, ahead: await waitingOf(context, id, { quick: true }) }, currency }
  }
  return null
}

function tableOf(events: readonly TimelineEvent[], zone: Clock, w: Words): BriefTable {
  return {
    caption: m.timeline_sheet_in_words({}, w.in),
    columns: [
      { label: m.timeline_when({}, w.in), keep: true },
      { label: m.timeline_filter_kinds({}, w.in) },
      { label: m.timeline_contact({}, w.in) },
      { label: m.timeline_notes({}, w.in), wide: true }
    ],
    rows: events.map((event) => [
      event.at ? w.moment(event.at, zone) : dash,
      eventWord(event, w.in.locale),
      event.contact ?? '',
      event.title
    ])
  }
}
