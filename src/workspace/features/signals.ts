import type { Desk } from '../../shared/contract/desk'
import { orderDue } from '../../shared/records/orders'
import type { PromiseRow } from '../../shared/records/promises'
import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import { byWeight, signalsOf, type CareRecords } from '../../shared/records/signals'
import type { HandlersOf, Room } from '../handlers'
import { add, alter, moveToTrash } from '../records'
import type { Change } from '../store/journal'
import { orderRows } from './orders'

/** Gives what customers are probably thinking, and what of it was set aside; takes the promises as they stand now. */
export async function signals(room: Room, promises: readonly PromiseRow[]): Promise<Pick<Desk, 'signals' | 'aside'>> {
  const [records, snoozed] = await Promise.all([
    recordsOf(room, promises),
    room.read.selectFrom('signal').selectAll().where('until', '>', room.today).where('trashedAt', 'is', null).execute()
  ])
  const all = records.flatMap((each) => signalsOf(each, room.today)).sort(byWeight)
  const until = new Map(snoozed.map((row) => [row.key, row]))
  return {
    signals: all.filter(({ key }) => !until.has(key)),
    aside: all.flatMap((signal) => {
      const row = until.get(signal.key)
      return row ? [{ signal, until: row.until, reason: row.reason }] : []
    })
  }
}

async function recordsOf(room: Room, promises: readonly PromiseRow[]): Promise<CareRecords[]> {
  const { read } = room
  const [customers, orders, incidents, voices, words, gestures] = await Promise.all([
    read.selectFrom('customer').select(['id', 'name', 'timeZone as clock', 'renewalOn']).where('trashedAt', 'is', null).execute(),
    orderRows(room),
    read
      .selectFrom('incident')
      .select(['id', 'customerId', 'title', 'kind', 'began', 'state'])
      .where('nearMiss', '=', 0)
      .where('trashedAt', 'is', null)
      .execute(),
    read
      .selectFrom('voice')
      .select(['id', 'customerId', 'kind', 'words', 'saidAt'])
      .where('kind', '!=', 'praise')
      .where('state', '=', 'open')
      .where('trashedAt', 'is', null)
      .execute(),
    // beside max(), SQLite gives the other columns of the row that holds it
    read
      .selectFrom('interaction')
      .select(({ fn }) => ['id', 'customerId', 'direction', 'subject', fn.max('at').as('at')])
      .where('direction', '!=', 'internal')
      .where('trashedAt', 'is', null)
      .groupBy(['customerId', 'direction'])
      .execute(),
    read
      .selectFrom('gesture')
      .select(({ fn }) => ['customerId', fn.max('givenOn').as('on')])
      .where('trashedAt', 'is', null)
      .groupBy('customerId')
      .execute()
  ])
  const given = new Map(gestures.map(({ customerId, on }) => [customerId, on]))
  const of = {
    orders: byCustomer(orders.filter(({ state }) => state === 'late' || state === 'at-risk')),
    promises: byCustomer(promises.filter(({ madeBy }) => madeBy === 'us')),
    incidents: byCustomer(incidents),
    voices: byCustomer(voices),
    words: byCustomer(words)
  }
  return customers.map((customer): CareRecords => {
    const said = of.words.get(customer.id) ?? []
    return {
      customer,
      lastWord: said.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
      lastToThem: said.find(({ direction }) => direction === 'out')?.at ?? null,
      lastGesture: given.get(customer.id) ?? null,
      orders: (of.orders.get(customer.id) ?? []).map((order) => ({ ...order, due: orderDue(order) })),
      promises: of.promises.get(customer.id) ?? [],
      incidents: (of.incidents.get(customer.id) ?? []).map(({ state, ...incident }) => ({
        ...incident,
        open: state === 'open' || state === 'contained'
      })),
      voices: (of.voices.get(customer.id) ?? []).map((voice) => ({ ...voice, kind: voice.kind as 'need' | 'wish' | 'concern' }))
    }
  })
}

function byCustomer<T extends { customerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row.customerId)
    if (own) own.push(row)
    else found.set(row.customerId, [row])
  }
  return found
}

const rowOf = (change: Change, key: string) =>
  change.db.selectFrom('signal').select(['id', 'trashedAt']).where('key', '=', key).executeTakeFirst()

export const signalHandlers: HandlersOf<'signals'> = {
  'signals.snooze': async (change, { key, customerId, until, reason }, { today }) => {
    if (until <= today) throw new Refusal('invalid', m.desk_aside_past(), { until: m.desk_aside_past() })
    change.says('snooze', 'signal', reason, customerId)
    const known = await rowOf(change, key)
    return known
      ? alter(change, 'signal', known.id, { until, reason, trashedAt: null })
      : add(change, 'signal', { key, customerId, until, reason })
  },
  'signals.wake': async (change, { key }) => {
    const known = await rowOf(change, key)
    if (!known) throw new Refusal('not-found', m.error_not_found())
    return moveToTrash(change, 'signal', known.id, change.at)
  }
}
