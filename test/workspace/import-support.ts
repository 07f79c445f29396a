import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ColumnSource, ImportResult, MappingFields } from '../../src/shared/contract/imports'
import type { Workspace } from '../../src/workspace/index'
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
