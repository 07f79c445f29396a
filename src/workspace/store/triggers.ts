import type { Database } from 'better-sqlite3'
import { entities, type Entity } from '../../shared/contract/journal'
import { unpackedSql } from './packed'
import { foldsText, searchTriggers } from './search-text'
import { descriptions } from './descriptions'

/** Takes a table name, gives its columns in order. */
export function columnsOf(db: Database, table: string): string[] {
  return (db.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name)
}

/** SQL that serialises a row of a kind as the journal keeps it, nothing packed; `row` is an alias such as NEW. */
export function rowJson(entity: Entity, columns: string[], row: string): string {
  const { packed } = descriptions[entity]
  return `json_object(${columns.map((name) => `'${name}', ${unpackedSql(packed?.[name], `${row}."${name}"`)}`).join(', ')})`
}

/**
 * Every write to a record passes these triggers, whoever wrote the SQL: they put the row before and after into the
 * journal, and fail the statement when no change is open. Only the journal's own `put` journals its new rows itself. They are TEMP, since functions of the application may not
 * stand in the schema of a file that is not trusted.
 */
export function installTriggers(db: Database): void {
  foldsText(db)
  for (const entity of entities) {
    db.exec(journalTriggers(entity, columnsOf(db, entity)) + searchTriggers(entity))
  }
  db.exec(`
    CREATE TEMP TRIGGER journalEntry_fixed BEFORE UPDATE ON main.journalEntry BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalEntry_kept BEFORE DELETE ON main.journalEntry BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalRow_fixed BEFORE UPDATE ON main.journalRow BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalRow_kept BEFORE DELETE ON main.journalRow BEGIN SELECT journal_refuse(); END;
  `)
}

function journalTriggers(entity: Entity, columns: string[]): string {
  const { owner, code, packed } = descriptions[entity]
  const idOf = (row: string) => unpackedSql(packed?.id, `${row}.id`)
  // what is packed already is not packed again
  const rowId = (row: string) =>
    packed?.id ? `CASE typeof(${row}.id) WHEN 'blob' THEN ${row}.id ELSE packed_id(${row}.id) END` : `packed_id(${row}.id)`
  const put = (row: 'NEW' | 'OLD', width: number, before: string, after: string) => `
    INSERT INTO journalRow (seq, n, code, rowId, keyN, width, before, digest)
    SELECT journal_seq(), journal_n(), ${code}, ${rowId(row)}, journal_key(owner), ${width}, before,
      journal_digest('${entity}', id, owner, before, after)
    FROM (SELECT ${idOf(row)} AS id, ${owner.replaceAll('@', row)} AS owner, ${before} AS before, ${after} AS after);`
  const was = rowJson(entity, columns, 'OLD')
  const is = rowJson(entity, columns, 'NEW')
  return `
    CREATE TEMP TRIGGER "${entity}_inserted" AFTER INSERT ON main."${entity}" WHEN journal_follows() BEGIN
      ${put('NEW', columns.length, 'NULL', is)} END;
    CREATE TEMP TRIGGER "${entity}_updated" AFTER UPDATE ON main."${entity}" BEGIN
      ${put('NEW', columns.length, `journal_changed(${was}, ${is})`, is)} END;
    CREATE TEMP TRIGGER "${entity}_deleted" AFTER DELETE ON main."${entity}" BEGIN ${put('OLD', 0, was, 'NULL')} END;`
}
