import type { Case, CaseView, Fact, FactView } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, mustFind, name, parsed, recordHandlers } from '../records'
import { refOf } from '../store/descriptions'
import { checkedCase } from './case-checks'
import { incidentsOf, lossTogether, type CaseParts } from './case-losses'
import { silenceOf } from './silence'
import { askingsOf, endOf, followedHandlers } from './followed'
import { answerGuard, caseAnswers } from './guard-answers'
import { evidenceRows, tieCase } from './incidents'
import { frontierHandlers } from './frontier'
import { learningHandlers } from './learning'
import { storyHandlers } from './story'
import { optionHandlers, optionParts, optionViews, plansOf } from './options'
import type { Id } from '../../shared/values/flavours'

type Read = Pick<Context, 'read' | 'today' | 'now' | 'settings'> & Partial<Pick<Context, 'signal'>>

async function factsOf(context: Read, caseId: Id<'case'>): Promise<FactView[]> {
  const facts = await context.read
    .selectFrom('fact')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('position')
    .orderBy('at')
    .execute()
  const evidence = facts.length ? await evidenceRows(context, { recordIds: facts.map((fact) => fact.id) }) : []
  const proofs = new Map(facts.map((fact): [string, FactView['evidence']] => [fact.id, []]))
  for (const { id, ref, title, links } of evidence)
    for (const link of links) if (link.entity === 'fact') proofs.get(link.id)?.push({ id, ref, title })
  return facts.map((fact) => ({ ...parsed<Fact>('fact', fact), evidence: proofs.get(fact.id)! }))
}

/** Gives a case with its incidents' losses, its facts with evidence, and its options added up. */
export async function caseView(context: Read, id: Id<'case'>): Promise<CaseView> {
  const { read } = context
  const found = await mustFind<Case>(read, 'case', id)
  const customer = await mustFind<Customer>(read, 'customer', found.customerId)
  const tied = await incidentsOf(context, id)
  const options = await optionParts(context, id)
  const answers = await caseAnswers(read, id)
  const whole = await lossTogether(tied, found.currency, plansOf(options, tied.today), answers, context.signal)
  const [facts, end, askings, objections] = await Promise.all([
    factsOf(context, id),
    endOf(context, id),
    askingsOf(context, id),
    read.selectFrom('objection').selectAll().where('caseId', '=', id).where('trashedAt', 'is', null).orderBy('position').execute()
  ])
  const silence = await silenceOf(context, found, askings, end.decision !== null, answers)
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
    options: optionViews(options, whole?.weighed ?? null, tied.today),
    beats: whole?.weighed ? { less: whole.weighed.less, better: whole.weighed.better } : null,
    steps: stepsAhead(tied),
    ladder: context.settings.ladder,
    askings,
    silence,
    objections,
    ...end
  }
}

/** The dated steps of a case's incidents that lie ahead. */
function stepsAhead({ parts, today }: CaseParts): CaseView['steps'] {
  return parts
    .flatMap(({ now, cliffs }) => cliffs.filter(({ on }) => on > today).map((step) => ({ ...step, currency: now.currency })))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

export const caseHandlers: HandlersOf<'cases' | 'facts' | 'options' | 'remedies' | 'outcomes' | 'askings' | 'objections'> = {
  ...recordHandlers('cases', 'case', checkedCase),
  ...recordHandlers('facts', 'fact'),
  ...optionHandlers,
  ...frontierHandlers,
  ...followedHandlers(caseView),
  ...learningHandlers(caseView),
  ...storyHandlers,
  'cases.create': async (change, { incidentIds = [], ...fields }, context) => {
    const whole = await checkedCase(change, fields, null)
    const made = await add(change, 'case', { preparedBy: context.settings.advocate || null, ...whole })
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
  'cases.get': (context, { id }) => caseView(context, id),
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
  }
}
