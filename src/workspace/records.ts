import { sql } from 'kysely'
import { currencyDisagrees, datesDisagree, type Disagreement } from '../shared/records/agreement'
import { invalidField, Refusal } from '../shared/values/errors'
import { cut } from '../shared/values/truncate'
import type { Entity } from '../shared/contract/journal'
import { m } from '../shared/messages/messages.js'
import { nothingBehind } from '../shared/records/behind'
import { belongsTogether, staysHome } from './belonging'
import type { Change } from './store/journal'
import { descriptions } from './store/descriptions'
import type { Tables } from './store/tables'
import type { Stored } from '../shared/values/fields'
import type { Id, Instant } from '../shared/values/flavours'

type Row = Record<string, unknown>

/** The kind of a row: a case is looked up among cases, by the id of a case. */
type KindOf<T> = T extends Stored<infer K> ? K : Entity

/** Gives the row, JSON columns parsed. Error: not-found. */
export async function mustFind<T>(
  db: Change['db'] | import('kysely').Kysely<Tables>,
  entity: KindOf<T>,
  id: Id<KindOf<T>>
): Promise<T> {
  const row = (await sql`SELECT * FROM ${sql.table(entity)} WHERE id = ${id}`.execute(db)).rows[0]
  if (!row) throw new Refusal('not-found', m.error_not_found())
  return parsed<T>(entity, row as Row)
}

/** Takes a stored row, gives it with its JSON columns parsed. */
export function parsed<T>(entity: Entity, row: object): T {
  const columns = descriptions[entity].json
  if (!columns) return row as T
  const given: Row = { ...(row as Row) }
  for (const column of columns) if (typeof given[column] === 'string') given[column] = JSON.parse(given[column] as string)
  return given as T
}

function stored(entity: Entity, fields: Row): Row {
  const columns = descriptions[entity].json ?? []
  const given: Row = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    given[name] = columns.includes(name) && value !== null ? JSON.stringify(value) : value
  }
  return given
}

/** Writes a new row with its id, times and number; names the change. Gives the id. Errors: conflict, the id is taken; invalid, what it belongs to is not here, or its dates or ties do not agree. */
export async function add<K extends Entity>(change: Change, entity: K, fields: object): Promise<{ id: Id<K> }> {
  const { id = change.newId(), ...rest } = fields as Row & { id?: Id<K> }
  const row: Row = { id, createdAt: change.at, updatedAt: change.at, ...stored(entity, rest) }
  if (descriptions[entity].prefix) row.number = await nextNumber(change, entity)
  const names = Object.keys(row)
  agrees(datesDisagree(entity, row, names))
  agrees(nothingBehind(entity, await untrashed(change, entity, row), names))
  await belongsTogether(change, entity, row, names)
  await sql`INSERT INTO ${sql.table(entity)} (${sql.join(names.map((name) => sql.ref(name)))})
    VALUES (${sql.join(Object.values(row))})`
    .execute(change.db)
    .catch((error: unknown) => refuse(change, entity, row, error))
  await name(change, 'create', entity, id)
  return { id }
}

/** Changes the fields that are given, if any differ; names the change. Errors: not-found; invalid, its dates, amounts or ties would not agree. */
export async function alter<K extends Entity>(change: Change, entity: K, id: Id<K>, patch: object): Promise<{ id: Id<K> }> {
  const row = (await sql`SELECT * FROM ${sql.table(entity)} WHERE id = ${id}`.execute(change.db)).rows[0] as Row | undefined
  if (!row) throw new Refusal('not-found', m.error_not_found())
  const fields = Object.entries(stored(entity, patch as Row)).filter(([column, value]) => row[column] !== value)
  if (fields.length === 0) return { id }
  const next = Object.fromEntries(fields)
  staysHome(entity, row, next)
  agrees(datesDisagree(entity, { ...row, ...next }, Object.keys(next)))
  agrees(nothingBehind(entity, await untrashed(change, entity, { ...row, ...next }), Object.keys(next)))
  agrees(currencyDisagrees(entity, row, patch as Row))
  await belongsTogether(change, entity, { ...row, ...next }, Object.keys(next))
  fields.push(['updatedAt', change.at])
  await sql`UPDATE ${sql.table(entity)}
    SET ${sql.join(fields.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))} WHERE id = ${id}`
    .execute(change.db)
    .catch((error: unknown) => refuse(change, entity, Object.fromEntries(fields), error))
  await name(change, 'change', entity, id)
  return { id }
}

/** Refuses a date of a record that disagrees with its others, at `at`: the name under which it was given. Error: invalid. */
export async function agreesAt(
  change: Change,
  entity: Entity,
  id: string,
  field: string,
  value: string,
  at: Instant
): Promise<void> {
  const wrong = datesDisagree(entity, { ...(await mustFind<Row>(change.db, entity, id)), [field]: value }, [field])
  if (wrong) throw invalidField(at, wrong.text)
}

function agrees(wrong: Disagreement | null): void {
  if (wrong) throw invalidField(wrong.field, wrong.text)
}

