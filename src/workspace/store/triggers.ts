import type { Database } from 'better-sqlite3'
import { entities, type Entity } from '../../shared/contract/journal'
import { fold } from '../../shared/values/fold'
import { descriptions } from './tables'

/** Takes a table name, gives its columns in order. */
export function columnsOf(db: Database, table: string): string[] {
  return (db.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name)
}

/** Lets SQL fold a text as the search compares it. */
export function foldsText(db: Database): void {
  db.function('search_fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null))
}

/** Makes the whole index anew from the texts. */
export function indexAgain(db: Database): void {
  db.exec(`INSERT INTO search (search) VALUES ('delete-all');
    INSERT INTO search (rowid, title, body) SELECT n, search_fold(title), search_fold(body) FROM searchText;`)
}

/** SQL that serialises a row of a table as the journal keeps it; `row` is an alias such as NEW. */
export function rowJson(columns: string[], row: string): string {
  return `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`
}

/**
 * Every write to a record passes these triggers, whoever wrote the SQL: they put the row before and after into the
 * journal, and fail the statement when no change is open. They are TEMP, since functions of the application may not
 * stand in the schema of a file that is not trusted.
 */
export function installTriggers(db: Database): void {
  foldsText(db)
  for (const entity of entities) {
    db.exec(journalTriggers(entity, columnsOf(db, entity)) + searchTriggers(entity))
  }
  db.exec(`
    CREATE TEMP TRIGGER incident_moved AFTER UPDATE OF customerId ON main.incident WHEN NEW.customerId IS NOT OLD.customerId BEGIN
      UPDATE searchText SET customerId = NEW.customerId WHERE recordId IN (SELECT id FROM lossLine WHERE incidentId = NEW.id);
    END;
    CREATE TEMP TRIGGER case_moved AFTER UPDATE OF customerId ON main."case" WHEN NEW.customerId IS NOT OLD.customerId BEGIN
      UPDATE searchText SET customerId = NEW.customerId WHERE recordId IN (
        SELECT id FROM fact WHERE caseId = NEW.id UNION ALL SELECT id FROM option WHERE caseId = NEW.id
        UNION ALL SELECT id FROM decision WHERE caseId = NEW.id UNION ALL SELECT id FROM outcome WHERE caseId = NEW.id
        UNION ALL SELECT id FROM asking WHERE caseId = NEW.id UNION ALL SELECT id FROM objection WHERE caseId = NEW.id
        UNION ALL SELECT r.id FROM remedy r JOIN option o ON o.id = r.optionId WHERE o.caseId = NEW.id);
    END;
    CREATE TEMP TRIGGER search_added AFTER INSERT ON main.searchText WHEN search_follows(0) BEGIN
      INSERT INTO search (rowid, title, body) VALUES (NEW.n, search_fold(NEW.title), search_fold(NEW.body));
    END;
    CREATE TEMP TRIGGER search_removed AFTER DELETE ON main.searchText WHEN search_follows(1) BEGIN
      INSERT INTO search (search, rowid, title, body) VALUES ('delete', OLD.n, search_fold(OLD.title), search_fold(OLD.body));
    END;
    CREATE TEMP TRIGGER journalEntry_fixed BEFORE UPDATE ON main.journalEntry BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalEntry_kept BEFORE DELETE ON main.journalEntry BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalRow_fixed BEFORE UPDATE ON main.journalRow BEGIN SELECT journal_refuse(); END;
    CREATE TEMP TRIGGER journalRow_kept BEFORE DELETE ON main.journalRow BEGIN SELECT journal_refuse(); END;
  `)
}

function journalTriggers(entity: Entity, columns: string[]): string {
  const { owner, code } = descriptions[entity]
  const put = (row: 'NEW' | 'OLD', width: number, before: string, after: string) => `
    INSERT INTO journalRow (seq, n, code, rowId, keyN, width, before, digest)
    SELECT journal_seq(), journal_n(), ${code}, packed_id(id), journal_key(owner), ${width}, before,
      journal_digest('${entity}', id, owner, before, after)
    FROM (SELECT ${row}.id AS id, ${owner.replaceAll('@', row)} AS owner, ${before} AS before, ${after} AS after);`
  const was = rowJson(columns, 'OLD')
  const is = rowJson(columns, 'NEW')
  return `
    CREATE TEMP TRIGGER "${entity}_inserted" AFTER INSERT ON main."${entity}" BEGIN ${put('NEW', columns.length, 'NULL', is)} END;
    CREATE TEMP TRIGGER "${entity}_updated" AFTER UPDATE ON main."${entity}" BEGIN
      ${put('NEW', columns.length, `journal_changed(${was}, ${is})`, is)} END;
    CREATE TEMP TRIGGER "${entity}_deleted" AFTER DELETE ON main."${entity}" BEGIN ${put('OLD', 0, was, 'NULL')} END;`
}

/** SQL of what search must know of a kind of record: one row for each that is not in the trash; null where it knows none. */
export function searchTextOf(entity: Entity): string | null {
  const { search, owner } = descriptions[entity]
  if (!search) return null
  const columns = [`'${entity}'`, '@.id', owner, search.at, search.title, search.body].join(', ')
  return `SELECT ${columns} FROM "${entity}" @ WHERE @.trashedAt IS NULL`.replaceAll('@', 't')
}

function searchTriggers(entity: Entity): string {
  const { search, owner } = descriptions[entity]
  if (!search) return ''
  const add = `
    INSERT INTO searchText (entity, recordId, customerId, at, title, body)
    SELECT '${entity}', NEW.id, ${owner}, ${search.at}, ${search.title}, ${search.body} WHERE NEW.trashedAt IS NULL;`
  const remove = 'DELETE FROM searchText WHERE recordId = OLD.id;'
  return `
    CREATE TEMP TRIGGER "${entity}_found" AFTER INSERT ON main."${entity}" BEGIN ${add.replaceAll('@', 'NEW')} END;
    CREATE TEMP TRIGGER "${entity}_found_again" AFTER UPDATE ON main."${entity}" BEGIN ${remove}${add.replaceAll('@', 'NEW')} END;
    CREATE TEMP TRIGGER "${entity}_lost" AFTER DELETE ON main."${entity}" BEGIN ${remove} END;`
}
