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
  const monthOf = monthsIn(timeZone)
  for (const at of all) {
    const month = monthOf(at)
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return {
    total: all.length,
    months: [...months].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1))
  }
}

/** Gives what tells the month of a moment in a zone: for many moments, each month's beginning is looked up once. */
function monthsIn(zone: Zone): (at: string) => string {
  const beginnings = new Map<string, [begins: string, ends: string]>()
  return (at) => {
    const month = at.slice(0, 7)
    if (at.length <= 10) return month
    let found = beginnings.get(month)
    if (!found) {
      const begins = dayEnd(addDays(`${month}-01`, -1), zone)
      const ends = dayEnd(addDays(`${monthAfter(month, 1)}-01`, -1), zone)
      beginnings.set(month, (found = [bare(begins), bare(ends)]))
    }
    return at < found[0] ? monthAfter(month, -1) : at < found[1] ? month : monthAfter(month, 1)
  }
}

/** A day in the middle of a month, so many times thirty days on, lies in the month that is meant. */
const monthAfter = (month: string, steps: 1 | -1): string => addDays(`${month}-15`, steps * 30).slice(0, 7)
