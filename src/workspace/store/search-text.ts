import type { Database } from 'better-sqlite3'
import type { Entity } from '../../shared/contract/journal'
import { fold } from '../../shared/values/fold'
import { descriptions } from './descriptions'

/*
 * What search finds stands in no table of its own: the index holds its words alone, `searchKey` says which record each row
 * of the index is of, and the view `searchText` (of the newest migration that makes it) has the texts from the records.
 */

/** Lets SQL fold a text as the search compares it. */
export function foldsText(db: Database): void {
  db.function('search_fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null))
}

/** Makes the whole index anew from the texts. */
export function indexAgain(db: Database): void {
  db.exec(`INSERT INTO search (search) VALUES ('delete-all');
    INSERT INTO search (rowid, title, body) SELECT n, search_fold(title), search_fold(body) FROM searchText;`)
}

/** SQL of the keys that search must have of a kind of record: one for each that is not in the trash; null where it knows none. */
export function searchKeysOf(entity: Entity): string | null {
  const { search, code } = descriptions[entity]
  return search ? `SELECT ${code} AS code, packed_id(id) AS recordId FROM "${entity}" WHERE trashedAt IS NULL` : null
}

/** SQL of the triggers that keep the search of a kind of record; empty where it knows none. */
export function searchTriggers(entity: Entity): string {
  const { search, code } = descriptions[entity]
  if (!search) return ''
  const texts = (row: 'NEW' | 'OLD') => `search_fold(${search.title}), search_fold(${search.body})`.replaceAll('@', row)
  const add = `
    INSERT INTO searchKey (code, recordId) SELECT ${code}, packed_id(NEW.id) WHERE NEW.trashedAt IS NULL;
    INSERT INTO search (rowid, title, body) SELECT last_insert_rowid(), ${texts('NEW')} WHERE NEW.trashedAt IS NULL AND search_follows(0);`
  const remove = `
    INSERT INTO search (search, rowid, title, body)
    SELECT 'delete', n, ${texts('OLD')} FROM searchKey WHERE recordId = packed_id(OLD.id) AND search_follows(1);
    DELETE FROM searchKey WHERE recordId = packed_id(OLD.id);`
  return `
    CREATE TEMP TRIGGER "${entity}_found" AFTER INSERT ON main."${entity}" BEGIN ${add} END;
    CREATE TEMP TRIGGER "${entity}_found_again" AFTER UPDATE ON main."${entity}" BEGIN ${remove}${add} END;
    CREATE TEMP TRIGGER "${entity}_lost" AFTER DELETE ON main."${entity}" BEGIN ${remove} END;`
}
