import { z } from 'zod'
import { day, flag, idOf, maybe, maybeText, type RowOf, text } from '../values/fields'
import { amount } from '../values/currency'
import type { Figure } from '../losses/engine/incident-loss'
import type { Minor } from '../values/flavours'

/** What was expected when it was decided, kept so that what became of it can be held against it. */
export interface Forecast {
  currency: string
  /** The loss by the end of the harm if nothing is done, what the chosen option leaves of it, and what it costs us. */
  expected: Figure
  remaining: Figure
  cost: Figure
  /** In how many days from the decision the last of its actions works. */
  days: number | null
  /** The chance that the customer stays, where somebody said it. */
  stay: number | null
  /** What each calculator's lines came to of the loss so far, on average; since it is kept. */
  by?: Record<string, number>
  /** How long it had waited since it was first put before somebody, and what was lost meanwhile; since it is kept. */
  waited?: { days: number; cost: Figure | null } | null
}

export const decisionFields = z.strictObject({
  caseId: idOf('case'),
  optionId: maybe(idOf('option')),
  decidedBy: text(200),
  decidedOn: day,
  why: maybeText(10_000),
  /** Who else was there, who was of another mind and why, and on what conditions. */
  people: maybeText(2_000),
  dissent: maybeText(5_000),
  conditions: maybeText(5_000)
})
export type Decision = RowOf<'decision', typeof decisionFields> & { forecast: Forecast | null }

export const outcomeFields = z.strictObject({
  caseId: idOf('case'),
  remedyArrivedOn: maybe(day),
  satisfied: maybe(z.enum(['yes', 'partly', 'no'])),
  stayed: maybe(flag),
  note: maybeText(10_000),
  /** What the customer's loss came to in the end, and what it cost us; minor units of the case's currency. */
  lossCame: maybe(amount),
  costCame: maybe(amount),
  /** When the customer was told of the decision, when they were asked afterwards, and what they said. */
  toldOn: maybe(day),
  askedOn: maybe(day),
  voiceId: maybe(idOf('voice'))
})
export type Outcome = RowOf<'outcome', typeof outcomeFields>

/** Where an amount that came to be stands in a forecast: within its eight-in-ten range, below or above it. */
export type Held = 'within' | 'below' | 'above'

/** Takes a forecast's figure and what came; gives where it stands. */
export function heldIn({ p10, p90 }: Pick<Figure, 'p10' | 'p90'>, came: Minor): Held {
  return came < p10 ? 'below' : came > p90 ? 'above' : 'within'
}

/** How ranges held over several forecasts. */
export interface Calibration {
  counted: number
  within: number
  below: number
  above: number
  /** What came, as a share of the middle that was forecast, on average; null without any. */
  ratio: number | null
}

/** Takes forecasts with what came of each; gives how often their ranges held. Eight in ten should. */
export function calibrationOf(all: readonly { figure: Figure; came: Minor }[]): Calibration {
  const held = all.map(({ figure, came }) => heldIn(figure, came))
  const count = (is: Held): number => held.filter((one) => one === is).length
  const ratios = all.flatMap(({ figure, came }) => (figure.p50 > 0 ? [came / figure.p50] : []))
  return {
    counted: all.length,
    within: count('within'),
    below: count('below'),
    above: count('above'),
    ratio: ratios.length ? ratios.reduce((sum, one) => sum + one, 0) / ratios.length : null
  }
}

/** How a calculator's forecasts held: in how many cases, what came as a share of what was said, and what that tells. */
export interface CalculatorHeld {
  calculator: string
  counted: number
  ratio: number
  runs: 'high' | 'low' | 'fits'
}

/** A forecast is off by more than chance from this factor on, either way. */
const off = 1.25

/**
 * Takes closed cases with what was forecast, by calculator, and what came. An outcome is known of a case as a whole: it counts
 * for each calculator by its share of the loss. Gives them, those that say too much first.
 */
export function calculatorsHeld(
  all: readonly { by: Readonly<Record<string, number>>; said: Minor; came: Minor }[]
): CalculatorHeld[] {
  const sums = new Map<string, { counted: number; weight: number; ratio: number }>()
  for (const { by, said, came } of all) {
    const parts = Object.entries(by).filter(([, mean]) => mean > 0)
    const whole = parts.reduce((sum, [, mean]) => sum + mean, 0)
    if (said <= 0 || whole <= 0) continue
    for (const [calculator, mean] of parts) {
      const sum = sums.get(calculator) ?? { counted: 0, weight: 0, ratio: 0 }
      const share = mean / whole
      sums.set(calculator, {
        counted: sum.counted + 1,
        weight: sum.weight + share,
        // in logarithms: twice too much and half of it even out
        ratio: sum.ratio + share * Math.log(Math.max(came, said / 1_000) / said)
      })
    }
  }
  return [...sums]
    .map(([calculator, { counted, weight, ratio }]): CalculatorHeld => {
      const factor = Math.exp(ratio / weight)
      return { calculator, counted, ratio: factor, runs: factor < 1 / off ? 'high' : factor > off ? 'low' : 'fits' }
    })
    .sort((a, b) => a.ratio - b.ratio)
}
