import { titleOf } from '../../../shared/records/interactions'
import {
  standings,
  standsAs,
  type RegisterFilter,
  type RegisterPage,
  type RegisterRow,
  type Standing
} from '../../../shared/records/register'
import type { Customer } from '../../../shared/records/customers'
import type { Voice } from '../../../shared/records/timeline'
import { invalidField } from '../../../shared/values/errors'
import { fold } from '../../../shared/values/fold'
import { dayIn, dayOf, firstDay } from '../../../shared/values/zones'
import { m } from '../../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../../handlers'
import { add, alter, mustFind, name, parsed, recordHandlers } from '../../records'
import { descriptions } from '../../store/descriptions'
import type { Change } from '../../store/journal'
import type { Instant } from '../../../shared/values/flavours'

const page = 100

/** What is answered is answered on a day: today where none is said, or was. What is open again was told by nobody. */
async function answered(
  change: Change,
  fields: Record<string, unknown>,
  id: string | null,
  now: Instant
): Promise<Record<string, unknown>> {
  if (fields.state === undefined) return fields
  const before = id ? await mustFind<Voice>(change.db, 'voice', id) : null
  if (before?.state === fields.state) return fields
  if (fields.state === 'open') return { answeredOn: null, toldOn: null, ...fields }
  // the day may have been said before what became of it could be stored
  if (before?.answeredOn) return fields
  const customerId = before?.customerId ?? (fields.customerId as string)
  const owner = await change.db.selectFrom('customer').select('timeZone').where('id', '=', customerId).executeTakeFirst()
  const today = dayIn(now, owner?.timeZone ?? 'UTC')
  const told = (fields.toldOn ?? before?.toldOn) as string | null | undefined
  return { answeredOn: told && told < today ? told : today, ...fields }
}

/** They said it again: the day is added, and what had been settled is open, with how it had been answered on record. */
async function saidAgain(change: Change, { id, on }: { id: string; on?: string }, { now }: Context): Promise<{ id: string }> {
  const voice = await mustFind<Voice>(change.db, 'voice', id)
  const { timeZone } = await mustFind<Customer>(change.db, 'customer', voice.customerId)
  const today = dayIn(now, timeZone)
  const day = on ?? today
  if (day < firstDay(dayOf(voice.saidAt, timeZone))) throw invalidField('on', m.wishes_again_before())
  if (day > today) throw invalidField('on', m.wishes_again_ahead())
  const settled = voice.state === 'open' ? {} : { state: 'open', cameBackAfter: voice.state, answeredOn: null, toldOn: null }
  const done = await alter(change, 'voice', id, {
    askedAgain: [...new Set([...(voice.askedAgain ?? []), day])].sort(),
    ...settled
  })
  await name(change, voice.state === 'open' ? 'change' : 'reopen', 'voice', id)
  return done
}

/** Gives a page of what all customers need and wish, the newest first, and how many there are by how they stand. */
async function register(
  context: Context,
  { standing, after, ...filter }: RegisterFilter & { after?: string }
): Promise<RegisterPage> {
  const found = (await candidates(context, filter)).filter(matching(filter.text))
  const counts = Object.fromEntries(standings.map((each) => [each, found.filter((row) => standsAs(row, each)).length])) as Record<
    Standing,
    number
  >
  const all = standing ? found.filter((row) => standsAs(row, standing)) : found
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0
  const rows = all.slice(from, from + page)
  return { rows: await withMet(context, rows), counts, more: all.length > from + page }
}

type Found = Omit<RegisterRow, 'metBy'>

async function candidates({ read }: Context, { customerId, kind }: RegisterFilter): Promise<Found[]> {
  const rows = await read
    .selectFrom('voice')
    .innerJoin('customer', 'customer.id', 'voice.customerId')
    .leftJoin('contact', 'contact.id', 'voice.contactId')
    .leftJoin('interaction', 'interaction.id', 'voice.interactionId')
    .selectAll('voice')
    .select(['customer.name as customer', 'customer.timeZone as clock', 'contact.name as contact'])
    .select([
      'interaction.channel as channel',
      'interaction.at as at',
      'interaction.subject as subject',
      'interaction.notes as notes'
    ])
    .where('voice.kind', '!=', 'praise')
    .where('voice.trashedAt', 'is', null)
    .where('customer.trashedAt', 'is', null)
    .$if(customerId !== undefined, (query) => query.where('voice.customerId', '=', customerId!))
    .$if(kind !== undefined, (query) => query.where('voice.kind', '=', kind!))
    .orderBy('voice.saidAt', 'desc')
    .orderBy('voice.id', 'desc')
    .execute()
  return rows.map(({ channel, at, subject, notes, ...row }) => ({
    ...parsed<Found>('voice', row),
    source: channel && at ? { channel, at, title: titleOf({ subject: subject ?? '', notes }) } : null
  }))
}

/** Whether all the words stand in one of the texts, as letters go without their accents. */
function matching(text = ''): (row: Found) => boolean {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  return ({ words: said, reading, answer, release, customer }) => {
    const texts = fold([said, reading, answer, release, customer].filter(Boolean).join(' '))
    return words.every((word) => texts.includes(word))
  }
}

async function withMet({ read }: Context, rows: Found[]): Promise<RegisterRow[]> {
  const names = new Map<string, string>()
  for (const entity of ['promise', 'gesture', 'order', 'evidence'] as const) {
    const ids = rows.flatMap(({ metEntity, metId }) => (metEntity === entity && metId ? [metId] : []))
    if (ids.length === 0) continue
    const title = descriptions[entity].title as 'id'
    for (const row of await read
      .selectFrom(entity)
      .select(['id', `${title} as title`])
      .where('id', 'in', ids)
      .execute())
      names.set(row.id, row.title)
  }
  return rows.map((row) => ({ ...row, metBy: names.get(row.metId ?? '') ?? null }))
}

export const voiceHandlers: HandlersOf<'voice'> = {
  ...recordHandlers('voice', 'voice'),
  'voice.create': async (change, fields, { now }) => add(change, 'voice', await answered(change, fields, null, now)),
  'voice.change': async (change, { id, patch }, { now }) => alter(change, 'voice', id, await answered(change, patch, id, now)),
  'voice.again': saidAgain,
  'voice.register': register,
  'voice.list': async ({ read }, { customerId }) => {
    const rows = await read
      .selectFrom('voice')
      .leftJoin('contact', 'contact.id', 'voice.contactId')
      .selectAll('voice')
      .select('contact.name as contact')
      .where('voice.customerId', '=', customerId)
      .where('voice.trashedAt', 'is', null)
      .orderBy('voice.saidAt', 'desc')
      .execute()
    return rows.map((row) => parsed<Voice & { contact: string | null }>('voice', row))
  }
}
