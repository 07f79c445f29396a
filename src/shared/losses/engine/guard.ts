import type { Calculator, Harm } from '../model/calculator'
import { asksHarm, harmsOf, sameHarm, toldApart } from '../model/harms'
import type { GuardAnswerInput, GuardRow, GuardRule, LossLineInput } from './incident-loss'
import { linesOfKey } from './once'
import type { Minor } from '../../values/flavours'

/** A line as the guard sees it; `parts` are those that its calculator adds up, all in the incident's minor units. */
export interface GuardLine {
  line: LossLineInput
  calculator: Calculator
  mean: Minor
  /** What it stays below in 9 of 10 draws. */
  high: Minor
  certain: boolean
  /** With every input as high as it is in 1 of 10 draws. */
  parts: { id: string; amount: Minor }[]
}

const sales: Harm[] = ['lost-contribution', 'lost-sales']
const destroyed: Harm[] = ['stock-lost', 'scrap-rework']
const proven: Harm[] = [...sales, ...destroyed, 'idle-labour', 'extra-expense', 'recovery-work']
const hours: Harm[] = ['idle-labour', 'recovery-work', 'customer-time']
/** Two amounts nearer to each other than this are asked about, whatever they are called. */
const NEAR = 0.005

const covers = ({ calculator, line }: GuardLine, what: 'whole' | 'quality'): boolean => calculator.covers?.(line.inputs) === what
const harms = ({ calculator, line }: GuardLine): Harm[] => harmsOf(calculator, line)
const has = (one: GuardLine, some: readonly Harm[]): boolean => harms(one).some((harm) => some.includes(harm))
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
  ['stock-and-sales', (a, b) => either(a, b, (one, other) => has(one, destroyed) && has(other, sales))],
  [
    'quality-twice',
    (a, b) => either(a, b, (one, other) => covers(one, 'quality') && has(other, ['scrap-rework', 'recovery-work']))
  ],
  ['interest-twice', (a, b) => has(a, ['interest']) && has(b, ['interest'])],
  ['same-harm', (a, b) => sameHarm(harms(a), harms(b))],
  ['same-hours', (a, b) => hours.some((one) => hours.some((other) => one !== other && has(a, [one]) && has(b, [other])))],
  ['same-amount', (a, b) => Math.abs(a.mean - b.mean) <= NEAR * Math.max(Math.abs(a.mean), Math.abs(b.mean))]
]

/**
 * Takes an incident's lines, names those that may count one harm twice. It names, it takes nothing away: the advocate
 * answers each, and the answer is kept under the row's key. Lines that say themselves that they are about different
 * orders, things or days are left alone.
 */
export function guardRows(lines: readonly GuardLine[]): GuardRow[] {
  const sorted = lines.filter((one) => one.mean !== 0).toSorted((a, b) => (a.line.id < b.line.id ? -1 : 1))
  const lost = sorted.filter(({ line }) => line.status === 'estimated' || line.status === 'confirmed')
  const back = sorted.filter(({ line }) => line.status === 'recovered')
  const rows: GuardRow[] = []
  const add = (rule: GuardRule, concerned: GuardLine[], atStake: Minor): void => {
    const ids = concerned.map(({ line }) => line.id)
    const certain = concerned.every((one) => one.certain)
    rows.push({ key: `${rule}:${ids.join('+')}`, rule, lines: ids, atStake, ...(certain ? { certain } : {}) })
  }
  lost.forEach((a, index) => {
    const counted = a.parts.filter(({ amount }) => amount > 0)
    const people = counted.find(({ id }) => /people|labour/.test(id))
    if (people && counted.length > 1 && has(a, sales)) add('sells-and-idles', [a], Math.min(people.amount, Math.abs(a.high)))
    // alone it can be counted twice by nothing
    if (lost.length > 1 && asksHarm(a.calculator) && !harms(a).length) add('harm-not-said', [a], Math.abs(a.high))
    for (const b of lost.slice(index + 1)) {
      if (toldApart(a.line, b.line)) continue
      const found = pairRules.find(([, test]) => test(a, b))
      if (found) add(found[0], [a, b], Math.min(Math.abs(a.high), Math.abs(b.high)))
    }
    for (const b of back) {
      if (!toldApart(a.line, b.line) && has(a, sales) && recaptures(a.line)) add('recovered-twice', [a, b], Math.abs(b.high))
    }
  })
  return rows.sort((a, b) => b.atStake - a.atStake || (a.key < b.key ? -1 : 1))
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

/** Whether a question is still to be answered: an answer of former days that lines overlap does not say by how much. */
export function isOpen(given: Pick<GuardAnswerInput, 'answer'> | undefined): boolean {
  return given === undefined || given.answer === 'overlap'
}

/** Questions that are not asked any more while the answer still keeps something out of the sum: it stays to be seen. */
export function rowsInEffect(
  answers: readonly GuardAnswerInput[],
  rows: readonly GuardRow[],
  lines: readonly GuardLine[]
): GuardRow[] {
  const asked = new Set(rows.map(({ key }) => key))
  return answers.flatMap(({ key, answer }): GuardRow[] => {
    const ids = linesOfKey(key)
    const concerned = lines.filter(({ line }) => ids.includes(line.id))
    if (asked.has(key) || (answer !== 'contains' && answer !== 'shares') || concerned.length !== ids.length) return []
    const rule = key.slice(0, key.indexOf(':')) as GuardRule
    return [{ key, rule, lines: ids, atStake: Math.min(...concerned.map(({ high }) => Math.abs(high))) }]
  })
}
