import type { Figure, GuardAnswerInput, IncidentLoss, SimulationInput } from './incident-loss'
import { caseDraws, pooled, type CaseDraws, type CasePart } from './case-draws'
import { presentOf } from './present'
import { togetherEnd, type EndOfHarm } from '../model/harm'
import { figureOf } from '../sampling/quantiles'
import { addTo, netOf } from './net'
import { remainingAfter, type ReliefPart, type Remaining } from './remaining'
import { DRAWS, simulateIncident, type CountedDraws } from './simulate'
import type { SimulationMemo } from './draw-all'
import type { Day, Id, Minor } from '../../values/flavours'

/** What is asked of a case as a whole. */
export interface CaseAsked {
  /** What options relieve, in minor units of the case's currency, and when they end the harm. */
  reliefs: readonly Relief[]
  /** Answers to questions about lines of two incidents. */
  answers?: readonly GuardAnswerInput[]
  draws?: number
  /** Lines that were drawn before; without it, those of this case alone are kept while it is simulated. */
  memo?: SimulationMemo
}

/** What one incident adds to a case, in minor units of the case's currency. */
export interface CasePartLoss {
  id: Id<'incident'>
  /** Its last day; null when waiting changes nothing in it. */
  until: Day | null
  now: Figure
  /** What its lines grow by until then: its end, less its steps and what it is now. */
  grows: Figure
  steps: Figure
  end: Figure
}

/** The loss by the end of the harm if nothing is done. */
export interface CaseExpected extends Figure {
  /** The latest of the incidents' last days; null when waiting changes nothing. */
  until: Day | null
  /** When the last of the harms ends; not known when waiting changes nothing. */
  harm: EndOfHarm
  grows: Figure
  steps: Figure
  /** The same in money of today; null where nobody gave a discount. */
  present: Figure | null
  parts: CasePartLoss[]
}

/** What an option costs and does: an amount of the loss that it relieves, and in how many days it ends the harm, if it does. */
export interface Relief {
  amount: Minor
  /** In minor units of the case's currency. */
  cost?: Minor
  endsIn: number | null
}

export interface CaseLoss {
  /** Until today. */
  loss: IncidentLoss
  /** Null when a dated step is in a currency that no rate turns into the case's, or while an end is not known. */
  expected: CaseExpected | null
  /** Incidents that go on until nobody knows when: while there is one, no loss by any day is said, nor what an option leaves of it. */
  openEnded: string[]
  /** For each relief that was asked for. */
  remaining: Remaining[] | null
}

/**
 * Simulates a case as a whole, in its currency: every line of every incident in one simulation, each drawn as in its
 * own incident (same seeds, a driver moves the lines of its incident together), so that a single incident in that
 * currency is its own figures, and the order of incidents changes nothing. Quantiles are of the sum. The loss by the end
 * of the harm is the same draws with what counts days moved to each incident's last day, and the steps until then; what
 * an option leaves is what it relieves less in each draw, not below zero. `weigh` sees the draws while they are there.
 * Takes at least one line among the incidents. Errors: LossRefusal, as of a line in a currency without a rate.
 */
export function simulateCase<T = null>(
  parts: readonly CasePart[],
  currency: string,
  asked: CaseAsked,
  weigh?: (all: CaseDraws) => T
): CaseLoss & { weighed: T | null } {
  const { reliefs, answers = [], draws = DRAWS, memo = new Map() } = asked
  const now = pooled(parts, ({ now }) => now, currency, answers, draws)
  const whole = simulateIncident(now, memo)
  const across = whole.guard.filter(({ lines }) => new Set(lines.map((id) => now.homes!.get(id))).size > 1)
  const loss = { ...whole, guard: across }
  const openEnded = parts.flatMap(({ id, openEnded }) => (openEnded ? [id] : []))
  const all = caseDraws(parts, now, { currency, answers, draws }, memo)
  if (!all) return { loss, expected: null, openEnded, remaining: null, weighed: null }
  return {
    loss,
    expected: expectedOf(all, parts, now),
    openEnded,
    remaining: reliefs.map(({ amount, cost, endsIn }) => {
      const ends: ReliefPart[] = endsIn === null ? [] : [{ of: 'all', what: 'ahead', day: endsIn, stream: 'ends' }]
      const typed: ReliefPart[] =
        amount > 0 ? [{ of: 'amount', what: 'whole', day: null, amount: { as: 'exact', value: amount }, stream: 'amount' }] : []
      return remainingAfter(all, [...ends, ...typed], cost ?? 0)
    }),
    weighed: weigh ? weigh(all) : null
  }
}

function expectedOf(all: CaseDraws, parts: readonly CasePart[], now: SimulationInput): CaseExpected {
  const { currency, draws, end } = all
  const exact = parts[0]?.now.exact
  const figure = (values: Float64Array): Figure => figureOf(values, currency, exact)
  const [today, later] = [all.by(0), all.by(Infinity)]
  const net = ({ lines, counted }: CountedDraws, steps?: ReadonlyMap<string, Float64Array>): Float64Array =>
    netOf(lines, counted, draws, { homes: now.homes, steps }).net
  const stepsOf = (homes: readonly string[]): Float64Array => {
    const sum = new Float64Array(draws)
    for (const { home, amounts } of all.steps) if (homes.includes(home)) addTo(sum, amounts)
    return sum
  }
  const growth = (then: Float64Array, before: Float64Array, own: Float64Array): Float64Array =>
    then.map((value, i) => value - before[i]! - own[i]!)
  const steps = stepsOf(all.homes)
  /** What discounting takes off the loss by the end of one incident, in each draw. */
  const off = parts.flatMap(({ now: input, end: ahead, id }) => {
    if (!ahead || input.discount === undefined) return []
    const own = new Map([[id, stepsOf([id])]])
    const [before, after] = [net(only(today, id, now)), net(only(later, id, now), own)]
    const dated = all.steps.filter(({ home }) => home === id)
    const worth = presentOf({ now: before, end: after, steps: dated, days: ahead.days }, input.discount)
    return [worth.map((value, i) => value - after[i]!)]
  })
  return {
    ...figure(end),
    until:
      parts
        .flatMap(({ end }) => end?.until ?? [])
        .sort()
        .at(-1) ?? null,
    harm: togetherEnd(parts.flatMap(({ end }) => end?.end ?? [])),
    grows: figure(growth(end, net(today), steps)),
    steps: figure(steps),
    present: off.length ? figure(off.reduce((sum, one) => sum.map((value, i) => value + one[i]!), end)) : null,
    parts: parts.map((part): CasePartLoss => {
      const own = stepsOf([part.id])
      const [before, after] = [net(only(today, part.id, now)), net(only(later, part.id, now), new Map([[part.id, own]]))]
      return {
        id: part.id,
        until: part.end?.until ?? null,
        now: figure(before),
        grows: figure(growth(after, before, own)),
        steps: figure(own),
        end: figure(after)
      }
    })
  }
}

/** The lines of one incident. */
function only({ lines, counted }: CountedDraws, home: string, { homes }: SimulationInput): CountedDraws {
  const own = lines.map(({ line }) => homes!.get(line.id) === home)
  return { lines: lines.filter((_, index) => own[index]), counted: counted.filter((_, index) => own[index]) }
}
