/** Margin per period, share of customers who stay each period and discount rate per period, all of the same period. */
export interface CustomerMargin {
  margin: number
  retention: number
  discount: number
}

/**
 * How many period margins a customer is worth: r / (1 + i − r) when the first margin comes after one period,
 * (1 + i) / (1 + i − r) when it comes now. Source: Gupta & Lehmann. Takes 0 ≤ r ≤ 1 and i > 0 (or r < 1).
 */
export function valueMultiple(retention: number, discount: number, firstNow = false): number {
  return (firstNow ? 1 + discount : retention) / (1 + discount - retention)
}

/** Customer lifetime value without an end, less what it cost to win the customer. */
export function lifetimeValue({ margin, retention, discount }: CustomerMargin, firstNow = false, acquisitionCost = 0): number {
  return margin * valueMultiple(retention, discount, firstNow) - acquisitionCost
}

/** Customer lifetime value over a number of periods: Σ m rᵗ / (1 + i)ᵗ, t from 1 (or from 0 when the first margin comes now). */
export function lifetimeValueOver(periods: number, { margin, retention, discount }: CustomerMargin, firstNow = false): number {
  const step = retention / (1 + discount)
  let value = 0
  let factor = 1
  for (let t = 0; t <= periods; t++) {
    if (t > 0 || firstNow) value += margin * factor
    factor *= step
  }
  return value
}

/** Which form: the first margin now instead of after one period; over how many periods, null without an end. */
export interface ValueForm {
  firstNow?: boolean
  periods?: number | null
}

/** Customer lifetime value in the form that was chosen; over one period it is one margin, and no more. */
export function worthOf(customer: CustomerMargin, { firstNow = false, periods = null }: ValueForm = {}): number {
  // over one period with the margin now there is nothing to stay for
  return periods === null
    ? lifetimeValue(customer, firstNow)
    : lifetimeValueOver(firstNow ? Math.max(0, periods - 1) : periods, customer, firstNow)
}

/** What an incident puts at stake: the value before less the value after it, times the share of the business that is exposed. */
export function valueAtStake(before: CustomerMargin, retentionAfter: number, shareExposed = 1, form: ValueForm = {}): number {
  const after = { ...before, retention: retentionAfter }
  return Math.max(0, worthOf(before, form) - worthOf(after, form)) * shareExposed
}

/** The chance of staying at which a remedy keeps as much of a customer's value as it costs; null where no chance does. */
export function breakEvenRetention(o: { value: number; staysWithout: number; cost: number }): number | null {
  if (!(o.value > 0)) return null
  const needed = o.staysWithout + o.cost / o.value
  return needed <= 1 ? needed : null
}

/**
 * What a remedy is worth to us: the rise in the chance that the customer stays, times their value, less its cost.
 * The chance after the remedy is capped at what it was before the incident: studies of behaviour do not bear out the
 * recovery paradox (de Matos, Henrique & Rossi 2007; Soares & Proença 2015).
 */
export function remedyValue(o: {
  value: number
  staysBefore: number
  staysWithout: number
  staysWith: number
  cost: number
  uncapped?: boolean
}): number {
  const stays = o.uncapped ? o.staysWith : Math.min(o.staysWith, o.staysBefore)
  return (stays - o.staysWithout) * o.value - o.cost
}
