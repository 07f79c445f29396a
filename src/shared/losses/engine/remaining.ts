import { toMajor } from '../../values/money'
import { figureOf } from '../sampling/quantiles'
import type { CaseDraws } from './case-draws'
import type { Figure } from './incident-loss'
import { leftAfter, type ReliefPart } from './relief'
import type { Minor } from '../../values/flavours'

export type { ReliefPart } from './relief'

/** What remains of the expected loss when part of it is relieved; `none` is the share of draws in which nothing does. */
export interface Remaining extends Figure {
  none: number
  /** What is not lost at all since it ends sooner; null where an option ends nothing. */
  sooner: Figure | null
  /** What is relieved of the loss, in all. */
  removed: Figure
  /** The share of draws in which the loss, if nothing is done, is more than the option costs; null of one that costs nothing. */
  exceeds: number | null
}

/** Takes a case's draws, what is relieved, and what that costs in minor units; gives what remains of the loss. */
export function remainingAfter(all: CaseDraws, parts: readonly ReliefPart[], cost = 0): Remaining {
  return remainingOf(all, leftAfter(all, parts), parts, cost)
}

/** The same where what is left has been drawn. */
export function remainingOf(all: CaseDraws, left: Float64Array, parts: readonly ReliefPart[], cost: Minor): Remaining {
  const { currency, end } = all
  const ahead = parts.filter(({ of, what, amount }) => of !== 'amount' && what === 'ahead' && !amount)
  const less = (after: Float64Array): Figure =>
    figureOf(
      end.map((value, i) => value - after[i]!),
      currency
    )
  let none = 0
  for (const value of left) if (value <= 0) none++
  return {
    ...figureOf(left, currency),
    none: none / left.length,
    sooner: ahead.length === 0 ? null : less(ahead.length === parts.length ? left : leftAfter(all, ahead)),
    removed: less(left),
    exceeds: cost ? shareAbove(end, toMajor(cost, currency)) : null
  }
}

/** The share of draws above an amount, both in major units. */
function shareAbove(draws: Float64Array, amount: number): number {
  let above = 0
  for (const value of draws) if (value > amount) above++
  return above / draws.length
}