/** Takes what the database said of a row, throws it with the field it is about where that can be told. */
async function refuse(change: Change, entity: Entity, row: Row, error: unknown): Promise<never> {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  // ids are one of a kind in the whole workspace: the search finds a record by its id alone
  const taken =
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || (code === 'SQLITE_CONSTRAINT_UNIQUE' && message.endsWith('searchKey.recordId'))
  if (taken) throw new Refusal('conflict', m.error_id_taken(), { id: m.error_id_taken() })
  if (code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
  const links = await sql<{
    field: string
    table: string
  }>`SELECT "from" AS field, "table" FROM pragma_foreign_key_list(${entity})`.execute(change.db)
  for (const { field, table } of links.rows) {
    if (row[field] === undefined || row[field] === null) continue
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} WHERE id = ${row[field]}`.execute(change.db)
    if (rows.length === 0) throw new Refusal('invalid', m.error_linked(), { [field]: m.error_linked() })
  }
  throw error
}

/** Moves a record to the trash, or takes it out again when `at` is null. */
export async function moveToTrash<K extends Entity>(
  change: Change,
  entity: K,
  id: Id<K>,
  at: Instant | null
): Promise<{ id: Id<K> }> {
  const row = await mustFind<{ trashedAt: Instant | null }>(change.db, entity, id)
  if ((row.trashedAt === null) === (at === null)) return { id }
  if (at) await nothingRestsOn(change, id)
  else if (nothingBehind(entity, await untrashed(change, entity, row), links(entity)))
    throw new Refusal('conflict', m.error_rests_on_trashed())
  await sql`UPDATE ${sql.table(entity)} SET trashedAt = ${at} WHERE id = ${id}`.execute(change.db)
  await name(change, at ? 'trash' : 'restore', entity, id)
  return { id }
}

const links = (entity: Entity): string[] => (entity === 'voice' ? ['metId'] : [])

/** A record as it is to be, without its tie to one that is in the trash: that shows nothing. */
async function untrashed(change: Change, entity: Entity, row: Row): Promise<Row> {
  const { metEntity, metId } = row
  if (entity !== 'voice' || !metEntity || !metId) return row
  const asked = sql`SELECT 1 FROM ${sql.table(metEntity as string)} WHERE id = ${metId} AND trashedAt IS NOT NULL`
  return (await asked.execute(change.db)).rows.length > 0 ? { ...row, metId: null } : row
}

/** Error: conflict, a wish or need of the customer is said to be met, and nothing but this record shows it. */
async function nothingRestsOn(change: Change, id: string): Promise<void> {
  const voice = await change.db
    .selectFrom('voice')
    .select('words')
    .where('metId', '=', id)
    .where('state', '=', 'met')
    .where('answer', 'is', null)
    .where('release', 'is', null)
    .where('trashedAt', 'is', null)
    .executeTakeFirst()
  if (voice) throw new Refusal('conflict', m.timeline_voice_rests({ words: cut(voice.words, 60) }))
}

/** Ties two records by a row of a linking table, or takes the tie away. */
export async function tie(change: Change, entity: Entity, ends: Record<string, string>, tied: boolean): Promise<void> {
  const where = sql.join(
    Object.entries(ends).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql` AND `
  )
  const found = (await sql<{ id: string }>`SELECT id FROM ${sql.table(entity)} WHERE ${where}`.execute(change.db)).rows[0]
  if (tied && !found) await add(change, entity, ends)
  if (!tied && found) await sql`DELETE FROM ${sql.table(entity)} WHERE id = ${found.id}`.execute(change.db)
}

/** Names a change after a record: its title and the customer it belongs to. */
export async function name<K extends Entity>(
  change: Change,
  deed: Parameters<Change['says']>[0],
  entity: K,
  id: Id<K>
): Promise<void> {
  const { title, named, owner } = descriptions[entity]
  const said = named ? sql.raw(named.replaceAll('@', 't')) : title ? sql.ref(`t.${title}`) : sql`''`
  const asked = sql`SELECT ${said} AS title, ${sql.raw(owner.replaceAll('@', 't'))} AS customerId
    FROM ${sql.table(entity)} AS t WHERE t.id = ${id}`
  const row = (await asked.execute(change.db)).rows[0] as { title: string | null; customerId: Id<'customer'> | null } | undefined
  change.says(deed, entity, row?.title ?? '', row?.customerId ?? null)
}

async function nextNumber(change: Change, entity: Entity): Promise<number> {
  const { rows } = await sql<{ top: number | null }>`SELECT max(number) AS top FROM ${sql.table(entity)}`.execute(change.db)
  return (rows[0]?.top ?? 0) + 1
}

type Verb = 'create' | 'change' | 'trash' | 'restore'
// each handler's input is what its procedure parsed; the contract types it where the handlers are put together
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type RecordHandler = (change: Change, input: any) => Promise<{ id: string }>

/** The four handlers that go with `recordProcedures(name, fields)`. `check` may refuse or complete what was given. */
export function recordHandlers<N extends string, K extends Entity>(
  name: N,
  entity: K,
  check: (change: Change, fields: Row, id: Id<K> | null) => Promise<Row> = async (_, fields) => fields
): { [K in `${N}.${Verb}`]: RecordHandler } {
  const handlers: Record<string, RecordHandler> = {
    [`${name}.create`]: async (change, input: Row) => add(change, entity, await check(change, input, null)),
    [`${name}.change`]: async (change, input: { id: Id<K>; patch: Row }) =>
      alter(change, entity, input.id, await check(change, input.patch, input.id)),
    [`${name}.trash`]: (change, input: { id: Id<K> }) => moveToTrash(change, entity, input.id, change.at),
    [`${name}.restore`]: (change, input: { id: Id<K> }) => moveToTrash(change, entity, input.id, null)
  }
  return handlers as { [K in `${N}.${Verb}`]: RecordHandler }
}
