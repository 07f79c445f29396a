import type { Option, OptionView } from '../../shared/records/cases'
import { planOf, type Remedy } from '../../shared/records/remedies'
import { distributionOf } from '../../shared/losses/sampling/distributions'
import type { OwnQuantity } from '../../shared/losses/model/quantity'
import { checkedOf, checkQuantity, type Bounds } from '../../shared/losses/model/validate-quantity'
import { inputErrorText, type InputError } from '../../shared/losses/model/input-error'
import { meanCost, type OptionPlan } from '../../shared/options/plan'
import type { Weighed } from '../../shared/options/weigh'
import { Refusal } from '../../shared/values/errors'
import { addDays } from '../../shared/values/zones'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { add, mustFind, name, parsed, recordHandlers, tie } from '../records'
import type { Change } from '../store/journal'
import type { Day, Id } from '../../shared/values/flavours'

type Read = Pick<Context, 'read' | 'today'>
/** An option with its remedies, before it is weighed. */
export type OptionParts = Option & { remedies: Remedy[] }

/** Gives a case's options, each with its own remedies and those that it takes from others. */
export async function optionParts({ read }: Pick<Read, 'read'>, caseId: Id<'case'>): Promise<OptionParts[]> {
  const all = await read.selectFrom('option').selectAll().where('caseId', '=', caseId).orderBy('position').execute()
  if (all.length === 0) return []
  const ids = all.map(({ id }) => id)
  const [rows, ties] = await Promise.all([
    read.selectFrom('remedy').selectAll().where('optionId', 'in', ids).where('trashedAt', 'is', null).orderBy('position').execute(),
    read.selectFrom('optionRemedy').select(['optionId', 'remedyId']).where('optionId', 'in', ids).execute()
  ])
  const remedies = rows.map((row) => parsed<Remedy>('remedy', row))
  const takes = new Set(ties.map(({ optionId, remedyId }) => `${optionId} ${remedyId}`))
  return all
    .filter(({ trashedAt }) => trashedAt === null)
    .map((option) => ({
      ...parsed<Option>('option', option),
      remedies: remedies.filter(({ id, optionId }) => optionId === option.id || takes.has(`${option.id} ${id}`))
    }))
}

/** Every remedy of a case once, in the order in which options name them. */
export function remediesOf(options: readonly OptionParts[]): Remedy[] {
  return [...new Map(options.flatMap(({ remedies }) => remedies).map((remedy) => [remedy.id, remedy])).values()]
}

export const plansOf = (options: readonly OptionParts[], today: Day): OptionPlan[] =>
  options.map(({ id, remedies }) => ({ id, remedies: remedies.map((remedy) => planOf(remedy, today)) }))

/** Takes a case's options and how they weigh, where that is known; gives them as they are shown. */
export function optionViews(options: readonly OptionParts[], weighed: Weighed | null, today: Day): OptionView[] {
  return plansOf(options, today).map((plan, index) => {
    const option = options[index]!
    const weight = weighed?.options[index] ?? null
    const days = option.remedies.flatMap((remedy) => (remedy.days === null ? [] : [remedy.days]))
    const cost = weight?.cost.mean ?? plan.remedies.reduce((sum, remedy) => sum + meanCost(remedy, 0), 0)
    const ends = option.remedies.flatMap((remedy) => (remedy.endsHarm ? (worksOn(remedy, today) ?? []) : []))
    return {
      ...option,
      cost,
      relief: option.remedies.reduce((sum, remedy) => sum + remedy.relief, 0),
      costs: weight?.cost ?? { p10: cost, p50: cost, p90: cost, mean: cost },
      days: days.length ? Math.max(...days) : null,
      endsOn: ends.sort()[0] ?? null,
      remaining: weight?.remaining ?? null,
      worth: weight?.worth ?? null,
      weekLater: weight?.weekLater ?? null
    }
  })
}

/** The day on which an action works when it is decided today: the one it is due on, or after its days; null when nobody knows. */
function worksOn({ dueOn, days }: Remedy, today: Day): string | null {
  return dueOn ?? (days === null ? null : addDays(today, Math.ceil(days)))
}

const money: Bounds = { min: 0, max: 9e15, unit: 'money' }
const share: Bounds = { min: 0, max: 1, unit: 'share' }

