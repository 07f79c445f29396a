import type { OwnQuantity } from '../losses/model/quantity'
import { checkedOf } from '../losses/model/validate-quantity'
import { distributionOf } from '../losses/sampling/distributions'
import { figureOf } from '../losses/sampling/quantiles'
import { randomStream } from '../losses/sampling/random'
import { latinHypercube } from '../losses/sampling/sample'
import type { Figure } from '../losses/engine/incident-loss'
import { breakEvenRetention, remedyValue, valueAtStake, worthOf, type CustomerMargin } from '../records/value'
import { toMajor } from '../values/money'
import type { Id, Minor } from '../values/flavours'

/** What is known of what a customer is worth. Money in minor units. */
export interface StakeInputs {
  margin: Minor
  discount: number
  before: OwnQuantity
  firstNow?: boolean | undefined
  periods?: number | null | undefined
  exposed?: number | null | undefined
  acquisition?: Minor | null | undefined
}

/** An option as it bears on staying. */
export interface StakeOption {
  id: Id<'option'>
  nothing: boolean
  stay: number | null
  stayRange: OwnQuantity | null
  /** By how much its remedies raise the chance that they stay, where somebody said so. */
  adds: readonly OwnQuantity[]
  beyondWhy: string | null
  /** In minor units. */
  cost: Minor
}

export interface StakeRow {
  id: Id<'option'>
  /** The chance that they stay with it: P10, P50, P90. */
  stay: { low: number; mid: number; high: number }
  /** It was held at the level before it happened. */
  capped: boolean
  value: Figure
  /** What is lost of the value before, with this option. */
  atStake: Figure
  /** What it keeps of their value beyond doing nothing, less what it costs; null of doing nothing, or where that is not known. */
  gain: Figure | null
  /** The chance of staying at which what it keeps pays for what it costs; null where none does. */
  breakEven: number | null
}

export interface Stake {
  currency: string
  before: Figure
  rows: StakeRow[]
}

const DRAWS = 5_000

/**
 * What the chance of staying is worth: the customer's value before it happened, with each option, and what each keeps of
 * it. A chance that nobody gave is not invented: such an option has no row. Recovered retention is held at the level before
 * unless a reason says otherwise. Draws where chances are ranges: the same for all options.
 */
export function stakeOf(inputs: StakeInputs, options: readonly StakeOption[], currency: string): Stake {
  const { margin, discount, firstNow = false, exposed, acquisition } = inputs
  const periods = inputs.periods ?? null
  const drawn = (quantity: OwnQuantity, stream: string): Float64Array =>
    latinHypercube(distributionOf(checkedOf(quantity)), DRAWS, randomStream('stake', stream)).map((value) =>
      Math.min(1, Math.max(0, value))
    )
  const before = drawn(inputs.before, 'before')
  const of = (retention: number): CustomerMargin => ({ margin: toMajor(margin, currency), retention, discount })
  const won = toMajor(acquisition ?? 0, currency)
  const value = (retention: number): number => worthOf(of(retention), { firstNow, periods }) - won
  const nothing = options.find((one) => one.nothing)
  const without = nothing && stayOf(nothing, null, drawn)
  const rows = options.flatMap((option): StakeRow[] => {
    const said = stayOf(option, without ?? null, drawn)
    if (!said) return []
    const free = option.beyondWhy !== null
    const stay = said.map((chance, i) => (free ? chance : Math.min(chance, before[i]!)))
    const sorted = stay.toSorted()
    const cost = toMajor(option.cost, currency)
    const each = (make: (i: number) => number): Figure =>
      figureOf(
        Float64Array.from(stay, (_, i) => make(i)),
        currency
      )
    const mid = (draws: Float64Array): number => draws.toSorted()[DRAWS >> 1]!
    return [
      {
        id: option.id,
        stay: { low: sorted[DRAWS / 10]!, mid: sorted[DRAWS >> 1]!, high: sorted[(DRAWS / 10) * 9]! },
        capped: !free && said.some((chance, i) => chance > before[i]! + 1e-12),
        value: each((i) => value(stay[i]!)),
        atStake: each((i) => valueAtStake(of(before[i]!), stay[i]!, exposed ?? 1, { firstNow, periods })),
        gain:
          option.nothing || !without
            ? null
            : each((i) =>
                remedyValue({
                  value: value(before[i]!) * (exposed ?? 1),
                  staysBefore: before[i]!,
                  staysWithout: without[i]!,
                  staysWith: said[i]!,
                  cost,
                  uncapped: free
                })
              ),
        breakEven:
          option.nothing || !without || cost <= 0
            ? null
            : breakEvenRetention({ value: value(mid(before)) * (exposed ?? 1), staysWithout: mid(without), cost })
      }
    ]
  })
  return { currency, before: figureOf(before.map(value), currency), rows }
}

/** The chance that they stay with an option: its own, or what its remedies add to that of doing nothing; null where nobody said. */
function stayOf(
  { id, stay, stayRange, adds }: StakeOption,
  without: Float64Array | null,
  drawn: (quantity: OwnQuantity, stream: string) => Float64Array
): Float64Array | null {
  if (stayRange) return drawn(stayRange, `${id}|stay`)
  if (stay !== null) return drawn({ as: 'exact', value: stay }, id)
  if (!without || adds.length === 0) return null
  const more = adds.map((one, index) => drawn(one, `${id}|${index}`))
  return without.map((chance, i) =>
    Math.min(
      1,
      more.reduce((sum, one) => sum + one[i]!, chance)
    )
  )
}
