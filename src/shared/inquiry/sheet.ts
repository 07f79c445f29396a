import type { BriefFacts, IncidentFacts } from '../brief/facts'
import { runsText } from '../brief/lines'
import { pageNumber } from '../brief/page-number'
import { quantityText, unitText } from '../brief/quantity'
import { wordsOf, type Words } from '../brief/words'
import { calculatorFor } from '../losses/model/all-calculators'
import { asConfirmed } from '../losses/model/confirmed'
import { m } from '../messages/messages.js'
import { fileName } from '../values/file-name'
import type { Language } from '../values/languages'
import { quantitiesOf, type Quantified } from './quantities'
import type { AskedPart, AskedRow, QuestionSheet } from './types'

/** Takes what the workspace knows of a case and a language; gives the questions to its customer. What they have confirmed is not asked again. */
export function questionSheet(facts: BriefFacts, language: Language): QuestionSheet {
  const w = wordsOf(language, facts.paper, facts.timeZone, facts.today)
  const { ref, customer } = facts.view
  const title = m.inquiry_title({}, w.in)
  return {
    is: 'questions',
    caseId: facts.view.case.id,
    language,
    locale: w.locale,
    paper: facts.paper,
    made: facts.today,
    title,
    fileName: fileName([ref, customer.name, title, facts.today].join(' ').slice(0, 120)),
    paragraphs: [
      m.inquiry_dear({ name: customer.name }, w.in),
      m.inquiry_why({}, w.in),
      ...(facts.organisation ? [m.inquiry_from({ name: facts.organisation, date: w.day(facts.today) }, w.in)] : [])
    ],
    how: [m.inquiry_how_right({}, w.in), m.inquiry_how_figure({}, w.in), m.inquiry_how_empty({}, w.in)],
    heads: {
      what: m.inquiry_what({}, w.in),
      unit: m.inquiry_unit({}, w.in),
      ours: m.inquiry_ours({}, w.in),
      right: m.inquiry_right({}, w.in),
      figure: m.inquiry_figure({}, w.in),
      least: m.inquiry_least({}, w.in),
      most: m.inquiry_most({}, w.in)
    },
    besides: { by: m.inquiry_by({}, w.in), on: m.inquiry_on({}, w.in), remark: m.inquiry_remark({}, w.in) },
    sheetName: m.inquiry_sheet_name({}, w.in),
    groups: facts.incidents.map((one) => groupOf(one, w)).filter(({ parts }) => parts.length > 0),
    footer: { left: [ref, customer.name, title, w.day(facts.today)].join(' · '), page: pageNumber(w) }
  }
}

function groupOf({ view, sheet }: IncidentFacts, w: Words): QuestionSheet['groups'][number] {
  const open = asConfirmed(sheet.lines, sheet.proofs).filter(({ status }) => status !== 'confirmed')
  const all = quantitiesOf(open, sheet.drivers, view.incident.currency)
  const parts = open.map((line): AskedPart => {
    const calculator = calculatorFor(line.calculator, line.inputs)
    const rows = all.filter((one) => one.line?.id === line.id).map((one) => rowOf(one, w))
    return { heading: line.title, note: calculator ? runsText(line, calculator, w) : null, rows }
  })
  const shared = all.filter(({ driver }) => driver).map((one) => rowOf(one, w))
  if (shared.length) parts.push({ heading: m.inquiry_shared({}, w.in), note: null, rows: shared })
  return { heading: view.incident.title, parts: parts.filter(({ rows }) => rows.length > 0) }
}

/** Takes a quantity, gives how it is asked for. */
export function rowOf({ key, driver, field, unit, currency, quantity }: Quantified, w: Words): AskedRow {
  const label = driver ? driver.name : field ? field.label({}, w.in) : m.brief_frequency({}, w.in)
  const money = unit.startsWith('money')
  return {
    key,
    label,
    meaning: field ? field.meaning({}, w.in) : '',
    unit: unit === 'money' ? currency : unitText(unit, currency, w) || m.inquiry_number({}, w.in),
    percent: unit.startsWith('share'),
    currency: money ? currency : null,
    assumed: quantity,
    assumedText: quantityText(quantity, unit, currency, [], w).text
  }
}
