import type { GuardAnswerInput, LossLineInput, SimulationInput } from './incident-loss'
import { lastsIn, stepsBy, type IncidentEnd } from './horizon'
import { conversion } from '../model/rates'
import { addTo, netOf } from './net'
import { countedDrawsOf, type CountedDraws } from './simulate'
import type { SimulationMemo } from './draw-all'
import type { Day, Id } from '../../values/flavours'

/** One incident of a case: as it is simulated by itself, and on its last day; no end when waiting changes nothing in it. */
export interface CasePart {
  id: Id<'incident'>
  now: SimulationInput
  end: IncidentEnd | null
  /** It goes on, and nobody knows until when. */
  openEnded?: boolean
  /** When its harm began and ended, as far as known: for lines that say no days of their own. */
  span?: { from: Day; to: Day | null }
}

/** A dated step ahead: in each draw its amount, in major units of the case's currency, or nothing where the harm ends before. */
interface StepDraws {
  id: Id<'cliff'>
  home: string
  inDays: number
  amounts: Float64Array
}

/** The loss of a case in every draw: its lines by any day from now on, and its steps. */
export interface CaseDraws {
  currency: string
  seed: number | string
  draws: number
  /** The incidents, and the one of each line. */
  homes: readonly string[]
  homeOf: ReadonlyMap<string, string>
  /** What counts of each line so many days from now, if nothing is done: 0, today; Infinity, by the end of the harm. */
  by(days: number): CountedDraws
  steps: readonly StepDraws[]
  /** In how many days nothing changes any more. */
  last: number
  /** The net loss by the end of the harm, if nothing is done. */
  end: Float64Array
}

/**
 * Draws a case as a whole up to the end of its harm; null while the end of an incident is not known, or where a dated step
 * is in a currency that no rate turns into the case's. `now` is the case pooled as it is today. Errors: LossRefusal.
 */
export function caseDraws(
  parts: readonly CasePart[],
  now: SimulationInput,
  { currency, answers, draws }: { currency: string; answers: readonly GuardAnswerInput[]; draws: number },
  memo: SimulationMemo = new Map()
): CaseDraws | null {
  const factors = parts.map(({ now: own, end }) =>
    end?.steps.length ? conversion(own.currency, currency, own.rates, own.lines[0]?.harmOn)?.factor : 1
  )
  if (parts.some(({ openEnded }) => openEnded) || factors.includes(undefined)) return null
  const steps = parts.flatMap(({ id: home, end }, index) => stepsOf(home, end, factors[index]!, draws))
  const known = new Map<number, CountedDraws>()
  const samples = new Map<string, Float64Array>()
  // from the day on which the last of them ends, nothing changes
  const waited = parts.flatMap(({ end }) => end?.input.lines.flatMap((line) => line.waited?.days ?? []) ?? [])
  const last = Math.max(0, ...waited)
  const by = (asked: number): CountedDraws => {
    const days = Math.min(asked, last)
    const found =
      known.get(days) ??
      countedDrawsOf(
        days <= 0 ? now : pooled(parts, ({ now: own, end }) => (end ? endedWithin(end, days) : own), currency, answers, draws),
        draws,
        memo,
        samples
      )
    known.set(days, found)
    return found
  }
  const homes = parts.map(({ id }) => id)
  const added = new Map(homes.map((home): [string, Float64Array] => [home, new Float64Array(draws)]))
  for (const { home, amounts } of steps) {
    const sum = added.get(home)!
    addTo(sum, amounts)
  }
  const whole = by(Infinity)
  // what came back beyond the loss is set against a step before anything is held at zero, as in an incident
  const end = netOf(whole.lines, whole.counted, draws, { homes: now.homes, steps: added }).net
  const lastStep = Math.max(0, ...steps.map(({ inDays }) => inDays))
  return { currency, seed: now.seed, draws, homes, homeOf: now.homes!, by, steps, last: Math.max(last, lastStep), end }
}

function stepsOf(home: string, end: IncidentEnd | null, factor: number, draws: number): StepDraws[] {
  if (!end) return []
  const lasts = end.steps.length && end.lasts ? lastsIn(end.lasts, end.input.seed, draws) : null
  return end.steps.map((step, index) => {
    const own = stepsBy([step], Infinity, end.input.currency, lasts)
    const amounts = typeof own === 'number' ? new Float64Array(draws).fill(own * factor) : own.map((value) => value * factor)
    return { id: step.id ?? `${home}:${index}`, home, inDays: step.inDays, amounts }
  })
}

/** An incident in which the harm ends within so many days, if not before. */
function endedWithin({ input }: IncidentEnd, days: number): SimulationInput {
  const lines = input.lines.map((line) =>
    line.waited && line.waited.days > days ? { ...line, waited: { ...line.waited, days } } : line
  )
  return { ...input, lines }
}

/** The incidents' lines and drivers as one simulation, each keeping the seed that it has in its incident. */
export function pooled(
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
