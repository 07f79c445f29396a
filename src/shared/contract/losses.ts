import { z } from 'zod'
import { day, flag, idOf, maybe, maybeText, type RowOf, text } from '../values/fields'
import { cliffFields } from '../records/incidents'
import { amountAboveZero, currency } from '../values/currency'
import { harmKinds, subjectKinds } from '../losses/model/harms'
import { byId, noInput, read, recordProcedures, write } from './procedure'
import type { Answer } from '../losses/questions/questions'
import type { Runs } from '../losses/model/runs'
import type { OwnQuantity, Quantity } from '../losses/model/quantity'
import type { GuardAnswerInput, IncidentLoss } from '../losses/engine/incident-loss'
import type { Figure } from '../losses/engine/incident-loss'
import type { IncidentWaiting } from '../losses/engine/incident-waiting'
import type { AnyId, Day, Id, Minor } from '../values/flavours'

// A quantity is checked against its field, where what is wrong can be said of the very number (losses/validate.ts), before it
// is stored or drawn. A shape here would refuse it first, and could only say that it does not fit.
/** A number that is not a reference to a driver. */
const ownQuantity = z.custom<OwnQuantity>()

/** What was given for each field of the calculator. */
const lineInputs = z.record(z.string().max(64), z.custom<Quantity | string | boolean>())

/** Where the customer's confirmation may stand. */
export const proofEntities = ['interaction', 'voice', 'evidence'] as const

export const lossLineFields = z.strictObject({
  incidentId: idOf('incident'),
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
  /** The record or file that a confirmation stands in; without it, a name and a day, nothing is confirmed. */
  proofEntity: maybe(z.enum(proofEntities)),
  proofId: maybe(idOf('interaction', 'voice', 'evidence')),
  /** Which harm it measures, where its calculator does not know. */
  harm: maybe(z.enum(harmKinds)),
  subjectKind: maybe(z.enum(subjectKinds)),
  /** What the harm was done to, in words, and the order that it is about. */
  subject: maybeText(200),
  orderId: maybe(idOf('order')),
  harmFrom: maybe(day),
  harmTo: maybe(day),
  /** Of what came back: it is set against every incident of a case. */
  wholeCase: flag.optional(),
  position: z.number().int().min(0).max(100_000).optional(),
  /** It goes on: what was given is so much per hour, day …; checked with its calculator, as quantities are. */
  runs: maybe(z.custom<Runs>())
})
export type LossLine = RowOf<'lossLine', typeof lossLineFields> & {
  calculatorVersion: number
  /** What it came to at its likely values when it was stored, in minor units of its own currency, and the day until which it counted. */
  reckoned: Minor | null
  reckonedOn: Day | null
}

export const driverFields = z.strictObject({
  incidentId: idOf('incident'),
  name: text(200),
  unit: z.string().max(40),
  quantity: ownQuantity,
  basis: maybeText(5_000)
})
export type Driver = RowOf<'driver', typeof driverFields>

/** A dated exchange rate that was used: one `from` is `rate` `to`. */
export const rateFields = z.strictObject({
  from: currency,
  to: currency,
  rate: z.number().positive().max(1e9),
  on: day,
  source: text(300)
})
export type Rate = RowOf<'rate', typeof rateFields>

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
export interface GuardAnswer extends GuardAnswerInput {
  leavesId: Id<'lossLine'> | null
  amount: Minor | null
  currency: string | null
  why: string
}

/** What an advocate may answer, and why. `leavesId` goes with both that have an effect, an amount with what is shared. */
export const guardAnswerFields = z.strictObject({
  key: z.string().max(300),
  answer: z.enum(['separate', 'contains', 'shares']),
  leavesId: maybe(idOf('lossLine')),
  amount: maybe(amountAboveZero),
  why: text(2_000)
})

/** The record that a line's confirmation stands in. */
export interface Proof {
  lineId: Id<'lossLine'>
  entity: (typeof proofEntities)[number]
  id: AnyId
  title: string
}

/** A line that a newer version of its calculator reckons otherwise than when it was stored; in minor units of its currency. */
export interface Upgraded {
  lineId: Id<'lossLine'>
  from: Minor
  to: Minor
  /** At its likely values, on the same day; null where it was not kept. */
  was: Minor | null
  is: Minor
}

/** The stored parts of an incident's loss, as the screen edits them. */
export interface LossSheet {
  lines: LossLine[]
  drivers: Driver[]
  rates: Rate[]
  answers: GuardAnswer[]
  /** What confirms lines, as far as it is still here. */
  proofs: Proof[]
  /** Answers to what an expert asks. */
  examined: Answer[]
  upgraded: Upgraded[]
}

/** How a loss ran: by each of some days, the last of them today or the day on which it ended. */
export interface RunningLoss {
  currency: string
  points: { on: Day; loss: Figure }[]
}

export const lossProcedures = {
  ...recordProcedures('lossLines', lossLineFields),
  ...recordProcedures('drivers', driverFields),
  ...recordProcedures('rates', rateFields),
  'losses.sheet': read<LossSheet>()(z.strictObject({ incidentId: idOf('incident') })),
  /** The simulated loss of an incident; with `edits`, as it would be with what is still being typed. */
  'losses.simulate': read<IncidentLoss>()(
    z.strictObject({
      incidentId: idOf('incident'),
      draws: z.number().int().min(100).max(200_000).optional(),
      edits: lossEdits.optional()
    })
  ),
  'losses.running': read<RunningLoss | null>()(z.strictObject({ incidentId: idOf('incident') })),
  /**
   * What waiting costs from now on; null when nothing grows and no dated step is ahead. `also`: days to have among the
   * points, if they lie ahead; `lookAt`: while nobody knows when the harm ends, the day to look at; `quick`: while one
   * types, the last day of as few draws as the days before it.
   */
  'losses.waiting': read<IncidentWaiting | null>()(
    z.strictObject({
      incidentId: idOf('incident'),
      also: z.array(day).max(10).optional(),
      lookAt: day.optional(),
      edits: waitingEdits.optional(),
      quick: z.boolean().optional()
    })
  ),
  'losses.order': write<{ id: string }>()(
    z.strictObject({ incidentId: idOf('incident'), lineIds: z.array(idOf('lossLine')).max(1_000) })
  ),
  'losses.answerGuard': write<{ id: string }>()(guardAnswerFields.extend({ incidentId: idOf('incident') })),
  'rates.list': read<Rate[]>()(noInput),
  'lossLines.get': read<LossLine>()(byId('lossLine'))
}
