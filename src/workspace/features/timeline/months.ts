import type { Customer } from '../../../shared/records/customers'
import type { Parsed } from '../../../shared/contract/table'
import { addDays, dayEnd } from '../../../shared/values/zones'
import type { Context } from '../../handlers'
import { mustFind } from '../../records'
import { bare, connection, narrowed } from './sources'
import type { Zone } from '../../../shared/values/flavours'

/** Counts a customer's events by month. Only their dates are read, from the indexes. */
export async function timelineMonths(context: Context, asked: Parsed<'timeline.months'>) {
  const { timeZone } = await mustFind<Customer>(context.read, 'customer', asked.customerId)
  const { head, sources, values } = narrowed(context, asked, timeZone)
  const parts = sources.map(({ source: { at }, from, where }) => `SELECT ${at} AS at FROM ${from} WHERE ${where}`)
  const counted = parts.length > 0 && connection(context).prepare(`${head} ${parts.join(' UNION ALL ')}`)
  const all = counted ? (counted.pluck().all(values) as string[]) : []
  const months = new Map<string, number>()
  const monthOf = cellsIn(timeZone, 7)
  for (const at of all) {
    const month = monthOf(at)
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return {
    total: all.length,
    months: [...months].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1))
  }
}

/**
 * Gives what tells the month or the day of a moment in a zone, of the first letters that say one ("2026-03", "2026-03-29"):
 * for many moments, the beginning of each is looked up once.
 */
export function cellsIn(zone: Zone, letters: 7 | 10): (at: string) => string {
  const bounds = new Map<string, [begins: string, ends: string]>()
  const first = (cell: string): string => (letters === 7 ? `${cell}-01` : cell)
  const after = (cell: string, steps: 1 | -1): string => (letters === 7 ? monthAfter(cell, steps) : addDays(cell, steps))
  const beginning = (cell: string): string => bare(dayEnd(addDays(first(cell), -1), zone))
  return (at) => {
    const cell = at.slice(0, letters)
    if (at.length <= 10) return cell
    let found = bounds.get(cell)
    if (!found) bounds.set(cell, (found = [beginning(cell), beginning(after(cell, 1))]))
    return at < found[0] ? after(cell, -1) : at < found[1] ? cell : after(cell, 1)
  }
}

/** A day in the middle of a month, so many times thirty days on, lies in the month that is meant. */
const monthAfter = (month: string, steps: 1 | -1): string => addDays(`${month}-15`, steps * 30).slice(0, 7)
