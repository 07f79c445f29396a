import { readNumber, withoutCurrency } from '../imports/numbers'
import type { InputError } from '../losses/model/input-error'
import { inputErrorText } from '../losses/model/input-error'
import { checkQuantity, type Bounds } from '../losses/model/validate-quantity'
import type { OwnQuantity } from '../losses/model/quantity'
import { m } from '../messages/messages.js'
import type { Language } from '../values/languages'
import type { SheetData } from './data'
import type { GivenCell, ReturnedRow } from './types'

/** What was answered: a quantity; nothing; or why it cannot be taken, in a sentence. */
export type Answered = { quantity: OwnQuantity } | { problem: string } | null

type AskedData = SheetData['rows'][number]

/** What people write for yes in a box to be ticked. */
const ticks = new Set(['x', '✓', '✔', '☑', '✗', '1', 'true', 'ok', 'yes', 'on'])

/** Takes what was asked, what came back and the sheet's language; gives the answer in the units of the field. */
export function answerOf(asked: AskedData, given: ReturnedRow, bounds: Bounds, language: Language): Answered {
  const { label, unit } = asked
  const right = given.right.text.trim()
  const numbers: (number | null)[] = []
  for (const cell of [given.figure, given.least, given.most]) {
    const found = numberIn(cell, asked, language)
    if (found === 'unit') return { problem: m.inquiry_wrong_unit({ label, unit, found: cell.text }) }
    if (found === 'none') return { problem: m.inquiry_no_number({ label, found: cell.text }) }
    numbers.push(found)
  }
  const [figure = null, least = null, most = null] = numbers
  if (right && !ticks.has(right.toLowerCase()) && right.toLowerCase() !== m.brief_yes({}, { locale: language }).toLowerCase())
    return { problem: m.inquiry_no_tick({ label, found: right }) }
  if (figure === null && (least !== null || most !== null)) return { problem: m.inquiry_half({ label }) }
  if (figure === null) return right ? { quantity: asked.assumed } : null
  if ((least === null) !== (most === null)) return { problem: m.inquiry_half({ label }) }
  const raw: OwnQuantity =
    least === null || most === null ? { as: 'exact', value: figure } : { as: 'range', low: least, likely: figure, high: most }
  if (right && !sameQuantity(raw, asked.assumed)) return { problem: m.inquiry_both({ label }) }
  const errors: InputError[] = []
  const quantity = checkQuantity(raw, bounds, '', errors)
  return quantity ? { quantity } : { problem: `${label}: ${inputErrorText(errors[0]!)}` }
}

/** Whether two quantities say the same. */
export const sameQuantity = (one: OwnQuantity, other: OwnQuantity): boolean => said(one) === said(other)

/** A range of which both ends are one number says that number. */
function said(given: OwnQuantity): string {
  switch (given.as) {
    case 'exact':
      return String(given.value)
    case 'range':
      return given.low === given.high
        ? String(given.low)
        : [given.low, given.likely, given.high, given.shape === 'triangular' ? 'triangular' : 'pert'].join()
    case 'one-in-twenty':
      return given.low === given.high ? String(given.low) : ['twenty', given.low, given.high].join()
  }
}

/** The number in a cell, in the unit of the field; null in an empty one. */
function numberIn(cell: GivenCell, { percent, currency, unit }: AskedData, language: Language): number | 'unit' | 'none' | null {
  const text = cell.text.trim()
  if (!text) return null
  if (cell.number !== undefined) {
    // how a spreadsheet shows it says what was meant: 12% is held as 0.12, € 12 as 12
    const shown = signsIn(cell.format ?? '')
    if (shown.percent) return percent ? cell.number : 'unit'
    if (shown.money.some((sign) => !currency || !isOf(sign, currency))) return 'unit'
    if (shown.time) return 'unit'
    return percent ? cell.number / 100 : cell.number
  }
  let bare = currency ? withoutCurrency(text, currency).trim() : text
  const own = unit.trim().toLowerCase()
  for (const end of percent ? [own, '%'] : [own]) if (bare.toLowerCase().endsWith(end)) bare = bare.slice(0, -end.length).trim()
  const mark = language === 'en' || language === 'fil' ? 'point' : 'comma'
  const value = readNumber(bare, mark) ?? readNumber(bare, mark === 'point' ? 'comma' : 'point')
  if (value === null) return /\d/.test(bare) ? 'unit' : 'none'
  return percent ? value / 100 : value
}

/** What a number format of a spreadsheet shows beside the digits. */
function signsIn(format: string): { percent: boolean; time: boolean; money: string[] } {
  const [first = ''] = format.split(';')
  const bare = first.replace(/"[^"]*"|\[[^\][]*\]|\\./g, '')
  const money = first
    .split('[$')
    .slice(1)
    .map((part) => part.split(/[\]-]/, 1)[0]!)
  const signs = first.match(/\p{Sc}/gu) ?? []
  return {
    percent: bare.includes('%'),
    time: /[ymdhs]/i.test(bare.replace(/general/i, '')),
    money: [...money, ...(money.length ? [] : signs)].map((sign) => sign.trim()).filter(Boolean)
  }
}

const isOf = (sign: string, currency: string): boolean => withoutCurrency(`${sign} 1`, currency).trim() === '1'
