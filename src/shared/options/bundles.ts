import { costOf, fits, removedBy, type Pieces } from './pieces'
import { programOf } from './program'
import type { Major, Minor } from '../values/flavours'

/** Solves a program exactly; gives the value of each variable, or null where nothing fits. */
export type Solve = (program: string) => Promise<Record<string, number> | null>

/** A set of remedies that no other beats at its cost or below. */
export interface Bundle {
  /** In whole minor units. */
  cost: Minor
  /** What it removes of the loss on average, in major units. */
  removed: Major
  taken: boolean[]
}

interface Watched {
  /** Called before each budget; may throw to stop. */
  step?: (done: number, of: number) => Promise<void> | void
  /** On how many budgets, evenly spaced, one settles where more bundles lie between. */
  most?: number
}

/** How exactly a solver knows an amount: bundles that differ by less remove the same. */
const alike = ({ most }: Pieces): number => most * 1e-7

/**
 * The bundle that removes the most for a budget in whole minor units. Nothing in it could be left out without removing
 * less; that another one removes as much for less, a smaller budget finds.
 */
export async function bestFor(pieces: Pieces, budget: Minor, solve: Solve): Promise<Bundle> {
  const barred: boolean[][] = []
  for (;;) {
    const found = pieces.remedies.length === 0 ? {} : await solve(programOf(pieces, budget, barred))
    const taken = pieces.remedies.map((_, index) => (found?.[`x${index}`] ?? 0) > 0.5)
    // a solver is not believed: it counts with tolerances, and a cent too much is too much
    if (costOf(pieces, taken) > budget || !fits(pieces, taken)) {
      barred.push(taken)
      continue
    }
    const lean = withoutIdle(pieces, taken)
    return { cost: costOf(pieces, lean), removed: removedBy(pieces, lean), taken: lean }
  }
}

/** Leaves out what adds nothing, the dearest first. */
function withoutIdle(pieces: Pieces, taken: readonly boolean[]): boolean[] {
  const lean = taken.slice()
  const whole = removedBy(pieces, taken)
  const dearest = pieces.remedies.map((_, k) => k).sort((a, b) => pieces.remedies[b]!.cost - pieces.remedies[a]!.cost)
  for (const k of dearest) {
    if (!lean[k]) continue
    lean[k] = false
    if (!fits(pieces, lean) || removedBy(pieces, lean) < whole) lean[k] = true
  }
  return lean
}

/** Up to so many remedies, every bundle that none beats is looked for; and no more than so many. */
const FEW = 12
const MOST_EXACT = 200

export interface Frontier {
  /** From the dearest to the cheapest; each removes more than the next. */
  bundles: Bundle[]
  /** Every bundle that no other beats is among them; else the best for evenly spaced budgets, and those beside them. */
  complete: boolean
}

/** Takes a case's pieces, gives the best bundle for every budget: those that no other beats at their cost or below. */
export async function frontierOf(pieces: Pieces, solve: Solve, { step, most = 32 }: Watched = {}): Promise<Frontier> {
  const whole = costOf(
    pieces,
    pieces.remedies.map(() => true)
  )
  const stride = whole / most
  const few = pieces.remedies.length <= FEW
  const bundles: Bundle[] = []
  let complete = true
  let budget = whole
  for (;;) {
    await step?.(Math.round((1 - budget / Math.max(1, whole)) * most), most)
    const found = await bestFor(pieces, budget, solve)
    const before = bundles.at(-1)
    if (!before || found.removed < before.removed - alike(pieces)) bundles.push(found)
    else bundles[bundles.length - 1] = found
    if (found.cost === 0) return { bundles, complete }
    const next = found.cost - 1
    // few remedies have few bundles: each of them is looked at
    const strided = few && bundles.length < MOST_EXACT ? next : Math.floor(budget - stride)
    if (strided < next) complete = false
    budget = Math.max(0, Math.min(next, strided))
  }
}
