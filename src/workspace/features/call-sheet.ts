import { callSheet } from '../../shared/call-sheet/sheet'
import { askAgainAfter } from '../../shared/call-sheet/questions'
import type { CallFacts, LastWord, RunningIncident } from '../../shared/call-sheet/types'
import type { Incident } from '../../shared/records/incidents'
import { isOpen } from '../../shared/records/promises'
import type { Language } from '../../shared/values/languages'
import { addDays } from '../../shared/values/zones'
import type { Parsed } from '../../shared/contract/table'
import type { HandlersOf, Context } from '../handlers'
import { refOf } from '../store/descriptions'
import { careFor } from './care'
import { customerHandlers } from './customers'
import { lossSheet } from './loss-sheet'
import { lossHandlers, waitingOf } from './losses'
import { orderRows } from './orders'
import { promiseRows } from './promises'
import { timelineHandlers } from './timeline'
import { told } from '../told'
import type { Id } from '../../shared/values/flavours'

async function lastWord({ read }: Context, customerId: Id<'customer'>, direction: 'in' | 'out'): Promise<LastWord | null> {
  const found = await read
    .selectFrom('interaction')
    .leftJoin('contact', 'contact.id', 'interaction.contactId')
    .select(['interaction.at', 'interaction.channel', 'interaction.subject', 'interaction.notes', 'contact.name as contact'])
    .where('interaction.customerId', '=', customerId)
    .where('interaction.direction', '=', direction)
    .where('interaction.trashedAt', 'is', null)
    .orderBy('interaction.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Incidents that are not over, the newest first, each with what it costs by today. */
async function running(context: Context, customerId: Id<'customer'>): Promise<RunningIncident[]> {
  const rows = await context.read
    .selectFrom('incident')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('state', 'in', ['open', 'contained'])
    .where('nearMiss', '=', 0)
    .where('trashedAt', 'is', null)
    .orderBy('began', 'desc')
    .execute()
  return Promise.all(rows.map((incident) => costOf(context, incident)))
}

async function costOf(context: Context, incident: Incident): Promise<RunningIncident> {
  const ref = refOf('incident', incident.number)
  const { lines } = await lossSheet(context.read, incident.id)
  if (lines.length === 0) return { incident, ref, soFar: null, perDay: null, unconfirmed: 0 }
  const [{ p10, p50, p90, mean }, waiting] = await Promise.all([
    lossHandlers['losses.simulate'](context, { incidentId: incident.id }),
    waitingOf(context, incident.id, { quick: true })
  ])
  const unconfirmed = lines.filter(({ status }) => status === 'estimated').length
  return { incident, ref, soFar: { p10, p50, p90, mean }, perDay: waiting?.perDay ?? null, unconfirmed }
}

/** What Redress named itself, in the language of the sheet. */
async function inLanguage(context: Context, facts: CallFacts, language: Language): Promise<CallFacts> {
  const titles = await told(context.read, 'incidents.list', facts.incidents.map(({ incident }) => incident) as never, language)
  const [promises, keptLately] = await Promise.all(
    [facts.promises, facts.keptLately].map((rows) => told(context.read, 'promises.list', rows, language))
  )
  return {
    ...facts,
    promises: promises!,
    keptLately: keptLately!,
    incidents: facts.incidents.map((one, at) => ({ ...one, incident: { ...one.incident, title: titles[at]!.title } }))
  }
}

async function factsOf(context: Context, { customerId, paper }: Parsed<'callSheet.get'>): Promise<CallFacts> {
  const { settings, today, now } = context
  const { customer, ref, contacts, gestures } = await customerHandlers['customers.get'](context, { id: customerId })
  const [theirs, ours, promises, orders, voices, incidents, care] = await Promise.all([
    lastWord(context, customerId, 'in'),
    lastWord(context, customerId, 'out'),
    promiseRows(context, { customerId }),
    orderRows(context, { customerId, states: ['late', 'at-risk', 'open'] }),
    timelineHandlers['voice.list'](context, { customerId }),
    running(context, customerId),
    careFor(context, customerId)
  ])
  // a word of theirs since then may have told how it went
  const since = [addDays(today, -askAgainAfter), theirs?.at ?? ''].reduce((a, b) => (a > b ? a : b))
  return {
    paper,
    home: settings.timeZone,
    today,
    now,
    ref,
    customer,
    contacts,
    gestures,
    theirs,
    ours,
    promises: promises.filter(isOpen),
    keptLately: promises
      .filter(
        ({ madeBy, outcome, closedAt }) =>
          madeBy === 'us' && outcome !== 'broken' && outcome !== 'withdrawn' && (closedAt ?? '') > since
      )
      .sort((a, b) => (a.closedAt! < b.closedAt! ? 1 : -1)),
    orders,
    voices,
    incidents,
    signals: care.of.get(customerId)!.signals
  }
}

export const callSheetHandlers: HandlersOf<'callSheet'> = {
  'callSheet.get': async (context, asked) =>
    callSheet(await inLanguage(context, await factsOf(context, asked), asked.language), asked.language)
}
