import { Temporal } from 'temporal-polyfill'
import type { Case, CaseIncident, CaseView, Decision, FactView, OptionView, Outcome } from '../../shared/cases'
import type { Customer } from '../../shared/customers'
import { m } from '../../shared/messages/messages.js'
import { calculatorFor } from '../../shared/losses/calculators'
import type { IncidentLoss } from '../../shared/losses/incident-loss'
import { conversion } from '../../shared/losses/rates'
import { LossRefusal } from '../../shared/losses/input-error'
import { simulateIncident } from '../../shared/losses/simulate'
import { toMajor, toMinor } from '../../shared/money'
import type { HandlersOf, Room } from '../handlers'
import { add, alter, mustFind, name, recordHandlers, tie } from '../records'
import type { Change } from '../store/journal'
import { refOf } from '../store/tables'
import { evidenceRows } from './incidents'
import { incidentLoss, lossSheet, waitingOf } from './losses'

type Read = Pick<Room, 'read' | 'today'>

async function incidentsOf({ read }: Read, caseId: string) {
  const rows = await read
    .selectFrom('caseIncident')
    .innerJoin('incident', 'incident.id', 'caseIncident.incidentId')
    .selectAll('incident')
    .where('caseIncident.caseId', '=', caseId)
    .where('incident.trashedAt', 'is', null)
    .orderBy('incident.began')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id, ref: refOf('incident', row.number), title: row.title, began: row.began, currency: row.currency,
      loss: await incidentLoss(read, row)
    }))
  )
}

async function factsOf(room: Read, caseId: string): Promise<FactView[]> {
  const facts = await room.read.selectFrom('fact').selectAll().where('caseId', '=', caseId).where('trashedAt', 'is', null).orderBy('position').orderBy('at').execute()
  const evidence = facts.length ? await evidenceRows(room, { recordIds: facts.map((fact) => fact.id) }) : []
  return facts.map((fact) => ({
    ...fact,
    evidence: evidence
      .filter(({ links }) => links.some((link) => link.entity === 'fact' && link.id === fact.id))
      .map(({ id, ref, title }) => ({ id, ref, title }))
  }))
}

async function optionsOf({ read }: Read, caseId: string, loss: number | null): Promise<OptionView[]> {
  const options = await read.selectFrom('option').selectAll().where('caseId', '=', caseId).where('trashedAt', 'is', null).orderBy('position').execute()
  const remedies = options.length
    ? await read.selectFrom('remedy').selectAll().where('optionId', 'in', options.map(({ id }) => id)).where('trashedAt', 'is', null).orderBy('position').execute()
    : []
  return options.map((option) => {
    const own = remedies.filter((remedy) => remedy.optionId === option.id)
    const relief = own.reduce((sum, remedy) => sum + remedy.relief, 0)
    const days = own.flatMap((remedy) => (remedy.days === null ? [] : [remedy.days]))
    return {
      ...option,
      remedies: own,
      cost: own.reduce((sum, remedy) => sum + remedy.cost, 0),
      relief,
      days: days.length ? Math.max(...days) : null,
      remaining: loss === null ? null : Math.max(0, loss - relief)
    }
  })
}

/**
 * The loss of a case's incidents together, in its currency: simulated as a whole, as the sum of their P90s would be too
 * much. A single incident in that currency is its own figure. Null without lines, or where an exchange rate is missing.
 */
async function lossTogether({ read }: Read, found: Case, incidents: readonly CaseIncident[]): Promise<IncidentLoss | null> {
  const lossy = incidents.filter(({ loss }) => loss)
  const [first] = lossy
  if (!first) return null
  if (lossy.length === 1 && first.currency === found.currency) return first.loss
  const sheets = await Promise.all(lossy.map(({ id }) => lossSheet(read, id)))
  try {
    return simulateIncident({
      lines: sheets.flatMap(({ lines }) => lines),
      drivers: sheets.flatMap(({ drivers }) => drivers),
      rates: sheets[0]!.rates,
      currency: found.currency,
      seed: lossy.length === 1 ? first.id : found.id,
      calculators: (calculator, line) => calculatorFor(calculator, line.inputs)
    })
  } catch (error) {
    // without a rate each incident still shows its own range in its own currency
    if (error instanceof LossRefusal) return null
    throw error
  }
}

/**
 * The middle of the loss by the end of the harm if nothing is done: the loss so far, and what waiting adds to each
 * incident. What an option relieves lies mostly ahead; held against the loss so far it would look like nothing.
 */
async function expectedLoss(room: Read, found: Case, incidents: readonly CaseIncident[], loss: IncidentLoss): Promise<CaseView['expected']> {
  const rates = await room.read.selectFrom('rate').selectAll().where('trashedAt', 'is', null).execute()
  let amount = loss.p50
  let until: string | null = null
  for (const incident of incidents) {
    const waiting = await waitingOf(room, incident.id)
    const rate = waiting && conversion(waiting.currency, found.currency, rates)
    if (!waiting || !rate) continue
    amount += toMinor(toMajor(waiting.points[0]?.saves.p50 ?? 0, waiting.currency) * rate.factor, found.currency)
    if (until === null || waiting.until > until) until = waiting.until
  }
  return { amount, until }
}

