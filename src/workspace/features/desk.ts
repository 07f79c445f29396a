import { elapsedDue } from '../../shared/clocks'
import type { Desk } from '../../shared/desk'
import { daysBetween, orderDue } from '../../shared/orders'
import { dueEnd } from '../../shared/promises'
import { Temporal } from 'temporal-polyfill'
import type { HandlersOf, Room } from '../handlers'
import { refOf } from '../store/tables'
import { orderRows } from './orders'
import { promiseRows } from './promises'

const soonDays = 7
const quietDays = 30
const renewalDays = 90

async function today(room: Room): Promise<Desk> {
  const { read, now, today: day } = room
  const soon = Temporal.Instant.from(now).add({ hours: soonDays * 24 })
  const [waiting, promises, orders, cases, last, renewals] = await Promise.all([
    read
      .selectFrom('interaction')
      .innerJoin('customer', 'customer.id', 'interaction.customerId')
      .leftJoin('contact', 'contact.id', 'interaction.contactId')
      .select(['interaction.id', 'interaction.customerId', 'interaction.subject', 'interaction.at', 'interaction.zone'])
      .select(['customer.name as customer', 'customer.replyHours', 'contact.name as contact'])
      .where('interaction.needsReply', '=', 1)
      .where('interaction.repliedAt', 'is', null)
      .where('interaction.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .execute(),
    promiseRows(room),
    orderRows(room),
    read
      .selectFrom('case')
      .innerJoin('customer', 'customer.id', 'case.customerId')
      .selectAll('case')
      .select('customer.name as customer')
      .where('case.state', 'in', ['draft', 'ready'])
      .where('case.trashedAt', 'is', null)
      .orderBy('case.decideBy')
      .execute(),
    read
      .selectFrom('customer')
      .leftJoin('interaction', (join) =>
        join.onRef('interaction.customerId', '=', 'customer.id').on('interaction.trashedAt', 'is', null).on('interaction.direction', '!=', 'internal')
      )
      .select(({ fn }) => ['customer.id', 'customer.name', fn.max('interaction.at').as('at')])
      .where('customer.trashedAt', 'is', null)
      .groupBy('customer.id')
      .execute(),
    read.selectFrom('customer').selectAll().where('renewalOn', '>=', day).where('trashedAt', 'is', null).orderBy('renewalOn').execute()
  ])
  return {
    at: now,
    replies: waiting
      .map(({ replyHours, ...row }) => ({ ...row, dueAt: elapsedDue(row.at, replyHours) }))
      .map((row) => ({ ...row, overdue: row.dueAt < now }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    promises: promises
      .filter((row) => row.state === 'overdue' || row.state === 'open')
      .filter((row) => row.madeBy === 'us' && Temporal.Instant.compare(dueEnd(row.dueAt!, row.zone), soon) <= 0)
      .map(({ id, ref, customerId, customer, words, dueAt, zone, state }) => ({
        id, ref, customerId, customer, words, dueAt: dueAt!, zone, overdue: state === 'overdue'
      })),
    orders: orders.flatMap(({ id, ref, customerId, customer, title, daysLate, state, crucial, ...order }) =>
      state === 'late' || state === 'at-risk'
        ? [{ id, ref, customerId, customer, title, due: orderDue(order)!, daysLate, state, crucial }]
        : []
    ),
    cases: cases.map((row) => ({
      id: row.id, ref: refOf('case', row.number), customerId: row.customerId, customer: row.customer, title: row.title,
      decider: row.decider, decideBy: row.decideBy, overdue: row.decideBy !== null && row.decideBy < day
    })),
    quiet: last
      .filter((row) => row.at !== null && daysBetween(String(row.at).slice(0, 10), day) >= quietDays)
      .map((row) => ({ customerId: row.id, customer: row.name, since: String(row.at) }))
      .sort((a, b) => (a.since < b.since ? -1 : 1)),
    renewals: renewals
      .filter((row) => daysBetween(day, row.renewalOn!) <= renewalDays)
      .map((row) => ({ customerId: row.id, customer: row.name, on: row.renewalOn! }))
  }
}

export const deskHandlers: HandlersOf<'desk'> = {
  'desk.today': (room, { asOf }) => {
    if (!asOf) return today(room)
    const day = Temporal.Instant.from(asOf).toZonedDateTimeISO(room.settings.timeZone).toPlainDate().toString()
    return today({ ...room, now: asOf, today: day })
  }
}
