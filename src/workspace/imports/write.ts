import { sql } from 'kysely'
import { importFields } from '../../shared/imports/fields'
import type { ImportResult, MappingFields } from '../../shared/contract/imports'
import { m } from '../../shared/messages/messages.js'
import type { Entity } from '../../shared/contract/journal'
import type { Change } from '../store/journal'
import type { Cell } from '../store/bulk'
import { packedBy } from '../store/packed'
import { descriptions } from '../store/descriptions'
import { add } from '../records'
import { closeReplies, keepAttached, type Made } from './attached'
import type { Classified, NewCustomer, Task } from './classify'
import { Contacts } from './contacts'
import { Shortening, wholeRaw } from './raw'
import type { Defaults, Values } from './row-read'
import { targets, titles } from './targets'
import type { AnyId } from '../../shared/values/flavours'

type Create = Extract<Task, { do: 'create' }>
type Update = Extract<Task, { do: 'update' }>

const aside = new Set(['externalId', 'customer', 'customerAddress', 'status', 'contact', 'answers'])
const rowColumns = [
  'id',
  'createdAt',
  'updatedAt',
  'importId',
  'entity',
  'recordId',
  'customerId',
  'source',
  'externalId',
  'occurrence',
  'rowNumber',
  'fingerprint',
  'raw'
]

/**
 * Writes what an import makes, a batch at a time, through the change at hand; the journal's triggers see every row. All of
 * it bears one instant, in whatever part of the import it is written.
 */
