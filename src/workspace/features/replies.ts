import { Refusal } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { Case } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import { titleOf } from '../../shared/records/interactions'
import { orderState, type Order } from '../../shared/records/orders'
import { isOpen, type PromiseRow } from '../../shared/records/promises'
import { isPaused, type Answerable, type ReplyEvent } from '../../shared/records/reply-clock'
import type { Interaction } from '../../shared/records/timeline'
import { draftReply, filled, suggestedKind } from '../../shared/replies/draft'
import { replyKinds, type ReplyAbout, type ReplyFacts, type ReplyKnown } from '../../shared/replies/facts'
import { localeOf } from '../../shared/values/format'
import { spokenAs } from '../../shared/values/spoken'
import { dayIn } from '../../shared/values/zones'
import type { HandlersOf, Context } from '../handlers'
import { add, agreesAt, alter, mustFind, name } from '../records'
import type { Change } from '../store/journal'
import { packId } from '../store/packed'
import { promiseRows } from './promises'
import type { Day, Id, Instant } from '../../shared/values/flavours'

const mostPromises = 5

/** Takes a row with its events as they are stored, gives what its clocks are read from. */
export function answerable(row: { at: Instant; repliedAt: Instant | null; replyEvents: string | null }): Answerable {
  return { ...row, replyEvents: row.replyEvents ? (JSON.parse(row.replyEvents) as ReplyEvent[]) : null }
}

/** What a letter or a case gives to its answer. */
type Matter = Pick<ReplyFacts, 'subject' | 'letter' | 'thread' | 'order' | 'decided'> & {
  customerId: Id<'customer'>
  contactId: Id<'contact'> | null
  promises: PromiseRow[]
}

async function ofLetter(context: Context, id: Id<'interaction'>): Promise<Matter> {
  const { read, now } = context
  const letter = await mustFind<Interaction>(read, 'interaction', id)
  const { timeZone: clock } = await mustFind<Customer>(read, 'customer', letter.customerId)
  const order = letter.orderId ? await mustFind<Order>(read, 'order', letter.orderId) : null
  const source = await read
    .selectFrom('importedRow')
    .select('externalId')
    .where('entity', '=', 'interaction')
    .where('recordId', '=', packId(id))
    .where('externalId', 'like', '%_@_%')
    .executeTakeFirst()
  const open = await openOf(context, letter.customerId)
  const near = open.filter((each) => each.interactionId === id || (order !== null && each.orderId === order.id))
  return {
    customerId: letter.customerId,
    contactId: letter.contactId,
    subject: titleOf(letter),
    letter: letter.direction === 'in' ? (letter.notes ?? '') : '',
    thread: source?.externalId ?? null,
    order: order && { title: order.title, promisedOn: order.promisedOn, late: orderState(order, { now, clock }) === 'late' },
    decided: null,
    promises: near.length > 0 ? near : open
  }
}

async function ofCase(context: Context, id: Id<'case'>): Promise<Matter> {
  const { read } = context
  const found = await mustFind<Case>(read, 'case', id)
  const decision = await read
    .selectFrom('decision')
    .select(['id', 'optionId'])
    .where('caseId', '=', id)
    .where('trashedAt', 'is', null)
    .orderBy('decidedOn', 'desc')
    .executeTakeFirst()
  const option = decision?.optionId
    ? await read.selectFrom('option').select('title').where('id', '=', decision.optionId).executeTakeFirst()
    : undefined
  const open = await openOf(context, found.customerId)
  const own = open.filter(({ decisionId }) => decision && decisionId === decision.id)
  return {
    customerId: found.customerId,
    contactId: null,
    subject: found.title,
    letter: '',
    thread: null,
    order: null,
    // what was promised of it says it in full
    decided: decision ? (own.length > 0 || !option ? [] : [option.title]) : null,
    promises: own
  }
}

const openOf = async (context: Context, customerId: Id<'customer'>): Promise<PromiseRow[]> =>
  (await promiseRows(context, { customerId })).filter((each) => each.madeBy === 'us' && isOpen(each))

