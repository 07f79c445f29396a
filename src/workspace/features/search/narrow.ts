import { entities } from '../../../shared/contract/journal'
import type { Parsed } from '../../../shared/contract/table'
import { addDays, dayOf, firstDay, lastDay } from '../../../shared/values/zones'
import type { Context } from '../../handlers'
import { descriptions } from '../../store/descriptions'
import { packedIdSql } from '../../store/packed'
import { ofPerson as personal } from '../timeline/of'
import { connection } from '../timeline/sources'
import type { Id } from '../../../shared/values/flavours'

/** SQL that narrows hits `t` of customers `c`, with what its names stand for. */
export interface Narrow {
  /** Stands before the statement: the keys of whom they may be of. */
  head: string
  where: string[]
  values: Record<string, string | number>
}

/** More records than this are not gathered first: each hit is looked at instead. */
const many = 30_000

/** Takes what is asked and whether many records have the words; gives what narrows the hits. */
export function narrow(context: Context, asked: Parsed<'search.find'>, common: boolean): Narrow {
  const { entities: kinds, customerId, contactId, from, to } = asked
  const values: Narrow['values'] = {}
  const where: string[] = []
  if (kinds?.length) {
    kinds.forEach((kind, index) => (values[`kind${index}`] = kind))
    where.push(`t.entity IN (${kinds.map((_, index) => `@kind${index}`).join()})`)
  }
  if (from || to) {
    const zone = context.settings.timeZone
    Object.assign(values, { zone })
    const day = 'day_in(t.at, coalesce(c.timeZone, @zone))'
    // a day before and after, and then the day on the customer's clock
    const known = `CASE WHEN length(t.at) > 10 THEN ${day} ELSE t.at END`
    if (from) {
      const first = firstDay(dayOf(from, zone))
      Object.assign(values, { from: first, wideFrom: addDays(first, -1).slice(0, 4) })
      where.push(`t.at >= @wideFrom AND ${known} || CASE length(t.at) WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END >= @from`)
    }
    if (to) {
      const last = lastDay(dayOf(to, zone))
      Object.assign(values, { to: last, wideTo: `${addDays(last, 1)}~` })
      where.push(`t.at <= @wideTo AND ${known} <= @to`)
    }
  }
  const whose = [customerId && ofCustomer(values, customerId), contactId && ofPerson(values, contactId)].filter((sql) => !!sql)
  if (whose.length === 0) return { head: '', where, values }
  // the plus keeps SQLite from asking the index anew for each key
  if (common && !isLarge(context, asked))
    return {
      head: `WITH own AS MATERIALIZED (${whose
        .map((of) => `SELECT n FROM searchKey WHERE recordId IN (${of as string})`)
        .join(' INTERSECT ')})`,
      where: ['+search.rowid IN own', ...where],
      values
    }
  if (customerId) where.push('t.customerId = @customer')
  if (contactId) where.push(`t.recordId IN (${ofPerson(values, contactId, false)})`)
  return { head: '', where, values }
}

/** SQL of the packed ids of all that is a customer's. */
function ofCustomer(values: Narrow['values'], customerId: Id<'customer'>): string {
  values.customer = customerId
  return entities
    .flatMap((entity) => {
      const { search, owner } = descriptions[entity]
      return search ? [`SELECT ${packedIdSql('r.id')} FROM "${entity}" r WHERE ${owner.replaceAll('@', 'r')} = @customer`] : []
    })
    .join(' UNION ALL ')
}

/** SQL of the ids of a person, and of what is of them on a timeline. */
function ofPerson(values: Narrow['values'], contactId: Id<'contact'>, packed = true): string {
  values.person = contactId
  const own = Object.entries(personal).flatMap(([kind, is]) => (is ? [`SELECT r.id FROM "${kind}" r WHERE ${is}`] : []))
  return `SELECT ${packed ? packedIdSql('r.id') : 'r.id'} FROM (SELECT @person AS id UNION ALL ${own.join(' UNION ALL ')}) r`
}

function isLarge(context: Context, { customerId }: Parsed<'search.find'>): boolean {
  if (!customerId) return false
  const count = connection(context).prepare(`SELECT count(*) FROM (SELECT 1 FROM interaction WHERE customerId = ? LIMIT ${many})`)
  return count.pluck().get(customerId) === many
}
