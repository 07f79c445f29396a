import { deskParts, type Desk, type DeskPart, type DuePromise, type DueReply } from '../../shared/contract/desk'
import { together } from '../../shared/records/care'
import { titleOf } from '../../shared/records/interactions'
import { dueEnd, isOpen, type PromiseRow } from '../../shared/records/promises'
import { dayIn } from '../../shared/values/zones'
import { elapsedClock, ourClock } from '../../shared/records/reply-clock'
import type { Clock } from '../../shared/values/clock'
import type { HandlersOf, Context } from '../handlers'
import { refOf } from '../store/descriptions'
import { careFor } from './care'
import { answerable } from './replies'
import type { Id, Instant, Zone } from '../../shared/values/flavours'

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

interface Waiting {
  id: string
  customerId: Id<'customer'>
  customer: string
  contact: string | null
  subject: string
  notes: string | null
  at: Instant
  zone: Zone
  clock: Clock
  repliedAt: Instant | null
  replyEvents: string | null
  replyHours: number
}

/** Both clocks of a letter that waits: the promise of elapsed time, and our working hours where they are looked at. */
function dueReply(row: Waiting, { now, settings }: Context): DueReply {
  const { id, customerId, customer, contact, subject, notes, zone, clock, replyHours } = row
  const letter = answerable(row)
  const { dueAt, breached } = elapsedClock(letter, replyHours, now)
  const working = ourClock(letter, settings, now)
  const workDueAt = working?.dueAt && dueAt && working.dueAt < dueAt ? working.dueAt : null
  const title = titleOf({ subject, notes })
  return { id, customerId, customer, contact, subject: title, at: row.at, dueAt, workDueAt, zone, clock, overdue: breached }
}
/** What stands still comes last. */
const byDue = (a: DueReply, b: DueReply): number => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1)

const dayLong = 86_400_000

/** Takes all that is on the desk, gives how much of it wants something today, is over, or has no date. */
function tallyOf(all: Pick<Desk, DeskPart>, now: number): Desk['tally'] {
  const promises = [...all.promises, ...all.theirs]
  const ends = [...all.replies, ...promises].filter((row) => row.dueAt !== null)
  const soon = ends.filter(({ dueAt, zone, overdue }) => !overdue && dueEnd(dueAt!, zone) - now < dayLong)
  const overdue = [...ends, ...all.cases, ...all.askings].filter((row) => row.overdue).length
  return {
    overdue,
    today: overdue + soon.length,
    undated: promises.filter(({ dueAt }) => dueAt === null).length,
    graveSignals: all.signals.filter(({ grave }) => grave).length
  }
}

/** Takes all that is on the desk, gives the first of each list, with how many there are. */
function firstOf(at: string, all: Pick<Desk, DeskPart>, first: number): Desk {
  const each = <T>(of: (part: DeskPart) => T) => Object.fromEntries(deskParts.map((part) => [part, of(part)]))
  return {
    at,
    tally: tallyOf(all, Date.parse(at)),
    counts: each((part) => all[part].length) as Desk['counts'],
    ...(each((part) => all[part].slice(0, first)) as Pick<Desk, DeskPart>)
  }
}

async function today(context: Context, first: number): Promise<Desk> {
  const { read, now, today: day } = context
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
        'interaction.zone',
        'interaction.repliedAt',
        'interaction.replyEvents'
      ])
      .select(['customer.name as customer', 'customer.timeZone as clock', 'customer.replyHours', 'contact.name as contact'])
      .where('interaction.needsReply', '=', 1)
      .where('interaction.repliedAt', 'is', null)
      .where('interaction.trashedAt', 'is', null)
      .where('customer.trashedAt', 'is', null)
      .execute(),
    careFor(context),
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
  const all = {
    replies: waiting.map((row) => dueReply(row, context)).sort(byDue),
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
  return firstOf(now, all, first)
}

export const deskHandlers: HandlersOf<'desk'> = {
  'desk.today': (context, { asOf, first }) => {
    if (!asOf) return today(context, first)
    const day = dayIn(asOf, context.settings.timeZone)
    return today({ ...context, now: asOf, today: day }, first)
  }
}
