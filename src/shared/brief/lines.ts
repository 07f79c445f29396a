import type { Calculator, DatedAmount, Message } from '../losses/model/calculator'
import { calculatorFor } from '../losses/model/all-calculators'
import type { LineFigure } from '../losses/engine/incident-loss'
import type { LossLine } from '../contract/losses'
import { lacksProof } from '../losses/model/confirmed'
import { kindsOf } from '../losses/model/harms'
import { numbersOf } from '../losses/questions/questions'
import { runningField } from '../losses/model/growth'
import type { RunsPer } from '../losses/model/runs'
import { toMinor } from '../values/money'
import { dayOf } from '../values/zones'
import { openEnds } from '../losses/model/open-end'
import type { EvidenceRow } from '../records/incidents'
import { m } from '../messages/messages.js'
import type { BriefFacts, IncidentFacts } from './facts'
import { confidences, harmWords, statuses, subjectWords } from './labels'
import type { Marks } from './marks'
import { meanOf, pairs } from './pieces'
import { quantityText } from './quantity'
import type { BriefLine, BriefPair, BriefTable } from './types'
import { computedOf, warningsOf, workingOf, type Shared } from './working'
import { dash, type Words } from './words'
import type { Minor } from '../values/flavours'

/** What a line in a brief knows beside its incident: how things are called there, and who changed what. */
export interface LineContext {
  marks: Marks
  changed: BriefFacts['changed']
}

/** Takes a loss line with its figure, gives everything that the appendix, or the screen, says of it. */
export function lineOf(
  line: LossLine,
  figure: LineFigure | undefined,
  incident: IncidentFacts,
  w: Words,
  context?: LineContext
): BriefLine {
  const calculator = calculatorFor(line.calculator, line.inputs)
  const { currency } = incident.view.incident
  const cause = numbersOf(incident.sheet.examined, 'cause')
  const shared: Shared = {
    ...incident.sheet,
    currency,
    calendar: incident.view.calendar,
    on: dayOf(incident.view.incident.began, incident.view.calendar.zone),
    ...(figure?.until ? { until: figure.until } : {}),
    ...(cause?.lineIds.includes(line.id) ? { caused: cause.share } : {})
  }
  const whole = (minor: Minor) => w.money(minor, currency, 'whole')
  const certain = figure && figure.p10 === figure.p90
  const computed = calculator && computedOf(calculator, line, shared)
  const exhibits = incident.view.evidence.filter(({ links }) =>
    links.some(({ entity, id }) => entity === 'lossLine' && id === line.id)
  )
  const proof = incident.sheet.proofs.find(({ lineId }) => lineId === line.id)
  const said = [line.confirmedBy, line.confirmedOn && w.day(line.confirmedOn)].filter(Boolean).join(', ')
  const confirmed = lacksProof(line, !!proof) ? [said, m.brief_no_proof({}, w.in)].filter(Boolean).join('. ') : said
  const container = incident.sheet.lines.find(({ id }) => id === figure?.within)
  return {
    mark: context?.marks.line(line.id) ?? null,
    title: line.title,
    calculator: calculator?.title({}, w.in) ?? line.calculator,
    status: statuses[figure?.status ?? line.status]({}, w.in),
    figures: !figure
      ? []
      : certain
        ? [{ label: m.brief_amount({}, w.in), text: w.money(figure.p50, currency) }]
        : [
            { label: m.brief_p10({}, w.in), text: whole(figure.p10) },
            { label: m.brief_p50({}, w.in), text: whole(figure.p50) },
            { label: m.brief_p90({}, w.in), text: whole(figure.p90) },
            { label: m.brief_mean({}, w.in), text: meanOf(figure, currency, w) }
          ],
    formulaLabel: m.brief_formula({}, w.in),
    formula: calculator?.formula({}, w.in) ?? '',
    working: computed ? workingOf(computed, line.currency, certain !== false, w) : null,
    inputs: calculator ? inputsOf(calculator, line, shared, w) : null,
    facts: [
      ...pairs(
        [m.brief_harm({}, w.in), calculator && harmText(line, calculator, w)],
        [m.brief_also({}, w.in), container && m.brief_within({ whole: container.title }, w.in)],
        [m.question_cause_share({}, w.in), shared.caused && quantityText(shared.caused, 'share', currency, [], w).text],
        [m.brief_basis({}, w.in), line.basis ?? (context ? m.brief_no_basis({}, w.in) : null)],
        [m.brief_runs({}, w.in), calculator && runsText(line, calculator, w)],
        [m.brief_frequency({}, w.in), line.frequency ? frequencyText(line, shared, w) : null]
      ),
      ...exhibitPair(exhibits, w, context),
      ...pairs([m.brief_source({}, w.in), calculator && w.list(calculator.sources.map(sourceText(w)))]),
      ...datedPairs(computed?.dated ?? [], w),
      ...pairs(
        [m.brief_confidence_label({}, w.in), confidences[line.confidence]({}, w.in)],
        [m.brief_confirmed_by({}, w.in), confirmed],
        [m.brief_proof({}, w.in), proof?.title],
        [m.brief_changed({}, w.in), context && changedText(context.changed[line.id], w)]
      ).map((pair) => ({ ...pair, short: true }))
    ],
    warnings: figure && computed ? warningsOf(computed, w) : []
  }
}

/** "Extra cost; goods: trailers; 19 Oct to 12 Dec". */
function harmText(line: LossLine, calculator: Calculator, w: Words): string {
  const kinds = kindsOf(calculator, line).map((kind) => harmWords[kind]({}, w.in))
  const of = [line.subjectKind && subjectWords[line.subjectKind]({}, w.in), line.subject].filter(Boolean).join(': ')
  const days = [line.harmFrom, line.harmTo].flatMap((day) => (day ? [w.day(day)] : [])).join(' – ')
  return w.list([kinds.join(', '), of, days])
}

