import { ownSubject } from '../../shared/records/interactions'
import { invalidField } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { Interaction, InteractionView, TimelineEvent, TimelineKind } from '../../shared/records/timeline'
import { timelineKinds } from '../../shared/records/timeline'
import type { Customer } from '../../shared/records/customers'
import { dayIn, dayOf } from '../../shared/values/zones'
import { fold } from '../../shared/values/fold'
import { promiseState } from '../../shared/records/promises'
import { orderState } from '../../shared/records/orders'
import type { Parsed } from '../../shared/contract/table'
import { cut } from '../../shared/values/truncate'
import type { HandlersOf, Room } from '../handlers'
import type { Change } from '../store/journal'
import { refOf } from '../store/tables'
import { promiseRows } from './promises'
import { add, agreesAt, alter, mustFind, name, recordHandlers } from '../records'

type Asked = Parsed<'timeline.list'>
const longestText = 400
const none = { detail: null, state: null, direction: null, contact: null, pinned: 0, within: null } as const

/** What each kind of record puts on a customer's timeline. */
const sources: Record<TimelineKind, (room: Room, customerId: string) => Promise<TimelineEvent[]>> = {
  interaction: async ({ read }, customerId) =>
    (
      await read
        .selectFrom('interaction')
        .leftJoin('contact', 'contact.id', 'interaction.contactId')
        .selectAll('interaction')
        .select('contact.name as contact')
        .where('interaction.customerId', '=', customerId)
        .where('interaction.trashedAt', 'is', null)
        .execute()
    ).map((row) => ({
      ...none,
      id: row.id,
      kind: 'interaction',
      step: 'held',
      at: row.at,
      title: ownSubject(row) ?? row.notes ?? '',
      detail: ownSubject(row) === null ? null : row.notes,
      state: row.channel,
      direction: row.direction,
      contact: row.contact,
      pinned: row.pinned
    })),
  voice: async ({ read }, customerId) =>
    (
      await read
        .selectFrom('voice')
        .leftJoin('contact', 'contact.id', 'voice.contactId')
        .leftJoin('interaction', (join) =>
          join.onRef('interaction.id', '=', 'voice.interactionId').on('interaction.trashedAt', 'is', null)
        )
        .selectAll('voice')
        .select(['contact.name as contact', 'interaction.at as saidInAt'])
        .where('voice.customerId', '=', customerId)
        .where('voice.trashedAt', 'is', null)
        .execute()
    ).map((row) => ({
      ...none,
      id: row.id,
      kind: 'voice',
      step: 'said',
      // what was said in a call stands with it
      at: row.saidInAt ?? row.saidAt,
      within: row.saidInAt && row.interactionId,
      title: row.words,
      detail: row.reading,
      state: row.kind,
      direction: 'in',
      contact: row.contact
    })),
  promise: async ({ read, now }, customerId) => {
    const rows = await read
      .selectFrom('promise')
      .leftJoin('interaction', (join) =>
        join.onRef('interaction.id', '=', 'promise.interactionId').on('interaction.trashedAt', 'is', null)
      )
      .selectAll('promise')
      .select('interaction.at as madeInAt')
      .where('promise.customerId', '=', customerId)
      .where('promise.trashedAt', 'is', null)
      .execute()
    return rows.flatMap((row) => {
      const event = {
        ...none,
        id: row.id,
        kind: 'promise' as const,
        title: row.words,
        state: promiseState(row, now),
        direction: row.madeBy === 'us' ? ('out' as const) : ('in' as const)
      }
      const steps: TimelineEvent[] = [
        { ...event, step: 'made', at: row.madeInAt ?? row.madeAt, within: row.madeInAt && row.interactionId }
      ]
      if (row.closedAt) steps.push({ ...event, step: 'closed', at: row.closedAt, detail: row.closingNote })
      else if (row.dueAt) steps.push({ ...event, step: 'due', at: row.dueAt })
      return steps
    })
  },
  order: async ({ read, today }, customerId) => {
    const rows = await read
      .selectFrom('order')
      .selectAll()
      .where('customerId', '=', customerId)
      .where('trashedAt', 'is', null)
      .execute()
    const dates = {
      ordered: 'orderedOn',
      promised: 'promisedOn',
      needed: 'neededBy',
      shipped: 'shippedOn',
      received: 'receivedOn',
      cancelled: 'cancelledOn'
    } as const
    return rows.flatMap((row) => {
      const event = {
        ...none,
        id: row.id,
        kind: 'order' as const,
        title: row.title,
        detail: row.orderNumber,
        state: orderState(row, today)
      }
      const steps: TimelineEvent[] = Object.entries(dates).flatMap(([step, column]) =>
        row[column] ? [{ ...event, step, at: row[column] }] : []
      )
      return steps.length > 0 ? steps : [{ ...event, step: 'undated', at: '' }]
    })
  },
  incident: async ({ read }, customerId) => {
    const rows = await read
      .selectFrom('incident')
      .selectAll()
      .where('customerId', '=', customerId)
      .where('trashedAt', 'is', null)
      .execute()
    return rows.flatMap((row) => {
      const event = { ...none, id: row.id, kind: 'incident' as const, title: row.title, state: row.state }
      const began: TimelineEvent = { ...event, step: 'began', at: row.began, detail: row.whatHappened }
      return row.ended ? [began, { ...event, step: 'ended', at: row.ended }] : [began]
    })
  },
  case: async ({ read, settings }, customerId) =>
    (await read.selectFrom('case').selectAll().where('customerId', '=', customerId).where('trashedAt', 'is', null).execute()).map(
      (row) => ({
        ...none,
        id: row.id,
        kind: 'case',
        step: 'opened',
        // what Redress did is told on the workspace's clock: among the customer's moments, its day
        at: dayIn(row.createdAt, settings.timeZone),
        title: row.title,
        detail: row.ask,
        state: row.state
      })
    ),
  gesture: async ({ read }, customerId) =>
    (
      await read.selectFrom('gesture').selectAll().where('customerId', '=', customerId).where('trashedAt', 'is', null).execute()
    ).map((row) => ({
      ...none,
      id: row.id,
      kind: 'gesture',
      step: 'given',
      at: row.givenOn,
      title: row.words,
      detail: row.received,
      direction: 'out'
    })),
  evidence: async ({ read, settings }, customerId) =>
    (
      await read.selectFrom('evidence').selectAll().where('customerId', '=', customerId).where('trashedAt', 'is', null).execute()
    ).map((row) => ({
      ...none,
      id: row.id,
      kind: 'evidence',
      step: 'collected',
      at: row.collectedAt ?? dayIn(row.createdAt, settings.timeZone),
      title: row.title,
      detail: row.note
    }))
}

