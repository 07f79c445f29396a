import { answerText, guardText, stakeText } from '../losses/engine/guard-text'
import type { DatedRate, Figure, IncidentLoss } from '../losses/engine/incident-loss'
import { m } from '../messages/messages.js'
import { chanceChart } from './chance'
import { distributionChart, linesChart, tornadoChart, waitingChart } from './charts'
import type { BriefFacts, IncidentFacts } from './facts'
import { incidentKinds, incidentStates, statuses } from './labels'
import { changedText, lineOf } from './lines'
import type { Marks } from './marks'
import { meanOf, pairs, tellsCause, threeLabels, threeOf } from './pieces'
import { quantityText } from './quantity'
import type { GuardAnswer } from '../contract/losses'
import type { BriefChart, BriefGuards, BriefIncident, BriefTable } from './types'
import { dash, type Words } from './words'
import type { Minor } from '../values/flavours'

/** Takes one incident of a brief, gives its part of the appendix: what happened, its figures, each line, what it rests on. */
export function incidentOf(facts: BriefFacts, one: IncidentFacts, marks: Marks, w: Words): BriefIncident {
  const { view, loss, sheet } = one
  const { incident } = view
  const leads = facts.audience === 'leadership'
  const span = [incident.began, incident.ended].flatMap((at) => (at ? [w.moment(at, facts.customer.timeZone)] : []))
  // names of ours are no business of the customer's
  const changed = leads ? facts.changed : {}
  return {
    id: marks.incident(incident.id),
    heading: `${view.ref} ${incident.title}`,
    facts: pairs(
      [m.brief_kind({}, w.in), incidentKinds[incident.kind]({}, w.in)],
      [m.brief_when({}, w.in), span.join(' – ')],
      [m.brief_state({}, w.in), incidentStates[incident.state]({}, w.in)],
      [m.brief_what_happened({}, w.in), incident.whatHappened],
      [m.brief_touched({}, w.in), incident.touched],
      [m.brief_could_not({}, w.in), incident.couldNotHappen],
      [m.brief_cause({}, w.in), tellsCause(incident, facts.audience) && incident.cause],
      [m.brief_containment({}, w.in), incident.containment],
      [m.brief_end_of_harm({}, w.in), endText(one, w)]
    ),
    none: loss
      ? null
      : sheet.lines.length
        ? m.brief_lines_no_rate({ currency: incident.currency }, w.in)
        : m.brief_no_lines({}, w.in),
    summary: loss ? summaryTable(loss, w) : null,
    charts: loss ? chartsOf(one, loss, marks, w) : [],
    linesHeading: m.brief_lines({}, w.in),
    lines: sheet.lines.map((line) =>
      lineOf(
        line,
        loss?.byLine.find(({ id }) => id === line.id),
        one,
        w,
        { marks, changed }
      )
    ),
    drivers: driversTable(one, marks, changed, w),
    guard: leads && loss ? guardPart(one, loss, changed, w) : null,
    cliffs: cliffsTable(one, changed, w),
    rates: loss ? ratesTable(loss.rates, w) : null
  }
}

/** When the harm ends and who says so; nothing where time does not matter, as no line grows and no step is ahead. */
function endText({ view, waiting }: IncidentFacts, w: Words): string | null {
  const { end, follows, basis } = view.harmEnd
  if (end.as === 'unknown') return waiting ? m.brief_end_unknown({}, w.in) : null
  const day =
    end.as === 'day'
      ? w.day(end.on)
      : m.brief_end_between({ from: w.day(end.earliest), to: w.day(end.latest), likely: w.day(end.likely) }, w.in)
  const named = follows ? m.brief_end_with({ date: day, name: `${follows.ref} ${follows.title}` }, w.in) : day
  return w.list([named, basis ?? (follows ? null : m.brief_end_no_source({}, w.in))])
}

function chartsOf({ sheet, view, waiting }: IncidentFacts, loss: IncidentLoss, marks: Marks, w: Words): BriefChart[] {
  const charts: (BriefChart | null)[] = []
  if (loss.byLine.length > 1) charts.push(linesChart(loss, sheet.lines, w))
  if (loss.p10 !== loss.p90) charts.push(distributionChart(loss, w), chanceChart(loss, w))
  charts.push(tornadoChart(loss, sheet.lines, sheet.drivers, w))
  const ahead = waiting && waitingChart(waiting, w)
  if (ahead) charts.push({ ...ahead, id: marks.waiting(view.incident.id) })
  return charts.filter((chart) => chart !== null)
}

