import type { FrontierView, ReasonView, BundleView, ChangesView } from '../../shared/contract/options'
import type { Case } from '../../shared/records/cases'
import { planOf } from '../../shared/records/remedies'
import type { CaseDraws, CasePart } from '../../shared/losses/engine/case-draws'
import { simulateCase } from '../../shared/losses/engine/case-loss'
import type { TornadoRow } from '../../shared/losses/engine/incident-loss'
import { calculatorFor } from '../../shared/losses/model/all-calculators'
import { LossRefusal } from '../../shared/losses/model/input-error'
import { figureOf, meanOf } from '../../shared/losses/sampling/quantiles'
import { leftAfter } from '../../shared/losses/engine/relief'
import { bestFor, frontierOf, type Bundle } from '../../shared/options/bundles'
import { piecesOf, type Pieces } from '../../shared/options/pieces'
import { meanCost, type RemedyPlan } from '../../shared/options/plan'
import { reasonsOf } from '../../shared/options/reasons'
import { bestOf, switchesOf, withValue, type Varied, type Worth } from '../../shared/options/switches'
import { optionDraws } from '../../shared/options/weigh'
import { toMinor } from '../../shared/values/money'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf, Context } from '../handlers'
import { solve } from '../optimise'
import { mustFind } from '../records'
import { drawnLines } from '../simulation/drawn'
import { endsOf } from '../simulation/tasks'
import { caseParts } from './case-losses'
import { caseAnswers } from './guard-answers'
import { optionParts, plansOf, remediesOf, type OptionParts } from './options'
import type { Id, Major, Minor } from '../../shared/values/flavours'

/** As many as the best bundle is chosen by: means are then known to a few in a thousand. */
const DRAWS = 20_000
/** As many as tell which of two options wins. */
const FEW = 1_000
const MOST_FIGURES = 6
/** Options are alike whose difference is a smaller part of the loss than this. */
const ALIKE = 1e-4

interface Found {
  found: Case
  options: OptionParts[]
  parts: CasePart[]
  /** What its incidents are called. */
  titles: (readonly [id: string, title: string])[]
  draw: (draws: number, parts?: readonly CasePart[]) => { all: CaseDraws; loss: ReturnType<typeof simulateCase>['loss'] } | null
}

async function drawnCase(context: Context, caseId: Id<'case'>): Promise<Found> {
  const found = await mustFind<Case>(context.read, 'case', caseId)
  const options = await optionParts(context, caseId)
  const answers = await caseAnswers(context.read, caseId)
  const { rows, parts: simulated, today } = await caseParts(context, caseId)
  const parts = endsOf(simulated, today)
  const draw: Found['draw'] = (draws, given = parts) => {
    if (given.every(({ now }) => now.lines.length === 0)) return null
    try {
      const { weighed, loss } = simulateCase(given, found.currency, { reliefs: [], answers, draws, memo: drawnLines }, (all) => all)
      return weighed && { all: weighed, loss }
    } catch (error) {
      if (error instanceof LossRefusal) return null
      throw error
    }
  }
  return { found, options, parts, titles: rows.map(({ id, title }) => [id, title] as const), draw }
}

/** Lets other work in, and stops where the person wants no more of it. */
async function breathe({ signal }: Context): Promise<void> {
  await new Promise((go) => setImmediate(go))
  signal.throwIfAborted()
}

async function frontier(context: Context, caseId: Id<'case'>, budget: Minor | undefined): Promise<FrontierView | null> {
  const { found, options, draw } = await drawnCase(context, caseId)
  const drawn = draw(DRAWS)
  if (!drawn) return null
  const { all } = drawn
  const { currency } = found
  const remedies = remediesOf(options)
  const plans = remedies.map((remedy) => planOf(remedy, context.today))
  const pieces = piecesOf(all, plans)
  const { bundles, complete } = await frontierOf(pieces, solve, {
    step: async (done, of) => {
      context.onProgress(done, of, 'options_step_frontier')
      await breathe(context)
    }
  })
  const shown = (bundle: Bundle, within = bundle.cost): BundleView => bundleView(all, pieces, plans, bundle, within)
  const views: BundleView[] = []
  for (const bundle of bundles.toReversed()) {
    views.push(shown(bundle))
    await breathe(context)
  }
  return {
    currency,
    bundles: views,
    complete,
    remedies: remedies.map(({ id, words }, index) => ({ id, words, cost: pieces.remedies[index]!.cost })),
    options: plansOf(options, context.today).map((plan, index) => {
      const { left } = optionDraws(all, plan)
      const removed = figureOf(
        all.end.map((value, i) => value - left[i]!),
        currency
      )
      return {
        id: plan.id,
        title: options[index]!.title,
        cost: plan.remedies.reduce((sum, one) => sum + meanCost(one, all.last), 0),
        removed
      }
    }),
    asked: budget === undefined ? null : { ...shown(await bestFor(pieces, budget, solve), budget), budget }
  }
}

