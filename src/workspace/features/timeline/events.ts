import { ownSubject } from '../../../shared/records/interactions'
import { orderState } from '../../../shared/records/orders'
import { promiseState } from '../../../shared/records/promises'
import type { TimelineEvent, TimelineKind } from '../../../shared/records/timeline'
import { dayIn } from '../../../shared/values/zones'
import type { Context } from '../../handlers'
import { clockedOrders } from '../orders'

const none = { detail: null, state: null, direction: null, contact: null, pinned: 0, within: null } as const

/** What each kind of record puts on a customer's timeline: takes ids of one kind, gives all their events. */
export const eventsOf: Record<TimelineKind, (context: Context, ids: readonly string[]) => Promise<TimelineEvent[]>> = {
  interaction: async ({ read }, ids) =>
    (
      await read
        .selectFrom('interaction')
        .leftJoin('contact', 'contact.id', 'interaction.contactId')
        .selectAll('interaction')
        .select('contact.name as contact')
        .where('interaction.id', 'in', ids)
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
  voice: async ({ read }, ids) =>
    (
      await read
        .selectFrom('voice')
        .leftJoin('contact', 'contact.id', 'voice.contactId')
        .leftJoin('interaction', (join) =>
          join.onRef('interaction.id', '=', 'voice.interactionId').on('interaction.trashedAt', 'is', null)
        )
        .selectAll('voice')
        .select(['contact.name as contact', 'interaction.at as saidInAt'])
        .where('voice.id', 'in', ids)
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
  promise: async ({ read, now }, ids) => {
    const rows = await read
      .selectFrom('promise')
      .leftJoin('interaction', (join) =>
        join.onRef('interaction.id', '=', 'promise.interactionId').on('interaction.trashedAt', 'is', null)
      )
      .selectAll('promise')
      .select('interaction.at as madeInAt')
      .where('promise.id', 'in', ids)
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
  order: async ({ read, now }, ids) => {
    const rows = await clockedOrders(read).where('order.id', 'in', ids).execute()
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
        state: orderState(row, { now, clock: row.clock })
      }
      const steps: TimelineEvent[] = Object.entries(dates).flatMap(([step, column]) =>
        row[column] ? [{ ...event, step, at: row[column] }] : []
      )
      return steps.length > 0 ? steps : [{ ...event, step: 'undated', at: '' }]
    })
  },
  incident: async ({ read }, ids) => {
    const rows = await read.selectFrom('incident').selectAll().where('id', 'in', ids).execute()
    return rows.flatMap((row) => {
      const event = { ...none, id: row.id, kind: 'incident' as const, title: row.title, state: row.state }
      const began: TimelineEvent = { ...event, step: 'began', at: row.began, detail: row.whatHappened }
      return row.ended ? [began, { ...event, step: 'ended', at: row.ended }] : [began]
    })
  },
  case: async ({ read, settings }, ids) =>
    (await read.selectFrom('case').selectAll().where('id', 'in', ids).execute()).map((row) => ({
      ...none,
      id: row.id,
      kind: 'case',
      step: 'opened',
      // what Redress did is told on the workspace's clock: among the customer's moments, its day
      at: dayIn(row.createdAt, settings.timeZone),
      title: row.title,
      detail: row.ask,
      state: row.state
    })),
  gesture: async ({ read }, ids) =>
    (await read.selectFrom('gesture').selectAll().where('id', 'in', ids).execute()).map((row) => ({
      ...none,
      id: row.id,
      kind: 'gesture',
      step: 'given',
      at: row.givenOn,
      title: row.words,
      detail: row.received,
      direction: 'out'
    })),
  evidence: async ({ read, settings }, ids) =>
    (await read.selectFrom('evidence').selectAll().where('id', 'in', ids).execute()).map((row) => ({
      ...none,
      id: row.id,
      kind: 'evidence',
      step: 'collected',
      at: row.collectedAt ?? dayIn(row.createdAt, settings.timeZone),
      title: row.title,
      detail: row.note
    }))
}
