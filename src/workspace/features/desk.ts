import type { Desk, DuePromise } from '../../shared/contract/desk'
import { together } from '../../shared/records/care'
import { titleOf } from '../../shared/records/interactions'
import { dueEnd, isOpen, type PromiseRow } from '../../shared/records/promises'
import { dayIn, elapsedDue } from '../../shared/values/zones'
import type { HandlersOf, Room } from '../handlers'
import { refOf } from '../store/tables'
import { careFor } from './care'

const soonDays = 7

const dueRow = ({ id, ref, customerId, customer, words, dueAt, zone, clock, state }: PromiseRow): DuePromise => ({
  id,
  ref,
  customerId,
  customer,
  words,
  dueAt,
  zone,
  clock,
  overdue: state === 'overdue'
})

async function today(room: Room): Promise<Desk> {
  const { read, now, today: day } = room
  const soon = Date.parse(now) + soonDays * 86_400_000
  const [waiting, care, cases, askings] = await Promise.all([
    read
      .selectFrom('interaction')
      .innerJoin('customer', 'customer.id', 'interaction.customerId')
      .leftJoin('contact', 'contact.id', 'interaction.contactId')
      .select([
        'interaction.id',
        'interaction.customerId',
        'interaction.subject',
        'interaction.notes',
        'interaction.at',
        'interaction.zone'
      ])
      .select(['customer.name as customer', 'customer.timeZone as clock', 'customer.replyHours', 'contact.name as contact'])
      .where('interaction.needsReply', '=', 1)
      .where('interaction.repliedAt', 'is', null)
      .where('interaction.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .execute(),
    careFor(room),
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
      .selectFrom('asking')
      .innerJoin('case', 'case.id', 'asking.caseId')
      .innerJoin('customer', 'customer.id', 'case.customerId')
      .select(['asking.id', 'asking.caseId', 'asking.whom', 'asking.levelName', 'asking.askedAt', 'asking.answerBy'])
      .select(['case.number', 'case.title', 'case.customerId', 'customer.name as customer'])
      .where('asking.answeredAt', 'is', null)
      .where('asking.trashedAt', 'is', null)
      .where('case.state', 'in', ['draft', 'ready'])
      .where('case.trashedAt', 'is', null)
      .orderBy('asking.answerBy')
      .execute()
  ])
  // what has no date falls out of sight unless it is asked for one
  const due = care.promises.filter((row) => isOpen(row) && (!row.dueAt || dueEnd(row.dueAt, row.zone) <= soon))
  return {
    at: now,
    replies: waiting
      .map(({ replyHours, notes, ...row }) => ({
        ...row,
        subject: titleOf({ ...row, notes }),
        dueAt: elapsedDue(row.at, replyHours)
      }))
      .map((row) => ({ ...row, overdue: row.dueAt < now }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    promises: due.filter(({ madeBy }) => madeBy === 'us').map(dueRow),
    theirs: due.filter(({ madeBy }) => madeBy === 'customer').map(dueRow),
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
    askings: askings.map(({ number, ...row }) => ({
      ...row,
      ref: refOf('case', number),
      overdue: row.answerBy !== null && row.answerBy < now
    })),
    ...together([...care.of.values()])
  }
}

export const deskHandlers: HandlersOf<'desk'> = {
  'desk.today': (room, { asOf }) => {
    if (!asOf) return today(room)
    const day = dayIn(asOf, room.settings.timeZone)
    return today({ ...room, now: asOf, today: day })
  }
}
