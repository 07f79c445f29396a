import type { CaseDraws } from '../losses/engine/case-draws'
import type { ReliefPart } from '../losses/engine/remaining'
import type { OwnQuantity } from '../losses/model/quantity'
import { checkedOf } from '../losses/model/validate-quantity'
import { distributionOf } from '../losses/sampling/distributions'
import { drawsOf } from '../losses/engine/relief'
import { toMajor } from '../values/money'
import type { Id, Minor } from '../values/flavours'

/** What a remedy costs us, in minor units of the case's currency: once, and so much for each day that it goes on. */
export interface CostPlan {
  once: OwnQuantity
  perDay?: OwnQuantity | null
  /** For how many days; until the harm is over when not given. */
  days?: number | null
  /** In how many days it begins. */
  from?: number | null
}

/** A remedy as it is weighed. */
export interface RemedyPlan {
  id: Id<'remedy'>
  cost: CostPlan
  parts: readonly ReliefPart[]
  /** Remedies without which it cannot be had, and those that cannot be had beside it. */
  needs: readonly string[]
  excludes: readonly string[]
}

/** An option is a set of remedies. */
export interface OptionPlan {
  id: Id<'option'>
  remedies: readonly RemedyPlan[]
}

export const partsOf = ({ remedies }: OptionPlan): ReliefPart[] => remedies.flatMap(({ parts }) => parts)

/** What a remedy costs in each draw, in major units of the case's currency. */
export function costDraws(all: CaseDraws, { id, cost }: RemedyPlan): Float64Array {
  const { draws, currency, last } = all
  const once = drawsOf(cost.once, all, `${id}|cost`)
  const perDay = cost.perDay ? drawsOf(cost.perDay, all, `${id}|per-day`) : 0
  const days = cost.days ?? Math.max(0, last - (cost.from ?? 0))
  const found = new Float64Array(draws)
  for (let i = 0; i < draws; i++) {
    const each = typeof perDay === 'number' ? perDay : perDay[i]!
    found[i] = toMajor((typeof once === 'number' ? once : once[i]!) + each * days, currency)
  }
  return found
}

const meanOf = (quantity: OwnQuantity): number => distributionOf(checkedOf(quantity)).mean

/** What a remedy costs on average, in minor units: exactly, not as it was drawn. */
export function meanCost({ cost }: RemedyPlan, last: number): Minor {
  const days = cost.days ?? Math.max(0, last - (cost.from ?? 0))
  return Math.round(meanOf(cost.once) + (cost.perDay ? meanOf(cost.perDay) * days : 0))
}

/** The same plan begun so many days later; what it costs stays. */
export function later({ id, remedies }: OptionPlan, days: number): OptionPlan {
  const moved = (part: ReliefPart): ReliefPart => ({ ...part, day: part.day === null ? null : part.day + days })
  return { id, remedies: remedies.map((remedy) => ({ ...remedy, parts: remedy.parts.map(moved) })) }
}
