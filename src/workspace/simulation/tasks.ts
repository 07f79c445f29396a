import { loadFormulas, ownFormula } from '../../shared/losses/calculators/own-formula'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import type { GuardAnswer } from '../../shared/contract/losses'
import { pooled, type CasePart } from '../../shared/losses/engine/case-draws'
import { simulateCase, type CaseLoss } from '../../shared/losses/engine/case-loss'
import { incidentEnd } from '../../shared/losses/engine/horizon'
import type { Figure, IncidentLoss, SimulationInput } from '../../shared/losses/engine/incident-loss'
import { netDrawsOf, simulateIncident } from '../../shared/losses/engine/simulate'
import type { EndOfHarm } from '../../shared/losses/model/harm'
import { LossRefusal } from '../../shared/losses/model/input-error'
import { figureOf } from '../../shared/losses/sampling/quantiles'
import type { OptionPlan } from '../../shared/options/plan'
import { weigh, type Weighed } from '../../shared/options/weigh'
import { drawnLines } from './drawn'
import type { Day, Id, Minor } from '../../shared/values/flavours'

/** An incident as it is simulated, and what its end follows from. */
export interface Simulated {
  id: Id<'incident'>
  now: SimulationInput
  over: boolean
  cliffs: { id: Id<'cliff'>; title: string; on: Day; amount: Minor }[]
  harm: EndOfHarm
  span: { from: Day; to: Day | null }
}

/** What is simulated. Its figures follow from it and from the language of the screen. */
export type Task =
  | { do: 'incident'; input: SimulationInput }
  /** The incidents of a case together, and how its options weigh. */
  | {
      do: 'case'
      parts: Simulated[]
      today: Day
      currency: string
      options: readonly OptionPlan[]
      answers: readonly GuardAnswer[]
    }
  /** What was lost in a case between two days, the same draws of both. */
  | { do: 'between'; then: readonly Simulated[]; now: readonly Simulated[]; currency: string; answers: readonly GuardAnswer[] }

interface Results {
  incident: IncidentLoss
  case: CaseLoss & { weighed: Weighed | null }
  between: Figure
}
export type Result<T extends Task> = Results[T['do']] | null

/** As many draws as tell what went by. */
const FEW = 10_000

/** The same incidents with how each is on its last day. */
export function endsOf(parts: readonly Simulated[], today: Day): CasePart[] {
  return parts.map(({ id, now, over, cliffs, harm, span }) => ({
    id,
    now,
    span,
    ...(over ? { end: null } : incidentEnd(now, cliffs, today, harm))
  }))
}

function between({ then, now, currency, answers }: Extract<Task, { do: 'between' }>): Figure {
  const net = (parts: readonly Simulated[]): Float64Array => {
    const whole = parts.map(({ id, now: own, span }): CasePart => ({ id, now: own, span, end: null }))
    return netDrawsOf(
      pooled(whole, (part) => part.now, currency, answers, FEW),
      FEW
    )
  }
  const [before, after] = [net(then), net(now)]
  return figureOf(
    after.map((value, i) => value - before[i]!),
    currency
  )
}

function figures(task: Task): Results[Task['do']] {
  if (task.do === 'incident') return simulateIncident(task.input, drawnLines)
  if (task.do === 'between') return between(task)
  const { parts, today, currency, options, answers } = task
  return simulateCase(endsOf(parts, today), currency, { reliefs: [], answers, memo: drawnLines }, (all) => weigh(all, options))
}

function withInputs(task: Task, change: (input: SimulationInput) => SimulationInput): Task {
  const each = (parts: readonly Simulated[]) => parts.map((part) => ({ ...part, now: change(part.now) }))
  if (task.do === 'incident') return { ...task, input: change(task.input) }
  return task.do === 'case' ? { ...task, parts: each(task.parts) } : { ...task, then: each(task.then), now: each(task.now) }
}

/** Takes a task, gives it as a message carries it: the calculators are functions, which a thread has itself. */
export const withoutCalculators = (task: Task): Task =>
  withInputs(task, ({ calculators: _calculators, ...input }) => input as SimulationInput)

/** Takes a task from a message, gives it with the calculators; the library of expressions is loaded where a line needs it. */
export async function withCalculators(task: Task): Promise<Task> {
  let formulas = false
  const whole = withInputs(task, (input) => {
    formulas ||= input.lines.some(({ calculator }) => calculator === ownFormula.id)
    return { ...input, calculators: (id, line) => calculatorFor(id, line.inputs) }
  })
  if (formulas) await loadFormulas()
  return whole
}

/** Does a task. Gives null where a figure cannot be had, as of a line without an exchange rate: the incident says why. */
export function simulate<T extends Task>(task: T): Result<T> {
  try {
    return figures(task) as Result<T>
  } catch (error) {
    if (error instanceof LossRefusal) return null
    throw error
  }
}
