import { toMajor } from '../../values/money'
import type { Figure, GuardAnswerInput, IncidentLoss, LossLineInput, SimulationInput } from './incident-loss'
import { eachStep, stepsAtEnd, type IncidentEnd } from './horizon'
import { presentOf } from './present'
import { togetherEnd, type EndOfHarm } from '../model/harm'
import { figureOf } from '../sampling/quantiles'
import { conversion } from '../model/rates'
import { netOf } from './net'
import { countedDrawsOf, DRAWS, simulateIncident, type CountedDraws, type SimulationMemo } from './simulate'

/** One incident of a case: as it is simulated by itself, and on its last day; no end when waiting changes nothing in it. */
export interface CasePart {
  id: string
  now: SimulationInput
  end: IncidentEnd | null
  /** It goes on, and nobody knows until when. */
  openEnded?: boolean
  /** When its harm began and ended, as far as known: for lines that say no days of their own. */
  span?: { from: string; to: string | null }
}

/** What is asked of a case as a whole. */
export interface CaseAsked {
  /** What options relieve, in minor units of the case's currency, and when they end the harm. */
  reliefs: readonly Relief[]
  /** Answers to questions about lines of two incidents. */
  answers?: readonly GuardAnswerInput[]
  draws?: number
}

/** What one incident adds to a case, in minor units of the case's currency. */
export interface CasePartLoss {
  id: string
  /** Its last day; null when waiting changes nothing in it. */
  until: string | null
  now: Figure
  /** What its lines grow by until then: its end, less its steps and what it is now. */
  grows: Figure
  steps: Figure
  end: Figure
}

/** The loss by the end of the harm if nothing is done. */
export interface CaseExpected extends Figure {
  /** The latest of the incidents' last days; null when waiting changes nothing. */
  until: string | null
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
  amount: number
  /** In minor units of the case's currency. */
  cost?: number
  endsIn: number | null
}

