import { z } from 'zod'
import { day, flag, idOf, instant, maybe, maybeText, moment, type RowOf, text, tiedIds } from '../values/fields'
import type { Clock } from '../values/clock'
import { amount, currency } from '../values/currency'
import { toldFields } from './events'
import { guardAnswerFields, type GuardAnswer } from '../contract/losses'
import { byId, read, recordProcedures, write } from '../contract/procedure'
import type { CaseExpected } from '../losses/engine/case-loss'
import type { Figure, IncidentLoss } from '../losses/engine/incident-loss'
import type { OwnQuantity } from '../losses/model/quantity'
import type { Remaining } from '../losses/engine/remaining'
import type { Pair } from '../options/weigh'
import { decisionFields, outcomeFields, type Decision, type Outcome } from './followed'
import { askingFields, type Asking, type AskingState, type Level } from './ladder'
import { objectionFields, type Objection } from './objections'
import { optionProcedures } from '../contract/options'
import { storyProcedures } from './story'
import { remedyFields, type Remedy } from './remedies'
import type { Day, Id, Minor, Moment } from '../values/flavours'

export const caseStates = ['draft', 'ready', 'decided', 'closed'] as const

/**
 * What a customer is worth: margin and chance of staying per period, discount rate of the same period; which convention,
 * over how many periods, and how much of the business the incident exposes. Money in minor units of the case's currency.
 */
const worthFields = z.strictObject({
  margin: maybe(amount),
  discount: maybe(z.number().min(0).max(10)),
  /** The chance that they stay over one period, before it happened, and after it with nothing done; each with its source. */
  before: maybe(z.custom<OwnQuantity>()),
  beforeSource: maybeText(500),
  /** The first margin comes now instead of after one period. */
  firstNow: z.boolean().optional(),
  /** Over so many periods; without an end when not said. */
  periods: maybe(z.number().int().min(1).max(200)),
  exposed: maybe(z.number().min(0).max(1)),
  acquisition: maybe(amount),
  source: maybeText(2_000)
})
export type Worth = z.output<typeof worthFields>

export const caseFields = z.strictObject({
  customerId: idOf('customer'),
  title: text(300),
  /** What is asked, in one sentence that can be answered with yes. */
  ask: maybeText(2_000),
  decider: maybeText(200),
  decideBy: maybe(day),
  /** What it costs to miss that date, in words. */
  ifMissed: maybeText(2_000),
  state: z.enum(caseStates).optional(),
  background: maybeText(20_000),
  customerThinks: maybeText(5_000),
  customerDoes: maybeText(5_000),
  customerSays: maybeText(5_000),
  customerFeels: maybeText(5_000),
  /** What of this nobody knows, and the voices that it rests on. */
  viewUnknown: maybeText(5_000),
  voiceIds: maybe(z.array(idOf('voice')).max(100)),
  /** Who recommends, is consulted, and acts; who decides is the decider. */
  recommendedBy: maybeText(500),
  consulted: maybeText(1_000),
  acts: maybeText(1_000),
  /** The rung of the workspace's ladder that it stands on, from 0. */
  level: z.number().int().min(0).max(20).optional(),
  /** What the customer is worth to us, with its inputs open. */
  worth: maybe(worthFields),
  recommendedId: maybe(idOf('option')),
  recommendation: maybeText(10_000),
  unknowns: maybeText(10_000),
  nextUpdateOn: maybe(day),
  nextUpdateBy: maybeText(200),
  currency,
  preparedBy: maybeText(200)
})
export type Case = RowOf<'case', typeof caseFields> & { number: number }

