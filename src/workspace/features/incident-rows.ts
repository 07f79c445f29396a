import { sql } from 'kysely'
import { incidentKinds as kindWords } from '../../shared/brief/labels'
import type { Parsed, Result } from '../../shared/contract/table'
import { incidentSeverities, isOpenIncident, type IncidentRow } from '../../shared/records/incidents'
import { fold } from '../../shared/values/fold'
import { localeOf } from '../../shared/values/format'
import { inOrder } from '../../shared/values/in-order'
import type { Context } from '../handlers'
import { refOf } from '../store/descriptions'
import { told } from '../told'

/** Gives incidents as lists show them, the newest first: all, those of a customer, or some. */
export async function incidentRows(
  { read }: Pick<Context, 'read'>,
  { customerId, ids }: { customerId?: string; ids?: readonly string[] }
): Promise<IncidentRow[]> {
  const rows = await read
    .selectFrom('incident')
    .innerJoin('customer', 'customer.id', 'incident.customerId')
    .selectAll('incident')
    .select(['customer.name as customer', 'customer.timeZone as clock'])
    .select(({ selectFrom, fn }) => [
      selectFrom('lossLine')
        .select(fn.countAll<number>().as('n'))
        .whereRef('lossLine.incidentId', '=', 'incident.id')
        .where('lossLine.trashedAt', 'is', null)
        .as('lines'),
      selectFrom('caseIncident')
        .select(fn.countAll<number>().as('n'))
        .whereRef('caseIncident.incidentId', '=', 'incident.id')
        .as('cases')
    ])
    .where('incident.trashedAt', 'is', null)
    .$if(customerId !== undefined, (query) => query.where('incident.customerId', '=', customerId!))
    .$if(ids !== undefined, (query) =>
      query.where('incident.id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    )
    .orderBy('incident.began', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, ref: refOf('incident', row.number), lines: row.lines ?? 0, cases: row.cases ?? 0 }))
}

/** Gives the first incidents as a list of them shows them; no more of the others is read than finding and sorting need. */
export async function incidentPage(
  context: Context,
  { customerId, show, words, sort, first }: Parsed<'incidents.page'>
): Promise<Result<'incidents.page'>> {
  const { read, settings } = context
  const { language, paper } = settings
  const light = await read
    .selectFrom('incident')
    .innerJoin('customer', 'customer.id', 'incident.customerId')
    .select(['incident.id', 'incident.number', 'incident.title', 'incident.kind', 'incident.severity', 'incident.state'])
    .select(['incident.began', 'customer.name as customer'])
    .where('incident.trashedAt', 'is', null)
    .$if(customerId !== undefined, (query) => query.where('incident.customerId', '=', customerId!))
    .orderBy('incident.began', 'desc')
    .execute()
  const open = light.filter(isOpenIncident)
  const asked = show === 'open' && open.length > 0 ? open : light
  const needle = fold(words.trim())
  // what Redress named itself is found and sorted by as it reads on the screen
  const named = needle || sort?.id === 'title' ? await told(read, 'incidents.list', asked as never, language) : asked
  const rows = named as typeof light
  const found = needle
    ? rows.filter(({ number, title, customer, kind }) =>
        fold(`${refOf('incident', number)} ${title} ${customer} ${kindWords[kind]()}`).includes(needle)
      )
    : rows
  const by = (row: (typeof light)[number]) => (sort!.id === 'severity' ? incidentSeverities.indexOf(row.severity) : row[sort!.id])
  const sorted = sort ? inOrder(found, by, sort.down, localeOf(language, paper)) : found
  const ids = sorted.slice(0, first).map(({ id }) => id)
  const whole = new Map((await incidentRows(context, { ids })).map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => whole.get(id) ?? []), total: found.length, of: light.length, open: open.length }
}
