import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Entity } from '../../src/shared/contract/journal'
import type { ColumnSource, ImportResult, MappingFields } from '../../src/shared/contract/imports'
import { rawsOf, type KeptRow, type Raw } from '../../src/workspace/imports/raw'
import type { Workspace } from '../../src/workspace/index'
import { unpackId } from '../../src/workspace/store/packed'
import { temporaryFolder } from './support'

/** Writes a file of its own to a test; gives its path. */
export function fileOf(content: string | Buffer, name = 'rows.csv'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

/** Takes fields and the headers that hold them, gives a mapping. */
export function mappingOf(
  columns: Record<string, string | Partial<ColumnSource>>,
  more: Partial<MappingFields> = {}
): MappingFields {
  return {
    name: 'test',
    target: 'orders',
    source: 'test',
    zone: 'Europe/Athens',
    currency: 'EUR',
    columns: Object.entries(columns).map(([field, source]) =>
      typeof source === 'string' ? { field, header: source } : { field, ...source }
    ),
    ...more
  }
}

/** Imports a file, for real unless told otherwise. */
export function importFile(workspace: Workspace, file: string, mapping: MappingFields, dryRun = false): Promise<ImportResult> {
  return workspace.call('imports.run', { file, target: mapping.target, mapping, dryRun })
}

/** What is kept of the rows of all imports, in full, in the order of the file: also where the record says it. */
export async function keptRows({ store: { read } }: Workspace): Promise<{ externalId: string; recordId: string; raw: Raw }[]> {
  const { rows } = await sql<KeptRow & { entity: Entity; externalId: string }>`
    SELECT r.entity, r.externalId, r.recordId, r.raw, i.columns FROM importedRow r JOIN import i ON i.id = unpacked_id(r.importId)
    ORDER BY r.rowNumber, r.occurrence`.execute(read)
  return Promise.all(
    rows.map(async (row) => {
      const [raw] = await rawsOf(read, row.entity, [row])
      return { externalId: row.externalId, recordId: unpackId(row.recordId), raw: raw! }
    })
  )
}

/** Everything that is stored of records, as text: what an undo must bring back. */
export function recordsOf(workspace: Workspace): string {
  const tables = ['customer', 'order', 'interaction', 'promise', 'promiseDate', 'import', 'importedRow']
  const texts = 'SELECT entity, recordId, customerId, at, title, body FROM searchText ORDER BY recordId'
  const queries = [...tables.map((table) => `SELECT * FROM "${table}" ORDER BY id`), texts]
  return queries
    .map((query) =>
      workspace.store.readDb
        .prepare(query)
        .all()
        .map((row) => JSON.stringify(row))
        .join('\n')
    )
    .join('\n\n')
}

export const orderColumns = { externalId: 'id', customer: 'customer', title: 'title' }
