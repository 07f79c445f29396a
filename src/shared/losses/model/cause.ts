import { m } from '../../messages/messages.js'
import type { Calculator, ComputedPart, QuantityField } from './calculator'

/** Under this name a draw holds the share of the loss that is due to the incident. */
export const CAUSED = '+caused'
export const causedField: QuantityField = {
  kind: 'quantity',
  id: CAUSED,
  label: m.question_cause_share,
  meaning: m.question_cause_share_meaning,
  unit: 'share',
  min: 0,
  max: 1
}

/** Takes a line's calculator, gives it with the part of its result taken off that other causes brought about. */
export function inPart(calculator: Calculator): Calculator {
  const total = calculator.total ?? ((draw): number => calculator.compute(draw).total)
  return {
    ...calculator,
    compute: (draw) => {
      const whole = calculator.compute(draw)
      const share = Number(draw[CAUSED])
      const off: ComputedPart = {
        id: CAUSED,
        label: m.question_cause_off,
        amount: (share - 1) * whole.total,
        working: `${Number(((1 - share) * 100).toFixed(2))} %`
      }
      return { ...whole, lines: [...whole.lines, off], total: whole.total * share }
    },
    total: (draw) => total(draw) * Number(draw[CAUSED])
  }
}
