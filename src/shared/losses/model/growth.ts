import { m } from '../../messages/messages.js'
import type { Calculator, LineInputs, Message } from './calculator'
import { openEnds } from './open-end'
import type { Runs } from './runs'

/**
 * What time does to a calculator's result: it counts days itself (late days, an end that is left empty); a line of it may
 * run, so that one input, or with null the whole result, is so much per hour, day …; or it truly stays as it is, and why.
 */
export type Growth = { as: 'counts' } | { as: 'runs'; field: string | null; or?: readonly string[] } | { as: 'still'; why: Message }

const counts: Growth = { as: 'counts' }
const runs = (field: string | null, ...or: string[]): Growth => ({ as: 'runs', field, or })
const still = (why: Message): Growth => ({ as: 'still', why })

/** Of every calculator; a test holds the table against the list of calculators. */
export const growthOf: Readonly<Record<string, Growth>> = {
  'late-delivery': counts,
  'liquidated-damages': counts,
  'contingent-interruption': counts,
  demurrage: counts,
  'simple-interest': counts,
  'compound-interest': counts,
  'period-interest': counts,
  'late-payment-eu': counts,
  'late-payment-uk': counts,
  'lost-sales': runs('unitsShort'),
  'line-down': runs('hoursDown'),
  'idle-labour': runs('hoursIdle'),
  outage: runs('hoursDown'),
  expedite: runs('units'),
  'lost-profit': runs(null),
  scrap: runs('units'),
  rework: runs('units'),
  warranty: runs('claims'),
  returns: runs('units'),
  'poor-quality': runs(null),
  overcharge: runs('units'),
  'time-and-trouble': runs(null),
  'telecoms-uk': runs('repairDays', 'startDays'),
  'power-cut-gb': runs('hoursOff'),
  'plain-amount': runs(null),
  'own-formula': runs(null),
  'interruption-worksheet': still(m.growth_still_period),
  'gross-profit': still(m.growth_still_period),
  availability: still(m.growth_still_period),
  'provider-credit': still(m.growth_still_month),
  'seasonal-stock': still(m.growth_still_season),
  'flight-eu': still(m.growth_still_journey),
  'denied-boarding-us': still(m.growth_still_journey),
  'flight-refund-us': still(m.growth_still_journey),
  'rail-eu': still(m.growth_still_journey),
  'delay-repay-uk': still(m.growth_still_journey),
  'energy-standards-gb': still(m.growth_still_fixed),
  'carriage-limit': still(m.growth_still_fixed),
  'baggage-us': still(m.growth_still_fixed)
}

/** Takes a calculator as it is for one line; gives the inputs that may be so much per time, its own choice first; null stands for the whole result. */
export function runningFields(calculator: Calculator): (string | null)[] {
  const growth = growthOf[calculator.id]
  if (growth?.as !== 'runs') return []
  // an own formula names its inputs itself
  const named = calculator.fieldsFor ? calculator.fields.flatMap((field) => (field.kind === 'quantity' ? [field.id] : [])) : []
  return [growth.field, ...(growth.or ?? []), ...named]
}

/** Takes a line's calculator and how it runs; gives the input that is so much per time, or null when the whole result is. */
export function runningField(calculator: Calculator, { field }: Pick<Runs, 'field'>): string | null {
  const fields = runningFields(calculator)
  return field && fields.includes(field) ? field : (fields[0] ?? null)
}

/** Why a line stays as it is while the harm goes on; undefined when it grows. `unsaid`: it may go on, and nobody has said so. */
export function stillWhy(
  line: { calculator: string; inputs: LineInputs; runs?: Runs | null },
  calculator: Calculator
): 'unsaid' | 'own-end' | Message | undefined {
  const growth = growthOf[line.calculator]
  if (growth?.as === 'still') return growth.why
  if (growth?.as === 'runs') return line.runs ? undefined : 'unsaid'
  const counted = calculator.fields.some((field) => field.kind === 'quantity' && field.growsDaily && line.inputs[field.id])
  return counted || openEnds(calculator, line.inputs).length > 0 ? undefined : 'own-end'
}
