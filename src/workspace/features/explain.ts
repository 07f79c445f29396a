import type { Kysely } from 'kysely'
import type { FigureChange, FigureKind } from '../../shared/contract/explain'
import type { Deed, Entity } from '../../shared/contract/journal'
import type { LossLine } from '../../shared/contract/losses'
import type { HandlersOf } from '../handlers'
import { mustFind } from '../records'
import { unpackId } from '../store/packed'
import { pastOf } from '../store/states'
import { descriptions } from '../store/descriptions'
import type { Tables } from '../store/tables'

type Db = Kysely<Tables>
type Row = Record<string, unknown>
type Records = Map<Entity, Set<string>>

/** The fields that a figure follows from or that say where it comes from. A change of others, as of the order of lines, is not told. */
const telling: Partial<Record<Entity, readonly string[]>> = {
  lossLine: [
    'title',
    'calculator',
    'inputs',
    'currency',
    'status',
    'confidence',
    'frequency',
    'basis',
    'confirmedBy',
    'confirmedOn',
    'proofId',
    'harm',
    'subjectKind',
    'subject',
    'orderId',
    'harmFrom',
    'harmTo',
    'wholeCase'
  ],
  driver: ['name', 'unit', 'quantity', 'basis'],
  rate: ['from', 'to', 'rate', 'on', 'source'],
  cliff: ['title', 'on', 'amount', 'basis'],
  guardAnswer: ['answer', 'leavesId', 'amount', 'why'],
  answer: ['words', 'source', 'confidence', 'numbers'],
  incident: [
    'currency',
    'state',
    'ended',
    'harmEnds',
    'harmEndsEarliest',
    'harmEndsLatest',
    'harmEndsOrderId',
    'harmEndsPromiseId',
    'harmEndsBasis'
  ],
  case: ['currency'],
  caseIncident: [],
  option: ['title', 'stay', 'reversible'],
  remedy: ['words', 'owner', 'cost', 'relief', 'days', 'dueOn']
}

function put(records: Records, entity: Entity, ids: readonly { id: string }[]): void {
  const known = records.get(entity) ?? new Set()
  for (const { id } of ids) known.add(id)
  records.set(entity, known)
}

/** Rates between the currencies that figures are in; with one currency there are none. */
async function putRates(db: Db, records: Records, currencies: readonly string[]): Promise<void> {
  const all = [...new Set(currencies)]
  if (all.length > 1)
    put(records, 'rate', await db.selectFrom('rate').select('id').where('from', 'in', all).where('to', 'in', all).execute())
}

const gather: Record<FigureKind, (db: Db, records: Records, id: string) => Promise<string[]>> = {
  async lossLine(db, records, id) {
    const line = await mustFind<LossLine>(db, 'lossLine', id)
    const { currency } = await db
      .selectFrom('incident')
      .select('currency')
      .where('id', '=', line.incidentId)
      .executeTakeFirstOrThrow()
    put(records, 'lossLine', [line])
    put(
      records,
      'driver',
      Object.values(line.inputs).flatMap((given) =>
        typeof given === 'object' && given.as === 'driver' ? [{ id: given.driverId }] : []
      )
    )
    await putRates(db, records, [line.currency, currency])
    return [line.currency, currency]
  },
  async incident(db, records, id) {
    const incident = await mustFind<{ id: string; currency: string }>(db, 'incident', id)
    put(records, 'incident', [incident])
    // those in the trash too: a figure also moves by what is taken away
    for (const entity of ['lossLine', 'driver', 'cliff', 'guardAnswer', 'answer'] as const) {
      put(records, entity, await db.selectFrom(entity).select('id').where('incidentId', '=', id).execute())
    }
    const lines = await db.selectFrom('lossLine').select('currency').where('incidentId', '=', id).execute()
    const currencies = [incident.currency, ...lines.map(({ currency }) => currency)]
    await putRates(db, records, currencies)
    return currencies
  },
  async case(db, records, id) {
    const found = await mustFind<{ id: string; currency: string }>(db, 'case', id)
    put(records, 'case', [found])
    const currencies = [found.currency]
    for (const { incidentId } of await db.selectFrom('caseIncident').select('incidentId').where('caseId', '=', id).execute()) {
      currencies.push(...(await gather.incident(db, records, incidentId)))
    }
    await putRates(db, records, currencies)
    const known = [...(records.get('guardAnswer') ?? [])].map((one) => ({ id: one }))
    put(records, 'guardAnswer', [...known, ...(await db.selectFrom('guardAnswer').select('id').where('caseId', '=', id).execute())])
    // a tie that was taken off is only in the journal
    const gone = await db
      .selectFrom('journalRow')
      .select('rowId')
      .where('code', '=', descriptions.caseIncident.code)
      .where('width', '=', 0)
      .where('before', 'like', `%${id}%`)
      .execute()
    put(
      records,
      'caseIncident',
      gone.map(({ rowId }) => ({ id: unpackId(rowId) }))
    )
    put(records, 'caseIncident', await db.selectFrom('caseIncident').select('id').where('caseId', '=', id).execute())
    return currencies
  },
  async option(db, records, id) {
    const option = await mustFind<{ id: string }>(db, 'option', id)
    put(records, 'option', [option])
    put(records, 'remedy', await db.selectFrom('remedy').select('id').where('optionId', '=', id).execute())
    const taken = await db.selectFrom('optionRemedy').select('remedyId as id').where('optionId', '=', id).execute()
    put(records, 'remedy', taken)
    return []
  }
}