/** Gives a case with its incidents' losses, its facts with evidence, and its options added up. */
export async function caseView(room: Read, id: string): Promise<CaseView> {
  const { read } = room
  const found = await mustFind<Case>(read, 'case', id)
  const customer = await mustFind<Customer>(read, 'customer', found.customerId)
  const incidents = await incidentsOf(room, id)
  const loss = await lossTogether(room, found, incidents)
  const expected = loss && (await expectedLoss(room, found, incidents, loss))
  const [facts, options, decision, outcome] = await Promise.all([
    factsOf(room, id),
    optionsOf(room, id, expected?.amount ?? null),
    read.selectFrom('decision').selectAll().where('caseId', '=', id).where('trashedAt', 'is', null).orderBy('createdAt', 'desc').executeTakeFirst(),
    read.selectFrom('outcome').selectAll().where('caseId', '=', id).where('trashedAt', 'is', null).orderBy('createdAt', 'desc').executeTakeFirst()
  ])
  return {
    case: found,
    ref: refOf('case', found.number),
    customer: { id: customer.id, name: customer.name, currency: customer.currency },
    incidents,
    loss,
    expected,
    facts,
    options,
    decision: (decision as Decision | undefined) ?? null,
    outcome: (outcome as Outcome | undefined) ?? null
  }
}

/** The remedies of what was decided become promises to the customer, due on their own day or after their days. */
async function promiseRemedies(change: Change, found: Case, decisionId: string, optionId: string, zone: string, at: string): Promise<string[]> {
  const remedies = await change.db.selectFrom('remedy').selectAll().where('optionId', '=', optionId).where('trashedAt', 'is', null).orderBy('position').execute()
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate()
  const ids: string[] = []
  for (const remedy of remedies) {
    const dueAt = remedy.dueOn ?? (remedy.days === null ? null : today.add({ days: Math.ceil(remedy.days) }).toString())
    const fields = { customerId: found.customerId, decisionId, words: remedy.words, maker: remedy.owner, madeAt: at, zone, dueAt, firstDueAt: dueAt }
    ids.push((await add(change, 'promise', fields)).id)
  }
  return ids
}

export const caseHandlers: HandlersOf<'cases' | 'facts' | 'options' | 'remedies' | 'outcomes'> = {
  ...recordHandlers('cases', 'case'),
  ...recordHandlers('facts', 'fact'),
  ...recordHandlers('options', 'option'),
  ...recordHandlers('remedies', 'remedy'),
  ...recordHandlers('outcomes', 'outcome'),
  'cases.create': async (change, fields, room) => {
    const made = await add(change, 'case', { preparedBy: room.settings.advocate || null, ...fields })
    // doing nothing is always among the options, so that nobody forgets what it costs
    await add(change, 'option', { caseId: made.id, title: m.case_option_nothing(), nothing: 1, position: 0 })
    return made
  },
  'cases.list': async ({ read }, { customerId }) => {
    const rows = await read
      .selectFrom('case')
      .innerJoin('customer', 'customer.id', 'case.customerId')
      .selectAll('case')
      .select('customer.name as customer')
      .where('case.trashedAt', 'is', null)
      .$if(customerId !== undefined, (query) => query.where('case.customerId', '=', customerId!))
      .orderBy('case.number', 'desc')
      .execute()
    return rows.map((row) => ({
      id: row.id, ref: refOf('case', row.number), customerId: row.customerId, customer: row.customer, title: row.title,
      ask: row.ask, decider: row.decider, decideBy: row.decideBy, state: row.state
    }))
  },
  'cases.get': (room, { id }) => caseView(room, id),
  'cases.tieIncident': async (change, { id, incidentId, tied }) => {
    await mustFind(change.db, 'incident', incidentId)
    await name(change, tied ? 'tie' : 'untie', 'case', id)
    await tie(change, 'caseIncident', { caseId: id, incidentId }, tied)
    return { id }
  },
  'cases.addFacts': async (change, { id, facts }) => {
    await name(change, 'tie', 'case', id)
    const { top } = await change.db.selectFrom('fact').select(({ fn }) => fn.max('position').as('top')).where('caseId', '=', id).executeTakeFirstOrThrow()
    const ids: string[] = []
    for (const [index, fact] of facts.entries()) {
      ids.push((await add(change, 'fact', { caseId: id, ...fact, position: (top ?? 0) + 1 + index })).id)
    }
    return { ids }
  },
  'cases.decide': async (change, { makePromises, at, ...fields }, { now }) => {
    const found = await mustFind<Case>(change.db, 'case', fields.caseId)
    await name(change, 'decide', 'case', found.id)
    const { id } = await add(change, 'decision', fields)
    await alter(change, 'case', found.id, { state: 'decided' })
    const customer = await mustFind<Customer>(change.db, 'customer', found.customerId)
    const promises = makePromises && fields.optionId ? await promiseRemedies(change, found, id, fields.optionId, customer.timeZone, at ?? now) : []
    return { id, promises }
  }
}