export const factFields = z.strictObject({
  caseId: idOf('case'),
  at: maybe(moment),
  words: text(100_000),
  /** What it was on the timeline, where it was taken from there. */
  told: maybe(toldFields),
  standing: z.enum(['undisputed', 'disputed', 'unknown']).optional(),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Fact = RowOf<'fact', typeof factFields>

export const welcomes = ['good', 'mixed', 'bad'] as const

export const optionFields = z.strictObject({
  caseId: idOf('case'),
  title: text(300),
  summary: maybeText(5_000),
  /** The option of doing nothing; every case has one. */
  nothing: flag.optional(),
  reversible: flag.optional(),
  /** The chance that the customer stays with this option, 0 to 1. */
  stay: maybe(z.number().min(0).max(1)),
  /** The same where it is not known exactly, and who says so. */
  stayRange: maybe(z.custom<OwnQuantity>()),
  staySource: maybeText(500),
  /** Why they would stay more likely than before it happened; without a reason they would not. */
  beyondWhy: maybeText(2_000),
  /** What the customer would think, do, say and feel, how welcome it would be, and what of this nobody knows. */
  thinks: maybeText(5_000),
  does: maybeText(5_000),
  says: maybeText(5_000),
  feels: maybeText(5_000),
  welcome: maybe(z.enum(welcomes)),
  viewUnknown: maybeText(5_000),
  voiceIds: maybe(z.array(idOf('voice')).max(100)),
  risks: maybeText(5_000),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Option = RowOf<'option', typeof optionFields>

/** What an option costs us and does; amounts in minor units of the case's currency. */
export interface OptionFigures {
  /** What it costs us on average. */
  cost: Minor
  /** What it costs us, as uncertain as that is. */
  costs: Figure
  /** What is left of the loss by the end of the harm; null where that is not known. */
  remaining: Remaining | null
  /** The share of draws in which it removes more of the loss than it costs us; null where nothing is known, or of one that costs nothing. */
  worth: number | null
  /** The same, begun a week later: what is left more of the loss. */
  weekLater: Figure | null
}

/** An option with its remedies added up. */
export interface OptionView extends Option, OptionFigures {
  remedies: Remedy[]
  /** Amounts that were typed, added up. */
  relief: Minor
  /** Days until the last remedy relieves, or null. */
  days: number | null
  /** The day on which one of its actions ends the harm; null when none does, or nobody knows when. */
  endsOn: Day | null
}

/** What was asked of whom, with where it stands. */
export interface AskingView extends Asking {
  state: AskingState
}

export interface CaseRow {
  id: Id<'case'>
  ref: string
  customerId: Id<'customer'>
  customer: string
  title: string
  ask: string | null
  decider: string | null
  decideBy: Day | null
  state: Case['state']
}

export interface CaseIncident {
  id: Id<'incident'>
  ref: string
  title: string
  began: Moment
  currency: string
  lines: number
  /** Null without lines, or where it cannot be had, as without an exchange rate. */
  loss: IncidentLoss | null
}

export interface FactView extends Fact {
  evidence: { id: Id<'evidence'>; ref: string; title: string }[]
}

export interface CaseView {
  case: Case
  ref: string
  customer: { id: Id<'customer'>; name: string; currency: string; clock: Clock }
  /** Whether its figures are in it; until they are, what is simulated is null. */
  counted: boolean
  incidents: CaseIncident[]
  /** Of all incidents together, simulated as a whole in the case's currency; null without lines or without a rate. */
  loss: IncidentLoss | null
  /** The loss by the end of the harm if nothing is done, and that day; what remedies are held against. */
  expected: CaseExpected | null
  /** Answers to the questions of `loss.guard`, which are about lines of two incidents. */
  answers: GuardAnswer[]
  /** What the lines of its incidents are called, by their ids. */
  lineTitles: Record<string, string>
  /** Incidents whose harm goes on until nobody knows when: `expected` and what options leave are then not known. */
  openEnded: string[]
  facts: FactView[]
  options: OptionView[]
  /** How likely each option beats each other, in the order of the options; null where nothing is known. */
  beats: Pair | null
  /** The dated steps of its incidents that lie ahead, which remedies may meet in time. */
  steps: { id: Id<'cliff'>; title: string; on: Day; amount: Minor; currency: string }[]
  /** The rungs of the workspace, and what was asked on them. */
  ladder: Level[]
  askings: AskingView[]
  /** How long nobody has decided since the first asking, and what was lost meanwhile; null where nothing was asked, or it is decided. */
  silence: { since: Day; days: number; cost: Figure | null } | null
  objections: Objection[]
  decision: Decision | null
  outcome: Outcome | null
}

/** What follows from simulating a case; as in `CaseView`. */
export interface CaseFigures extends Pick<CaseView, 'loss' | 'expected' | 'openEnded'> {
  caseId: Id<'case'>
  /** That in which they are. */
  currency: string
  /** By their ids. */
  incidents: Record<string, IncidentLoss | null>
  options: Record<string, OptionFigures>
  /** In the order of the options. */
  beats: Pair | null
  silenceCost: Figure | null
}

export const caseProcedures = {
  ...storyProcedures,
  ...optionProcedures,
  ...recordProcedures('cases', caseFields),
  ...recordProcedures('facts', factFields),
  ...recordProcedures('options', optionFields),
  ...recordProcedures('remedies', remedyFields),
  ...recordProcedures('outcomes', outcomeFields),
  ...recordProcedures('askings', askingFields),
  ...recordProcedures('objections', objectionFields),
  /** Takes a remedy that is there into another option of the same case, or out of it. */
  'options.take': write<{ id: Id<'option'> }>()(
    z.strictObject({ id: idOf('option'), remedyId: idOf('remedy'), taken: z.boolean() })
  ),
  /** Takes the case up to the next rung and records that it was put before them. */
  'cases.takeUp': write<{ id: Id<'case'> }>()(
    z.strictObject({
      id: idOf('case'),
      level: z.number().int().min(0).max(20),
      whom: text(300),
      words: maybeText(5_000),
      at: instant.optional()
    })
  ),
  /** Makes an option of a set of remedies, such as a bundle of the frontier. */
  'options.bundle': write<{ id: Id<'option'> }>()(
    z.strictObject({ caseId: idOf('case'), title: text(300), remedyIds: z.array(idOf('remedy')).min(1).max(200) })
  ),
  /** Begins a case; the incidents that it is about are tied to it in the same change. */
  'cases.create': write<{ id: Id<'case'> }>()(caseFields.extend({ id: idOf('case').optional(), incidentIds: tiedIds('incident') })),
  'cases.list': read<CaseRow[]>()(z.strictObject({ customerId: idOf('customer').optional() })),
  'cases.get': read<CaseView>()(byId('case')),
  /** A case without its figures, at once; and these, as soon as they are simulated. */
  'cases.argument': read<CaseView>()(byId('case')),
  'cases.figures': read<CaseFigures>()(byId('case')),
  'cases.tieIncident': write<{ id: Id<'case'> }>()(
    z.strictObject({ id: idOf('case'), incidentId: idOf('incident'), tied: z.boolean() })
  ),
  /** Answers a question about lines of two incidents of the case. */
  'cases.answerGuard': write<{ id: Id<'case'> }>()(guardAnswerFields.extend({ caseId: idOf('case') })),
  /** Takes the steps of the customer's timeline that were chosen as facts of the case. */
  'cases.addFacts': write<{ ids: string[] }>()(
    z.strictObject({
      id: idOf('case'),
      facts: z
        .array(z.strictObject({ at: maybe(moment), words: text(100_000), told: maybe(toldFields) }))
        .min(1)
        .max(500)
    })
  ),
  /** Records what was decided; the chosen option's remedies become promises to the customer when asked for. */
  'cases.decide': write<{ id: Id<'decision'>; promises: Id<'promise'>[] }>()(
    decisionFields.extend({ makePromises: z.boolean(), at: instant.optional() })
  )
}