async function factsOf(context: Context, about: ReplyAbout): Promise<ReplyFacts> {
  const { read, settings } = context
  const { customerId, contactId, promises, ...matter } =
    'caseId' in about ? await ofCase(context, about.caseId) : await ofLetter(context, about.interactionId)
  const [customer, contacts] = await Promise.all([
    mustFind<Customer>(read, 'customer', customerId),
    read
      .selectFrom('contact')
      .select(['id', 'name', 'email', 'language', 'main'])
      .where('customerId', '=', customerId)
      .where('trashedAt', 'is', null)
      .orderBy('main', 'desc')
      .execute()
  ])
  const whom = contacts.find(({ id }) => id === contactId) ?? (contacts[0]?.main ? contacts[0] : undefined)
  const language = spokenAs(whom?.language ?? customer.language ?? '') ?? settings.language
  const known: ReplyKnown = {
    ...matter,
    customerId,
    customer: customer.name,
    language,
    locale: localeOf(language, settings.paper),
    clock: customer.timeZone,
    name: whom?.name ?? (customer.kind === 'person' ? customer.name : null),
    email: whom?.email ?? null,
    // a day that is over is none to name: what is late wants a new one first
    promises: promises
      .filter(({ state }) => state !== 'overdue')
      .slice(0, mostPromises)
      .map(({ words, dueAt, zone }) => ({ words, dueAt, zone })),
    me: settings.advocate,
    organisation: settings.organisation ?? null
  }
  const mine = settings.replyTemplates.filter((each) => each.language === language)
  const kinds = [
    suggestedKind(known),
    ...replyKinds.filter((kind) => kind !== suggestedKind(known) && (kind !== 'decided' || known.decided))
  ]
  return {
    ...known,
    beginnings: kinds.map((kind) => ({ kind, body: draftReply(kind, known) })),
    own: mine.map((template) => ({ id: template.id, name: template.name, body: filled(template, known) }))
  }
}

export const replyHandlers: HandlersOf<'replies'> = {
  'replies.facts': (context, { about }) => factsOf(context, about),
  'replies.sent': async (change, { about, subject, body }, context) => {
    const { now } = context
    const letter = 'interactionId' in about ? await mustFind<Interaction>(change.db, 'interaction', about.interactionId) : null
    const found = 'caseId' in about ? await mustFind<Case>(change.db, 'case', about.caseId) : null
    const { customerId } = (letter ?? found)!
    const { timeZone } = await mustFind<Customer>(change.db, 'customer', customerId)
    const sent = await add(change, 'interaction', {
      customerId,
      contactId: letter?.contactId ?? null,
      orderId: letter?.orderId ?? null,
      channel: 'mail',
      direction: 'out',
      at: now,
      zone: timeZone,
      subject,
      notes: body
    })
    const answered = Boolean(letter?.needsReply && !letter.repliedAt)
    if (letter && answered) {
      await agreesAt(change, 'interaction', letter.id, 'repliedAt', now, 'at')
      await alter(change, 'interaction', letter.id, { repliedAt: now })
    }
    const told = found ? await tell(change, found.id, dayIn(now, timeZone)) : null
    await name(change, 'answer', 'interaction', letter?.id ?? sent.id)
    return { ...sent, answered, told }
  }
}

/** Notes the day on which the customer was told of a decision, if it is the first. Gives the outcome that says so; null where it said so already, or nothing is decided. */
async function tell(change: Change, caseId: Id<'case'>, toldOn: Day): Promise<string | null> {
  const decided = await change.db
    .selectFrom('decision')
    .select('id')
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .executeTakeFirst()
  if (!decided) return null
  const outcome = await change.db
    .selectFrom('outcome')
    .select(['id', 'toldOn'])
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .executeTakeFirst()
  if (outcome?.toldOn) return null
  const { id } = outcome ? await alter(change, 'outcome', outcome.id, { toldOn }) : await add(change, 'outcome', { caseId, toldOn })
  return id
}

/** Pauses the clock of an answer, or lets it go on. Errors: not-found; conflict, it does already or nothing waits. */
export async function turnClock(
  change: Change,
  id: Id<'interaction'>,
  kind: 'paused' | 'resumed',
  now: Instant
): Promise<{ id: string }> {
  const letter = await mustFind<Interaction>(change.db, 'interaction', id)
  const waits = Boolean(letter.needsReply) && letter.repliedAt === null
  if (!waits || isPaused(letter) === (kind === 'paused')) throw new Refusal('conflict', m.reply_clock_not())
  return alter(change, 'interaction', id, { replyEvents: [...(letter.replyEvents ?? []), { kind, at: after(letter, now) }] })
}

/** Says that an answer was none: it is kept among the events, and the clock begins anew. Errors: not-found; conflict, there is no answer. */
export async function reopenLetter(change: Change, id: Id<'interaction'>, now: Instant): Promise<{ id: string }> {
  const letter = await mustFind<Interaction>(change.db, 'interaction', id)
  if (!letter.repliedAt) throw new Refusal('conflict', m.reply_clock_not())
  const events: ReplyEvent[] = [
    ...(letter.replyEvents ?? []),
    { kind: 'answered', at: letter.repliedAt },
    { kind: 'reopened', at: after(letter, now) }
  ]
  await alter(change, 'interaction', id, { needsReply: 1, repliedAt: null, replyEvents: events })
  await name(change, 'reopen', 'interaction', id)
  return { id }
}

/** A clock that was set back does not put an event before what happened already. */
function after({ at, repliedAt, replyEvents }: Answerable, now: Instant): string {
  return [at, repliedAt ?? '', replyEvents?.at(-1)?.at ?? '', now].reduce((late, each) => (each > late ? each : late))
}
