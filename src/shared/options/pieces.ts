import type { CaseDraws } from '../losses/engine/case-draws'
import type { ReliefPart } from '../losses/engine/remaining'
import { checkedOf } from '../losses/model/validate-quantity'
import { distributionOf } from '../losses/sampling/distributions'
import { meanOf } from '../losses/sampling/quantiles'
import { toMajor } from '../values/money'
import { meanCost, type RemedyPlan } from './plan'
import type { Id, Major, Minor } from '../values/flavours'

/** So much of something for each remedy that is taken, by its place. */
export type Share = readonly [remedy: number, share: number]

/** A line or a dated step, cut where a remedy begins to relieve it. Sizes are means in major units. */
export interface Curve {
  whole: number
  /** What is lost from one beginning to the next, and who relieves it by which share. */
  stretches: readonly { size: number; shares: readonly Share[] }[]
  /** Shares of the whole of it, and amounts. */
  wholes: readonly Share[]
  amounts: readonly Share[]
}

/** A case cut into pieces whose relief adds up: what the best bundle is chosen by. */
export interface Pieces {
  remedies: readonly { id: Id<'remedy'>; cost: Minor; needs: readonly number[]; excludes: readonly number[] }[]
  curves: readonly Curve[]
  /** Amounts of the loss as a whole. */
  amounts: readonly Share[]
  /** The loss by the end of the harm: no bundle removes more. */
  most: number
}

/** A quantity's mean, held between bounds. */
function meanIn(quantity: NonNullable<ReliefPart['share']>, high: number): number {
  return Math.min(high, Math.max(0, distributionOf(checkedOf(quantity)).mean))
}

/**
 * Takes a case's draws and its remedies, gives its pieces. Costs are means in whole minor units, so that a budget is kept
 * exactly. Came-back amounts are no pieces: nothing relieves them.
 */
export function piecesOf(all: CaseDraws, remedies: readonly RemedyPlan[]): Pieces {
  const place = new Map(remedies.map(({ id }, index) => [id, index]))
  const places = (ids: readonly string[]): number[] => ids.flatMap((id) => place.get(id) ?? [])
  const parts = remedies.flatMap((remedy, index) => remedy.parts.map((part) => ({ part, index })))
  const share = ({ part, index }: (typeof parts)[number]): Share => [index, part.share ? meanIn(part.share, 1) : 1]
  const amount = ({ part, index }: (typeof parts)[number]): Share => [index, toMajor(meanIn(part.amount!, Infinity), all.currency)]
  const curve = (of: 'line' | 'step', id: string, by: (day: number) => number): Curve[] => {
    const own = parts.filter(({ part }) => (part.of === of && part.id === id) || part.of === 'all')
    const amounts = own.filter(({ part }) => part.of === of && part.amount)
    const wholes = own.filter(({ part }) => part.of === of && !part.amount && part.what === 'whole')
    const ahead = own.filter((one) => !amounts.includes(one) && !wholes.includes(one) && one.part.day !== null)
    const days = [...new Set(ahead.map(({ part }) => Math.max(0, part.day!)))].sort((a, b) => a - b)
    const stretches = days.flatMap((day, k) => {
      const size = by(days[k + 1] ?? Infinity) - by(day)
      const begun = ahead.filter(({ part }) => Math.max(0, part.day!) <= day)
      return size > 0 ? [{ size, shares: begun.map(share) }] : []
    })
    if (stretches.length + wholes.length + amounts.length === 0) return []
    return [{ whole: by(Infinity), stretches, wholes: wholes.map(share), amounts: amounts.map(amount) }]
  }
  const means = new Map<number, number[]>()
  const mean = (index: number, day: number): number => {
    let found = means.get(day)
    if (!found) means.set(day, (found = all.by(day).counted.map(meanOf)))
    return found[index]!
  }
  const lines = all
    .by(Infinity)
    .lines.flatMap(({ line, sign }, index) => (sign > 0 ? curve('line', line.id, (day) => mean(index, day)) : []))
  const steps = all.steps.flatMap(({ id, inDays, amounts }) => {
    const size = meanOf(amounts)
    return curve('step', id, (day) => (inDays <= day ? size : 0))
  })
  return {
    remedies: remedies.map((remedy) => ({
      id: remedy.id,
      cost: meanCost(remedy, all.last),
      needs: places(remedy.needs),
      excludes: places(remedy.excludes)
    })),
    curves: [...lines, ...steps],
    amounts: parts.filter(({ part }) => part.of === 'amount' && part.amount).map(amount),
    most: meanOf(all.end)
  }
}

/** Whether one has all that it needs, and nothing that excludes another. */
export function fits({ remedies }: Pieces, taken: readonly boolean[]): boolean {
  return remedies.every(
    ({ needs, excludes }, index) => !taken[index] || (needs.every((k) => taken[k]) && !excludes.some((k) => taken[k]))
  )
}

/** What a set of remedies costs, in whole minor units. */
export function costOf({ remedies }: Pieces, taken: readonly boolean[]): Minor {
  return remedies.reduce((sum, { cost }, index) => sum + (taken[index] ? cost : 0), 0)
}

/** What a set of remedies removes of the loss on average, in major units. */
export function removedBy({ curves, amounts, most }: Pieces, taken: readonly boolean[]): Major {
  const sum = (shares: readonly Share[]): number => shares.reduce((found, [k, share]) => found + (taken[k] ? share : 0), 0)
  let removed = sum(amounts)
  for (const { whole, stretches, wholes, amounts: own } of curves) {
    let relieved = Math.min(1, sum(wholes)) * whole + sum(own)
    for (const { size, shares } of stretches) relieved += Math.min(1, sum(shares)) * size
    removed += Math.min(whole, relieved)
  }
  return Math.min(most, removed)
}
