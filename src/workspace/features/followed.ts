import type { Case, CaseView } from '../../shared/records/cases'
import type { Customer } from '../../shared/records/customers'
import type { Decision, Forecast, Outcome } from '../../shared/records/followed'
import { askingState, type Asking } from '../../shared/records/ladder'
import { invalidField } from '../../shared/values/errors'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, alter, mustFind, name, parsed, recordHandlers } from '../records'
import { isDecided, isKnown, wasAsked } from './case-checks'
import { promiseRemedies } from './case-promises'
import type { Id } from '../../shared/values/flavours'

type Read = Pick<Context, 'read' | 'now'>

/** What was decided in a case, and what became of it. */
export async function endOf(
  { read }: Pick<Read, 'read'>,
  caseId: Id<'case'>
): Promise<{ decision: Decision | null; outcome: Outcome | null }> {
  const [decision, outcome] = await Promise.all([
    read
      .selectFrom('decision')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('trashedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .executeTakeFirst(),
    read
      .selectFrom('outcome')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('trashedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .executeTakeFirst()
  ])
  return { decision: decision ? parsed<Decision>('decision', decision) : null, outcome: outcome ?? null }
}

/** What was asked of whom in a case, the newest first. */
export async function askingsOf({ read, now }: Read, caseId: Id<'case'>): Promise<CaseView['askings']> {
  const rows = await read
    .selectFrom('asking')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('trashedAt', 'is', null)
    .orderBy('askedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: askingState(row, now) }))
}

/** What is expected of an option now: what a decision for it keeps. Null where nothing is known. */
export function forecastOf(
  view: CaseView,
  optionId: Id<'option'> | null | undefined,
  calculatorOf: ReadonlyMap<string, string>
): Forecast | null {
  const option = view.options.find(({ id }) => id === optionId)
  if (!option?.remaining || !view.expected) return null
  const figure = ({ p10, p50, p90, mean }: Forecast['cost']): Forecast['cost'] => ({ p10, p50, p90, mean })
  return {
    currency: view.case.currency,
    expected: figure(view.expected),
    remaining: figure(option.remaining),
    cost: figure(option.costs),
    days: option.days,
    stay: option.stay,
    by: byCalculator(view.loss?.byLine ?? [], calculatorOf),
    waited: view.silence && { days: view.silence.days, cost: view.silence.cost && figure(view.silence.cost) }
  }
}

function byCalculator(
  lines: readonly { id: string; mean: number }[],
  calculatorOf: ReadonlyMap<string, string>
): Record<string, number> {
  const by: Record<string, number> = {}
  for (const { id, mean } of lines) {
    const calculator = calculatorOf.get(id)
    if (calculator) by[calculator] = Math.round((by[calculator] ?? 0) + mean)
  }
  return by
}

const hour = 3_600_000

/** How what is expected is learned of: by the case as it stands. */
export const followedHandlers = (
  view: (context: Context, caseId: Id<'case'>) => Promise<CaseView>
): Pick<HandlersOf<'outcomes' | 'askings' | 'objections' | 'cases'>, FollowedName> => ({
  ...recordHandlers('outcomes', 'outcome', async (change, fields, id) => {
    // nothing becomes of what was not decided
    if (fields.caseId && !(await isDecided(change, fields.caseId as string)))
      throw invalidField('caseId', m.case_state_needs_decision())
    const before: Partial<Outcome> = id ? await mustFind<Outcome>(change.db, 'outcome', id) : {}
    await isKnown(change, before, { ...before, ...fields })
    return fields
  }),
  ...recordHandlers('askings', 'asking', async (change, fields, id) => {
    const stored = id ? await mustFind<Asking>(change.db, 'asking', id) : null
    const [askedAt, answeredAt] = [fields.askedAt ?? stored?.askedAt, fields.answeredAt] as (string | null | undefined)[]
    if (askedAt && answeredAt && answeredAt < askedAt) throw invalidField('answeredAt', m.case_answered_before())
    if (!stored) await wasAsked(change, String(fields.caseId))
    return fields
  }),
  ...recordHandlers('objections', 'objection'),
  'cases.takeUp': async (change, { id, level, whom, words, at }, { now, settings }) => {
    const rung = settings.ladder[level]
    if (!rung) throw invalidField('level', m.case_no_rung())
    await name(change, 'escalate', 'case', id)
    await wasAsked(change, id)
    await alter(change, 'case', id, { level })
    const askedAt = at ?? now
    const answerBy = new Date(Date.parse(askedAt) + rung.hours * hour).toISOString()
    await add(change, 'asking', { caseId: id, level, levelName: rung.name, whom, words, askedAt, answerBy })
    return { id }
  },
  'cases.decide': async (change, { makePromises, at, ...fields }, context) => {
    const found = await mustFind<Case>(change.db, 'case', fields.caseId)
    await name(change, 'decide', 'case', found.id)
    const shown = await view(context, found.id)
    const calculators = await change.db
      .selectFrom('lossLine')
      .select(['id', 'calculator'])
      .where('id', 'in', Object.keys(shown.lineTitles))
      .execute()
    const forecast = forecastOf(shown, fields.optionId, new Map(calculators.map(({ id, calculator }) => [id, calculator])))
    const { id } = await add(change, 'decision', { ...fields, forecast })
    await alter(change, 'case', found.id, { state: 'decided' })
    const customer = await mustFind<Customer>(change.db, 'customer', found.customerId)
    const promises =
      makePromises && fields.optionId
        ? await promiseRemedies(change, found, id, fields.optionId, customer.timeZone, at ?? context.now)
        : []
    return { id, promises }
  }
})

type FollowedName =
  `${'outcomes' | 'askings' | 'objections'}.${'create' | 'change' | 'trash' | 'restore'}` | 'cases.takeUp' | 'cases.decide'