/** What was lost by whose word it is, then what came back, then what is left: each apart, none of them added silently. */
export function summaryTable(loss: IncidentLoss, w: Words): BriefTable {
  const row = (label: string, { p10, p50, p90, mean }: Figure, back = false) => {
    // what came back is subtracted: it is largest where the rest is smallest
    const shown = back ? { p10: -p90, p50: -p50, p90: -p10, mean: -mean } : { p10, p50, p90, mean }
    return [label, ...threeOf(shown, loss.currency, w), meanOf(shown, loss.currency, w)]
  }
  const there = (kind: keyof IncidentLoss['byStatus']) => loss.byStatus[kind].mean !== 0
  const lost = (['confirmed', 'estimated'] as const).filter(there)
  const back = (['recovered', 'compensated'] as const).filter(there)
  const rows = [
    ...lost.map((kind) => row(statuses[kind]({}, w.in), loss.byStatus[kind])),
    ...(back.length ? [row(m.brief_gross({}, w.in), loss.gross)] : []),
    ...back.map((kind) => row(statuses[kind]({}, w.in), loss.byStatus[kind], true)),
    row(m.brief_net({}, w.in), loss)
  ]
  return {
    caption: m.brief_summary({}, w.in),
    columns: [
      { label: m.brief_status({}, w.in), wide: true },
      ...[...threeLabels(w), m.brief_mean({}, w.in)].map((label) => ({ label, numeric: true }))
    ],
    rows,
    sums: [...(back.length ? [lost.length] : []), rows.length - 1]
  }
}

/** Where a value comes from, and who put it there last. */
const basisText = (basis: string | null, change: { by: string; at: string } | undefined, w: Words): string => {
  const known = changedText(change, w)
  return [basis, known && m.brief_changed_by({ text: known }, w.in)].filter(Boolean).join('\n') || dash
}

function driversTable({ sheet, view }: IncidentFacts, marks: Marks, changed: BriefFacts['changed'], w: Words): BriefTable | null {
  if (!sheet.drivers.length) return null
  const id = marks.driver(sheet.drivers[0]!.id)?.to
  return {
    caption: m.brief_shared({}, w.in),
    columns: [
      { label: m.brief_quantity({}, w.in) },
      { label: m.brief_value({}, w.in) },
      { label: m.brief_meaning({}, w.in), wide: true },
      { label: m.brief_basis({}, w.in), wide: true }
    ],
    rows: sheet.drivers.map((driver) => {
      const { text, meaning } = quantityText(driver.quantity, driver.unit, view.incident.currency, [], w)
      return [driver.name, text, meaning, basisText(driver.basis, changed[driver.id], w)]
    }),
    ...(id ? { ids: [id] } : {})
  }
}

function guardPart(
  { sheet, view }: IncidentFacts,
  loss: IncidentLoss,
  changed: BriefFacts['changed'],
  w: Words
): BriefGuards | null {
  const titles = Object.fromEntries(sheet.lines.map(({ id, title }) => [id, title]))
  return guardTable(m.brief_guard({}, w.in), loss, sheet.answers, titles, (key) => changed[`${view.incident.id}:${key}`], w)
}

/** Takes a loss with its questions and what was answered; gives each with its stake, its answer and who gave it. */
export function guardTable(
  heading: string,
  { guard, currency }: IncidentLoss,
  answers: readonly GuardAnswer[],
  titles: Readonly<Record<string, string>>,
  changeOf: (key: string) => { by: string; at: string } | undefined,
  w: Words
): BriefGuards | null {
  if (!guard.length) return null
  const money = (minor: Minor, of: string) => w.money(minor, of)
  return {
    heading,
    rows: guard.map((row) => {
      const given = answers.find(({ key }) => key === row.key)
      const known = given && changedText(changeOf(row.key), w)
      const answer = answerText(row, given, { titles, money, locale: w.in.locale })
      return {
        ...guardText(row, titles, w.in.locale),
        atStake: stakeText(row, w.money(row.atStake, currency, row.certain ? 'exact' : 'estimate'), w.in.locale),
        answer: [answer, known && `(${known})`].filter(Boolean).join(' ')
      }
    })
  }
}

function cliffsTable({ view }: IncidentFacts, changed: BriefFacts['changed'], w: Words): BriefTable | null {
  if (!view.cliffs.length) return null
  return {
    caption: m.brief_cliffs({}, w.in),
    columns: [
      { label: m.brief_on({}, w.in), keep: true },
      { label: m.brief_what({}, w.in), wide: true },
      { label: m.brief_amount({}, w.in), numeric: true },
      { label: m.brief_basis({}, w.in), wide: true }
    ],
    rows: view.cliffs.map(({ id, on, title, amount, basis }) => [
      w.day(on),
      title,
      w.money(amount, view.incident.currency),
      basisText(basis, changed[id], w)
    ])
  }
}

/** The rates that figures were converted with, each with its day and who published it. */
export function ratesTable(rates: readonly DatedRate[], w: Words): BriefTable | null {
  if (!rates.length) return null
  return {
    caption: m.brief_rates({}, w.in),
    columns: [
      { label: m.brief_rate({}, w.in), wide: true },
      { label: m.brief_on({}, w.in), keep: true },
      { label: m.brief_source({}, w.in), wide: true }
    ],
    rows: rates.map(({ from, to, rate, on, source, later }) => [
      `1 ${from} = ${w.number(rate, 6)} ${to}`,
      w.day(on),
      later ? `${source} (${m.brief_rate_later({}, w.in)})` : source
    ])
  }
}