export function writer(mapping: MappingFields, fileName: string, headers: readonly string[], defaults: Defaults) {
  const target = targets[mapping.target]
  const { entity } = target
  const mapped = importFields(mapping.target)
    .map(({ id }) => id)
    .filter((id) => !aside.has(id))
  const used = mapped.filter((id) => mapping.columns.some(({ field }) => field === id))
  const filled = used.length > 0 && mapping.columns.some(({ field }) => field === 'status') ? [...used, 'standing'] : used
  const named = entity === 'interaction' && mapping.columns.some(({ field }) => field === 'contact')
  // what names a record may come from another column: first words, a number
  const own = ['id', 'createdAt', 'updatedAt', titles[mapping.target], ...target.extra]
  const columns = [...new Set([...own, ...filled, ...(named ? ['contactId'] : [])])]
  const shortening = new Shortening(headers, columns)
  let contacts: Contacts | null = null
  let change: Change
  let at = ''
  let next = new Map<string, number>()
  let importId: string | null = null

  /** Numbers are given without gaps; asked of the table once in each part, since others may have given some in between. */
  async function number(table: string): Promise<number> {
    let given = next.get(table)
    if (given === undefined) {
      const { rows } = await sql<{ top: number | null }>`SELECT max(number) AS top FROM ${sql.table(table)}`.execute(change.db)
      given = rows[0]?.top ?? 0
    }
    next.set(table, ++given)
    return given
  }

  async function addCustomers(customers: NewCustomer[]): Promise<void> {
    const names = ['id', 'createdAt', 'updatedAt', 'number', 'name', 'kind', 'currency', 'timeZone', 'replyHours']
    const rows: Cell[][] = []
    for (const { id, name, said, personal } of customers) {
      const kind = personal ? 'person' : 'business'
      rows.push([id, at, at, await number('customer'), name, kind, said.currency, said.zone, defaults.replyHours])
    }
    change.put('customer', names, rows)
    // by their address they are known again
    const contacts = customers
      .filter(({ personal, address }) => personal && address)
      .map(({ id, name, address }): Cell[] => [change.newId(), at, at, id, name, address, 1])
    if (contacts.length > 0)
      change.put('contact', ['id', 'createdAt', 'updatedAt', 'customerId', 'name', 'email', 'main'], contacts)
  }

  async function create(tasks: Create[]): Promise<void> {
    const records: Cell[][] = []
    const ties: Cell[][] = []
    const made: Made[] = []
    if (named) contacts ??= await Contacts.of(change.db)
    for (const task of tasks) {
      const id = entity === 'customer' ? task.customerId! : change.newId()
      const values = Object.assign(target.standard(task.said, defaults), task.said.values)
      values.id = id
      values.createdAt = values.updatedAt = at
      values.customerId = task.customerId
      if (columns.includes('number')) values.number = await number(entity)
      if (contacts && task.customerId) values.contactId = contacts.of(change, task.said, task.customerId)
      if (task.customerId && task.said.attachments.length > 0) made.push({ said: task.said, customerId: task.customerId, id })
      records.push(columns.map((column) => values[column] ?? null))
      // by what a customer's row says it is called they are found again, all at once
      ties.push(tie(task, id, entity === 'customer' ? wholeRaw(task.said) : shortening.of(task.said, values)))
    }
    change.put(entity, columns, records)
    change.put('importedRow', rowColumns, ties)
    if (entity !== 'interaction') return
    await keepAttached(change, made, number)
    const said = tasks.map((task) => task.said)
    await closeReplies(change, said, mapping.source)
  }

  function tie(
    { said, occurrence, customerId }: Pick<Task, 'said' | 'occurrence' | 'customerId'>,
    recordId: AnyId,
    raw: string
  ): Cell[] {
    return [
      change.newId(),
      at,
      at,
      importId,
      entity,
      recordId,
      customerId ?? recordId,
      mapping.source,
      said.externalId,
      occurrence,
      said.row,
      said.fingerprint,
      raw
    ]
  }

  async function update({ said, occurrence, customerId, known, recordId, patch, was, open, stands }: Update): Promise<void> {
    if (entity === 'promise' && 'dueAt' in patch) {
      if (was.dueAt) {
        const reason = m.imports_date_moved({ file: fileName })
        await add(change, 'promiseDate', { promiseId: recordId, dueAt: was.dueAt, until: at, reason })
      }
      if (!was.firstDueAt) patch.firstDueAt = was.dueAt ?? patch.dueAt!
    }
    if (Object.keys(patch).length > 0) await set(entity, recordId, { ...patch, updatedAt: at })
    if (!known) return change.put('importedRow', rowColumns, [tie({ said, occurrence, customerId }, recordId, wholeRaw(said))])
    const owner: Values = patch.customerId ? { customerId: patch.customerId } : {}
    await set('importedRow', known.id, {
      importId,
      rowNumber: said.row,
      source: mapping.source,
      externalId: said.externalId,
      occurrence,
      // words that are asked about are asked about again: the row goes on differing from what is kept of it
      fingerprint: Object.keys(open).length > 0 ? '' : said.fingerprint,
      raw: wholeRaw({ ...said, values: { ...said.values, ...open }, stands }),
      updatedAt: at,
      ...owner
    })
  }

  function addImport(id: string, columns: string | null): void {
    const fields = { fileName, sha256: '', target: mapping.target, source: mapping.source, counts: '{}', columns }
    change.put('import', ['id', 'createdAt', 'updatedAt', ...Object.keys(fields)], [[id, at, at, ...Object.values(fields)]])
  }

  async function set(table: Entity, id: string, values: Values): Promise<void> {
    const { packed } = descriptions[table]
    const parts = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${packedBy(packed?.[column], value)}`)
    await sql`UPDATE ${sql.table(table)} SET ${sql.join(parts)} WHERE id = ${packedBy(packed?.id, id)}`.execute(change.db)
  }

  return {
    /** Begins a part of the import: what follows is written through this change. */
    begin(part: Change): void {
      change = part
      at ||= part.at
      next = new Map()
      change.says('import', 'import', fileName)
    },
    /** Writes one batch. */
    async put({ tasks, newCustomers }: Classified): Promise<void> {
      if (tasks.length === 0) return
      const first = importId === null
      importId ??= change.newId()
      await addCustomers(newCustomers)
      await create(tasks.filter((task): task is Create => task.do === 'create'))
      for (const task of tasks) if (task.do === 'update') await update(task)
      const columns = shortening.news()
      if (first) addImport(importId, columns)
      else if (columns) await set('import', importId, { columns })
    },
    /** The id of the import, once something was written. */
    importId: () => importId,
    /** Completes the record of the import, if anything was written. */
    async finish(counts: ImportResult['counts'], sha256: string): Promise<void> {
      if (importId) await set('import', importId, { counts: JSON.stringify(counts), sha256 })
    }
  }
}
