import type { Case, CaseView, Decision, Fact, FactView, OptionView, Outcome, Remedy } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import { addDays, daysBetween } from '../../shared/values/zones'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Room } from '../handlers'
import { add, alter, mustFind, name, parsed, recordHandlers } from '../records'
import { refOf } from '../store/tables'
import { invalidField } from '../../shared/values/errors'
import { checkedCase, isDecided } from './case-checks'
import { incidentsOf, lossTogether } from './case-losses'
import { promiseRemedies } from './case-promises'
import { answerGuard, caseAnswers } from './guard-answers'
import { evidenceRows, tieCase } from './incidents'

type Read = Pick<Room, 'read' | 'today' | 'settings'>

async function factsOf(room: Read, caseId: string): Promise<FactView[]> {
  const facts = await room.read
    .selectFrom('fact')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('position')
    .orderBy('at')
    .execute()
  const evidence = facts.length ? await evidenceRows(room, { recordIds: facts.map((fact) => fact.id) }) : []
  return facts.map((fact) => ({
    ...parsed<Fact>('fact', fact),
    evidence: evidence
      .filter(({ links }) => links.some((link) => link.entity === 'fact' && link.id === fact.id))
      .map(({ id, ref, title }) => ({ id, ref, title }))
  }))
}

async function optionsOf({ read, today }: Read, caseId: string): Promise<Omit<OptionView, 'remaining'>[]> {
  const options = await read
    .selectFrom('option')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('position')
    .execute()
  const remedies = options.length
    ? await read
        .selectFrom('remedy')
        .selectAll()
        .where(
          'optionId',
          'in',
          options.map(({ id }) => id)
        )
        .where('trashedAt', 'is', null)
        .orderBy('position')
        .execute()
    : []
  return options.map((option) => {
    const own = remedies.filter((remedy) => remedy.optionId === option.id)
    const days = own.flatMap((remedy) => (remedy.days === null ? [] : [remedy.days]))
    return {
      ...option,
      remedies: own,
      cost: own.reduce((sum, remedy) => sum + remedy.cost, 0),
      relief: own.reduce((sum, remedy) => sum + remedy.relief, 0),
      days: days.length ? Math.max(...days) : null,
      endsOn: own.flatMap((remedy) => (remedy.endsHarm ? (worksOn(remedy, today) ?? []) : [])).sort()[0] ?? null
    }
  })
}

/** The day on which an action works when it is decided today: the one it is due on, or after its days; null when nobody knows. */
function worksOn({ dueOn, days }: Remedy, today: string): string | null {
  return dueOn ?? (days === null ? null : addDays(today, Math.ceil(days)))
}

/** Gives a case with its incidents' losses, its facts with evidence, and its options added up. */
export async function caseView(room: Read, id: string): Promise<CaseView> {
  const { read } = room
  const found = await mustFind<Case>(read, 'case', id)
  const customer = await mustFind<Customer>(read, 'customer', found.customerId)
  const tied = await incidentsOf(room, id)
  const options = await optionsOf(room, id)
  const answers = await caseAnswers(read, id)
  const whole = lossTogether(
    tied,
    found.currency,
    options.map(({ relief, cost, endsOn }) => ({
      amount: relief,
      cost,
      endsIn: endsOn === null ? null : Math.max(0, daysBetween(tied.today, endsOn))
    })),
    answers
  )
  const [facts, decision, outcome] = await Promise.all([
    factsOf(room, id),
    read
      .selectFrom('decision')
      .selectAll()
      .where('caseId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .executeTakeFirst(),
    read
      .selectFrom('outcome')
      .selectAll()
      .where('caseId', '=', id)
      .where('trashedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .executeTakeFirst()
  ])
  return {
    case: found,
    ref: refOf('case', found.number),
    customer: { id: customer.id, name: customer.name, currency: customer.currency, clock: customer.timeZone },
    incidents: tied.incidents,
    loss: whole?.loss ?? null,
    expected: whole?.expected ?? null,
    answers,
    lineTitles: Object.fromEntries(tied.parts.flatMap(({ now }) => now.lines.map(({ id: line, title }) => [line, title]))),
    openEnded: whole?.openEnded ?? [],
    facts,
    options: options.map((option, index) => ({ ...option, remaining: whole?.remaining?.[index] ?? null })),
    decision: (decision as Decision | undefined) ?? null,
    outcome: (outcome as Outcome | undefined) ?? null
  }
}

export const caseHandlers: HandlersOf<'cases' | 'facts' | 'options' | 'remedies' | 'outcomes'> = {
  ...recordHandlers('cases', 'case', checkedCase),
  ...recordHandlers('facts', 'fact'),
  ...recordHandlers('options', 'option'),
  ...recordHandlers('remedies', 'remedy'),
  ...recordHandlers('outcomes', 'outcome', async (change, fields) => {
    // nothing becomes of what was not decided
    if (fields.caseId && !(await isDecided(change, fields.caseId as string)))
      throw invalidField('caseId', m.case_state_needs_decision())
    return fields
  }),
  'cases.create': async (change, { incidentIds = [], ...fields }, room) => {
    const whole = await checkedCase(change, fields, null)
    const made = await add(change, 'case', { preparedBy: room.settings.advocate || null, ...whole })
    // doing nothing is always among the options, so that nobody forgets what it costs
    await add(change, 'option', { caseId: made.id, title: m.case_option_nothing(), nothing: 1, position: 0 })
    for (const incidentId of incidentIds) await tieCase(change, incidentId, made.id)
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
      id: row.id,
      ref: refOf('case', row.number),
      customerId: row.customerId,
      customer: row.customer,
      title: row.title,
      ask: row.ask,
      decider: row.decider,
      decideBy: row.decideBy,
      state: row.state
    }))
  },
  'cases.get': (room, { id }) => caseView(room, id),
  'cases.tieIncident': async (change, { id, incidentId, tied }) => {
    await name(change, tied ? 'tie' : 'untie', 'case', id)
    await tieCase(change, incidentId, id, tied)
    return { id }
  },
  'cases.answerGuard': async (change, { caseId, ...given }) => {
    const { currency } = await mustFind<Case>(change.db, 'case', caseId)
    return answerGuard(change, { caseId }, currency, given)
  },
  'cases.addFacts': async (change, { id, facts }) => {
    await name(change, 'tie', 'case', id)
    const { top } = await change.db
      .selectFrom('fact')
      .select(({ fn }) => fn.max('position').as('top'))
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
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
    const promises =
      makePromises && fields.optionId ? await promiseRemedies(change, found, id, fields.optionId, customer.timeZone, at ?? now) : []
    return { id, promises }
  }
}
