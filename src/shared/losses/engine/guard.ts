import { m } from '../../messages/messages.js'
import type { Calculator, Harm } from '../model/calculator'
import type { GuardRow, GuardRule, LossLineInput } from './incident-loss'

/** A line as the guard sees it; `parts` are those that its calculator adds up, all in the incident's minor units. */
export interface GuardLine {
  line: LossLineInput
  calculator: Calculator
  mean: number
  parts: { id: string; amount: number }[]
}

const sales: Harm[] = ['lost-contribution', 'lost-sales']
const proven: Harm[] = [...sales, 'idle-labour', 'extra-expense', 'stock-lost', 'scrap-rework', 'recovery-work']
const hours: Harm[] = ['idle-labour', 'recovery-work', 'customer-time']

const covers = ({ calculator, line }: GuardLine, what: 'whole' | 'quality'): boolean => calculator.covers?.(line.inputs) === what
const has = ({ calculator }: GuardLine, harms: readonly Harm[]): boolean => calculator.harms.some((harm) => harms.includes(harm))
type Test = (one: GuardLine, other: GuardLine) => boolean
const either = (a: GuardLine, b: GuardLine, test: Test): boolean => test(a, b) || test(b, a)

/** Rules for two lines that are counted as loss, the most telling first: a pair is named once. */
const pairRules: [GuardRule, Test][] = [
  ['same-line', (a, b) => a.calculator.id === b.calculator.id && sameInputs(a.line.inputs, b.line.inputs)],
  ['whole-and-part', (a, b) => either(a, b, (one, other) => covers(one, 'whole') && has(other, proven))],
  ['damages-beside-loss', (a, b) => either(a, b, (one, other) => has(one, ['liquidated-damages']) && has(other, proven))],
  [
    'statutory-beside-loss',
    (a, b) =>
      either(a, b, (one, other) => has(one, ['statutory']) && has(other, [...proven, 'customer-time', 'liquidated-damages']))
  ],
  ['idle-in-contribution', (a, b) => either(a, b, (one, other) => has(one, sales) && has(other, ['idle-labour']))],
  ['expedite-and-sales', (a, b) => either(a, b, (one, other) => has(other, one.calculator.insteadOf ?? []))],
  ['stock-and-sales', (a, b) => either(a, b, (one, other) => has(one, ['stock-lost']) && has(other, sales))],
  [
    'quality-twice',
    (a, b) => either(a, b, (one, other) => covers(one, 'quality') && has(other, ['scrap-rework', 'recovery-work']))
  ],
  ['interest-twice', (a, b) => has(a, ['interest']) && has(b, ['interest'])],
  ['same-hours', (a, b) => hours.some((one) => hours.some((other) => one !== other && has(a, [one]) && has(b, [other])))]
]

/**
 * Takes an incident's lines, names those that may count one harm twice. It names, it takes nothing away: the advocate
 * answers each, and the answer is kept under the row's key. Lines that touch different orders or sites are left alone.
 */
export function guardRows(lines: readonly GuardLine[]): GuardRow[] {
  const sorted = lines.filter((one) => one.mean !== 0).toSorted((a, b) => (a.line.id < b.line.id ? -1 : 1))
  const lost = sorted.filter(({ line }) => line.status === 'estimated' || line.status === 'confirmed')
  const back = sorted.filter(({ line }) => line.status === 'recovered')
  const rows: GuardRow[] = []
  const add = (rule: GuardRule, concerned: GuardLine[], atStake: number): void => {
    const ids = concerned.map(({ line }) => line.id)
    rows.push({ key: `${rule}:${ids.join('+')}`, rule, lines: ids, atStake })
  }
  lost.forEach((a, index) => {
    const counted = a.parts.filter(({ amount }) => amount > 0)
    const people = counted.find(({ id }) => /people|labour/.test(id))
    if (people && counted.length > 1 && has(a, sales)) add('sells-and-idles', [a], people.amount)
    for (const b of lost.slice(index + 1)) {
      if (apart(a.line, b.line)) continue
      const found = pairRules.find(([, test]) => test(a, b))
      if (found) add(found[0], [a, b], Math.min(Math.abs(a.mean), Math.abs(b.mean)))
    }
    for (const b of back) {
      if (!apart(a.line, b.line) && has(a, sales) && recaptures(a.line)) add('recovered-twice', [a, b], Math.abs(b.mean))
    }
  })
  return rows.sort((a, b) => b.atStake - a.atStake || (a.key < b.key ? -1 : 1))
}

function apart(a: LossLineInput, b: LossLineInput): boolean {
  return !!a.touches?.length && !!b.touches?.length && !a.touches.some((one) => b.touches!.includes(one))
}

/** Whether a line already takes off what the customer sold later or elsewhere. */
function recaptures(line: LossLineInput): boolean {
  return Object.entries(line.inputs).some(([field, value]) => {
    if (!/recaptur|recover|mitigat|substitut/i.test(field) || typeof value !== 'object') return false
    return value.as !== 'exact' || value.value !== 0
  })
}

function sameInputs(a: LossLineInput['inputs'], b: LossLineInput['inputs']): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...fields].every((field) => a[field] === b[field] || JSON.stringify(a[field]) === JSON.stringify(b[field]))
}

/** The rows that no answer has been given to. */
export function unanswered(rows: readonly GuardRow[], answers: readonly { key: string }[]): GuardRow[] {
  const answered = new Set(answers.map(({ key }) => key))
  return rows.filter(({ key }) => !answered.has(key))
}

/** Takes a row and the lines' titles by id; gives its heading and why one harm may be counted twice, in a language. */
export function guardText(
  row: GuardRow,
  titles: Readonly<Record<string, string>>,
  locale?: string
): { title: string; why: string } {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  const a = titles[row.lines[0]!] ?? ''
  const b = titles[row.lines[1] ?? ''] ?? ''
  const title = b ? m.loss_guard_pair({ a, b }, options) : m.loss_guard_one({ a }, options)
  return { title, why: why[row.rule]({}, options) }
}

/** Takes the answer that was given to a row, gives it in a language with its reason; says so where none was. */
export function answerText(given: { answer: 'separate' | 'overlap'; why: string } | undefined, locale?: string): string {
  const options = locale === undefined ? {} : { locale: locale as 'en' }
  if (!given) return m.brief_guard_unanswered({}, options)
  return (given.answer === 'separate' ? m.brief_guard_separate : m.brief_guard_overlap)({ why: given.why }, options)
}

const why: Record<GuardRule, typeof m.loss_guard_same_line> = {
  'same-line': m.loss_guard_same_line,
  'whole-and-part': m.loss_guard_whole_and_part,
  'damages-beside-loss': m.loss_guard_damages_beside_loss,
  'statutory-beside-loss': m.loss_guard_statutory_beside_loss,
  'idle-in-contribution': m.loss_guard_idle_in_contribution,
  'expedite-and-sales': m.loss_guard_expedite_and_sales,
  'stock-and-sales': m.loss_guard_stock_and_sales,
  'quality-twice': m.loss_guard_quality_twice,
  'interest-twice': m.loss_guard_interest_twice,
  'same-hours': m.loss_guard_same_hours,
  'sells-and-idles': m.loss_guard_sells_and_idles,
  'recovered-twice': m.loss_guard_recovered_twice
}
