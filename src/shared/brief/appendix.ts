import { guardText } from '../losses/guard'
import type { IncidentLoss } from '../losses/incident-loss'
import { m } from '../messages/messages.js'
import { distributionChart, linesChart, threeOf, tornadoChart, waitingChart } from './charts'
import type { BriefFacts, IncidentFacts } from './facts'
import { incidentKinds, incidentStates, statuses } from './labels'
import { lineOf } from './lines'
import { optionPart } from './optionPart'
import { longTexts, pairs, tellsCause } from './page'
import { quantityText } from './quantity'
import { exhibitPart, timelinePart, viewPart } from './records'
import type { BriefAppendix, BriefChart, BriefIncident, BriefTable } from './types'
import type { Words } from './words'

/** Takes a brief's facts, gives its appendix: every figure with where it comes from, the record, the exhibits, the method. */
export function appendixOf(facts: BriefFacts, w: Words): BriefAppendix {
  const long = longTexts(facts, w)
  const parts = {
    loss: facts.incidents.length ? { id: 'loss', heading: m.brief_part_loss({}, w.in), ...lossPart(facts, w) } : null,
    options: optionPart(facts, w),
    timeline: { id: 'timeline', heading: m.brief_part_timeline({}, w.in), ...timelinePart(facts, w) },
    view: { id: 'view', heading: m.brief_part_view({}, w.in), ...viewPart(facts, w) },
    exhibits: { id: 'exhibits', heading: m.brief_part_exhibits({}, w.in), ...exhibitPart(facts, w) },
    texts: long.length ? { id: 'texts', heading: m.brief_part_texts({}, w.in), facts: long } : null,
    method: { id: 'method', heading: m.brief_part_method({}, w.in), ...methodPart(facts, w) }
  }
  const letters = 'ABCDEFGH'
  const contents: BriefAppendix['contents'] = []
  for (const part of Object.values(parts)) {
    if (!part) continue
    part.heading = `${letters[contents.length]}. ${part.heading}`
    contents.push({ id: part.id, text: part.heading })
  }
  return { heading: m.brief_appendix({}, w.in), contents, ...parts }
}

function lossPart(facts: BriefFacts, w: Words): { text: string; charts: BriefChart[]; incidents: BriefIncident[] } {
  // the pictures of the whole stand once; where there is one incident they are that incident's own
  const several = facts.incidents.filter(({ loss }) => loss).length > 1
  const charts = several && facts.view.loss && facts.view.loss.p10 !== facts.view.loss.p90 ? [distributionChart(facts.view.loss, w)] : []
  return { text: several ? m.brief_several({}, w.in) : m.brief_loss_intro({}, w.in), charts, incidents: facts.incidents.map((one) => incidentOf(facts, one, w)) }
}

function incidentOf(facts: BriefFacts, one: IncidentFacts, w: Words): BriefIncident {
  const { view, loss, sheet } = one
  const { incident } = view
  const span = [incident.began, incident.ended].flatMap((at) => (at ? [w.moment(at, facts.customer.timeZone)] : []))
  return {
    heading: `${view.ref} ${incident.title}`,
    facts: pairs(
      [m.brief_kind({}, w.in), incidentKinds[incident.kind]({}, w.in)],
      [m.brief_when({}, w.in), span.join(' – ')],
      [m.brief_state({}, w.in), incidentStates[incident.state]({}, w.in)],
      [m.brief_what_happened({}, w.in), incident.whatHappened],
      [m.brief_touched({}, w.in), incident.touched],
      [m.brief_could_not({}, w.in), incident.couldNotHappen],
      [m.brief_cause({}, w.in), tellsCause(incident, facts.audience) && incident.cause],
      [m.brief_containment({}, w.in), incident.containment]
    ),
    summary: loss ? summaryTable(loss, w) : null,
    charts: loss ? chartsOf(one, loss, w) : [],
    linesHeading: m.brief_lines({}, w.in),
    lines: sheet.lines.map((line) => lineOf(line, loss?.byLine.find(({ id }) => id === line.id), one, w)),
    drivers: driversTable(one, w),
    guard: facts.audience === 'leadership' && loss ? guardPart(one, loss, w) : null,
    cliffs: cliffsTable(one, w),
    rates: loss ? ratesTable(loss, w) : null
  }
}

function chartsOf(one: IncidentFacts, loss: IncidentLoss, w: Words): BriefChart[] {
  const { sheet, waiting } = one
  const charts: (BriefChart | null)[] = []
  if (loss.byLine.length > 1) charts.push(linesChart(loss, sheet.lines, w))
  if (loss.p10 !== loss.p90) charts.push(distributionChart(loss, w))
  charts.push(tornadoChart(loss, sheet.lines, sheet.drivers, w))
  if (waiting) charts.push(waitingChart(waiting, w))
  return charts.filter((chart) => chart !== null)
}

