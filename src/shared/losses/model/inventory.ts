import { normalDensity, normalLoss, poissonAt, poissonQuantile } from '../../records/statistics'
import { normalQuantile } from '../sampling/math'

/** How many are wanted: normal with mean and sd, or a Poisson count with the mean. */
export type Demand = { kind: 'normal'; mean: number; sd: number } | { kind: 'poisson'; mean: number }

/** Beyond this mean a Poisson count is close enough to a normal one (its skewness is below 0.04). */
const POISSON_MAX = 700

/** Takes demand and stock, gives the mean number of units asked for and not there. */
export function expectedShortage(demand: Demand, stock: number): number {
  if (demand.kind === 'poisson' && demand.mean <= POISSON_MAX) return poissonAt(demand.mean, stock).shortage
  const sd = demand.kind === 'poisson' ? Math.sqrt(demand.mean) : demand.sd
  if (sd <= 1e-12) return Math.max(0, demand.mean - stock)
  return sd * normalLoss((stock - demand.mean) / sd)
}

/** Takes demand and stock, gives the mean number of units left over. */
export function expectedLeftOver(demand: Demand, stock: number): number {
  return Math.max(0, stock - demand.mean + expectedShortage(demand, stock))
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

/** Order quantity with planned backorders: cost per order, holding and backorder cost per unit and time, demand per time. */
export function orderQuantity(fixed: number, holding: number, backorder: number, demand: number) {
  const quantity = Math.sqrt((2 * fixed * demand * (holding + backorder)) / (holding * backorder))
  const backorderShare = holding / (holding + backorder)
  const cost = Math.sqrt((2 * fixed * demand * holding * backorder) / (holding + backorder))
  return { quantity, backorderShare, cost }
}

/**
 * Stock and cost per period when supply fails with probability `fail` a period and returns with `recover`, demand fixed.
 * The tail of the series is summed exactly. Source: Snyder & Shen; stockpyl's supply_uncertainty (which truncates it).
 */
export function newsvendorWithDisruptions(holding: number, stockout: number, demand: number, fail: number, recover: number) {
  const failing = fail / (fail + recover)
  const ratio = stockout / (stockout + holding)
  const stays = 1 - recover
  let periods = 0
  let tail = failing
  while (1 - tail < ratio) {
    periods++
    tail *= stays
  }
  const stock = demand * (periods + 1)
  let cost = (1 - failing) * holding * periods * demand
  for (let n = 1; n < periods; n++) cost += failing * recover * stays ** (n - 1) * holding * (periods - n) * demand
  return { stock, cost: cost + (stockout * demand * tail) / recover }
}

/** Safety stock for a service level z: lead time and daily demand, each with its standard deviation. The formula is recalled. */
export function safetyStock(z: number, leadDays: number, leadSd: number, demand: number, demandSd: number): number {
  return z * Math.sqrt(leadDays * demandSd * demandSd + demand * demand * leadSd * leadSd)
}
