import type { Calculator, LineInputs } from './calculator'
import { dayNumber, isoDate } from '../calculators/dates'
import type { Day } from '../../values/flavours'

/** Takes a calculator and what a line gives it; gives the ids of the ends that are left empty while their beginning is given: they still go on. */
export function openEnds(calculator: Calculator, inputs: LineInputs): string[] {
  return calculator.fields.flatMap((field) =>
    field.kind === 'date' && field.endOf && !inputs[field.id] && inputs[field.endOf] ? [field.id] : []
  )
}

/** Takes what a line gives its calculator, and a day; gives it with everything that still goes on until that day. */
export function endedOn<I extends LineInputs>(calculator: Calculator, inputs: I, day: Day): I {
  return { ...inputs, ...Object.fromEntries(openEnds(calculator, inputs).map((id) => [id, day])) }
}

/** Takes an ISO date, gives the one so many days later. */
export function daysOn(date: string, days: number): Day {
  return isoDate((dayNumber(date) ?? 0) + days)
}
