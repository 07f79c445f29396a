import type { IncidentLoss } from '../losses/engine/incident-loss'
import { movedTogether } from '../losses/engine/summary'
import { m } from '../messages/messages.js'
import { chanceChart } from './chance'
import { distributionChart } from './charts'
import type { BriefFacts } from './facts'
import { guardTable, incidentOf, ratesTable, summaryTable } from './incident'
import type { Marks, Part } from './marks'
import { optionPart } from './optionPart'
import { longTexts } from './page'
import { pairs } from './pieces'
import { questionsTable } from './questions'
import { exhibitPart, timelinePart, viewPart } from './records'
import type { BriefAppendix } from './types'
import { aheadTable } from './waiting'
import type { Words } from './words'
import type { Minor } from '../values/flavours'

/** Takes a brief's facts, gives its appendix: every figure with where it comes from, the record, the exhibits, the method. */
export function appendixOf(facts: BriefFacts, marks: Marks, w: Words): BriefAppendix {
  const long = longTexts(facts, w)
  const parts = {
    loss: marks.has('loss') ? { id: 'loss', heading: m.brief_part_loss({}, w.in), ...lossPart(facts, marks, w) } : null,
    options: marks.has('options') ? optionPart(facts, marks, w) : null,
    timeline: marks.has('timeline')
      ? { id: 'timeline', heading: m.brief_part_timeline({}, w.in), ...timelinePart(facts, marks, w) }
      : null,
    view: marks.has('view') ? { id: 'view', heading: m.brief_part_view({}, w.in), ...viewPart(facts, w) } : null,
    exhibits: marks.has('exhibits')
      ? { id: 'exhibits', heading: m.brief_part_exhibits({}, w.in), ...exhibitPart(facts, marks, w) }
      : null,
    texts: marks.has('texts') ? { id: 'texts', heading: m.brief_part_texts({}, w.in), facts: long } : null,
    method: marks.has('method') ? { id: 'method', heading: m.brief_part_method({}, w.in), ...methodPart(facts, w) } : null
  }
  const contents: BriefAppendix['contents'] = []
  for (const part of Object.values(parts)) {
    if (!part) continue
    part.heading = `${marks.part(part.id as Part).text}. ${part.heading}`
    contents.push({ id: part.id, text: part.heading })
  }
  return { heading: m.brief_appendix({}, w.in), contents, ...parts }
}

function lossPart(facts: BriefFacts, marks: Marks, w: Words): Omit<NonNullable<BriefAppendix['loss']>, 'id' | 'heading'> {
  const { view } = facts
  // what is said of the whole stands once; where there is one incident it is that incident's own
  const several = facts.incidents.filter(({ loss }) => loss).length > 1
  const { loss } = view
  const known = facts.incidents.flatMap((one) => one.loss?.rates ?? [])
  const rates =
    loss?.rates.filter((rate) => !known.some(({ from, to, on }) => from === rate.from && to === rate.to && on === rate.on)) ?? []
  return {
    text: several && loss ? m.brief_several({}, w.in) : m.brief_loss_intro({}, w.in),
    summary: several && loss ? summaryTable(loss, w) : null,
    ahead: aheadTable(view, w),
    charts:
      several && loss && loss.p10 !== loss.p90
        ? [distributionChart(loss, w), chanceChart(loss, w)].filter((chart) => chart !== null)
        : [],
    incidents: facts.incidents.map((one) => incidentOf(facts, one, marks, w)),
    guard:
      facts.audience === 'leadership' && loss
        ? guardTable(
            m.brief_guard_across({}, w.in),
            loss,
            view.answers,
            view.lineTitles,
            (key) => facts.changed[`${view.case.id}:${key}`],
            w
          )
        : null,
    rates: ratesTable(rates, w)
  }
}

/** Says that lines move independently, with what it would be if they did not; and why likely and middle part. */
function spreadTexts(loss: IncidentLoss, w: Words): string[] {
  const money = (minor: Minor) => w.money(minor, loss.currency, 'estimate')
  const together = movedTogether(loss)
  const [low, high] = [money(loss.gross.p10), money(loss.gross.p90)]
  const apart = money(loss.likely) !== money(loss.p50)
  return [
    ...(together ? [m.brief_method_independent({ low, high, apart: money(together.p10), beyond: money(together.p90) }, w.in)] : []),
    ...(apart ? [m.brief_method_likely({ likely: money(loss.likely), middle: money(loss.p50) }, w.in)] : [])
  ]
}

function methodPart(facts: BriefFacts, w: Words): Omit<NonNullable<BriefAppendix['method']>, 'id' | 'heading'> {
  const simulated = [facts.view.loss, ...facts.incidents.map(({ loss }) => loss)].find((loss) => loss)
  const leads = facts.audience === 'leadership'
  const steps = facts.incidents.some(({ view }) => view.cliffs.length > 0)
  return {
    paragraphs: [
      ...(simulated
        ? [
            m.loss_method_note({ draws: w.number(simulated.draws), seed: String(simulated.seed) }, w.in),
            m.brief_method_figures({}, w.in),
            m.brief_method_sums({}, w.in),
            ...spreadTexts(facts.view.loss ?? simulated, w)
          ]
        : []),
      m.brief_method_status({}, w.in),
      ...(facts.incidents.some(({ waiting }) => waiting?.end.as === 'range') ? [m.brief_method_end_range({}, w.in)] : []),
      ...(facts.view.expected?.until ? [m.brief_method_ahead({}, w.in)] : steps ? [m.brief_method_steps({}, w.in)] : []),
      ...(leads ? [m.brief_method_stay({}, w.in)] : []),
      m.brief_method_evidence({}, w.in),
      m.brief_method_journal({}, w.in)
    ],
    ...(leads && facts.incidents.length ? { questions: facts.incidents.map((one) => questionsTable(facts, one, w)) } : {}),
    facts: pairs(
      [m.brief_made_at({}, w.in), w.moment(facts.now, w.home)],
      [m.brief_entries({}, w.in), w.number(facts.journal.entries)],
      [m.brief_head({}, w.in), facts.journal.head]
    )
  }
}