/** "Maria Ilves, 20 Nov 2026, 10:30", or null where nobody knows. */
export function changedText(change: { by: string; at: string } | undefined, w: Words): string | null {
  return change ? [change.by, w.moment(change.at, w.home)].filter(Boolean).join(', ') : null
}

/** What a brief says of the file that is kept for a piece of evidence: its digest only when it was read and is what was attached. */
export function fileText({ sha256, altered }: EvidenceRow, digest: (sha256: string) => string, w: Words): string {
  if (altered) return m.brief_file_altered({}, w.in)
  return sha256 ? digest(sha256) : m.brief_no_file({}, w.in)
}

/** The evidence under a line: its number among the exhibits, what it is called, and the beginning of its file's digest. */
function exhibitPair(exhibits: readonly EvidenceRow[], w: Words, context: LineContext | undefined): BriefPair[] {
  const label = m.brief_exhibits({}, w.in)
  if (!exhibits.length) return context ? [{ label, text: m.brief_no_evidence({}, w.in) }] : []
  const text = w.list(
    exhibits.map(
      (exhibit) =>
        `${exhibit.ref} ${exhibit.title}${context ? ` (${fileText(exhibit, (digest) => m.brief_digest({ digest: digest.slice(0, 12) }, w.in), w)})` : ''}`
    )
  )
  const refs = exhibits.flatMap(({ id }) => {
    const number = context?.marks.exhibit(id)
    return number ? [{ text: m.brief_exhibit_number({ number: String(number) }, w.in), to: `exhibit-${number}` }] : []
  })
  return [{ label, text, refs }]
}

function sourceText(w: Words) {
  return ({ text, url, confirmed }: Calculator['sources'][number]) =>
    [text, url && `(${url})`, !confirmed && `[${m.brief_not_confirmed({}, w.in)}]`].filter(Boolean).join(' ')
}

/** Dated amounts by what they are of: since when, by which source, and when that was looked up. */
function datedPairs(dated: readonly DatedAmount[], w: Words): BriefPair[] {
  const rows = new Map<string, string[]>()
  for (const { title, effectiveFrom, source, verifiedOn } of dated) {
    const inputs = { from: w.day(effectiveFrom), source }
    const text =
      verifiedOn === null ? m.preset_used_unchecked(inputs, w.in) : m.preset_used({ ...inputs, checked: w.day(verifiedOn) }, w.in)
    const label = title({}, w.in)
    rows.set(label, [...(rows.get(label) ?? []), text])
  }
  return pairs(...[...rows].map(([label, texts]): [string, string] => [label, w.list(texts)]))
}

function frequencyText(line: LossLine, { drivers }: Shared, w: Words): string {
  const { text, meaning } = quantityText(line.frequency!, 'count', line.currency, drivers, w)
  return `${text}, ${meaning}`
}

const perOf: Record<RunsPer, Message> = {
  hour: m.runs_per_hour,
  'working-hour': m.runs_per_working_hour,
  shift: m.runs_per_shift,
  day: m.runs_per_day,
  'working-day': m.runs_per_working_day,
  week: m.runs_per_week
}

/** "Hours down per working day, from 19 Oct until the harm ends, at most €50,000"; null for a line that does not run. */
export function runsText({ runs, currency }: LossLine, calculator: Calculator, w: Words): string | null {
  if (!runs) return null
  const id = runningField(calculator, runs)
  const what = calculator.fields.find((field) => field.id === id)?.label({}, w.in) ?? m.runs_whole({}, w.in)
  const said = { what, per: perOf[runs.per]({}, w.in), from: w.day(runs.from) }
  const text = runs.until ? m.runs_text_until({ ...said, until: w.day(runs.until) }, w.in) : m.runs_text_open(said, w.in)
  return runs.most ? m.runs_text_most({ text, amount: w.money(toMinor(runs.most, currency), currency) }, w.in) : text
}

function inputsOf(calculator: Calculator, line: LossLine, shared: Shared, w: Words): BriefTable | null {
  const open = shared.until ? openEnds(calculator, line.inputs) : []
  const rows = calculator.fields.flatMap((field) => {
    if (open.includes(field.id))
      return [[field.label({}, w.in), m.loss_still_on({}, w.in), m.loss_counted_until({ date: w.day(shared.until!) }, w.in)]]
    const given = line.inputs[field.id]
    if (given === undefined || given === '') return []
    const label = field.label({}, w.in)
    if (typeof given === 'object') {
      const unit = field.kind === 'quantity' ? field.unit : 'number'
      const { text, meaning } = quantityText(given, unit, line.currency, shared.drivers, w, shared.currency)
      return [[label, text, meaning]]
    }
    if (field.kind === 'choice')
      return [[label, field.choices.find(({ id }) => id === given)?.label({}, w.in) ?? String(given), dash]]
    if (field.kind === 'date') return [[label, w.day(String(given)), dash]]
    if (field.kind === 'flag') return [[label, given ? m.brief_yes({}, w.in) : m.brief_no({}, w.in), dash]]
    return [[label, String(given), dash]]
  })
  if (!rows.length) return null
  return {
    caption: m.brief_inputs({}, w.in),
    columns: [
      { label: m.brief_input({}, w.in) },
      { label: m.brief_value({}, w.in) },
      { label: m.brief_meaning({}, w.in), wide: true }
    ],
    rows
  }
}
