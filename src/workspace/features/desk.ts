import type { Desk } from '../../shared/contract/desk'
import { dueEnd } from '../../shared/records/promises'
import { dayIn, elapsedDue } from '../../shared/values/zones'
import type { HandlersOf, Room } from '../handlers'
import { refOf } from '../store/tables'
import { promiseRows } from './promises'
import { signals } from './signals'

const soonDays = 7

async function today(room: Room): Promise<Desk> {
  const { read, now, today: day } = room
  const soon = Date.parse(now) + soonDays * 86_400_000
  const [waiting, promises, cases] = await Promise.all([
    read
      .selectFrom('interaction')
      .innerJoin('customer', 'customer.id', 'interaction.customerId')
      .leftJoin('contact', 'contact.id', 'interaction.contactId')
      .select(['interaction.id', 'interaction.customerId', 'interaction.subject', 'interaction.at', 'interaction.zone'])
      .select(['customer.name as customer', 'customer.timeZone as clock', 'customer.replyHours', 'contact.name as contact'])
      .where('interaction.needsReply', '=', 1)
      .where('interaction.repliedAt', 'is', null)
      .where('interaction.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .execute(),
    promiseRows(room),
    read
      .selectFrom('case')
      .innerJoin('customer', 'customer.id', 'case.customerId')
      .selectAll('case')
      .select('customer.name as customer')
      .where('case.state', 'in', ['draft', 'ready'])
      .where('case.trashedAt', 'is', null)
      .orderBy('case.decideBy')
      .execute()
  ])
  return {
    at: now,
    replies: waiting
      .map(({ replyHours, ...row }) => ({ ...row, dueAt: elapsedDue(row.at, replyHours) }))
      .map((row) => ({ ...row, overdue: row.dueAt < now }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    promises: promises
      .filter((row) => row.state === 'overdue' || row.state === 'open')
      .filter((row) => row.madeBy === 'us' && dueEnd(row.dueAt!, row.zone) <= soon)
      .map(({ id, ref, customerId, customer, words, dueAt, zone, clock, state }) => ({
        id,
        ref,
        customerId,
        customer,
        words,
        dueAt: dueAt!,
        zone,
        clock,
        overdue: state === 'overdue'
      })),
    cases: cases.map((row) => ({
      id: row.id,
      ref: refOf('case', row.number),
      customerId: row.customerId,
      customer: row.customer,
      title: row.title,
      decider: row.decider,
      decideBy: row.decideBy,
      overdue: row.decideBy !== null && row.decideBy < day
    })),
    ...(await signals(room, promises))
  }
}

export const deskHandlers: HandlersOf<'desk'> = {
  'desk.today': (room, { asOf }) => {
    if (!asOf) return today(room)
    const day = dayIn(asOf, room.settings.timeZone)
    return today({ ...room, now: asOf, today: day })
  }
}
