import type { Calculator, Harm, LineInputs, Unit } from '../model/calculator'
import type { HarmSaid } from '../model/harms'
import type { OwnQuantity } from '../model/quantity'
import type { Waited } from '../model/later'
import type { Runs } from '../model/runs'
import type { Schedule } from '../../records/clocks'
import type { Dated, Day, Id, Minor } from '../../values/flavours'

export const lossStatuses = ['estimated', 'confirmed', 'recovered', 'compensated'] as const
/** Whose word an amount is: our estimate, the customer's, or money that came back (by their own effort, or from us). */
export type LossStatus = (typeof lossStatuses)[number]

export interface LossLineInput extends HarmSaid {
  /** Stable: a line's draws come from its id, so moving a line or adding another changes nothing in it. */
  id: Id<'lossLine'>
  title: string
  calculator: string
  inputs: LineInputs
  currency: string
  status: LossStatus
  /** Times it happened, when not once: a Poisson number of separate draws is summed. */
  frequency?: OwnQuantity | null
  /** Of what came back: it is set against all incidents of a case, not only against the one that it came for. */
  wholeCase?: 0 | 1
  /** The day until which what still goes on counts (ISO date); needed by a line with an end that is left empty. */
  until?: Day
  /** The line some days from now. */
  waited?: Waited
  /** What was given is so much per hour, day …, and goes on. */
  runs?: Runs | null
  /** The day of the harm, as precisely as it is known: money is turned at a rate of that day. */
  harmOn?: Dated
  /** The shared quantity that says which share of it is due to the incident; the rest was brought about by something else. */
  caused?: string
  /** When the customer works; Monday to Friday from nine to five when not given. */
  calendar?: Schedule
}

/** A quantity that the incident's lines share: one uncertain driver moves them together. */
export interface DriverInput {
  id: Id<'driver'>
  name: string
  unit: Unit | (string & {})
  quantity: OwnQuantity
  /** For money: the currency it is in, when that may differ from a line's. Without it, the line's. */
  currency?: string
}

/** One `from` is `rate` `to`, as published on that day by that source. */
export interface DatedRate {
  from: string
  to: string
  rate: number
  on: Day
  source: string
  /** It is of a later day than the harm: no earlier one was given. */
  later?: true
}

export type CalculatorLookup = (id: string, line: LossLineInput) => Calculator | undefined

export interface SimulationInput {
  lines: readonly LossLineInput[]
  drivers: readonly DriverInput[]
  /** The currency of the result. */
  currency: string
  rates: readonly DatedRate[]
  seed: number | string
  /** Seeds of lines and drivers that keep their own, by id: an incident's lines are drawn in a case as by themselves. */
  seeds?: ReadonlyMap<string, number | string>
  /** A year's discount on what lies ahead, where somebody gave one (0.05). */
  discount?: number
  /** How many draws; 100,000 when not given. */
  draws?: number
  /** Figures as they are drawn, not rounded to what their standard errors support. */
  exact?: boolean
  calculators: CalculatorLookup
  /** What the advocate answered to the guard's questions. */
  answers?: readonly GuardAnswerInput[]
  /** The incident of each line, by its id, where there are several: what came back is set against its own. */
  homes?: ReadonlyMap<string, string>
  /** What came back may exceed the loss: the net is then below zero instead of zero. */
  allowNegativeNet?: boolean
  /** The language of warnings; the current one when not given. */
  locale?: string
}

/** A figure with its range, in integer minor units. P10, P50 and P90 are rounded to what the draws support (`figureOf`). */
export interface Figure {
  p10: Minor
  p50: Minor
  p90: Minor
  mean: Minor
}

export interface LineFigure extends Figure {
  id: Id<'lossLine'>
  status: LossStatus
  /** With every input at its likely value (the median of a 1-in-20 range), times the likely frequency. */
  likely: Minor
  harms: Harm[]
  /** Sentences in the language asked for. */
  warnings: string[]
  /** It rests on a statutory or published amount that was not checked against its source. */
  unchecked?: true
  /** It still goes on: the day until which it is counted. */
  until?: Day
  /** The line that contains it: another route to the same harm, shown and not in the sum. */
  within?: string
  /** What is taken off it as shared with another line (mean, minor units); the figure is without it. */
  shared?: Minor
}

/** Equal bins between the 0.5 % and 99.5 % quantiles; the draws outside are counted in `below` and `above`. */
export interface Histogram {
  bins: { from: number; to: number; count: number }[]
  below: number
  above: number
}

/** How likely it is that the loss is more than an amount, in minor units. */
export interface Chance {
  amount: Minor
  chance: number
}

export interface TornadoRow {
  /** Stable: "driver:ID", "line:ID:FIELD", or "line:ID:frequency". */
  key: string
  kind: 'driver' | 'input' | 'frequency'
  lineId?: Id<'lossLine'>
  fieldId?: string
  driverId?: Id<'driver'>
  unit: string
  /** The input's own P10 and P90, in its unit. */
  low: number
  high: number
  /** The net loss in minor units with the input there and everything else at its likely value. */
  atLow: Minor
  atHigh: Minor
  /** The distance between the two. */
  swing: Minor
}

export interface GuardRow {
  /** Stable over edits of amounts and order, so that an answer can be kept under it. */
  key: string
  rule: GuardRule
  /** The lines concerned: two, or one that counts twice in itself. */
  lines: string[]
  /** At most this much is counted twice in 9 of 10 draws, minor units; always, where it is certain. */
  atStake: Minor
  certain?: boolean
}

/** An answer as it is kept under its question. */
export interface GuardAnswerInput {
  key: string
  /** `overlap` is of former days: it says that lines overlap, not by what. */
  answer: 'separate' | 'contains' | 'shares' | 'overlap'
  /** The line that leaves the sum since the other contains it, or the one that a shared amount is taken off. */
  leavesId?: Id<'lossLine'> | null
  /** What two lines share, in minor units of its currency. */
  amount?: Minor | null
  currency?: string | null
}

export type GuardRule =
  | 'idle-in-contribution'
  | 'expedite-and-sales'
  | 'damages-beside-loss'
  | 'quality-twice'
  | 'whole-and-part'
  | 'sells-and-idles'
  | 'interest-twice'
  | 'stock-and-sales'
  | 'same-hours'
  | 'statutory-beside-loss'
  | 'same-line'
  | 'same-harm'
  | 'same-amount'
  | 'harm-not-said'
  | 'recovered-twice'

export interface IncidentLoss extends Figure {
  currency: string
  /** The net with every input at its likely value. */
  likely: Minor
  /** Confirmed and estimated together, before anything that came back. */
  gross: Figure
  byLine: LineFigure[]
  byStatus: Record<LossStatus, Figure>
  /** The lines beyond the twelve that are largest on average, simulated together, less what came back among them. */
  others: (Figure & { ids: string[] }) | null
  histogram: Histogram
  /** The chance that it is more than each of some amounts. */
  chances: Chance[]
  tornado: TornadoRow[]
  guard: GuardRow[]
  /** The rates that were used, kept with the figures. */
  rates: DatedRate[]
  /** The share of draws in which more came back than was lost, so that the net was held at zero. */
  heldAtZero: number
  draws: number
  seed: number | string
}