function summaryTable(loss: IncidentLoss, w: Words): BriefTable {
  const row = (label: string, figure: Parameters<typeof threeOf>[0]) => [label, ...threeOf(figure, loss.currency, w), w.money(figure.mean, loss.currency, 'whole')]
  const kinds = (['confirmed', 'estimated', 'recovered', 'compensated'] as const).filter((kind) => loss.byStatus[kind].mean !== 0)
  const back = kinds.some((kind) => kind === 'recovered' || kind === 'compensated')
  return {
    caption: m.brief_summary({}, w.in),
    columns: [{ label: m.brief_status({}, w.in), wide: true }, ...['P10', 'P50', 'P90', m.brief_mean({}, w.in)].map((label) => ({ label, numeric: true }))],
    rows: [
      ...kinds.map((kind) => row(statuses[kind]({}, w.in), loss.byStatus[kind])),
      ...(back ? [row(m.brief_gross({}, w.in), loss.gross)] : []),
      row(m.brief_net({}, w.in), loss)
    ]
  }
}

function driversTable({ sheet, view }: IncidentFacts, w: Words): BriefTable | null {
  if (!sheet.drivers.length) return null
  return {
    caption: m.brief_shared({}, w.in),
    columns: [
      { label: m.brief_quantity({}, w.in) }, { label: m.brief_value({}, w.in) }, { label: m.brief_meaning({}, w.in), wide: true }, { label: m.brief_basis({}, w.in), wide: true }
    ],
    rows: sheet.drivers.map((driver) => {
      const { text, meaning } = quantityText(driver.quantity, driver.unit, view.incident.currency, [], w)
      return [driver.name, text, meaning, driver.basis ?? '']
    })
  }
}

function guardPart({ sheet, view }: IncidentFacts, loss: IncidentLoss, w: Words): BriefIncident['guard'] {
  if (!loss.guard.length) return null
  const titles = Object.fromEntries(sheet.lines.map(({ id, title }) => [id, title]))
  return {
    heading: m.brief_guard({}, w.in),
    rows: loss.guard.map((row) => {
      const given = sheet.answers.find(({ key }) => key === row.key)
      const answer = !given
        ? m.brief_guard_unanswered({}, w.in)
        : (given.answer === 'separate' ? m.brief_guard_separate : m.brief_guard_overlap)({ why: given.why }, w.in)
      return { ...guardText(row, titles, w.in.locale), atStake: m.brief_guard_stake({ amount: w.money(row.atStake, view.incident.currency, 'estimate') }, w.in), answer }
    })
  }
}

function cliffsTable({ view }: IncidentFacts, w: Words): BriefTable | null {
  if (!view.cliffs.length) return null
  return {
    caption: m.brief_cliffs({}, w.in),
    columns: [
      { label: m.brief_on({}, w.in), keep: true }, { label: m.brief_what({}, w.in), wide: true }, { label: m.brief_amount({}, w.in), numeric: true }, { label: m.brief_basis({}, w.in), wide: true }
    ],
    rows: view.cliffs.map(({ on, title, amount, basis }) => [w.day(on), title, w.money(amount, view.incident.currency), basis ?? ''])
  }
}

function ratesTable(loss: IncidentLoss, w: Words): BriefTable | null {
  if (!loss.rates.length) return null
  return {
    caption: m.brief_rates({}, w.in),
    columns: [{ label: m.brief_rate({}, w.in), wide: true }, { label: m.brief_on({}, w.in), keep: true }, { label: m.brief_source({}, w.in), wide: true }],
    rows: loss.rates.map(({ from, to, rate, on, source }) => [`1 ${from} = ${w.number(rate, 6)} ${to}`, w.day(on), source])
  }
}

function methodPart(facts: BriefFacts, w: Words): { paragraphs: string[]; facts: { label: string; text: string }[] } {
  const simulated = facts.incidents.flatMap(({ loss }) => (loss ? [loss] : []))
  const first = simulated[0]
  const leads = facts.audience === 'leadership'
  return {
    paragraphs: [
      ...(first ? [m.loss_method_note({ draws: w.number(first.draws), seed: String(first.seed) }, w.in), m.brief_method_figures({}, w.in)] : []),
      m.brief_method_status({}, w.in),
      ...(leads ? [m.brief_method_stay({}, w.in)] : []),
      m.brief_method_journal({}, w.in)
    ],
    facts: pairs(
      [m.brief_made_at({}, w.in), w.moment(facts.now)],
      [m.brief_entries({}, w.in), w.number(facts.journal.entries)],
      [m.brief_head({}, w.in), facts.journal.head]
    )
  }
}
