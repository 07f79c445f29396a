import { butForText } from './questions-but-for'
import { capacityTexts } from './questions-capacity'
import { movedTogether } from '../losses/engine/summary'
import { alikeQuantities } from '../losses/questions/alike'
import { marginLines } from '../losses/questions/capacity'
import { isAnswered, numbersOf, questions, type Answer, type Question } from '../losses/questions/questions'
import { m } from '../messages/messages.js'
import type { BriefFacts, IncidentFacts } from './facts'
import { confidences } from './labels'
import { changedText } from './lines'
import { rangeText } from './pieces'
import { quantityText } from './quantity'
import type { BriefTable } from './types'
import { dash, type Words } from './words'
import type { Day, Minor } from '../values/flavours'

type Label = typeof m.brief_ask

export const questionWords: Record<Question, { title: Label; meaning: Label }> = {
  cause: { title: m.question_cause, meaning: m.question_cause_meaning },
  'but-for': { title: m.question_but_for, meaning: m.question_but_for_meaning },
  mitigation: { title: m.question_mitigation, meaning: m.question_mitigation_meaning },
  capacity: { title: m.question_capacity, meaning: m.question_capacity_meaning },
  'money-time': { title: m.question_money_time, meaning: m.question_money_time_meaning },
  dependence: { title: m.question_dependence, meaning: m.question_dependence_meaning }
}

/** One of the six questions about an incident, with its answer and what Redress finds to it in the records. */
export interface Examined {
  question: Question
  answer: Answer | null
  /** Somebody answered; else it is not examined, though there may be findings. */
  answered: boolean
  /** Why it is not asked of this incident; null where it is. */
  needless: string | null
  /** What its numbers, and the records, say to it: sentences. */
  findings: string[]
}

/** Takes an incident with its loss, gives the six questions, each answered, open or not asked, with what is found to it. */
export function examined(one: IncidentFacts, today: Day, w: Words): Examined[] {
  return questions.map((question) => {
    const answer = one.sheet.examined.find((given) => given.question === question) ?? null
    const needless = needlessWhy(question, one, w)
    return {
      question,
      answer,
      answered: isAnswered(answer ?? undefined),
      needless,
      findings: needless && !answer ? [] : findings[question](one, today, w)
    }
  })
}

/** How many questions are asked of an incident, and how many of them nobody answered. */
export function countOpen(all: readonly Examined[]): { open: number; asked: number } {
  const asked = all.filter(({ needless, answered }) => needless === null || answered)
  return { open: asked.filter(({ answered }) => !answered).length, asked: asked.length }
}

function needlessWhy(question: Question, { sheet, loss }: IncidentFacts, w: Words): string | null {
  const lost = sheet.lines.filter(({ status }) => status === 'estimated' || status === 'confirmed')
  if (!lost.length) return m.question_needless_lines({}, w.in)
  if (!loss) return null
  if (question === 'but-for') return marginLines(sheet.lines, loss).length ? null : m.question_needless_margin({}, w.in)
  if (question === 'dependence')
    return movedTogether(loss) || alikeQuantities(lost).length ? null : m.question_needless_ranges({}, w.in)
  return null
}

type Find = (one: IncidentFacts, today: Day, w: Words) => string[]