/** What remains of the expected loss when part of it is relieved; `none` is the share of draws in which nothing does. */
export interface Remaining extends Figure {
  none: number
  /** What is not lost at all since the harm ends sooner; null where an option does not end it. */
  sooner: Figure | null
  /** The share of draws in which the loss, if nothing is done, is more than the option costs; null of one that costs nothing. */
  exceeds: number | null
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
 * an option leaves is that less its relief in each draw, not below zero. Takes at least one line among the incidents.
 * Errors: LossRefusal, as of a line in a currency without a rate.
 */
export function simulateCase(parts: readonly CasePart[], currency: string, asked: CaseAsked): CaseLoss {
  const { reliefs, answers = [], draws = DRAWS } = asked
  const memo: SimulationMemo = new Map()
  const now = pooled(parts, ({ now }) => now, currency, answers, draws)
  const whole = simulateIncident(now, memo)
  const across = whole.guard.filter(({ lines }) => new Set(lines.map((id) => now.homes!.get(id))).size > 1)
  const loss = { ...whole, guard: across }
  const openEnded = parts.flatMap(({ id, openEnded }) => (openEnded ? [id] : []))
  const factors = parts.map(({ now, end }) =>
    end?.steps.length ? conversion(now.currency, currency, now.rates, now.lines[0]?.harmOn)?.factor : 1
  )
  if (openEnded.length || factors.includes(undefined)) return { loss, expected: null, openEnded, remaining: null }
  const stepsIn = (days: number): Float64Array[] =>
    parts.map(({ end }, index) => {
      const own = end ? stepsAtEnd(end, draws, days) : 0
      const each = typeof own === 'number' ? new Float64Array(draws).fill(own) : own
      return each.map((value) => value * factors[index]!)
    })
  const summed = (each: readonly Float64Array[]): Float64Array =>
    each.reduce((sum, one) => sum.map((value, i) => value + one[i]!), new Float64Array(draws))
  const steps = stepsIn(Infinity)
  const allSteps = summed(steps)

  const today = countedDrawsOf(now, draws, memo)
  const laterBy = (days: number): CountedDraws => {
    const ended = pooled(parts, ({ now, end }) => (end ? endedWithin(end, days) : now), currency, answers, draws)
    return countedDrawsOf(ended, draws, days === Infinity ? memo : undefined)
  }
  const later = laterBy(Infinity)
  const net = ({ lines, counted }: CountedDraws, added?: ReadonlyMap<string, Float64Array>): Float64Array =>
    netOf(lines, counted, draws, { homes: now.homes, steps: added }).net
  // what came back beyond the loss is set against a step before anything is held at zero, as in an incident
  const homed = (each: readonly Float64Array[]) => new Map(parts.map(({ id }, index) => [id, each[index]!]))
  const end = net(later, homed(steps))
  const exact = parts[0]?.now.exact
  const figure = (values: Float64Array): Figure => figureOf(values, currency, exact)
  const growth = (then: Float64Array, before: Float64Array, own: Float64Array): Float64Array =>
    then.map((value, i) => value - before[i]! - own[i]!)
  /** What discounting takes off the loss by the end of one incident, in each draw. */
  const discounted = ({ now: input, end: ahead, id }: CasePart, index: number): Float64Array | null => {
    if (!ahead || input.discount === undefined) return null
    const each = eachStep(ahead, draws).map(({ inDays, amounts }) => ({
      inDays,
      amounts: typeof amounts === 'number' ? amounts * factors[index]! : amounts.map((value) => value * factors[index]!)
    }))
    const [before, after] = [net(only(today, id, now)), net(only(later, id, now), new Map([[id, steps[index]!]]))]
    const worth = presentOf({ now: before, end: after, steps: each, days: ahead.days }, input.discount)
    return worth.map((value, i) => value - after[i]!)
  }
  const off = parts.flatMap((part, index) => discounted(part, index) ?? [])
  const harm = togetherEnd(parts.flatMap(({ end }) => end?.end ?? []))
  const untils = parts.flatMap(({ end }) => end?.until ?? []).sort()
  return {
    loss,
    expected: {
      ...figure(end),
      until: untils.at(-1) ?? null,
      harm,
      grows: figure(growth(end, net(today), allSteps)),
      steps: figure(allSteps),
      present: off.length ? figure(summed([end, ...off])) : null,
      parts: parts.map((part, index): CasePartLoss => {
        const own = new Map([[part.id, steps[index]!]])
        const [before, after] = [net(only(today, part.id, now)), net(only(later, part.id, now), own)]
        return {
          id: part.id,
          until: part.end?.until ?? null,
          now: figure(before),
          grows: figure(growth(after, before, steps[index]!)),
          steps: figure(steps[index]!),
          end: figure(after)
        }
      })
    },
    openEnded,
    remaining: reliefs.map(({ amount, cost, endsIn }) => {
      const relief = toMajor(amount, currency)
      const exceeds = cost ? shareAbove(end, toMajor(cost, currency)) : null
      if (endsIn === null) return { ...remainingOf(end, relief, currency), sooner: null, exceeds }
      const ended = net(laterBy(endsIn), homed(stepsIn(endsIn)))
      return { ...remainingOf(ended, relief, currency), sooner: figure(end.map((value, i) => value - ended[i]!)), exceeds }
    })
  }
}

/** The lines of one incident. */
function only({ lines, counted }: CountedDraws, home: string, { homes }: SimulationInput): CountedDraws {
  const own = lines.map(({ line }) => homes!.get(line.id) === home)
  return { lines: lines.filter((_, index) => own[index]), counted: counted.filter((_, index) => own[index]) }
}

/** An incident in which the harm ends within so many days, if not before. */
function endedWithin({ input }: IncidentEnd, days: number): SimulationInput {
  const lines = input.lines.map((line) =>
    line.waited && line.waited.days > days ? { ...line, waited: { ...line.waited, days } } : line
  )
  return { ...input, lines }
}

/** The share of draws above an amount, both in major units. */
function shareAbove(draws: Float64Array, amount: number): number {
  let above = 0
  for (const value of draws) if (value > amount) above++
  return above / draws.length
}

/** Takes the expected loss in each draw and a relief, both in major units; gives what the relief leaves of it. */
export function remainingOf(expected: Float64Array, relief: number, currency: string): Omit<Remaining, 'sooner' | 'exceeds'> {
  let none = 0
  const left = expected.map((loss) => {
    if (loss > relief) return loss - relief
    none++
    return 0
  })
  return { ...figureOf(left, currency), none: none / left.length }
}

/** The incidents' lines and drivers as one simulation, each keeping the seed that it has in its incident. */
function pooled(
  parts: readonly CasePart[],
  inputOf: (part: CasePart) => SimulationInput,
  currency: string,
  answers: readonly GuardAnswerInput[],
  draws: number
): SimulationInput {
  const inputs = parts.map(inputOf)
  const first = inputs[0]!
  const seeds = new Map<string, number | string>()
  const homes = new Map<string, string>()
  inputs.forEach(({ lines, drivers, seed }, index) => {
    for (const { id } of [...lines, ...drivers]) seeds.set(id, seed)
    for (const { id } of lines) homes.set(id, parts[index]!.id)
  })
  return {
    lines: inputs.flatMap(({ lines }, index) => lines.map((line) => withSpan(line, parts[index]!))),
    drivers: inputs.flatMap(({ drivers }) => drivers),
    rates: inputs.flatMap(({ rates }) => rates),
    answers: [...inputs.flatMap((input) => input.answers ?? []), ...answers],
    homes,
    currency,
    seed: [...new Set(inputs.map(({ seed }) => String(seed)))].sort().join('+'),
    seeds,
    draws,
    ...(first.exact ? { exact: true } : {}),
    calculators: first.calculators,
    ...(first.locale === undefined ? {} : { locale: first.locale })
  }
}

/** A line that says no days of its own is about those of its incident. */
function withSpan(line: LossLineInput, { span }: CasePart): LossLineInput {
  return span ? { ...line, harmFrom: line.harmFrom ?? span.from, harmTo: line.harmTo ?? span.to } : line
}
