import type { MonthValue } from '../../../shared/losses/questions/questions'
import { readFuzzyDate } from '../../ui/dateText'
import { readNumber } from '../../ui/numberText'
import type { Day } from '../../../shared/values/flavours'

/** What reading a pasted table of months gave: the months in their order, or the first line that is none. */
export type Months = { months: MonthValue[] } | { line: number; text: string } | { twice: string }

/** How numbers and dates are written, and the day it is. */
interface Here {
  locale: string
  today: Day
}

/**
 * Takes what was typed or pasted, one month on each line with its number behind it; gives the months. A month is 2026-03,
 * 03/2026, March 2026, or a day in it. A first line without any digit is a heading.
 */
export function readMonths(text: string, here: Here): Months {
  const months: MonthValue[] = []
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replaceAll(/["']/g, '').trim()
    if (!line || (months.length === 0 && !/\d/.test(line))) continue
    const found = readLine(line, here)
    if (!found) return { line: index + 1, text: line.slice(0, 40) }
    if (months.some(({ month }) => month === found.month)) return { twice: found.month }
    months.push(found)
  }
  return { months: months.sort((a, b) => (a.month < b.month ? -1 : 1)) }
}

/** Takes months, gives them as they are typed. */
export function writeMonths(months: readonly MonthValue[], write: (value: number) => string): string {
  return months.map(({ month, value }) => `${month}\t${write(value)}`).join('\n')
}

/** Takes what was typed as one month, or a day in it, gives it as "2026-03", or null. */
export function readMonth(text: string, { locale, today }: Here): string | null {
  if (!/\d{4}/.test(text)) return null
  const read = readFuzzyDate(text, locale, today)
  return read && read.length >= 7 ? read.slice(0, 7) : null
}

/** A month may be of two words, and a number of three: the first place where both sides can be read is where they part. */
function readLine(line: string, here: Here): MonthValue | null {
  for (const part of line.matchAll(/[\s,;|:=]+/g)) {
    const month = readMonth(line.slice(0, part.index), here)
    const number = month && readNumber(line.slice(part.index + part[0].length), here.locale)
    if (number && number.kind === 'value') return { month: month!, value: number.value }
  }
  return null
}