const findings: Record<Question, Find> = {
  cause: ({ sheet, view }, _, w) => {
    const numbers = numbersOf(sheet.examined, 'cause')
    if (!numbers) return []
    const lines = sheet.lines.filter(({ id }) => numbers.lineIds.includes(id)).map(({ title }) => title)
    if (!lines.length) return [m.question_cause_no_lines({}, w.in)]
    if (numbers.share.as === 'exact' && numbers.share.value === 1) return [m.question_cause_whole({ lines: w.list(lines) }, w.in)]
    const share = quantityText(numbers.share, 'share', view.incident.currency, [], w).text
    return [m.question_cause_text({ share, lines: w.list(lines) }, w.in)]
  },
  'but-for': (one, _, w) => butForText(one, w),
  mitigation: ({ sheet, view }, _, w) => {
    const numbers = numbersOf(sheet.examined, 'mitigation')
    const avoidable = numbers?.avoidable ?? null
    const money = (minor: Minor): string => w.money(minor, view.incident.currency, 'whole')
    // never assumed to be nothing
    const more =
      avoidable === null
        ? m.question_avoidable_open({}, w.in)
        : avoidable === 0
          ? m.question_avoidable_none({}, w.in)
          : m.question_avoidable_text({ amount: money(avoidable) }, w.in)
    if (!sheet.examined.some(({ question }) => question === 'mitigation')) return [m.question_amounts_open({}, w.in)]
    if (!numbers || (numbers.saved === null && numbers.spent === null)) return [m.question_amounts_open({}, w.in), more]
    const lines = sheet.lines.filter(({ id }) => numbers.spentLineIds.includes(id)).map(({ title }) => title)
    return [
      ...(numbers.saved === null ? [] : [m.question_saved_text({ amount: money(numbers.saved) }, w.in)]),
      ...(numbers.spent === null
        ? []
        : lines.length
          ? [m.question_spent_in({ amount: money(numbers.spent), lines: w.list(lines) }, w.in)]
          : [m.question_spent_out({ amount: money(numbers.spent) }, w.in)]),
      more
    ]
  },
  capacity: capacityTexts,
  'money-time': (one, _, w) => [...ratesText(one, w), ...moneyText(one, w)],
  dependence: ({ sheet, loss, view }, _, w) => {
    const apart = numbersOf(sheet.examined, 'dependence')?.apart ?? []
    const titles = new Map(sheet.lines.map(({ id, title }) => [id, title]))
    const alike = alikeQuantities(sheet.lines).map(({ key, field, quantity, similar, uses }) => {
      const range = quantityText(quantity, field.unit, view.incident.currency, [], w).text
      const lines = w.list(uses.map(({ lineId }) => titles.get(lineId)))
      const said = { name: field.label({}, w.in), range, lines }
      if (apart.includes(key)) return m.question_alike_apart(said, w.in)
      return (similar ? m.question_similar : m.question_alike)(said, w.in)
    })
    const together = loss && movedTogether(loss)
    if (!loss || !together) return alike
    const money = (minor: Minor): string => w.money(minor, loss.currency, 'estimate')
    const [low, high] = [money(loss.gross.p10), money(loss.gross.p90)]
    return [...alike, m.question_together({ low, high, apart: money(together.p10), beyond: money(together.p90) }, w.in)]
  }
}

/** Each rate that the loss was turned with, and whether it is of the harm's own day. */
function ratesText({ loss }: IncidentFacts, w: Words): string[] {
  return (loss?.rates ?? []).map(({ from, to, rate, on, later }) => {
    const said = { from: `1 ${from} = ${w.number(rate, 6)} ${to}`, date: w.day(on) }
    return later ? m.question_rate_later(said, w.in) : m.question_rate_of(said, w.in)
  })
}

function moneyText({ sheet, waiting, view }: IncidentFacts, w: Words): string[] {
  const numbers = numbersOf(sheet.examined, 'money-time')
  const tax = numbers?.tax
    ? m.question_tax_text({ basis: (numbers.tax === 'before' ? m.question_tax_before : m.question_tax_after)({}, w.in) }, w.in)
    : m.question_tax_open({}, w.in)
  const discount = numbers?.discount
  if (!discount) return waiting ? [tax, m.question_not_discounted({}, w.in)] : [tax]
  const share = w.share(discount, 2)
  const present = waiting?.present
  if (!present) return [tax, m.question_discounted({ share }, w.in)]
  const amount = rangeText(present, view.incident.currency, w)
  return [tax, m.question_present({ share, date: w.day(waiting.until), amount }, w.in)]
}

/** Takes an incident of a brief, gives its six questions as the method page prints them. */
export function questionsTable(facts: BriefFacts, one: IncidentFacts, w: Words): BriefTable {
  const leads = facts.audience === 'leadership'
  const rows = examined(one, facts.today, w).map(({ question, answer, answered, needless, findings }) => {
    const said = answered
      ? [answer?.words, ...findings]
      : [needless ? m.question_needless({ why: needless }, w.in) : m.question_not_examined({}, w.in), ...(needless ? [] : findings)]
    const known = answer && changedText(leads ? facts.changed[answer.id] : undefined, w)
    const source = [answer?.source, answer?.confidence && confidences[answer.confidence]({}, w.in), known]
      .filter(Boolean)
      .join('\n')
    return [questionWords[question].title({}, w.in), said.filter(Boolean).join('\n'), answered ? source || dash : dash]
  })
  return {
    caption: m.question_brief({ incident: `${one.view.ref} ${one.view.incident.title}` }, w.in),
    columns: [
      { label: m.question_one({}, w.in) },
      { label: m.question_answer({}, w.in), wide: true },
      { label: m.brief_source({}, w.in) }
    ],
    rows
  }
}