/** A timeline shows the beginning of a long text; the record itself holds the whole. */
function short(words: string | null): string | null {
  return words && cut(words, longestText)
}

/** Gives a customer's events, newest first, with a count for each month before the limit cuts. */
export async function timelineOf(room: Room, asked: Asked) {
  const { timeZone } = await mustFind<Customer>(room.read, 'customer', asked.customerId)
  const kinds = asked.kinds?.length ? asked.kinds : timelineKinds
  const words = fold(asked.text?.trim() ?? '')
  const all = (await Promise.all(kinds.map((kind) => sources[kind](room, asked.customerId))))
    .flat()
    .filter((event) => (!asked.from || event.at >= asked.from) && (!asked.to || event.at <= `${asked.to}~`))
    .filter((event) => !words || fold(`${event.title} ${event.detail ?? ''}`).includes(words))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : Number(a.within !== null) - Number(b.within !== null)))
  const months = new Map<string, number>()
  for (const { at } of all) {
    const month = dayOf(at, timeZone).slice(0, 7)
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return {
    events: all
      .slice(0, asked.limit ?? 500)
      .map((event) => (asked.whole ? event : { ...event, title: short(event.title)!, detail: short(event.detail) })),
    total: all.length,
    months: [...months].map(([month, count]) => ({ month, count })).reverse()
  }
}

/** Something was said or it is not worth writing down: a subject or notes. */
async function checkedInteraction(
  change: Change,
  fields: Record<string, unknown>,
  id: string | null
): Promise<Record<string, unknown>> {
  const whole = { ...(id ? await mustFind<Interaction>(change.db, 'interaction', id) : { subject: '' }), ...fields }
  if (!whole.subject && !(whole as { notes?: string }).notes) throw invalidField('notes', m.ui_needed())
  return id ? fields : { ...fields, subject: whole.subject }
}

async function interactionView(room: Room, id: string): Promise<InteractionView> {
  const found = await mustFind<Interaction>(room.read, 'interaction', id)
  const [promises, voice, order] = await Promise.all([
    promiseRows(room, { interactionId: id }),
    room.read
      .selectFrom('voice')
      .select(['id', 'kind', 'words'])
      .where('interactionId', '=', id)
      .where('trashedAt', 'is', null)
      .execute(),
    room.read
      .selectFrom('order')
      .select(['id', 'number', 'title'])
      .where('id', '=', found.orderId ?? '')
      .executeTakeFirst()
  ])
  return {
    ...found,
    promises,
    voice,
    order: order ? { id: order.id, ref: refOf('order', order.number), title: order.title } : null
  }
}

export const timelineHandlers: HandlersOf<'interactions' | 'voice' | 'timeline'> = {
  ...recordHandlers('interactions', 'interaction', checkedInteraction),
  'interactions.create': async (change, { promiseIds = [], voiceIds = [], ...given }) => {
    const made = await add(change, 'interaction', await checkedInteraction(change, given, null))
    for (const id of promiseIds) await alter(change, 'promise', id, { interactionId: made.id })
    for (const id of voiceIds) await alter(change, 'voice', id, { interactionId: made.id })
    return made
  },
  ...recordHandlers('voice', 'voice'),
  'interactions.answered': async (change, { id, at }, { now }) => {
    const repliedAt = at ?? now
    await agreesAt(change, 'interaction', id, 'repliedAt', repliedAt, 'at')
    await name(change, 'answer', 'interaction', id)
    return alter(change, 'interaction', id, { repliedAt })
  },
  'interactions.get': (room, { id }) => interactionView(room, id),
  'voice.list': async ({ read }, { customerId }) =>
    read
      .selectFrom('voice')
      .leftJoin('contact', 'contact.id', 'voice.contactId')
      .selectAll('voice')
      .select('contact.name as contact')
      .where('voice.customerId', '=', customerId)
      .where('voice.trashedAt', 'is', null)
      .orderBy('voice.saidAt', 'desc')
      .execute(),
  'timeline.list': timelineOf
}
