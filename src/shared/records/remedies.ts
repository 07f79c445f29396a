import { z } from 'zod'
import { day, flag, idOf, maybe, maybeText, type RowOf, text } from '../values/fields'
import { amount } from '../values/currency'
import type { OwnQuantity } from '../losses/model/quantity'
import type { ReliefPart } from '../losses/engine/relief'
import type { RemedyPlan } from '../options/plan'
import { daysBetween } from '../values/zones'
import type { Day } from '../values/flavours'

// quantities are checked against their bounds where what is wrong can be said of the very number: workspace/features/remedies.ts
const ownQuantity = z.custom<OwnQuantity>()

/** A part of the loss that a remedy relieves. */
const reliefFields = z.strictObject({
  of: z.enum(['line', 'step', 'all', 'amount']),
  /** The loss line or the dated step. */
  id: maybe(idOf('lossLine', 'cliff')),
  what: z.enum(['ahead', 'whole']),
  /** Days from the decision until it relieves, where that is not the remedy's own. */
  days: maybe(z.number().min(0).max(10_000)),
  /** To what share; the whole when not said. */
  share: maybe(ownQuantity),
  /** An amount instead, in minor units of the case's currency. */
  amount: maybe(ownQuantity),
  /** Where the share or the amount comes from. */
  source: maybeText(500)
})
export type Relieves = z.output<typeof reliefFields>

const others = maybe(z.array(idOf('remedy')).max(200))

/** One action of an option. Amounts in minor units of the case's currency. */
export const remedyFields = z.strictObject({
  optionId: idOf('option'),
  words: text(1_000),
  owner: maybeText(200),
  /** What it costs us once, where that is one number. */
  cost: amount.optional(),
  /** The same where it is not known exactly, and what each day of it costs. */
  costRange: maybe(ownQuantity),
  perDay: maybe(ownQuantity),
  /** For how many days it costs that; until the harm is over when not said. */
  costDays: maybe(z.number().min(0).max(10_000)),
  /** An amount of the customer's loss as a whole that it relieves. */
  relief: amount.optional(),
  /** Which parts of it. */
  reliefs: maybe(z.array(reliefFields).max(60)),
  /** Where these come from. */
  source: maybeText(2_000),
  /** Days from the decision until it relieves. */
  days: maybe(z.number().min(0).max(10_000)),
  dueOn: maybe(day),
  /** From that day on, or after these days, nothing grows any more. */
  endsHarm: flag.optional(),
  /** By how much it raises the chance that the customer stays, and who says so. */
  stayAdds: maybe(ownQuantity),
  staySource: maybeText(500),
  reversible: flag.optional(),
  /** Remedies without which it cannot be had, and those that cannot be had beside it. */
  needs: others,
  excludes: others,
  position: z.number().int().min(0).max(100_000).optional()
})
export type Remedy = RowOf<'remedy', typeof remedyFields>

/** In how many days it works when it is decided today; null when nobody knows. */
export function worksIn({ dueOn, days }: Pick<Remedy, 'dueOn' | 'days'>, today: Day): number | null {
  if (dueOn !== null) return Math.max(0, daysBetween(today, dueOn))
  return days === null ? null : Math.ceil(days)
}

/** Takes a remedy and today, gives it as it is weighed. A typed amount is one of the loss as a whole. */
export function planOf(remedy: Remedy, today: Day): RemedyPlan {
  const { id: own, cost, costRange, perDay, costDays, relief, reliefs, endsHarm, needs, excludes } = remedy
  const day = worksIn(remedy, today)
  const parts: ReliefPart[] = []
  if (endsHarm && day !== null) parts.push({ of: 'all', what: 'ahead', day, stream: 'ends' })
  for (const [index, part] of (reliefs ?? []).entries()) {
    const { days, ...rest } = part
    parts.push({ ...rest, day: days === null || days === undefined ? day : Math.ceil(days), stream: `${own}|${index}` })
  }
  if (relief > 0)
    parts.push({ of: 'amount', what: 'whole', day: null, amount: { as: 'exact', value: relief }, stream: `${own}|relief` })
  return {
    id: own,
    cost: { once: costRange ?? { as: 'exact', value: cost }, perDay, days: costDays, from: day },
    parts,
    needs: needs ?? [],
    excludes: excludes ?? []
  }
}
