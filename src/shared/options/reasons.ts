import { costOf, removedBy, type Pieces } from './pieces'
import type { Major, Minor } from '../values/flavours'

/**
 * Why a remedy is in a bundle or not. `adds`: what the bundle removes with it beyond what it removes without, in major
 * units; `cost`: what it costs with what it needs, in minor units.
 */
export type Reason =
  | { is: 'in'; adds: Major; cost: Minor }
  /** Something in the bundle cannot be had beside it. */
  | { is: 'excluded'; by: number; adds: Major; cost: Minor }
  /** It relieves nothing that is not relieved already. */
  | { is: 'nothing' }
  /** With what it needs it costs so much more than is left. */
  | { is: 'budget'; short: Minor; adds: Major; cost: Minor }
  /** It would fit, and something else does more for the money. */
  | { is: 'less'; adds: Major; cost: Minor }

/** A remedy with all that it needs. */
function withNeeds({ remedies }: Pieces, index: number, found = new Set<number>()): Set<number> {
  if (found.has(index)) return found
  found.add(index)
  for (const need of remedies[index]!.needs) withNeeds({ remedies } as Pieces, need, found)
  return found
}

/** Takes a case's pieces, a bundle and the budget that it was chosen for; gives for each remedy why it is in or out. */
export function reasonsOf(pieces: Pieces, taken: readonly boolean[], budget: Minor): Reason[] {
  const whole = removedBy(pieces, taken)
  const slight = pieces.most * 1e-9
  const spent = costOf(pieces, taken)
  return pieces.remedies.map(({ excludes }, index): Reason => {
    if (taken[index]) {
      // what stands on it falls with it
      const without = taken.map((is, k) => is && !withNeeds(pieces, k).has(index))
      return { is: 'in', adds: whole - removedBy(pieces, without), cost: spent - costOf(pieces, without) }
    }
    const more = withNeeds(pieces, index)
    const beside = taken.map((is, k) => is || more.has(k))
    const adds = removedBy(pieces, beside) - whole
    const cost = costOf(pieces, beside) - spent
    const by = taken.findIndex(
      (is, k) => is && (excludes.includes(k) || [...more].some((own) => pieces.remedies[k]!.excludes.includes(own)))
    )
    if (by >= 0) return { is: 'excluded', by, adds, cost }
    if (adds <= slight) return { is: 'nothing' }
    const short = spent + cost - budget
    return short > 0 ? { is: 'budget', short, adds, cost } : { is: 'less', adds, cost }
  })
}
