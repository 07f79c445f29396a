import type { Case, CaseFigures, CaseIncident, CaseView, Fact, FactView, OptionFigures } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import { withFigures } from '../../shared/records/case-figures'
import type { Id } from '../../shared/values/flavours'
import type { Context } from '../handlers'
import { mustFind, parsed } from '../records'
import { refOf } from '../store/descriptions'
import { caseParts, incidentsOfCase, lossesOf, lossTogether } from './case-losses'
import { askingsOf, endOf } from './followed'
import { caseAnswers } from './guard-answers'
import { evidenceRows } from './incidents'
import { optionParts, optionViews, plansOf } from './options'
import { silenceCost, silenceOf } from './silence'

type Read = Pick<Context, 'read' | 'today' | 'now' | 'settings'> & Partial<Pick<Context, 'signal'>>

/** What both the argument and its figures begin with. */
async function begun(context: Read, id: Id<'case'>) {
  const found = await mustFind<Case>(context.read, 'case', id)
  const [options, answers, end, askings] = await Promise.all([
    optionParts(context, id),
    caseAnswers(context.read, id),
    endOf(context, id),
    askingsOf(context, id)
  ])
  return { found, options, answers, end, askings, silence: silenceOf(context, askings, end.decision !== null) }
}
type Begun = Awaited<ReturnType<typeof begun>>

/** Gives a case as far as it is read: all that nothing has to be simulated for. */
export async function caseArgument(context: Read, id: Id<'case'>, from?: Begun): Promise<CaseView> {
  const { found, options, answers, end, askings, silence } = from ?? (await begun(context, id))
  const { read, today } = context
  const [customer, incidents, facts, objections] = await Promise.all([
    mustFind<Customer>(read, 'customer', found.customerId),
    incidentsIn(context, id),
    factsOf(context, id),
    read.selectFrom('objection').selectAll().where('caseId', '=', id).where('trashedAt', 'is', null).orderBy('position').execute()
  ])
  return {
    case: found,
    ref: refOf('case', found.number),
    customer: { id: customer.id, name: customer.name, currency: customer.currency, clock: customer.timeZone },
    counted: false,
    ...incidents,
    loss: null,
    expected: null,
    answers,
    openEnded: [],
    facts,
    options: optionViews(options, null, today),
    beats: null,
    ladder: context.settings.ladder,
    askings,
    silence: silence && { ...silence, cost: null },
    objections,
    ...end
  }
}

/** Gives what follows from simulating a case: its losses, and how its options weigh. */
export async function caseFigures(context: Read, id: Id<'case'>, from?: Begun): Promise<CaseFigures> {
  const { found, options, answers, silence } = from ?? (await begun(context, id))
  const tied = await caseParts(context, id)
  const incidents = await lossesOf(tied, context.signal)
  const whole = await lossTogether(tied, found.currency, plansOf(options, tied.today), answers, context.signal)
  return {
    caseId: id,
    currency: found.currency,
    incidents,
    loss: whole?.loss ?? null,
    expected: whole?.expected ?? null,
    openEnded: whole?.openEnded ?? [],
    options: Object.fromEntries(
      optionViews(options, whole?.weighed ?? null, tied.today).map(({ id: option, ...view }) => [option, weighedIn(view)])
    ),
    beats: whole?.weighed ? { less: whole.weighed.less, better: whole.weighed.better } : null,
    silenceCost: silence && (await silenceCost(context, found, silence.since, answers))
  }
}

const weighedIn = ({ cost, costs, remaining, worth, weekLater }: OptionFigures): OptionFigures => ({
  cost,
  costs,
  remaining,
  worth,
  weekLater
})

/** Gives a case with its incidents' losses, its facts with evidence, and its options added up. */
export async function caseView(context: Read, id: Id<'case'>): Promise<CaseView> {
  const from = await begun(context, id)
  return withFigures(await caseArgument(context, id, from), await caseFigures(context, id, from))
}

/** A case's incidents with what their lines are called, and the dated steps that lie ahead. */
async function incidentsIn(
  { read, today }: Read,
  caseId: Id<'case'>
): Promise<Pick<CaseView, 'incidents' | 'lineTitles' | 'steps'>> {
  const { rows, cliffs } = await incidentsOfCase(read, caseId)
  const lines = rows.length
    ? await read
        .selectFrom('lossLine')
        .select(['id', 'incidentId', 'title'])
        .where(
          'incidentId',
          'in',
          rows.map(({ id }) => id)
        )
        .where('trashedAt', 'is', null)
        .execute()
    : []
  return {
    incidents: rows.map(({ id, number, title, began, currency }): CaseIncident => ({
      id,
      ref: refOf('incident', number),
      title,
      began,
      currency,
      lines: lines.filter(({ incidentId }) => incidentId === id).length,
      loss: null
    })),
    lineTitles: Object.fromEntries(lines.map(({ id, title }) => [id, title])),
    steps: rows
      .flatMap(({ id, currency }) =>
        cliffs.flatMap(({ incidentId, ...step }) => (incidentId === id && step.on > today ? [{ ...step, currency }] : []))
      )
      .sort((a, b) => (a.on < b.on ? -1 : 1))
  }
}

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
