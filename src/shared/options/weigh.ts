import type { CaseDraws } from '../losses/engine/case-draws'
import type { Figure } from '../losses/engine/incident-loss'
import { leftAfter } from '../losses/engine/relief'
import { remainingOf, type Remaining } from '../losses/engine/remaining'
import { figureOf } from '../losses/sampling/quantiles'
import { costDraws, later, meanCost, partsOf, type OptionPlan } from './plan'
import type { Id } from '../values/flavours'

/** What an option costs and does, in minor units of the case's currency. */
export interface OptionWeight {
  id: Id<'option'>
  cost: Figure
  remaining: Remaining
  /** The share of draws in which it removes more of the customer's loss than it costs us; null of one that costs nothing. */
  worth: number | null
  /** What is left more of the loss when it begins a week later; nothing of one that waits for nothing. */
  weekLater: Figure | null
}

/** Options held against each other in the same draws. Rows beat columns; a draw in which two are alike counts for neither. */
export interface Pair {
  /** The share of draws in which one leaves less of the customer's loss than the other. */
  less: number[][]
  /** The share of draws in which one removes more, less what it costs, than the other. */
  better: number[][]
}

export interface Weighed extends Pair {
  options: OptionWeight[]
}

/** An option in every draw, in major units. */
interface Drawn {
  left: Float64Array
  cost: Float64Array
}

/** What an option leaves and costs in every draw. */
export function optionDraws(all: CaseDraws, option: OptionPlan): Drawn {
  const cost = new Float64Array(all.draws)
  for (const remedy of option.remedies) {
    const own = costDraws(all, remedy)
    for (let i = 0; i < cost.length; i++) cost[i] = cost[i]! + own[i]!
  }
  return { left: leftAfter(all, partsOf(option)), cost }
}

/** Takes a case's draws and its options, gives what each costs, removes and leaves, and how likely it beats each other. */
export function weigh(all: CaseDraws, options: readonly OptionPlan[]): Weighed {
  const { currency, end } = all
  const drawn = options.map((option) => optionDraws(all, option))
  return {
    options: options.map((option, index): OptionWeight => {
      const { left, cost } = drawn[index]!
      const drawnCosts = figureOf(cost, currency)
      const costs = { ...drawnCosts, mean: option.remedies.reduce((sum, one) => sum + meanCost(one, all.last), 0) }
      return {
        id: option.id,
        cost: costs,
        remaining: remainingOf(all, left, partsOf(option), costs.mean),
        worth: costs.mean > 0 ? shareOf(all.draws, (i) => end[i]! - left[i]! > cost[i]!) : null,
        weekLater: weekLater(all, option, left)
      }
    }),
    less: drawn.map((one) => drawn.map((other) => shareOf(all.draws, (i) => one.left[i]! < other.left[i]!))),
    better: drawn.map((one) =>
      drawn.map((other) => shareOf(all.draws, (i) => one.left[i]! + one.cost[i]! < other.left[i]! + other.cost[i]!))
    )
  }
}

const WEEK = 7

function weekLater(all: CaseDraws, option: OptionPlan, left: Float64Array): Figure | null {
  const parts = partsOf(later(option, WEEK))
  if (!parts.some(({ of, what, day }) => of !== 'amount' && what === 'ahead' && day !== null)) return null
  const then = leftAfter(all, parts)
  return figureOf(
    then.map((value, i) => value - left[i]!),
    all.currency
  )
}

function shareOf(draws: number, holds: (i: number) => boolean): number {
  let count = 0
  for (let i = 0; i < draws; i++) if (holds(i)) count++
  return count / draws
}
