import type { Learned, LearnedCase, Precedent } from '../../shared/contract/options'
import type { CaseView } from '../../shared/records/cases'
import { calculatorsHeld, calibrationOf, heldIn, type Forecast } from '../../shared/records/followed'
import { daysBetween } from '../../shared/values/zones'
import type { HandlersOf, Context } from '../handlers'
import { deciderQuestions } from './beside'
import { refOf } from '../store/descriptions'
import type { Id } from '../../shared/values/flavours'

type Read = Pick<Context, 'read'>

/** Every case in which something was decided, with what was forecast, granted and became of it. */
async function decided({ read }: Read) {
  const rows = await read
    .selectFrom('decision')
    .innerJoin('case', 'case.id', 'decision.caseId')
    .innerJoin('customer', 'customer.id', 'case.customerId')
    .leftJoin('option', 'option.id', 'decision.optionId')
    .leftJoin('outcome', (join) => join.onRef('outcome.caseId', '=', 'case.id').on('outcome.trashedAt', 'is', null))
    .select([
      'case.id as caseId',
      'case.number',
      'case.title',
      'case.currency',
      'customer.name as customer',
      'customer.industry',
      'option.id as optionId',
      'option.title as option',
      'decision.decidedOn',
      'decision.forecast',
      'outcome.lossCame',
      'outcome.costCame',
      'outcome.remedyArrivedOn',
      'outcome.satisfied',
      'outcome.stayed'
    ])
    .where('case.trashedAt', 'is', null)
    .where('decision.trashedAt', 'is', null)
    .orderBy('decision.decidedOn', 'desc')
    .execute()
  return rows.map(({ forecast, number, ...row }) => ({
    ...row,
    ref: refOf('case', number),
    forecast: forecast === null ? null : (JSON.parse(forecast) as Forecast)
  }))
}

async function learned(context: Read): Promise<Learned> {
  const every = await decided(context)
  const all = every.flatMap(
    ({ forecast, currency: _, industry: __, optionId: ___, remedyArrivedOn: ____, ...row }): LearnedCase[] =>
      forecast
        ? [
            {
              ...row,
              forecast,
              lossHeld: row.lossCame === null ? null : heldIn(forecast.remaining, row.lossCame),
              costHeld: row.costCame === null ? null : heldIn(forecast.cost, row.costCame)
            }
          ]
        : []
  )
  const held = (figure: 'remaining' | 'cost', came: 'lossCame' | 'costCame') =>
    calibrationOf(all.flatMap((one) => (one[came] === null ? [] : [{ figure: one.forecast[figure], came: one[came] }])))
  const said = all.flatMap(({ forecast, stayed }) =>
    forecast.stay !== null && stayed !== null ? [{ said: forecast.stay, stayed }] : []
  )
  const waits = all.flatMap(({ forecast: { waited, currency } }) => (waited ? [{ ...waited, currency }] : []))
  const costs = new Map<string, number>()
  for (const { currency, cost } of waits) if (cost) costs.set(currency, (costs.get(currency) ?? 0) + cost.mean)
  const late = every.flatMap(({ forecast, decidedOn, remedyArrivedOn }) =>
    forecast && forecast.days !== null && remedyArrivedOn
      ? [daysBetween(decidedOn, remedyArrivedOn) - Math.ceil(forecast.days)]
      : []
  )
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    loss: held('remaining', 'lossCame'),
    cost: held('cost', 'costCame'),
    stay: said.length
      ? { counted: said.length, said: mean(said.map((one) => one.said)), stayed: mean(said.map((one) => one.stayed)) }
      : null,
    // what an option leaves is not what calculators say: the loss that came is held against what was to be left of it
    calculators: calculatorsHeld(
      all.flatMap(({ forecast: { by, remaining }, lossCame }) =>
        by && lossCame !== null ? [{ by, said: remaining.p50, came: lossCame }] : []
      )
    ),
    waited: waits.length
      ? {
          counted: waits.length,
          days: mean(waits.map(({ days }) => days)),
          costs: [...costs].map(([currency, amount]) => ({ currency, amount: Math.round(amount) }))
        }
      : null,
    relief: late.length ? { counted: late.length, late: mean(late) } : null,
    cases: all
  }
}

