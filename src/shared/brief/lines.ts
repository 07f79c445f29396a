import type { Calculator, Draw } from '../losses/calculator'
import { calculatorFor } from '../losses/calculators'
import { distributionOf } from '../losses/distributions'
import type { LineFigure } from '../losses/incident-loss'
import type { Driver, LossLine } from '../losses'
import { toMinor } from '../money'
import { m } from '../messages/messages.js'
import type { IncidentFacts } from './facts'
import { confidences, statuses } from './labels'
import { pairs } from './page'
import { quantityNumber, quantityText } from './quantity'
import type { BriefLine, BriefTable } from './types'
import { dash, type Words } from './words'

/** Takes a loss line with its figure, gives everything that the appendix says of it. */
export function lineOf(line: LossLine, figure: LineFigure | undefined, incident: IncidentFacts, w: Words): BriefLine {
  const calculator = calculatorFor(line.calculator, line.inputs)
  const { drivers } = incident.sheet
  const { currency } = incident.view.incident
  const whole = (minor: number) => w.money(minor, currency, 'whole')
  const certain = figure && figure.p10 === figure.p90
  const exhibits = incident.view.evidence.filter(({ links }) => links.some(({ entity, id }) => entity === 'lossLine' && id === line.id))
  const confirmed =
    line.confirmedBy || line.confirmedOn
      ? [line.confirmedBy, line.confirmedOn && w.day(line.confirmedOn)].filter(Boolean).join(', ')
      : null
  return {
    title: line.title,
    calculator: calculator?.title({}, w.in) ?? line.calculator,
    status: statuses[line.status]({}, w.in),
    figures: !figure ? [] : certain
      ? [{ label: m.brief_amount({}, w.in), text: w.money(figure.p50, currency) }]
      : [
          { label: m.brief_p10({}, w.in), text: whole(figure.p10) },
          { label: m.brief_p50({}, w.in), text: whole(figure.p50) },
          { label: m.brief_p90({}, w.in), text: whole(figure.p90) },
          { label: m.brief_mean({}, w.in), text: whole(figure.mean) }
        ],
    formulaLabel: m.brief_formula({}, w.in),
    formula: calculator?.formula({}, w.in) ?? '',
    working: calculator ? workingOf(calculator, line, drivers, w) : null,
    inputs: calculator ? inputsOf(calculator, line, drivers, w) : null,
    facts: pairs(
      [m.brief_basis({}, w.in), line.basis],
      [m.brief_confidence_label({}, w.in), confidences[line.confidence]({}, w.in)],
      [m.brief_confirmed_by({}, w.in), confirmed],
      [m.brief_frequency({}, w.in), line.frequency ? frequencyText(line, drivers, w) : null],
      [m.brief_exhibits({}, w.in), exhibits.map(({ ref, title }) => `${ref} ${title}`).join('; ')],
      [m.brief_source({}, w.in), calculator?.sources.map(sourceText(w)).join('; ')]
    ),
    warnings: figure ? warningsOf(calculator, line, drivers, w) : []
  }
}

function sourceText(w: Words) {
  return ({ text, url, confirmed }: Calculator['sources'][number]) =>
    [text, url && `(${url})`, !confirmed && `[${m.brief_not_confirmed({}, w.in)}]`].filter(Boolean).join(' ')
}

function frequencyText(line: LossLine, drivers: readonly Driver[], w: Words): string {
  const { text, meaning } = quantityText(line.frequency!, 'count', line.currency, drivers, w)
  return `${text}, ${meaning}`
}


/** Each field at its likely value, as the explanation on screen shows it. */
function likelyDraw(calculator: Calculator, line: LossLine, drivers: readonly Driver[]): Draw {
  const draw: Draw = {}
  for (const field of calculator.fields) {
    const given = line.inputs[field.id]
    if (given === undefined) continue
    if (typeof given !== 'object') draw[field.id] = given
    else {
      const own = given.as === 'driver' ? drivers.find(({ id }) => id === given.driverId)?.quantity : given
      if (own) draw[field.id] = distributionOf(own).likely
    }
  }
  return draw
}

function workingOf(calculator: Calculator, line: LossLine, drivers: readonly Driver[], w: Words): BriefTable | null {
  let computed
  try {
    computed = calculator.compute(likelyDraw(calculator, line, drivers))
  } catch {
    return null
  }
  const amount = (value: number, unit: string | undefined) =>
    unit === undefined || unit === 'money' ? w.money(toMinor(value, line.currency), line.currency) : quantityNumber(value, unit, line.currency, w)
  return {
    caption: m.brief_working({}, w.in),
    columns: [{ label: m.brief_step({}, w.in) }, { label: m.brief_with_numbers({}, w.in), wide: true }, { label: m.brief_result({}, w.in), numeric: true }],
    rows: [
      ...computed.lines.map((part) => [part.label({}, w.in), part.working ?? '', amount(part.amount, part.unit)]),
      ...(computed.lines.filter(({ reference }) => !reference).length > 1
        ? [[m.brief_total({}, w.in), '', amount(computed.total, undefined)]]
        : [])
    ]
  }
}

function warningsOf(calculator: Calculator | undefined, line: LossLine, drivers: readonly Driver[], w: Words): string[] {
  try {
    return (calculator?.compute(likelyDraw(calculator, line, drivers)).warnings ?? []).map((warning) => warning({}, w.in))
  } catch {
    return []
  }
}

function inputsOf(calculator: Calculator, line: LossLine, drivers: readonly Driver[], w: Words): BriefTable | null {
  const rows = calculator.fields.flatMap((field) => {
    const given = line.inputs[field.id]
    if (given === undefined || given === '') return []
    const label = field.label({}, w.in)
    if (typeof given === 'object') {
      const unit = field.kind === 'quantity' ? field.unit : 'number'
      const { text, meaning } = quantityText(given, unit, line.currency, drivers, w)
      return [[label, text, meaning]]
    }
    if (field.kind === 'choice') return [[label, field.choices.find(({ id }) => id === given)?.label({}, w.in) ?? String(given), dash]]
    if (field.kind === 'date') return [[label, w.day(String(given)), dash]]
    if (field.kind === 'flag') return [[label, given ? m.brief_yes({}, w.in) : m.brief_no({}, w.in), dash]]
    return [[label, String(given), dash]]
  })
  if (!rows.length) return null
  return {
    caption: m.brief_inputs({}, w.in),
    columns: [{ label: m.brief_input({}, w.in) }, { label: m.brief_value({}, w.in) }, { label: m.brief_meaning({}, w.in), wide: true }],
    rows
  }
}
