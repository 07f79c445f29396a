import { monthNamed } from './months'

const parts: readonly [RegExp, (found: RegExpExecArray) => string | null][] = [
  [/^([0-9]{4})[-/.]([0-9]{1,2})$/, ([, year, month]) => monthText(year!, Number(month))],
  [/^([0-9]{1,2})[-/.]([0-9]{4})$/, ([, month, year]) => monthText(year!, Number(month))],
  [/^(\p{L}{3,20})\.?,?(?: de| of)?[ /-]([0-9]{4})$/u, ([, name, year]) => monthText(year!, monthNamed(name!))],
  [/^([0-9]{4})[ /-](\p{L}{3,20})\.?$/u, ([, year, name]) => monthText(year!, monthNamed(name!))],
  // the last month of a quarter, in which it ends
  [/^[QTKΤ]([1-4])[ /-]?([0-9]{4})$/iu, ([, quarter, year]) => monthText(year!, Number(quarter) * 3)],
  [/^([0-9]{4})[ /-]?[QTKΤ]([1-4])$/iu, ([, year, quarter]) => monthText(year!, Number(quarter) * 3)],
  [/^H([12])[ /-]?([0-9]{4})$/i, ([, half, year]) => monthText(year!, Number(half) * 6)]
]
/** Words before a month that say no more than that it is meant whole. */
const until =
  /^(?:by |until |before )?(?:the )?(?:end of|by|until|mid|τέλος|τέλη|μέχρι|έως|fin de|finales de|hasta|antes de|lõpp|hiljemalt|katapusan ng|hanggang) /i

function monthText(year: string, month: number | undefined): string | null {
  if (!month || month < 1 || month > 12 || Number(year) < 1900 || Number(year) > 2199) return null
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Takes a cell that says a month, a quarter or half a year; gives the month it ends in, "2026-09"; null when it says something else. */
export function halfKnown(cell: string): string | null {
  if (cell.length > 60) return null
  const text = cell
    .replace(/[\s\u00a0]/g, ' ')
    .trim()
    .replace(until, '')
  for (const [shape, read] of parts) {
    const found = shape.exec(text)
    if (found) return read(found)
  }
  return null
}