async function changesOf(db: Db, records: Records, limit: number): Promise<FigureChange[]> {
  const found: FigureChange[] = []
  for (const [entity, ids] of records) {
    if (ids.size === 0) continue
    const rows = await pastOf(db, entity, [...ids], limit)
    for (const { before, after, rowId, seq, at, actor, kind, clock } of rows) {
      const was = before === null ? null : (JSON.parse(before) as Row)
      const is = after === null ? null : (JSON.parse(after) as Row)
      const fields =
        was && is
          ? (telling[entity] ?? [])
              .filter((field) => field in was)
              .map((field) => ({ field, from: was[field] ?? null, to: is[field] ?? null }))
          : []
      const deed = deedOf(entity, was, is)
      if (deed === 'change' && fields.length === 0) continue
      const row = is ?? was ?? {}
      found.push({
        clock,
        seq,
        at,
        actor,
        kind,
        entity,
        id: rowId,
        title: await titleOf(db, entity, row),
        deed,
        fields,
        about: await aboutOf(db, entity, row)
      })
    }
  }
  return found.sort((a, b) => b.seq - a.seq).slice(0, limit)
}

function deedOf(entity: Entity, was: Row | null, is: Row | null): Deed {
  if (!was) return entity === 'caseIncident' ? 'tie' : entity === 'guardAnswer' || entity === 'answer' ? 'answer' : 'create'
  if (!is) return 'untie'
  if ('trashedAt' in was && was.trashedAt !== is.trashedAt) return is.trashedAt ? 'trash' : 'restore'
  return entity === 'guardAnswer' || entity === 'answer' ? 'answer' : 'change'
}

async function titleOf(db: Db, entity: Entity, row: Row): Promise<string> {
  if (entity === 'caseIncident') {
    const incident = await db.selectFrom('incident').select('title').where('id', '=', String(row.incidentId)).executeTakeFirst()
    return incident?.title ?? ''
  }
  if (entity === 'rate') return `${String(row.from)} → ${String(row.to)}`
  const column = descriptions[entity].title
  return column ? String(row[column] ?? '') : ''
}

async function aboutOf(db: Db, entity: Entity, row: Row): Promise<FigureChange['about']> {
  const currencyOf = async (table: 'incident' | 'case', id: unknown): Promise<{ currency?: string }> =>
    (await db.selectFrom(table).select('currency').where('id', '=', String(id)).executeTakeFirst()) ?? {}
  if (entity === 'lossLine') return { calculator: String(row.calculator), currency: String(row.currency) }
  if (entity === 'driver') return { unit: String(row.unit), ...(await currencyOf('incident', row.incidentId)) }
  if (entity === 'cliff') return currencyOf('incident', row.incidentId)
  if (entity !== 'remedy') return {}
  const option = await db.selectFrom('option').select('caseId').where('id', '=', String(row.optionId)).executeTakeFirst()
  return option ? currencyOf('case', option.caseId) : {}
}

export const explainHandlers: HandlersOf<'explain'> = {
  'explain.changes': async ({ read }, { of, limit }) => {
    const records: Records = new Map()
    for (const { is, id } of of) await gather[is](read, records, id)
    return changesOf(read, records, limit ?? 200)
  }
}