function bundleView(
  all: CaseDraws,
  pieces: Pieces,
  plans: readonly RemedyPlan[],
  { cost, taken }: Bundle,
  budget: Minor
): BundleView {
  const { currency } = all
  const left = leftAfter(
    all,
    plans.flatMap(({ parts }, index) => (taken[index] ? parts : []))
  )
  const money = (major: Major): number => toMinor(major, currency)
  const reasons = reasonsOf(pieces, taken, budget).map((reason): ReasonView => {
    if (reason.is === 'nothing') return reason
    const own = { ...reason, adds: money(reason.adds) }
    return own.is === 'excluded' ? { ...own, by: plans[own.by]!.id } : own
  })
  return {
    cost,
    removed: figureOf(
      all.end.map((value, i) => value - left[i]!),
      currency
    ),
    left: figureOf(left, currency),
    remedyIds: plans.filter((_, index) => taken[index]).map(({ id }) => id),
    reasons: Object.fromEntries(plans.map(({ id }, index) => [id, reasons[index]!]))
  }
}

async function changes(context: Context, caseId: Id<'case'>, optionId: Id<'option'>): Promise<ChangesView | null> {
  const { found, options, parts, titles, draw } = await drawnCase(context, caseId)
  const drawn = draw(DRAWS)
  if (!drawn || !options.some(({ id }) => id === optionId)) return null
  // of two that are alike the recommended one stands first, and wins
  const plans = plansOf(options, context.today).toSorted((a, b) => Number(b.id === optionId) - Number(a.id === optionId))
  const worths = (all: CaseDraws): Worth[] =>
    plans.map((plan) => {
      const { left, cost } = optionDraws(all, plan)
      return { id: plan.id, worth: meanOf(all.end) - meanOf(left) - meanOf(cost) }
    })
  const alike = (all: CaseDraws, given: readonly Worth[]): Worth[] => {
    const slight = Math.max(meanOf(all.end) * ALIKE, Number.MIN_VALUE)
    return given.map(({ id, worth }) => ({ id, worth: Math.round(worth / slight) * slight }))
  }
  const now = worths(drawn.all)
  const best = now.find(({ id }) => id === bestOf(alike(drawn.all, now))!.id)!
  const own = now.find(({ id }) => id === optionId)!
  const second = bestOf(now.filter(({ id }) => id !== optionId))
  const minor = (major: Major): number => toMinor(major, found.currency)
  const cost = meanOf(
    optionDraws(
      drawn.all,
      plans.find(({ id }) => id === optionId)!
    ).cost
  )
  const rows = variedOf(parts, drawn.loss.tornado, new Map(titles))
  const switches = await switchesOf(
    rows,
    optionId,
    (row, value) => {
      const few = draw(FEW, withValue(parts, row, value))
      return few ? alike(few.all, worths(few.all)) : []
    },
    async (done, of) => {
      context.onProgress(done, of, 'options_step_changes')
      await breathe(context)
    }
  )
  return {
    switches,
    better: best.id === optionId || best.worth <= own.worth ? null : { id: best.id, by: minor(best.worth - own.worth) },
    costs: second && second.worth < own.worth && cost > 0 ? { at: minor(cost + own.worth - second.worth), winner: second.id } : null
  }
}

/** The figures that are varied: until when each harm goes on, and what moves the loss most. */
function variedOf(parts: readonly CasePart[], tornado: readonly TornadoRow[], titles: ReadonlyMap<string, string>): Varied[] {
  const lasting = parts.flatMap(({ id, end }): Varied[] => {
    const quantity = end?.lasts?.quantity
    if (!quantity || quantity.as !== 'range') return []
    const name = `${titles.get(id) ?? ''}: ${m.options_harm_lasts()}`
    return [{ key: `end:${id}`, kind: 'end', name, unit: 'days', low: quantity.low, high: quantity.high }]
  })
  const lines = parts.flatMap(({ now }) => now.lines)
  const drivers = parts.flatMap(({ now }) => now.drivers)
  const figures = tornado.slice(0, MOST_FIGURES).map(({ key, kind, lineId, fieldId, driverId, unit, low, high }): Varied => {
    const line = lines.find(({ id }) => id === lineId)
    const field = line && calculatorFor(line.calculator, line.inputs)?.fields.find(({ id }) => id === fieldId)
    const name =
      kind === 'driver'
        ? (drivers.find(({ id }) => id === driverId)?.name ?? '')
        : `${line?.title ?? ''}: ${kind === 'frequency' ? m.brief_frequency() : (field?.label() ?? '')}`
    return {
      key,
      kind,
      name,
      unit,
      low,
      high,
      ...(lineId === undefined ? {} : { lineId }),
      ...(fieldId === undefined ? {} : { fieldId }),
      ...(driverId === undefined ? {} : { driverId })
    }
  })
  return [...lasting, ...figures]
}

export const frontierHandlers: Pick<HandlersOf<'options'>, 'options.frontier' | 'options.changes'> = {
  'options.frontier': (context, { caseId, budget }) => frontier(context, caseId, budget),
  'options.changes': (context, { caseId, optionId }) => changes(context, caseId, optionId)
}
