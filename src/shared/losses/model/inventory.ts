import { normalDensity, normalLoss, poissonAt, poissonQuantile } from '../../records/statistics'
import { normalQuantile } from '../sampling/math'

/** How many are wanted: normal with mean and sd, or a Poisson count with the mean. */
export type Demand = { kind: 'normal'; mean: number; sd: number } | { kind: 'poisson'; mean: number }

/** Beyond this mean a Poisson count is close enough to a normal one (its skewness is below 0.04). */
export const POISSON_MAX = 700

/** Takes demand and stock, gives the mean number of units asked for and not there. */
export function expectedShortage(demand: Demand, stock: number): number {
  if (demand.kind === 'poisson' && demand.mean <= POISSON_MAX) return poissonAt(demand.mean, stock).shortage
  const sd = demand.kind === 'poisson' ? Math.sqrt(demand.mean) : demand.sd
  if (sd <= 1e-12) return Math.max(0, demand.mean - stock)
  return sd * normalLoss((stock - demand.mean) / sd)
}

/** Takes demand and stock, gives the mean number of units left over. */
export function expectedLeftOver(demand: Demand, stock: number): number {
  // a normal demand reaches below zero on paper: nobody asks for less than nothing
  return Math.max(0, stock - expectedShortage(demand, 0) + expectedShortage(demand, stock))
}

/**
 * The stock that balances too much against too little, and what the uncertainty then costs.
 * Takes the cost of one unit too many (`over`) and one too few (`under`), both above 0.
 * Source: Snyder & Shen, Fundamentals of Supply Chain Theory; stockpyl's newsvendor.
 */
export function newsvendor(demand: Demand, over: number, under: number): { stock: number; cost: number; criticalRatio: number } {
  const criticalRatio = under / (under + over)
  if (demand.kind === 'normal' || demand.mean > POISSON_MAX) {
    const sd = demand.kind === 'normal' ? demand.sd : Math.sqrt(demand.mean)
    const z = normalQuantile(criticalRatio)
    return { stock: demand.mean + z * sd, cost: (over + under) * sd * normalDensity(z), criticalRatio }
  }
  const stock = poissonQuantile(demand.mean, criticalRatio)
  const cost = over * expectedLeftOver(demand, stock) + under * expectedShortage(demand, stock)
  return { stock, cost, criticalRatio }
}
