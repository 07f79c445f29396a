import { z } from 'zod'
import { day, id, maybe, maybeText, text, type RowOf } from '../values/fields'
import { cliffFields } from '../records/incidents'
import { currency } from '../values/currency'
import { byId, noInput, read, recordProcedures, write } from './procedure'
import type { Runs } from '../losses/model/runs'
import type { OwnQuantity, Quantity } from '../losses/model/quantity'
import type { IncidentLoss } from '../losses/engine/incident-loss'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'

// A quantity is checked against its field, where what is wrong can be said of the very number (losses/validate.ts), before it
// is stored or drawn. A shape here would refuse it first, and could only say that it does not fit.
/** A number that is not a reference to a driver. */
const ownQuantity = z.custom<OwnQuantity>()

/** What was given for each field of the calculator. */
const lineInputs = z.record(z.string().max(64), z.custom<Quantity | string | boolean>())

export const lossLineFields = z.strictObject({
  incidentId: id,
  title: text(200),
  calculator: z.string().min(1).max(64),
  inputs: lineInputs,
  currency,
  status: z.enum(['estimated', 'confirmed', 'recovered', 'compensated']).optional(),
  confidence: z.enum(['low', 'medium', 'high']).optional(),
  /** How often it happened when it is not once; a Poisson number of separate draws is summed. */
  frequency: maybe(ownQuantity),
  /** Where the inputs come from. */
  basis: maybeText(5_000),
  confirmedBy: maybeText(200),
  confirmedOn: maybe(day),
  position: z.number().int().min(0).max(100_000).optional(),
  /** It goes on: what was given is so much per hour, day …; checked with its calculator, as quantities are. */
  runs: maybe(z.custom<Runs>())
})
export type LossLine = RowOf<typeof lossLineFields> & { calculatorVersion: number }

export const driverFields = z.strictObject({
  incidentId: id,
  name: text(200),
  unit: z.string().max(40),
  quantity: ownQuantity,
  basis: maybeText(5_000)
})
export type Driver = RowOf<typeof driverFields>

/** A dated exchange rate that was used: one `from` is `rate` `to`. */
export const rateFields = z.strictObject({
  from: currency,
  to: currency,
  rate: z.number().positive().max(1e9),
  on: day,
  source: text(300)
})
export type Rate = RowOf<typeof rateFields>

const typed = { id: z.string().max(64) }
const atMost = 200

/** What is being typed, not stored yet. Each takes the place of the stored one with its id, or comes after the last. */
const lossEdits = z.strictObject({
  lines: z
    .array(lossLineFields.omit({ incidentId: true }).extend(typed))
    .max(atMost)
    .optional(),
  drivers: z
    .array(driverFields.omit({ incidentId: true }).extend(typed))
    .max(atMost)
    .optional()
})
const waitingEdits = lossEdits.extend({
  cliffs: z
    .array(cliffFields.omit({ incidentId: true }).extend(typed))
    .max(atMost)
    .optional()
})

/** The advocate's answer to a warning that two lines may count one harm twice. */
export interface GuardAnswer {
  key: string
  answer: 'separate' | 'overlap'
  why: string
}

/** The stored parts of an incident's loss, as the screen edits them. */
export interface LossSheet {
  lines: LossLine[]
  drivers: Driver[]
  rates: Rate[]
  answers: GuardAnswer[]
}

export const lossProcedures = {
  ...recordProcedures('lossLines', lossLineFields),
  ...recordProcedures('drivers', driverFields),
  ...recordProcedures('rates', rateFields),
  'losses.sheet': read<LossSheet>()(z.strictObject({ incidentId: id })),
  /** The simulated loss of an incident; with `edits`, as it would be with what is still being typed. */
  'losses.simulate': read<IncidentLoss>()(
    z.strictObject({ incidentId: id, draws: z.number().int().min(100).max(200_000).optional(), edits: lossEdits.optional() })
  ),
  /**
   * What waiting costs from now on; null when nothing grows and no dated step is ahead. `also`: days to have among the
   * points, if they lie ahead; `lookAt`: while nobody knows when the harm ends, the day to look at; `quick`: while one
   * types, the last day of as few draws as the days before it.
   */
  'losses.waiting': read<IncidentWaiting | null>()(
    z.strictObject({
      incidentId: id,
      also: z.array(day).max(10).optional(),
      lookAt: day.optional(),
      edits: waitingEdits.optional(),
      quick: z.boolean().optional()
    })
  ),
  'losses.order': write<{ id: string }>()(z.strictObject({ incidentId: id, lineIds: z.array(id).max(1_000) })),
  'losses.answerGuard': write<{ id: string }>()(
    z.strictObject({ incidentId: id, key: z.string().max(300), answer: z.enum(['separate', 'overlap']), why: text(2_000) })
  ),
  'rates.list': read<Rate[]>()(noInput),
  'lossLines.get': read<LossLine>()(byId)
}