/** Checks the quantities among the fields that are given; gives them as they are stored. Error: invalid, at the very field. */
export function quantitiesChecked(
  fields: Record<string, unknown>,
  bounds: Readonly<Record<string, Bounds>>
): Record<string, unknown> {
  const given = { ...fields }
  for (const [field, within] of Object.entries(bounds)) if (given[field]) given[field] = checked(given[field], within, field, field)
  return given
}

function checked(raw: unknown, bounds: Bounds, field: string, at: string): unknown {
  const errors: InputError[] = []
  const value = checkQuantity(raw, bounds, field, errors)
  if (errors[0]) throw new Refusal('invalid', inputErrorText(errors[0]), { [at]: inputErrorText(errors[0]) })
  return value
}

async function checkedRemedy(
  change: Change,
  fields: Record<string, unknown>,
  id: Id<'remedy'> | null
): Promise<Record<string, unknown>> {
  const given = quantitiesChecked(fields, { costRange: money, perDay: money, stayAdds: share })
  // one number takes the place of a range, and a range that of the number
  if (given.cost !== undefined && given.costRange === undefined) given.costRange = null
  if (given.costRange) given.cost = Math.round(distributionOf(checkedOf(given.costRange as OwnQuantity, money)).mean)
  const reliefs = given.reliefs as Remedy['reliefs'] | undefined
  if (reliefs)
    given.reliefs = reliefs.map((part) => {
      const whole = part.of === 'amount' && !part.amount
      if (whole) throw new Refusal('invalid', m.options_relief_amount_missing(), { reliefs: m.options_relief_amount_missing() })
      return {
        ...part,
        ...(part.share ? { share: checked(part.share, share, 'share', 'reliefs') } : {}),
        ...(part.amount ? { amount: checked(part.amount, money, 'amount', 'reliefs') } : {})
      }
    })
  const others = [...((given.needs as string[] | null) ?? []), ...((given.excludes as string[] | null) ?? [])]
  if (others.length) {
    const optionId = (given.optionId as string | undefined) ?? (await mustFind<Remedy>(change.db, 'remedy', id!)).optionId
    const { caseId } = await mustFind<Option>(change.db, 'option', optionId)
    for (const other of others) {
      const { optionId: home } = await mustFind<Remedy>(change.db, 'remedy', other)
      const there = await mustFind<Option>(change.db, 'option', home)
      const field = given.needs && (given.needs as string[]).includes(other) ? 'needs' : 'excludes'
      const wrong = other === id ? m.options_needs_itself() : there.caseId !== caseId ? m.error_other_case() : null
      if (wrong) throw new Refusal('invalid', wrong, { [field]: wrong })
    }
  }
  return given
}

export const optionHandlers: Omit<HandlersOf<'options' | 'remedies'>, 'options.frontier' | 'options.changes'> = {
  ...recordHandlers('options', 'option', async (_, fields) => quantitiesChecked(fields, { stayRange: share })),
  ...recordHandlers('remedies', 'remedy', checkedRemedy),
  'options.take': async (change, { id, remedyId, taken }) => {
    const [{ caseId }, { optionId }] = await Promise.all([
      mustFind<Option>(change.db, 'option', id),
      mustFind<Remedy>(change.db, 'remedy', remedyId)
    ])
    if ((await mustFind<Option>(change.db, 'option', optionId)).caseId !== caseId)
      throw new Refusal('invalid', m.error_other_case(), { remedyId: m.error_other_case() })
    await name(change, taken ? 'tie' : 'untie', 'option', id)
    if (optionId !== id) await tie(change, 'optionRemedy', { optionId: id, remedyId }, taken)
    return { id }
  },
  'options.bundle': async (change, { caseId, title, remedyIds }) => {
    const last = await change.db
      .selectFrom('option')
      .select(({ fn }) => fn.max('position').as('top'))
      .where('caseId', '=', caseId)
      .executeTakeFirst()
    const made = await add(change, 'option', { caseId, title, position: (last?.top ?? 0) + 1 })
    for (const remedyId of remedyIds) {
      const { optionId } = await mustFind<Remedy>(change.db, 'remedy', remedyId)
      if ((await mustFind<Option>(change.db, 'option', optionId)).caseId !== caseId)
        throw new Refusal('invalid', m.error_other_case(), { remedyIds: m.error_other_case() })
      await tie(change, 'optionRemedy', { optionId: made.id, remedyId }, true)
    }
    await name(change, 'create', 'option', made.id)
    return made
  }
}