/** A loss is of a size with another when neither is more than three times the other. */
const SIZE = 3
const MOST = 6

async function precedents(context: Context, caseId: Id<'case'>, view: View): Promise<Precedent[]> {
  const { read } = context
  const own = await read
    .selectFrom('case')
    .innerJoin('customer', 'customer.id', 'case.customerId')
    .select(['case.currency', 'customer.industry'])
    .where('case.id', '=', caseId)
    .executeTakeFirst()
  const others = (await decided(context)).filter((one) => one.caseId !== caseId)
  if (!own || others.length === 0) return []
  const [kinds, remedies] = await Promise.all([
    read
      .selectFrom('caseIncident')
      .innerJoin('incident', 'incident.id', 'caseIncident.incidentId')
      .select(['caseIncident.caseId', 'incident.kind'])
      .where('incident.trashedAt', 'is', null)
      .execute(),
    read
      .selectFrom('remedy')
      .innerJoin('option', 'option.id', 'remedy.optionId')
      .select(['remedy.id', 'remedy.words', 'remedy.optionId', 'option.caseId'])
      .where('remedy.trashedAt', 'is', null)
      .execute()
  ])
  const kindsOf = (id: string) => new Set(kinds.filter((one) => one.caseId === id).map(({ kind }) => kind))
  const wordsOf = (id: string) => new Set(remedies.filter((one) => one.caseId === id).flatMap(({ words }) => telling(words)))
  const [ownKinds, ownWords] = [kindsOf(caseId), wordsOf(caseId)]
  const expected = expectedOf(await view(context, caseId))
  return others
    .map((one): Precedent => {
      const alike: Precedent['alike'] = []
      if ([...kindsOf(one.caseId)].some((kind) => ownKinds.has(kind))) alike.push('kind')
      if (own.industry && one.industry === own.industry) alike.push('field')
      const size = one.forecast?.expected.p50
      if (size && expected && one.currency === own.currency && Math.max(size, expected) <= SIZE * Math.min(size, expected))
        alike.push('size')
      if ([...wordsOf(one.caseId)].filter((word) => ownWords.has(word)).length >= 2) alike.push('remedy')
      return {
        caseId: one.caseId,
        ref: one.ref,
        title: one.title,
        customer: one.customer,
        alike,
        option: one.option,
        decidedOn: one.decidedOn,
        cost: one.costCame ?? one.forecast?.cost.p50 ?? null,
        loss: one.forecast?.expected ?? null,
        currency: one.currency,
        satisfied: one.satisfied,
        stayed: one.stayed,
        remedies: remedies.filter(({ optionId }) => optionId === one.optionId).map(({ id, words }) => ({ id, words }))
      }
    })
    .filter(({ alike }) => alike.length > 0)
    .sort((a, b) => b.alike.length - a.alike.length || (a.decidedOn < b.decidedOn ? 1 : -1))
    .slice(0, MOST)
}

/** The words of a sentence that tell what it is about. */
const telling = (words: string): string[] =>
  (words.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 4)

const expectedOf = ({ expected, loss }: CaseView): number | undefined => expected?.p50 ?? loss?.p50

type View = (context: Context, caseId: Id<'case'>) => Promise<CaseView>

/** How a case stands is learned through `view`. */
export const learningHandlers = (
  view: View
): Pick<HandlersOf<'cases'>, 'cases.learned' | 'cases.precedents' | 'cases.questions'> => ({
  'cases.learned': (context) => learned(context),
  'cases.questions': async (context, { caseId }) => {
    const shown = await view(context, caseId)
    return deciderQuestions(context, shown, await precedents(context, caseId, async () => shown))
  },
  'cases.precedents': (context, { caseId }) => precedents(context, caseId, view)
})
